#include "core/report/HeadingRoles.h"

#include <algorithm>

#include "core/report/Years.h"

namespace moxian {
namespace {

// A longer heading is a sentence that may mention a part in passing (列入年度工作计划).
constexpr std::size_t kLongestName = 30;

}  // namespace

bool namesLaterYear(std::u16string_view plain, const WorkYear& worked, std::size_t window) {
  const auto head = plain.substr(0, window);
  for (const std::u16string_view word : {u"明年", u"来年", u"下一年", u"下年度"}) {
    if (head.contains(word)) return true;
  }
  const std::size_t thisYear = head.find(u"今年");
  if (worked.over && thisYear != head.npos && !plain.substr(thisYear + 2).starts_with(u"以来")) {
    return true;
  }
  if (!worked.year) return false;
  for (auto year = findYear(head); year; year = findYear(head, year->end)) {
    if (year->year > *worked.year) return true;
  }
  return false;
}

Evidence headingEvidence(std::u16string_view plainHeading, const SignalTable& signals,
                         const WorkYear& worked) {
  while (!plainHeading.empty() &&
         std::u16string_view(u"。：；，、").contains(plainHeading.back())) {
    plainHeading.remove_suffix(1);
  }
  Evidence evidence = signals.evidence(plainHeading, Where::Heading,
                                       namesLaterYear(plainHeading, worked, plainHeading.size()));
  if (plainHeading.size() > kLongestName) {
    for (double& value : evidence) value /= 2;
  }
  return evidence;
}

std::optional<Role> announcedRole(const Evidence& evidence, double threshold) {
  const double problems = at(evidence, Role::Problems);
  const double next = at(evidence, Role::NextSteps);
  const double work = at(evidence, Role::WorkDone);
  const double closing = at(evidence, Role::Closing);
  const double intro = at(evidence, Role::Intro);
  const double best = std::max({problems, next, work, closing, intro});
  if (best < threshold) return std::nullopt;
  if (problems >= threshold && next >= threshold && work < threshold) return Role::ProblemsAndNext;
  if (best == closing) return Role::Closing;
  if (best == intro) return Role::Intro;
  if (best == problems) return Role::Problems;
  return best == next ? Role::NextSteps : Role::WorkDone;
}

}  // namespace moxian
