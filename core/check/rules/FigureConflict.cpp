#include <algorithm>
#include <map>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Ledger.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// What a figure counts must be told in so many characters to be known again.
constexpr std::size_t kShortest = 5;
constexpr std::size_t kLongest = 24;
/// A quantity told more often has many values on purpose (one a village).
constexpr std::size_t kMostTold = 4;

/// Words that say how far a total reaches, not what is counted.
constexpr std::u16string_view kTotals[] = {
    u"全年", u"今年", u"本年度", u"本年", u"年内",   u"一年来", u"全县", u"全市",
    u"全区", u"全镇", u"全乡",   u"全局", u"我局",   u"我委",   u"我办", u"我县",
    u"我市", u"我区", u"我镇",   u"我乡", u"本机关", u"本单位", u"共计", u"总共",
    u"一共", u"累计", u"总计",   u"合计", u"先后",   u"已",     u"均",   u"共",
    u"总",   u"计",   u"达到",   u"达",   u"了",     u"为"};
/// Words that speak of a total at all.
constexpr std::u16string_view kWhole[] = {u"全年", u"今年", u"本年", u"年内", u"一年来",
                                          u"共",   u"累计", u"总计", u"合计", u"年度"};
/// Words that make a figure one of a part, of another time, or of what is planned.
constexpr std::u16string_view kOtherScope[] = {
    u"其中", u"同比", u"环比",   u"上年", u"去年", u"往年", u"前年", u"上半年", u"下半年", u"季度",
    u"月",   u"每",   u"平均",   u"人均", u"户均", u"计划", u"目标", u"预计",   u"力争",   u"将",
    u"拟",   u"分别", u"各",     u"以来", u"历年", u"通过", u"利用", u"依托",   u"渠道",   u"方式",
    u"平台", u"网站", u"微信",   u"微博", u"比",   u"较",   u"增加", u"增长",   u"减少",   u"下降",
    u"任务", u"要求", u"不少于", u"第",   u"本级", u"直属", u"下属", u"当日",   u"当天",   u"现场"};

bool holdsOne(std::u16string_view text, std::span<const std::u16string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.contains(word); });
}

/// What is counted without the words of totals: "全年共收到公开申请" is 收到公开申请.
std::u16string subjectOf(std::u16string_view clause) {
  std::u16string out(clause);
  for (const std::u16string_view word : kTotals) {
    for (std::size_t at = out.find(word); at != out.npos; at = out.find(word)) {
      out.erase(at, word.size());
    }
  }
  std::erase_if(out, [](char16_t c) { return !isHan(c); });
  if (out.starts_with(u'年')) out.erase(0, 1);
  return out;
}

/// One time that a quantity is told.
struct Told {
  Span span;
  std::int64_t value = 0;
  std::int64_t step = 0;
  std::size_t sentence = 0;  ///< where it begins
  std::size_t part = 0;      ///< where the part that it stands in begins
  bool whole = false;        ///< its sentence says that it is the total
};

using Quantities = std::map<std::pair<std::u16string, std::u16string>, std::vector<Told>>;

class Reader {
 public:
  Reader(const CheckedText& text, const Measures& measures) : m_text(text), m_measures(measures) {}

  void read(const Block& block) {
    if (block.kind == BlockKind::Heading) m_part = block.span.begin;
    const std::u16string_view line = block.span.of(m_text.folded);
    const std::vector<Figure> figures = figuresOf(line, m_measures);
    for (std::size_t n = 0; n < figures.size(); ++n) {
      const Figure& figure = figures[n];
      if (figure.ordinal || figure.approximate || figure.percent || figure.unit.empty()) continue;
      const std::size_t mark =
          line.substr(0, figure.span.begin).find_last_of(u"，,；;。：:（(）)、！？“”《》");
      const std::size_t clause = mark == line.npos ? 0 : mark + 1;
      // A second figure in its clause counts something that the first one names.
      if (n > 0 && figures[n - 1].span.begin >= clause) continue;
      add(block, line, {clause, figure.span.begin}, figure);
    }
  }

  [[nodiscard]] const Quantities& found() const { return m_found; }

 private:
  void add(const Block& block, std::u16string_view line, Span clause, const Figure& figure) {
    const std::size_t start = sentenceStart(line, figure.span.begin);
    const std::u16string_view sentence = Span{start, figure.span.begin}.of(line);
    const std::u16string_view after = line.substr(figure.whole().end, 2);
    if (holdsOne(sentence, kOtherScope) || after.starts_with(u"以") || after.starts_with(u"）"))
      return;
    std::u16string subject = subjectOf(clause.of(line));
    if (subject.size() < kShortest || subject.size() > kLongest) return;
    m_found[{std::move(subject), std::u16string(figure.unit.of(line))}].push_back(
        {figure.whole().shifted(block.span.begin), figure.value, figure.step,
         block.span.begin + start, m_part, holdsOne(sentence, kWhole)});
  }

  const CheckedText& m_text;
  const Measures& m_measures;
  Quantities m_found;
  std::size_t m_part = 0;
};

/// 1.2万 and 12,345 are one value, told less and more exactly.
bool agree(const Told& a, const Told& b) {
  return std::abs(a.value - b.value) < std::max(a.step, b.step) || a.value == b.value;
}

class FigureConflictRule final : public DocumentRule {
 public:
  explicit FigureConflictRule(Measures measures) : m_measures(std::move(measures)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) {
      Reader reader(text, m_measures);
      for (const Block& block : report.blocks) {
        if (isProse(&block) && block.kind != BlockKind::Title) reader.read(block);
      }
      for (const auto& [subject, told] : reader.found()) compare(text, told, into);
    }
  }

 private:
  static constexpr RuleInfo kInfo{"contradiction.figure", Category::Contradiction,
                                  Severity::Warning};

  static void compare(const CheckedText& text, const std::vector<Told>& told,
                      std::vector<Finding>& into) {
    if (told.size() < 2 || told.size() > kMostTold) return;
    const auto total = std::ranges::find_if(told, &Told::whole);
    if (total == told.end()) return;
    for (const Told& one : told) {
      if (&one == &*total || one.sentence == total->sentence || agree(one, *total)) continue;
      // What is no total is one of its own part (the checks of one office among those of all).
      if (!one.whole && one.part != total->part) continue;
      const Told& earlier = one.span.begin < total->span.begin ? one : *total;
      const Told& later = &earlier == &one ? *total : one;
      Finding finding =
          findingOf(kInfo, later.span,
                    {toUtf8(later.span.of(text.text)), toUtf8(earlier.span.of(text.text))});
      finding.related.push_back(earlier.span);
      into.push_back(std::move(finding));
      return;
    }
  }

  Measures m_measures;
};

}  // namespace

Result<DocumentRulePointer> figureConflictRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  return std::make_shared<FigureConflictRule>(std::move(*measures));
}

}  // namespace moxian
