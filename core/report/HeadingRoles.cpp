#include "core/report/HeadingRoles.h"

#include <algorithm>

#include "core/report/Years.h"

namespace moxian {
namespace {

// A longer heading is a sentence that may mention a part in passing (列入年度工作计划).
constexpr std::size_t kLongestName = 30;

}  // namespace

bool namesLaterYear(std::u16string_view plain, std::optional<int> reportYear, std::size_t window) {
  const auto head = plain.substr(0, window);
  for (const std::u16string_view word : {u"明年", u"来年", u"下一年", u"下年度"}) {
    if (head.contains(word)) return true;
  }
  if (!reportYear) return false;
  for (auto year = findYear(head); year; year = findYear(head, year->end)) {
    if (year->year > *reportYear) return true;
  }
  return false;
}

Evidence headingEvidence(std::u16string_view plainHeading, const SignalTable& signals,
                         std::optional<int> reportYear) {
  while (!plainHeading.empty() && std::u16string_view(u"。：；，、").contains(plainHeading.back())) {
    plainHeading.remove_suffix(1);
  }
  Evidence evidence = signals.evidence(
      plainHeading, Where::Heading, namesLaterYear(plainHeading, reportYear, plainHeading.size()));
  if (plainHeading.size() > kLongestName) {
    for (double& value : evidence) value /= 2;
  }
  return evidence;
}

std::optional<Role> announcedRole(const Evidence& evidence, double threshold) {
  const double problems = at(evidence, Role::Problems);
  const double next = at(evidence, Role::NextSteps);
  const double work = at(evidence, Role::WorkDone);
  const double best = std::max({problems, next, work});
  if (best < threshold) return std::nullopt;
  if (problems >= threshold && next >= threshold && work < threshold) return Role::ProblemsAndNext;
  if (best == problems) return Role::Problems;
  return best == next ? Role::NextSteps : Role::WorkDone;
}

}  // namespace moxian
