#pragma once

#include <string>
#include <string_view>

#include "core/report/Blocks.h"
#include "core/report/Profile.h"
#include "core/report/Signals.h"

namespace moxian {

/// A profile and what spoke for it.
struct ProfileChoice {
  const Profile* profile = nullptr;  ///< nullptr for "none"
  ProfileReason reason = ProfileReason::Fallback;
  Span evidence;  ///< the words that decided, in the plain text; may be empty
};

/// Chooses how to read a report: the profile asked for; else the one whose word ends the title,
/// with marks such as 上半年 considered; else the one whose word ends one
/// of the first lines (通知); else the one with the most of its heading words in headings;
/// else the one whose sentence words are densest, but no plan if a heading announces work or
/// problems (see announcedRole); else annual-summary.
[[nodiscard]] ProfileChoice chooseProfile(const Profiles& profiles, std::string_view asked,
                                          const ParsedText& text, const ReportRange& range,
                                          const ReportBlocks& report, const SignalTable& signals,
                                          double labelThreshold);

}  // namespace moxian
