#include "core/check/ProblemMap.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/check/Ledger.h"
#include "core/check/Scan.h"
#include "core/check/rules/Ordinals.h"

namespace moxian {
namespace {

/// Shared words must weigh so much to join a problem and a measure.
constexpr double kLeastWeight = 1.6;
/// No more measures are shown for one problem.
constexpr std::size_t kMostAnswers = 3;
/// Items and words of an item beyond these are not compared, so that the cost stays small.
constexpr std::size_t kMostItems = 60;
constexpr std::size_t kMostWords = 200;

/// Words that problems and measures of every kind hold.
constexpr std::u16string_view kCommon[] = {
    u"工作", u"问题", u"进一", u"一步", u"加强", u"提高", u"提升", u"完善", u"推进", u"推动",
    u"不够", u"不足", u"不高", u"还需", u"需要", u"有待", u"存在", u"部分", u"个别", u"方面",
    u"力度", u"加大", u"强化", u"深化", u"优化", u"健全", u"落实", u"开展", u"做好", u"抓好",
    u"坚持", u"继续", u"持续", u"全面", u"积极", u"切实", u"确保", u"能力", u"水平", u"质量",
    u"下一", u"明年", u"今年", u"我局", u"我县", u"我市", u"我区", u"我镇", u"单位", u"部门",
    u"政府", u"全县", u"全市", u"全区", u"建设", u"管理", u"服务", u"针对", u"不强", u"不到"};

bool isCommon(std::u16string_view pair) {
  return std::ranges::find(kCommon, pair) != std::end(kCommon);
}

using Words = std::set<std::u16string_view>;

/// The pairs of Han characters of an item.
Words wordsOf(std::u16string_view text) {
  Words out;
  text = text.substr(0, kMostWords);
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const std::u16string_view pair = text.substr(at, 2);
    if (isHan(pair[0]) && isHan(pair[1]) && !isCommon(pair)) out.insert(pair);
  }
  return out;
}

/// What a problem or plan part is divided by.
struct Region {
  Role role;
  std::vector<Span> starts;  ///< where items begin; the span is their number or 一是
};

/// The parts of a block with a role.
std::vector<Span> partsOf(const Block& block, Role role) {
  std::vector<Span> out;
  std::size_t begin = block.span.begin;
  const auto add = [&](Span span, Role is) {
    if (is == role && !span.empty()) out.push_back(span);
  };
  for (const RoleSpan& part : block.spans) {
    add({begin, std::max(begin, part.span.begin)}, block.role);
    add(part.span, part.role);
    begin = part.span.end;
  }
  add({std::min(begin, block.span.end), block.span.end}, block.role);
  return out;
}

bool isSectionHeading(const Block& block) {
  return block.kind == BlockKind::Heading && !block.runIn &&
         (!block.number || block.number->form == NumberForm::Chinese ||
          block.number->form == NumberForm::ChinesePart);
}

/// Reads the items of one role.
class Items {
 public:
  Items(const CheckedText& text, const Report& report, Role role)
      : m_text(text), m_report(report), m_role(role) {
    for (const Block& block : report.blocks) {
      if (!isProse(&block) || isSectionHeading(block)) continue;
      for (const Span part : partsOf(block, role)) m_parts.push_back({&block, part});
    }
    for (const OrdinalList& list : ordinalLists(text, report)) {
      if (list.size() < 2) continue;
      for (const Ordinal& one : list) m_ordinals.push_back(one.span);
    }
    std::ranges::sort(m_ordinals, {}, &Span::begin);
  }

  [[nodiscard]] std::vector<MapItem> read() {
    const bool numbered = std::ranges::any_of(m_parts, startsNumbered);
    const bool ordinals = std::ranges::any_of(m_parts, [&](const Part& part) {
      return !ordinalsIn(part.span).empty();
    });
    for (const Part& part : m_parts) {
      if (numbered) {
        readNumbered(part);
      } else if (ordinals) {
        readOrdinals(part);
      } else {
        readSentences(part);
      }
      if (m_items.size() >= kMostItems) break;
    }
    return std::move(m_items);
  }

 private:
  struct Part {
    const Block* block;
    Span span;
  };

  static bool startsNumbered(const Part& part) {
    return part.block->number && part.span.begin <= part.block->number->span.end &&
           part.block->number->form != NumberForm::Chinese;
  }

  [[nodiscard]] std::vector<Span> ordinalsIn(Span part) const {
    const auto first = std::ranges::lower_bound(m_ordinals, part.begin, {}, &Span::begin);
    const auto last = std::ranges::lower_bound(first, m_ordinals.end(), part.end, {}, &Span::begin);
    return {first, last};
  }

  /// `from`: behind the number or 一是 of the item.
  void add(Span span, std::size_t from) {
    const std::u16string_view words = span.of(m_text.folded);
    const std::size_t skipped = skipSpaces(words, from - span.begin);
    const std::size_t end =
        std::min(words.find_first_of(u"，,。；;：:！？\n", skipped), words.size());
    if (end - std::min(end, skipped) < 2) return;
    m_items.push_back({span, Span{skipped, end}.shifted(span.begin), {}});
  }

  void readNumbered(const Part& part) {
    if (startsNumbered(part)) {
      add(part.span, part.block->number->span.end);
    } else if (!m_items.empty()) {
      m_items.back().span.end = part.span.end;
    }
  }

  void readOrdinals(const Part& part) {
    const std::vector<Span> starts = ordinalsIn(part.span);
    for (std::size_t n = 0; n < starts.size(); ++n) {
      const std::size_t end = n + 1 < starts.size() ? starts[n + 1].begin : part.span.end;
      add({starts[n].begin, end}, starts[n].end);
    }
  }

  void readSentences(const Part& part) {
    const std::u16string_view words = part.span.of(m_text.folded);
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t mark = std::min(words.find_first_of(u"。；;！？", begin), words.size());
      const Span span = Span{begin, std::min(mark + 1, words.size())}.shifted(part.span.begin);
      // What only leads to the list is no item of it.
      if (!words.substr(begin, mark - begin).ends_with(u"：")) add(span, span.begin);
      begin = mark + 1;
    }
  }

  const CheckedText& m_text;
  const Report& m_report;
  Role m_role;
  std::vector<Part> m_parts;
  std::vector<Span> m_ordinals;
  std::vector<MapItem> m_items;
};

/// How telling a pair of characters is: those of many items weigh little.
using Weights = std::map<std::u16string_view, double>;

Weights weightsOf(const std::vector<Words>& items) {
  Weights counts;
  for (const Words& words : items) {
    for (const std::u16string_view word : words) counts[word] += 1;
  }
  for (auto& [word, weight] : counts) {
    weight = std::log(1.0 + static_cast<double>(items.size()) / weight) / 1.6;
  }
  return counts;
}

double likeness(const Words& a, const Words& b, const Weights& weights) {
  double out = 0;
  for (const std::u16string_view word : a) {
    if (b.contains(word)) out += weights.at(word);
  }
  return out;
}

void join(ProblemMap& map, std::size_t problem, std::size_t measure) {
  map.problems[problem].answers.push_back(measure);
  map.measures[measure].answers.push_back(problem);
}

void joinByWords(ProblemMap& map, const CheckedText& text) {
  std::vector<Words> words;
  for (const auto* items : {&map.problems, &map.measures}) {
    for (const MapItem& item : *items) words.push_back(wordsOf(item.span.of(text.folded)));
  }
  const Weights weights = weightsOf(words);
  for (std::size_t p = 0; p < map.problems.size(); ++p) {
    std::vector<std::pair<double, std::size_t>> ranked;
    for (std::size_t m = 0; m < map.measures.size(); ++m) {
      const double weight = likeness(words[p], words[map.problems.size() + m], weights);
      if (weight >= kLeastWeight) ranked.push_back({-weight, m});
    }
    std::ranges::sort(ranked);
    if (ranked.size() > kMostAnswers) ranked.resize(kMostAnswers);
    for (const auto& [weight, m] : ranked) join(map, p, m);
  }
}

/// Lists of one length usually answer each other in order.
void joinByOrder(ProblemMap& map) {
  if (map.problems.size() != map.measures.size()) return;
  for (std::size_t n = 0; n < map.problems.size(); ++n) {
    if (map.problems[n].answers.empty() && map.measures[n].answers.empty()) join(map, n, n);
  }
}

}  // namespace

ProblemMap problemMapOf(const CheckedText& text, const Report& report) {
  ProblemMap out;
  out.problems = Items(text, report, Role::Problems).read();
  out.measures = Items(text, report, Role::NextSteps).read();
  if (!out.measures.empty()) {
    out.insertAt = out.measures.back().span.end;
  } else if (!report.blocks.empty()) {
    out.insertAt = report.blocks.back().span.end;
  }
  if (out.problems.empty() || out.measures.empty()) return out;
  joinByWords(out, text);
  joinByOrder(out);
  return out;
}

std::u16string measureStub(const CheckedText& text, const MapItem& problem) {
  return u"针对" + std::u16string(problem.head.of(text.text)) + u"的问题，〔…〕。";
}

}  // namespace moxian
