#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/ListEnds.h"
#include "core/check/rules/OpenMarks.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kEnds = u"。！？…；：.!?;:，、,—";
/// A remark in brackets may end a paragraph behind its full stop.
constexpr std::u16string_view kRemarkEnds = u"）)〕】]";
constexpr std::size_t kShortest = 10;
constexpr std::size_t kShown = 4;

bool isSentence(std::u16string_view line) {
  return line.find_first_of(u"，。；,;") != line.npos;
}

bool lacksFinal(std::u16string_view line) {
  std::size_t end = line.size();
  while (end > 0 && isOneOf(line[end - 1], u"”’」』\"")) --end;
  if (end == 0 || isOneOf(line[end - 1], kEnds) || isOneOf(line[end - 1], kRemarkEnds))
    return false;
  return isHan(line[end - 1]) || isDigit(line[end - 1]) || isOneOf(line[end - 1], u"%％》");
}

/// "附件：", "联系人：", dates and names end a letter without a full stop.
bool isEndMatter(std::u16string_view line) {
  return line.starts_with(u"附件") || line.starts_with(u"联系") || line.starts_with(u"抄送") ||
         line.starts_with(u"注：") || line.starts_with(u"注:");
}

bool isBareHeading(const Block& block) {
  return block.kind == BlockKind::Heading && !block.runIn && block.number.has_value();
}

/// A lone paragraph between two headings is what the first of them announces: a sentence.
bool isOnlyBody(const Report& report, std::size_t n) {
  if (n == 0 || !isBareHeading(report.blocks[n - 1]) || n + 1 >= report.blocks.size()) return false;
  return report.blocks[n + 1].kind == BlockKind::Heading;
}

/// "……演练4次，" and then a heading: the comma was to be a full stop, or more was to follow.
bool endsMidway(const Report& report, std::size_t n, std::u16string_view line) {
  if (!isOneOf(line.back(), u"，、,") || line.size() < kShortest) return false;
  return n + 1 < report.blocks.size() && report.blocks[n + 1].kind == BlockKind::Heading;
}

/// The mark with which a paragraph ends is not the one that ends a sentence.
void reportMark(const RuleInfo& rule, const CheckedText& text, const Block& block,
                std::string_view variant, std::vector<Finding>& into) {
  const Span span{block.span.end - std::min(kShown, block.span.length()), block.span.end};
  Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
  finding.variant = variant;
  finding.fixes.push_back(replacing({span.end - 1, span.end}, u"。"));
  into.push_back(std::move(finding));
}

/// 交接及时有: a word that no sentence ends with; a full stop alone would not mend it.
bool isCutOff(std::u16string_view end) {
  if (isOneOf(end.back(), u"和与及或把将被从向由并且其而但以")) return true;
  return end.back() == u'有' &&
         !isOneOf(unitBefore(end, end.size() - 1), u"所没尽拥具共现占持特稀固应国公私享富");
}

void reportMissing(const RuleInfo& rule, const CheckedText& text, const Block& block,
                   std::vector<Finding>& into) {
  const std::size_t shown = std::min(kShown, block.span.length());
  const Span span{block.span.end - shown, block.span.end};
  Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
  if (isCutOff(span.of(text.folded))) {
    finding.variant = "cut";
  } else {
    finding.fixes.push_back({"add-full-stop", {}, {{{span.end, span.end}, u"。"}}});
  }
  into.push_back(std::move(finding));
}

/// True if the last sentence of a paragraph leaves a bracket or quote open: one slip lost the other
/// half and the final mark, and it is told where it was opened.
bool endsInOpenMark(const CheckedText& text, const Block& block,
                    const std::vector<std::size_t>& brackets) {
  const std::u16string_view line = block.span.of(text.text);
  const std::size_t last = block.span.begin + sentenceStart(line, line.size());
  const auto bracket = std::ranges::lower_bound(brackets, last);
  if (bracket != brackets.end() && *bracket < block.span.end) return true;
  const auto quote = openQuote(line);
  return quote && block.span.begin + *quote >= last;
}

class FinalMarks {
 public:
  FinalMarks(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into)
      : m_rule(rule), m_text(text), m_into(into), m_brackets(openBrackets(text)) {}

  void read(const Report& report) {
    const ListEnds lists(m_text, report);
    for (std::size_t n = 0; n < report.blocks.size(); ++n) {
      const Block& block = report.blocks[n];
      // The end of a text that breaks off is another rule's.
      if (!isProse(&block) || &block == breakOf(m_text, report)) continue;
      if (endsInOpenMark(m_text, block, m_brackets)) continue;
      if (lists.endsOpen(n) && !isEndMatter(block.span.of(m_text.folded))) {
        reportMark(m_rule, m_text, block, "semicolon", m_into);
      } else if (block.kind == BlockKind::Paragraph || block.runIn) {
        readParagraph(report, n);
      }
    }
  }

 private:
  void readParagraph(const Report& report, std::size_t n) {
    const Block& block = report.blocks[n];
    const std::u16string_view line = block.span.of(m_text.folded);
    if (endsMidway(report, n, line)) {
      reportMark(m_rule, m_text, block, "midway", m_into);
    } else if (lacksFinal(line) && !isEndMatter(line) && isWhole(report, n, line)) {
      reportMissing(m_rule, m_text, block, m_into);
    }
  }

  /// True for sentences, not for names and the like that stand alone.
  static bool isWhole(const Report& report, std::size_t n, std::u16string_view line) {
    return (line.size() >= kShortest && isSentence(line)) || isOnlyBody(report, n);
  }

  const RuleInfo& m_rule;
  const CheckedText& m_text;
  std::vector<Finding>& m_into;
  std::vector<std::size_t> m_brackets;
};

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  FinalMarks marks(rule, text, into);
  for (const Report& report : text.outline.reports) marks.read(report);
}

}  // namespace

DocumentRulePointer missingFinalRule() {
  static constexpr RuleInfo kInfo{"punctuation.missing-final", Category::Punctuation,
                                  Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian
