#include <array>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Figures.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/StatutoryReport.h"

namespace moxian {
namespace {

constexpr std::size_t kColumns = 7;

/// The rows of the table that sentences of the overview speak of, in its order.
enum class Row : std::size_t { Received, CarriedOver, Granted, PartlyGranted, CarriedOn };

/// Words that make a figure one of a part only, or of another year.
constexpr std::array<std::u16string_view, 18> kOtherScope = {
    u"其中", u"信函", u"邮", u"网", u"当面", u"现场", u"传真", u"平台", u"线上",
    u"本级", u"办公", u"比", u"同", u"增",   u"减",   u"以来", u"历年", u"累计"};

bool holds(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  for (const std::u16string_view word : words) {
    if (text.contains(word)) return true;
  }
  return false;
}

/// Which row a clause before its figure speaks of.
std::optional<Row> rowOf(std::u16string_view clause) {
  for (const std::u16string_view word : kOtherScope) {
    if (clause.contains(word)) return {};
  }
  if (holds(clause, {u"结转", u"顺延"})) {
    if (holds(clause, {u"下年", u"下一年", u"次年"})) return Row::CarriedOn;
    if (holds(clause, {u"上年", u"上一年", u"去年"})) return Row::CarriedOver;
    return {};
  }
  const bool received = holds(clause, {u"收到", u"受理", u"新收", u"接收"});
  if (received && holds(clause, {u"公开申请", u"收到申请", u"受理申请"})) return Row::Received;
  return {};
}

/// "予以公开5件" alone in its clause: a result of all applications, where the sentence is not about
/// some of them ("网上申请8件，予以公开5件").
std::optional<Row> resultOf(std::u16string_view clause, std::u16string_view sentence) {
  if (holds(sentence, {u"信函", u"邮", u"网", u"当面", u"现场", u"传真", u"平台", u"本级", u"涉及",
                       u"上年", u"去年", u"法人", u"企业", u"自然人", u"个人"}))
    return {};
  if (clause == u"予以公开" || clause == u"其中予以公开") return Row::Granted;
  if (clause == u"部分公开" || clause == u"予以部分公开") return Row::PartlyGranted;
  return {};
}

class Comparison {
 public:
  Comparison(const RuleInfo& rule, const CheckedText& text, const Measures& measures,
             const ApplicationTable& table)
      : m_rule(rule), m_text(text), m_measures(measures), m_table(table) {}

  void checkLine(Span line, std::vector<Finding>& into) const {
    const std::u16string_view words = line.of(m_text.folded);
    for (const Figure& figure : figuresOf(words, m_measures)) {
      if (figure.approximate || figure.ordinal || figure.percent) continue;
      if (figure.unit.of(words) != u"件" && figure.unit.of(words) != u"宗") continue;
      const std::size_t mark = words.substr(0, figure.span.begin).find_last_of(u"，,；;。：:（(、");
      const std::size_t begin = mark == words.npos ? 0 : mark + 1;
      const std::u16string_view clause = words.substr(begin, figure.span.begin - begin);
      const std::size_t first = sentenceStart(words, figure.span.begin);
      const std::size_t close =
          std::min(words.find_first_of(u"。；", figure.span.begin), words.size());
      auto row = resultOf(clause, words.substr(first, close - first));
      if (!row) row = rowOf(clause);
      if (row) compare(*row, figure, line.begin, into);
    }
  }

 private:
  [[nodiscard]] std::size_t cellOf(Row row) const {
    const std::size_t rows = m_table.cells.size() / kColumns;
    const std::size_t n = row == Row::CarriedOn ? rows - 1 : static_cast<std::size_t>(row);
    return n * kColumns + kColumns - 1;
  }

  void compare(Row row, const Figure& figure, std::size_t begin, std::vector<Finding>& into) const {
    const Cell& cell = m_table.cells[cellOf(row)];
    if (figure.value == cell.value) return;
    // Some offices count what came over from the year before as received.
    const Cell& before = m_table.cells[cellOf(Row::CarriedOver)];
    if (row == Row::Received && figure.value == cell.value + before.value) return;
    Finding finding = findingOf(m_rule, figure.whole().shifted(begin),
                                {valueText(figure.value), valueText(cell.value)});
    finding.related.push_back(cell.span);
    into.push_back(std::move(finding));
  }

  const RuleInfo& m_rule;
  const CheckedText& m_text;
  const Measures& m_measures;
  const ApplicationTable& m_table;
};

/// The totals of the table of part 4; nothing unless all its figures were read and it agrees with
/// itself.
struct Proceedings {
  Cell reviews;               ///< 行政复议
  Cell suits;                 ///< 行政诉讼 without review before
  std::int64_t allSuits = 0;  ///< with those after a review
};

std::optional<Proceedings> proceedingsOf(const CheckedText& text, Span section) {
  constexpr std::size_t kGroup = 5;
  constexpr std::size_t kGroups = 3;
  const std::vector<Cell> cells = figuresIn(text, section);
  if (cells.size() != kGroup * kGroups) return {};
  for (std::size_t group = 0; group < kGroups; ++group) {
    std::int64_t sum = 0;
    for (std::size_t n = 0; n + 1 < kGroup; ++n) sum += cells[group * kGroup + n].value;
    if (sum != cells[group * kGroup + kGroup - 1].value) return {};
  }
  return Proceedings{cells[4], cells[9], cells[9].value + cells[14].value};
}

/// "因政府信息公开被申请行政复议5件，被提起行政诉讼3件": a clause that ends in these words counts
/// all of the year.
void compareProceedings(const RuleInfo& rule, const CheckedText& text, const Measures& measures,
                        const Proceedings& table, Span line, std::vector<Finding>& into) {
  const std::u16string_view words = line.of(text.folded);
  for (const Figure& figure : figuresOf(words, measures)) {
    if (figure.approximate || figure.ordinal || figure.percent) continue;
    if (figure.unit.of(words) != u"件") continue;
    const std::u16string_view before = words.substr(0, figure.span.begin);
    const bool reviews = before.ends_with(u"被申请行政复议");
    const bool suits = before.ends_with(u"被提起行政诉讼");
    const std::u16string_view sentence = before.substr(sentenceStart(words, figure.span.begin));
    if ((!reviews && !suits) || holds(sentence, {u"其中", u"上年", u"去年", u"本级", u"累计"}))
      continue;
    const std::int64_t right = reviews ? table.reviews.value : table.allSuits;
    // Some offices count suits after a review with the reviews alone.
    if (figure.value == right || (suits && figure.value == table.suits.value)) continue;
    into.push_back(findingOf(rule, figure.whole().shifted(line.begin),
                             {valueText(figure.value), valueText(right)}));
    into.back().related.push_back(reviews ? table.reviews.span : table.suits.span);
  }
}

/// True if the table agrees with itself where the comparison looks: one cause, one finding.
bool isSound(const ApplicationTable& table) {
  const std::size_t rows = table.cells.size() / kColumns;
  for (const std::size_t row :
       {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{3}, rows - 1}) {
    std::int64_t sum = 0;
    for (std::size_t n = 0; n + 1 < kColumns; ++n) sum += table.cells[row * kColumns + n].value;
    if (sum != table.cells[row * kColumns + kColumns - 1].value) return false;
  }
  return true;
}

class TextAgainstTableRule final : public DocumentRule {
 public:
  explicit TextAgainstTableRule(Measures measures) : m_measures(std::move(measures)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) {
      const StatutoryReport parts = statutoryReport(text, report);
      checkProceedings(text, report, parts, into);
      if (parts.applications.empty() || parts.overview.empty()) continue;
      const ApplicationTable table = applicationTable(text, parts.applications);
      if (!table.complete || !isSound(table)) continue;
      const Comparison comparison(kInfo, text, m_measures, table);
      for (const Block& block : report.blocks) {
        if (parts.overview.contains(block.span.begin)) comparison.checkLine(block.span, into);
      }
    }
  }

 private:
  void checkProceedings(const CheckedText& text, const Report& report, const StatutoryReport& parts,
                        std::vector<Finding>& into) const {
    if (parts.proceedings.empty() || parts.overview.empty()) return;
    const auto table = proceedingsOf(text, parts.proceedings);
    if (!table) return;
    for (const Block& block : report.blocks) {
      if (parts.overview.contains(block.span.begin))
        compareProceedings(kInfo, text, m_measures, *table, block.span, into);
    }
  }

  static constexpr RuleInfo kInfo{"arithmetic.table-text", Category::Arithmetic, Severity::Warning};
  Measures m_measures;
};

}  // namespace

Result<DocumentRulePointer> textAgainstTableRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  return std::make_shared<TextAgainstTableRule>(std::move(*measures));
}

}  // namespace moxian
