#pragma once

#include <cstddef>
#include <optional>

#include "core/report/Blocks.h"
#include "core/report/HeadingRoles.h"
#include "core/report/LineReader.h"
#include "core/report/Outline.h"
#include "core/report/Profile.h"
#include "core/report/RolePath.h"
#include "core/report/Signals.h"

namespace moxian {

/// What a report is read with.
struct RoleContext {
  const SignalTable& signals;
  const PathWeights& weights;
  Role defaultRole = Role::WorkDone;  ///< of sections whose heading names no part
  WorkYear worked;                    ///< the year reported on
  bool titled = false;                ///< the report has a title
};

/// Gives every block of one report its role and, where a paragraph changes role, its spans.
///
/// `report` holds the lines [first, first + blocks.size()) of the text with kinds and headings
/// known; blocks of kind Title and Noise keep their role. Three kinds of evidence are added up: the
/// words of each heading for its section, the place (before the first heading; the profile's
/// default), and the words of each sentence; RolePath.h finds the best path through them.
void assignRoles(ReportBlocks& report, const ParsedText& text, std::size_t first,
                 const RoleContext& context);

}  // namespace moxian
