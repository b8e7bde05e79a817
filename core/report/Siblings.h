#pragma once

#include <cstddef>

#include "core/report/Blocks.h"
#include "core/report/Signals.h"

namespace moxian {

/// Gives numbered lines of the same run (one form of number below one parent) one treatment. A
/// line that is a sentence, as 。 or ； at its end shows, is a heading only as long as no sibling
/// is plain text; below （一） it is one only if it announces a part or holds deeper numbers.
/// Run-in headings and lines without such a mark are not touched. `report` has its headings found
/// and begins at line `first` of the text.
void settleSiblings(ReportBlocks& report, const ParsedText& text, std::size_t first,
                    const SignalTable& signals, double labelThreshold);

}  // namespace moxian
