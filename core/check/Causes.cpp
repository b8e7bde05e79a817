#include "core/check/Causes.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace moxian {

const Fix* commonFix(const Finding& finding) {
  if (finding.fixes.size() < 2) return nullptr;
  const std::vector<Edit>& own = finding.fixes.front().edits;
  const Fix& last = finding.fixes.back();
  const bool holds = !own.empty() && last.edits.size() > own.size() &&
                     std::ranges::contains(last.edits, own.front().span, &Edit::span);
  return holds ? &last : nullptr;
}

std::vector<std::size_t> causeNumbers(const std::vector<Finding>& findings) {
  std::vector<std::size_t> out;
  std::size_t count = 0;
  // by rule and first edit of the fix for all
  std::map<std::pair<std::string_view, std::size_t>, std::size_t> known;
  for (const Finding& finding : findings) {
    const Fix* common = commonFix(finding);
    if (common == nullptr) {
      out.push_back(count++);
      continue;
    }
    const std::pair key{std::string_view(finding.rule), common->edits.front().span.begin};
    const auto [at, added] = known.emplace(key, count);
    out.push_back(at->second);
    if (added) ++count;
  }
  return out;
}

std::vector<Cause> causesOf(std::vector<Finding> findings) {
  const std::vector<std::size_t> numbers = causeNumbers(findings);
  std::vector<Cause> out;
  for (std::size_t n = 0; n < findings.size(); ++n) {
    Finding& finding = findings[n];
    if (numbers[n] == out.size()) {
      out.push_back({std::move(finding), {}});
      out.back().places.push_back(out.back().finding.span);
      continue;
    }
    Cause& cause = out[numbers[n]];
    cause.places.push_back(finding.span);
    cause.finding.severity = std::max(cause.finding.severity, finding.severity);
  }
  for (Cause& cause : out) {
    if (cause.places.size() > 1) std::swap(cause.finding.fixes.front(), cause.finding.fixes.back());
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
