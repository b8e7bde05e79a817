#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Figures.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

bool isFullWidth(char16_t c) {
  return (c >= u'０' && c <= u'９') || (c >= u'ａ' && c <= u'ｚ') || (c >= u'Ａ' && c <= u'Ｚ');
}

/// A single full-width digit numbers an item (１．), as some input methods type it; the width of a
/// number is told with its mark.
bool isItemNumber(std::u16string_view line, Span run) {
  return isBlank(line.substr(0, run.begin)) && isOneOf(unitAt(line, run.end), u"．.、）)");
}

/// True if a line begins with a half-width number of an item (1. or 2．), as most texts type it.
bool hasNarrowNumbers(const CheckedText& text) {
  for (std::size_t n = 0; n < text.lines.count(); ++n) {
    const std::u16string_view line = text.lines.span(n).of(text.text);
    std::size_t at = skipSpaces(line, 0);
    const std::size_t begin = at;
    while (isAsciiDigit(unitAt(line, at))) ++at;
    if (at > begin && isOneOf(unitAt(line, at), u"．.、") && !isDigit(unitAt(line, at + 1))) {
      return true;
    }
  }
  return false;
}

/// True if a figure of the text has a half-width %, beside which ％ is a slip.
bool hasNarrowPercent(std::u16string_view text) {
  for (std::size_t at = text.find(u'%'); at != text.npos; at = text.find(u'%', at + 1)) {
    if (isAsciiDigit(unitBefore(text, at))) return true;
  }
  return false;
}

/// What the rest of the text writes in half width.
struct Habits {
  bool numbers = false;  ///< of items
  bool percent = false;
};

/// The run in half-width form.
std::u16string narrowed(std::u16string_view run) {
  std::u16string out(run);
  for (char16_t& c : out) {
    if (isFullWidth(c) || isOneOf(c, u"，％")) c = static_cast<char16_t>(c - 0xFEE0);
  }
  return out;
}

/// Digits and letters are one finding for the whole text, as half-width marks are; a full-width
/// comma within half-width digits ("1，860人") is a slip of its own.
class FullWidthDigitsRule final : public DocumentRule {
 public:
  explicit FullWidthDigitsRule(Measures measures) : m_measures(std::move(measures)) {}
  [[nodiscard]] const RuleInfo& info() const override {
    static constexpr RuleInfo kInfo{"stray.full-width", Category::Stray, Severity::Warning};
    return kInfo;
  }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    Fix fix{"half-width", {}, {}};
    const Habits habits{hasNarrowNumbers(text), hasNarrowPercent(text.text)};
    for (std::size_t n = 0; n < text.lines.count(); ++n) {
      const Span span = text.lines.span(n);
      readLine(span.of(text.text), span.begin, habits, fix.edits, into);
    }
    if (fix.edits.empty()) return;
    const std::string count = std::to_string(fix.edits.size());
    const Edit& first = fix.edits.front();
    Finding finding = findingOf(info(), first.span,
                                {count, toUtf8(first.span.of(text.text)), toUtf8(first.with)});
    fix.arguments = {count};
    finding.fixes.push_back(std::move(fix));
    into.push_back(std::move(finding));
  }

 private:
  void readLine(std::u16string_view line, std::size_t offset, const Habits& habits,
                std::vector<Edit>& edits, std::vector<Finding>& into) const {
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t begin = at;
      at = std::max(dividedEnd(line, begin, m_measures), begin);
      const bool divided = at > begin;
      while (isFullWidth(unitAt(line, at))) ++at;
      const Span run{begin, at};
      const std::u16string_view words = run.of(line);
      if (std::ranges::any_of(words, isFullWidth)) {
        if (habits.numbers || !isItemNumber(line, run)) {
          edits.push_back({run.shifted(offset), narrowed(words)});
        }
      } else if (habits.percent && line[begin] == u'％' && isAsciiDigit(unitBefore(line, begin))) {
        at = begin + 1;
        edits.push_back({Span{begin, at}.shifted(offset), u"%"});
      } else if (divided) {
        reportComma(run.shifted(offset), words, into);
      } else {
        ++at;
      }
    }
  }

  void reportComma(Span span, std::u16string_view words, std::vector<Finding>& into) const {
    Finding finding = findingOf(info(), span, {toUtf8(words), toUtf8(narrowed(words))});
    finding.variant = "thousands";
    finding.fixes.push_back(replacing(span, narrowed(words)));
    into.push_back(std::move(finding));
  }

  Measures m_measures;
};

}  // namespace

Result<DocumentRulePointer> fullWidthDigitsRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  return std::make_shared<FullWidthDigitsRule>(std::move(*measures));
}

}  // namespace moxian
