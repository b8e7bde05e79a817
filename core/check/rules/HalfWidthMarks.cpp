#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Entities.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// What a bracket holds is looked at so far.
constexpr std::size_t kReach = 200;

bool isEnglish(char16_t unit) {
  return isLatin(unit) && unit < 0x80;
}

/// A mark between two figures is a time, a ratio or a thousands mark.
bool joinsFigures(std::u16string_view line, std::size_t at) {
  return isDigit(unitBefore(line, at)) && isDigit(unitAt(line, at + 1));
}

bool standsInChinese(std::u16string_view line, std::size_t at) {
  return isChinese(lastInkBefore(line, at)) || isChinese(unitAt(line, skipSpaces(line, at + 1)));
}

bool holdsHan(std::u16string_view text) {
  return std::ranges::any_of(text, isHan);
}

/// Collects the edits of one line.
class LineEdits {
 public:
  LineEdits(std::u16string_view line, std::size_t offset, std::vector<Edit>& into)
      : m_line(line), m_offset(offset), m_into(into) {}

  void collect() {
    for (std::size_t at = 0; at < m_line.size(); ++at) {
      switch (m_line[at]) {
        case u',':
        case u':':
        case u';':
          pause(at);
          break;
        case u'!':
          if (isHan(unitBefore(m_line, at))) add(at, u'！');
          break;
        case u'(':
          opening(at);
          break;
        case u')':
          closing(at);
          break;
        case u'"':
          m_quotes.push_back(at);
          break;
        default:
          break;
      }
    }
    quotes();
  }

 private:
  void add(std::size_t at, char16_t with) {
    m_into.push_back({Span{at, at + 1}.shifted(m_offset), std::u16string(1, with)});
  }

  void pause(std::size_t at) {
    if (joinsFigures(m_line, at) || !standsInChinese(m_line, at) || inAddress(m_line, at) ||
        endsEntity(m_line, at))
      return;
    add(at, fullWidthOf(m_line[at]));
  }

  /// A pair is Chinese if it follows Chinese text or holds some, or numbers an item before it.
  void opening(std::size_t at) {
    const std::u16string_view reach = m_line.substr(at + 1, kReach);
    const std::size_t length = reach.find_first_of(u")）");
    const std::u16string_view inside = reach.substr(0, length == reach.npos ? 0 : length);
    const char16_t before = lastInkBefore(m_line, at);
    const bool numbers =
        length != reach.npos && !isEnglish(before) && isHan(unitAt(m_line, at + length + 2));
    const bool chinese = isChinese(before) || holdsHan(inside) || numbers;
    m_open.push_back(chinese);
    if (chinese) add(at, u'（');
  }

  void closing(std::size_t at) {
    bool chinese = isChinese(unitBefore(m_line, at));
    if (!m_open.empty()) {
      chinese = m_open.back();
      m_open.pop_back();
    }
    if (chinese) add(at, u'）');
  }

  /// Straight quotes count only in pairs, so that an inch or a slip is not made worse.
  void quotes() {
    if (m_quotes.size() % 2 != 0) return;
    for (std::size_t n = 0; n + 1 < m_quotes.size(); n += 2) {
      const std::u16string_view inside =
          m_line.substr(m_quotes[n] + 1, m_quotes[n + 1] - m_quotes[n] - 1);
      if (!holdsHan(inside)) continue;
      add(m_quotes[n], u'“');
      add(m_quotes[n + 1], u'”');
    }
  }

  std::u16string_view m_line;
  std::size_t m_offset;
  std::vector<Edit>& m_into;
  std::vector<bool> m_open;
  std::vector<std::size_t> m_quotes;
};

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  Fix fix{"full-width", {}, {}};
  for (std::size_t n = 0; n < text.lines.count(); ++n) {
    const Span span = text.lines.span(n);
    LineEdits(span.of(text.text), span.begin, fix.edits).collect();
  }
  if (fix.edits.empty()) return;
  std::ranges::sort(fix.edits, {}, &Edit::span);
  const std::string count = std::to_string(fix.edits.size());
  const Edit& first = fix.edits.front();
  Finding finding =
      findingOf(rule, first.span, {count, toUtf8(first.span.of(text.text)), toUtf8(first.with)});
  fix.arguments = {count};
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

}  // namespace

DocumentRulePointer halfWidthMarksRule() {
  static constexpr RuleInfo kInfo{"punctuation.half-width", Category::Punctuation,
                                  Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian
