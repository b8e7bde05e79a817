#pragma once

#include <string_view>
#include <vector>

#include "core/check/Checker.h"

namespace moxian {

// The parts of a check that a single pass and the editing checker share.

/// A line longer than this is left to the document check while typing, in UTF-16 units.
inline constexpr std::size_t kLongestInstantLine = 20'000;

/// Whether the options switch a rule off.
[[nodiscard]] bool isOff(std::string_view rule, const CheckOptions& options);

/// Runs the line rules over one line; spans count from its start.
void checkLine(const CheckedLine& line, const RuleSet& rules, const CheckOptions& options,
               std::vector<Finding>& into);

/// Runs the document rules, and the line rules over lines of more than `longLines` units; returns
/// before the next of them once `stop` is requested.
void checkDocument(const CheckedText& text, const RuleSet& rules, const CheckOptions& options,
                   std::size_t longLines, std::vector<Finding>& into,
                   const std::stop_token& stop = {});

/// A range of the text whose profile switches rules off or weighs them.
struct ProfileArea {
  Span span;
  const Profile* profile = nullptr;
};
[[nodiscard]] std::vector<ProfileArea> profileAreas(const Lines& lines, const Outline& outline,
                                                    const Profiles& profiles);
/// Drops the findings that the profile at their place switches off, gives the others the severity
/// it asks for, and sorts them.
void settle(std::vector<Finding>& findings, const std::vector<ProfileArea>& areas);

}  // namespace moxian
