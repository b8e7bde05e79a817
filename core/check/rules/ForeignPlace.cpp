#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/SelfNames.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

std::size_t countOf(const SelfNames& names, char16_t name) {
  const auto found = names.find(name);
  return found == names.end() ? 0 : found->second.size();
}

/// The place that a report speaks of most as its own; nothing if none leads.
std::optional<char16_t> ownPlace(const SelfNames& names) {
  std::optional<char16_t> out;
  for (const auto& [name, spans] : names) {
    if (isPlace(name) && (!out || spans.size() > countOf(names, *out))) out = name;
  }
  return out;
}

/// The title speaks of the place, as 云溪镇 and 乡镇人民政府 do.
bool titleNames(const Report& report, std::u16string_view title, char16_t place) {
  return title.contains(place) || report.unit.contains(place);
}

void report(const RuleInfo& rule, const CheckedText& text, const std::vector<Span>& spans,
            char16_t own, std::vector<Finding>& into) {
  for (const Span span : spans) {
    into.push_back(findingOf(
        rule, span, {toUtf8(span.of(text.text)), "我" + toUtf8(std::u16string_view(&own, 1))}));
  }
}

/// 我市 in the report of a town that else says 我镇: taken over from another report.
void checkPlaces(const RuleInfo& rule, const CheckedText& text, const Report& owner,
                 const SelfNames& names, std::vector<Finding>& into) {
  const auto own = ownPlace(names);
  if (!own || !titleNames(owner, headOf(text, owner).of(text.folded), *own)) return;
  for (const auto& [name, spans] : names) {
    if (!isPlace(name) || name == *own ||
        titleNames(owner, headOf(text, owner).of(text.folded), name)) {
      continue;
    }
    // A village speaks of its town, a county of its city: only few may be slips.
    if (spans.size() <= 2 && spans.size() < countOf(names, *own)) {
      report(rule, text, spans, *own, into);
    }
  }
}

/// 我镇 once or twice in the report of an office.
void checkLower(const RuleInfo& rule, const CheckedText& text, const Report& owner,
                const SelfNames& names, std::vector<Finding>& into) {
  constexpr std::size_t kMost = 2;
  const char16_t kind = titledKind(owner);
  if (kind == 0 ||
      headOf(text, owner).of(text.folded).find_first_of(u"镇乡村") != std::u16string_view::npos) {
    return;
  }
  for (const char16_t lower : {u'镇', u'乡'}) {
    const auto found = names.find(lower);
    if (found == names.end() || found->second.size() > kMost) continue;
    for (const Span span : found->second) {
      const char16_t self[] = {text.folded[span.begin], kind};
      into.push_back(findingOf(rule, span,
                               {toUtf8(span.of(text.text)), toUtf8(std::u16string_view(self, 2))}));
    }
  }
}

/// 县委、县政府 in the report of a district's office, and the other way round.
void checkSuperiors(const RuleInfo& rule, const CheckedText& text, const Report& owner,
                    const SelfNames& names, std::vector<Finding>& into) {
  const std::u16string_view title = headOf(text, owner).of(text.folded);
  const bool district = title.contains(u'区') && !title.contains(u'县');
  const bool county = title.contains(u'县') && !title.contains(u'区');
  if (district == county) return;
  const std::u16string_view other = district ? u"县委、县政府" : u"区委、区政府";
  const char16_t own = district ? u'区' : u'县';
  // Under a wrong title (unit.title) the superiors are right.
  const bool lower = countOf(names, u'乡') + countOf(names, u'镇') + countOf(names, u'村') > 0;
  if (countOf(names, other.front()) > 0 || lower) return;
  for (const Block& block : owner.blocks) {
    if (!isProse(&block)) continue;
    const std::u16string_view line = block.span.of(text.folded);
    const std::size_t at = line.find(other);
    if (at == line.npos) continue;
    const Span span = Span{at, at + other.size()}.shifted(block.span.begin);
    Finding finding =
        findingOf(rule, span, {toUtf8(span.of(text.text)), toUtf8(std::u16string_view(&own, 1))});
    finding.variant = "superior";
    into.push_back(std::move(finding));
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& owner : text.outline.reports) {
    const SelfNames names = selfNamesOf(text, owner);
    checkPlaces(rule, text, owner, names, into);
    checkLower(rule, text, owner, names, into);
    checkSuperiors(rule, text, owner, names, into);
  }
}

}  // namespace

DocumentRulePointer foreignPlaceRule() {
  static constexpr RuleInfo kInfo{"unit.place", Category::Unit, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian
