#include "core/check/Dismissals.h"

#include <algorithm>

namespace moxian {
namespace {

/// So many units beside the words tell their place.
constexpr std::size_t kBeside = 6;

Span lineAround(std::u16string_view text, Span span) {
  const std::size_t mark = span.begin == 0 ? text.npos : text.rfind(u'\n', span.begin - 1);
  const std::size_t end = text.find(u'\n', span.begin);
  return {mark == text.npos ? 0 : mark + 1, end == text.npos ? text.size() : end};
}

std::u16string_view before(std::u16string_view line, std::size_t at) {
  return line.substr(at - std::min(at, kBeside), std::min(at, kBeside));
}

std::u16string_view after(std::u16string_view line, std::size_t at) {
  return line.substr(std::min(at, line.size()), kBeside);
}

/// Several parts may be missing at one place: there the rule alone does not tell which is meant.
std::string ruleOf(const Finding& finding) {
  if (finding.category != Category::Structure || finding.arguments.empty()) return finding.rule;
  return finding.rule + ":" + finding.arguments.front();
}

/// The words stand beside the same words as where they were dismissed.
bool sameBeside(const DismissedFinding& dismissed, std::u16string_view line, Span words) {
  const std::u16string_view context = dismissed.context;
  const std::size_t length = dismissed.excerpt.size();
  for (std::size_t at = context.find(dismissed.excerpt); at != context.npos;
       at = context.find(dismissed.excerpt, at + 1)) {
    const auto left = before(context, at);
    const auto right = after(context, at + length);
    const bool sameLeft = left == before(line, words.begin);
    const bool sameRight = right == after(line, words.end);
    // The start and the end of a line alone tell no place.
    if ((sameLeft && !left.empty()) || (sameRight && !right.empty()) || (sameLeft && sameRight)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void Dismissals::add(DismissedFinding dismissed) {
  if (!std::ranges::contains(m_all, dismissed)) m_all.push_back(std::move(dismissed));
}

void Dismissals::removeAt(std::size_t index) {
  if (index < m_all.size()) m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(index));
}

DismissedFinding Dismissals::of(const Finding& finding, std::u16string_view text, bool everywhere,
                                std::u16string reason) {
  DismissedFinding out{
      ruleOf(finding), std::u16string(finding.span.of(text)), {}, std::move(reason)};
  if (!everywhere) {
    const Span line = lineAround(text, finding.span);
    const std::size_t end = std::max(line.end, finding.span.end);
    out.context = Span{finding.span.begin - std::min(finding.span.begin - line.begin, kBeside),
                       std::min(end, finding.span.end + kBeside)}
                      .of(text);
  }
  return out;
}

bool Dismissals::cover(const Finding& finding, std::u16string_view text) const {
  const std::u16string_view excerpt = finding.span.of(text);
  const std::string rule = ruleOf(finding);
  return std::ranges::any_of(m_all, [&](const DismissedFinding& one) {
    if (one.rule != rule || one.excerpt != excerpt) return false;
    if (one.context.empty()) return true;
    const Span line = lineAround(text, finding.span);
    const Span whole{line.begin, std::max(line.end, finding.span.end)};
    return sameBeside(one, whole.of(text),
                      {finding.span.begin - line.begin, finding.span.end - line.begin});
  });
}

std::vector<Finding> Dismissals::left(std::vector<Finding> findings,
                                      std::u16string_view text) const {
  if (m_all.empty()) return findings;
  std::erase_if(findings, [&](const Finding& one) { return cover(one, text); });
  return findings;
}

OpenFindings Dismissals::sift(std::vector<Finding> findings, std::u16string_view text) const {
  const std::size_t all = findings.size();
  OpenFindings out{left(std::move(findings), text), 0};
  out.dismissed = all - out.findings.size();
  return out;
}

}  // namespace moxian
