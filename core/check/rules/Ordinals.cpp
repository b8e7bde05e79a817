#include "core/check/rules/Ordinals.h"

#include <optional>

#include "core/check/Scan.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

constexpr int kLargest = 20;

/// Behind a mark, at the start of a line, or behind the first sentence of a run-in heading.
bool beginsClause(std::u16string_view line, std::size_t at) {
  const char16_t before = lastInkBefore(line, at);
  return before == 0 || isOneOf(before, u"。；，：、！？;,:?!（(“”）)");
}

std::optional<Ordinal> ordinalAt(std::u16string_view line, std::size_t at) {
  const bool ranked = line[at] == u'第';
  const std::size_t begin = ranked ? at + 1 : at;
  std::size_t end = begin;
  while (isChineseDigit(unitAt(line, end)) && end - begin < 3) ++end;
  if (end == begin || !beginsClause(line, at)) return {};
  const char16_t after = unitAt(line, end);
  if (ranked ? !isOneOf(after, u"，,") : after != u'是') return {};
  const auto value = chineseNumeral(line.substr(begin, end - begin));
  if (!value || *value < 1 || *value > kLargest) return {};
  return Ordinal{{at, ranked ? end : end + 1}, static_cast<int>(*value), ranked ? u'第' : u'是', 0};
}

/// True if the ordinal goes on with a list; 一是 always begins one.
bool continues(const OrdinalList& list, const Ordinal& next) {
  return !list.empty() && next.value != 1 && next.form == list.back().form;
}

}  // namespace

std::vector<OrdinalList> ordinalLists(const CheckedText& text, const Report& report) {
  std::vector<OrdinalList> out;
  bool open = false;
  for (std::size_t n = 0; n < report.blocks.size(); ++n) {
    const Block& block = report.blocks[n];
    if (!isProse(&block)) continue;
    if (block.number || block.kind == BlockKind::Heading) open = false;
    const std::u16string_view line = block.span.of(text.folded);
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
      if (line[at] != u'第' && !isChineseDigit(line[at])) continue;
      auto ordinal = ordinalAt(line, at);
      if (!ordinal) continue;
      ordinal->span = ordinal->span.shifted(block.span.begin);
      ordinal->block = n;
      if (!open || !continues(out.back(), *ordinal)) out.emplace_back();
      out.back().push_back(*ordinal);
      open = true;
    }
  }
  return out;
}

}  // namespace moxian
