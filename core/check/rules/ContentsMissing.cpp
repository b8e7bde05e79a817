#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Contents.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

bool isMissing(const Outline& outline, std::u16string_view title) {
  return std::ranges::any_of(outline.missingBodies, [&](const std::u16string& missing) {
    return withoutSpaces(missing) == withoutSpaces(title);
  });
}

/// The blocks of a contents list that names the sections of its own report.
std::vector<const Block*> contentsOfSections(const CheckedText& text, const Report& report) {
  std::vector<const Block*> out;
  bool listed = false;
  for (const Block& block : report.blocks) {
    const std::u16string words = withoutSpaces(block.span.of(text.folded));
    if (block.kind == BlockKind::Noise && (words == u"目录" || words == u"目次")) {
      listed = true;
    } else if (listed && block.kind != BlockKind::Noise) {
      break;
    } else if (listed) {
      out.push_back(&block);
    }
  }
  return out;
}

/// What an entry "六、保障措施……5" and the heading it announces have in common; empty without 一、.
std::u16string sectionKey(std::u16string_view line) {
  const std::size_t mark = line.find(u'、');
  if (mark == 0 || mark == line.npos || mark > 3) return {};
  if (!std::ranges::all_of(line.substr(0, mark), isChineseDigit)) return {};
  std::u16string out = withoutSpaces(line);
  while (!out.empty() && (isDigit(out.back()) || isOneOf(out.back(), u".…·-—"))) out.pop_back();
  return out;
}

std::u16string_view ordinalOf(std::u16string_view key) {
  return key.substr(0, key.find(u'、'));
}

/// "六、保障措施" in the contents list, and the report has no section 六. Only where most entries
/// stand as headings in the text: else the list is another's.
void checkSections(const RuleInfo& rule, const CheckedText& text, const Report& report,
                   std::vector<Finding>& into) {
  std::vector<std::u16string> headings;
  for (const Block& block : report.blocks) {
    const bool heading = block.kind == BlockKind::Heading || block.kind == BlockKind::Paragraph;
    if (heading && block.number) headings.push_back(sectionKey(block.span.of(text.text)));
  }
  std::size_t found = 0;
  std::vector<std::pair<Span, std::u16string>> missing;
  for (const Block* block : contentsOfSections(text, report)) {
    std::u16string key = sectionKey(block->span.of(text.text));
    if (key.empty()) continue;
    const bool there = std::ranges::any_of(headings, [&](const std::u16string& heading) {
      return heading == key || ordinalOf(heading) == ordinalOf(key);
    });
    found += std::ranges::contains(headings, key) ? 1U : 0U;
    if (!there) missing.emplace_back(block->span, std::move(key));
  }
  if (found < 2 || found <= missing.size()) return;
  for (const auto& [span, key] : missing) {
    into.push_back(findingOf(rule, span, {toUtf8(key)}));
    into.back().variant = "section";
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  if (text.outline.reports.size() == 1)
    checkSections(rule, text, text.outline.reports.front(), into);
  if (text.outline.missingBodies.empty()) return;
  std::vector<Span> missing;
  for (const ContentsEntry& entry : contentsOf(text)) {
    if (isMissing(text.outline, entry.title)) missing.push_back(entry.line);
  }
  if (missing.empty()) return;
  Finding finding = findingOf(rule, missing.front(), {std::to_string(missing.size())});
  finding.related.assign(missing.begin() + 1, missing.end());
  into.push_back(std::move(finding));
}

}  // namespace

DocumentRulePointer contentsMissingRule() {
  static constexpr RuleInfo kInfo{"contents.missing", Category::Truncated, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian
