#include "core/check/Causes.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace moxian {

namespace {

/// The first fixes of all findings of a cause as one.
Fix jointFix(const std::vector<const Finding*>& all) {
  Fix out{all.front()->jointFix, {std::to_string(all.size())}, {}};
  for (const Finding* finding : all) {
    const std::vector<Edit>& edits = finding->fixes.front().edits;
    out.edits.insert(out.edits.end(), edits.begin(), edits.end());
  }
  std::ranges::sort(out.edits, {}, [](const Edit& edit) { return edit.span.begin; });
  return out;
}

}  // namespace

std::vector<std::size_t> causeNumbers(const std::vector<Finding>& findings) {
  std::vector<std::size_t> out;
  std::size_t count = 0;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  for (const Finding& finding : findings) {
    if (finding.cause.empty()) {
      out.push_back(count++);
      continue;
    }
    const auto [at, added] = known.emplace(
        std::pair(std::string_view(finding.rule), std::string_view(finding.cause)), count);
    out.push_back(at->second);
    if (added) ++count;
  }
  return out;
}

std::vector<Cause> causesOf(const std::vector<Finding>& findings) {
  const std::vector<std::size_t> numbers = causeNumbers(findings);
  std::vector<std::vector<const Finding*>> groups;
  for (std::size_t n = 0; n < findings.size(); ++n) {
    if (numbers[n] == groups.size()) groups.emplace_back();
    groups[numbers[n]].push_back(&findings[n]);
  }
  std::vector<Cause> out;
  for (const std::vector<const Finding*>& group : groups) {
    Cause cause{*group.front(), {}};
    for (const Finding* finding : group) {
      cause.places.push_back(finding->span);
      cause.finding.severity = std::max(cause.finding.severity, finding->severity);
    }
    if (group.size() > 1) cause.finding.fixes.insert(cause.finding.fixes.begin(), jointFix(group));
    out.push_back(std::move(cause));
  }
  return out;
}

std::string message(const Cause& cause, const Messages& messages) {
  std::string words = message(cause.finding, messages);
  if (cause.places.size() < 2) return words;
  return messages.text("cause.places",
                       std::vector<std::string>{words, std::to_string(cause.places.size())});
}

}  // namespace moxian
