#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/LineReader.h"
#include "core/report/Outline.h"
#include "core/report/Splitter.h"
#include "core/report/TitlePattern.h"

namespace moxian {

/// The lines of one report by their form, before anything is known of roles. The vectors have one
/// entry a line of ParsedText, from ReportRange::begin on.
struct ReportBlocks {
  std::vector<Block> blocks;      ///< roles are those of titles and noise, else still open
  std::vector<Span> heads;        ///< heading words in the plain text; empty where there are none
  std::vector<std::size_t> titleLines;  ///< indices of blocks that make up the title, in order
  std::vector<std::size_t> signature;   ///< those of date and office at the end, last first
};

/// Tells title, headings, items, paragraphs, tables and noise of a report apart.
[[nodiscard]] ReportBlocks buildBlocks(const ParsedText& text, const Split& split,
                                       const ReportRange& range, const TitlePattern& titles,
                                       const SignalTable& signals, double labelThreshold,
                                       std::u16string_view original);

}  // namespace moxian
