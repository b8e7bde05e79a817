#include "core/report/Siblings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/report/HeadingRoles.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kLevels = 6;   // 0 to 5
constexpr int kDeepestSentence = 2;  // a whole sentence behind 1. or （1） is an item

class Siblings {
 public:
  Siblings(ReportBlocks& report, const ParsedText& text, std::size_t first,
           const SignalTable& signals, double labelThreshold)
      : m_report(report),
        m_blocks(report.blocks),
        m_text(text),
        m_first(first),
        m_signals(signals),
        m_threshold(labelThreshold) {}

  void run() {
    for (std::size_t b = 0; b < m_blocks.size(); ++b) {
      const Block& block = m_blocks[b];
      if (block.number) {
        add(b);
      } else if (block.kind == BlockKind::Heading) {
        settleFrom(1);
      }
    }
    settleFrom(1);
  }

 private:
  using Run = std::vector<std::size_t>;

  void add(std::size_t b) {
    const Block& block = m_blocks[b];
    const auto level = static_cast<std::size_t>(block.level);
    settleFrom(level + 1);
    Run& run = m_open.at(level);
    const bool goesOn = !run.empty() && block.number->ordinal > 1 &&
                        m_blocks[run.back()].number->form == block.number->form;
    if (!goesOn) settleFrom(level);
    run.push_back(b);
  }

  /// Ends the runs of a level and of the deeper ones.
  void settleFrom(std::size_t level) {
    for (std::size_t deeper = kLevels; deeper-- > level;) {
      settle(m_open.at(deeper));
      m_open.at(deeper).clear();
    }
  }

  void settle(const Run& run) {
    settleRunIns(run);
    if (std::ranges::none_of(run, [&](std::size_t b) { return isSentenceHeading(b); })) return;
    const bool deep = m_blocks[run.front()].level > kDeepestSentence;
    if (!deep && !areItems(run)) return;
    for (const std::size_t b : run) {
      if (isSentenceHeading(b)) makeItem(b);
    }
  }

  /// 开展宣传6次，发放资料1200份。群众满意。 is an item of two sentences, if the siblings are plain
  /// items too and none has a heading.
  void settleRunIns(const Run& run) {
    const auto runsIn = [&](std::size_t b) { return m_blocks[b].runIn; };
    if (std::ranges::none_of(run, runsIn) || !areItems(run)) return;
    for (const std::size_t b : run) {
      if (runsIn(b) && !tellsFigures(b)) return;
    }
    for (const std::size_t b : run) {
      if (runsIn(b)) makeItem(b);
    }
  }

  /// True for words in clauses with a figure, or that end with one (节水宣传6次), as no heading
  /// does.
  [[nodiscard]] bool tellsFigures(std::size_t b) const {
    constexpr std::u16string_view kMeasures = u"个项次名期件场条份户人家处座台套篇批亩吨元万公千";
    constexpr std::size_t kLongestMeasure = 3;
    const auto head = m_report.heads[b].of(m_text.plain.text());
    const auto last = std::find_if(head.rbegin(), head.rend(), isDigit) - head.rbegin();
    const auto tail = head.substr(head.size() - static_cast<std::size_t>(last));
    if (tail.size() == head.size() || announcedBy(b)) return false;
    const bool ends =
        !tail.empty() && tail.size() <= kLongestMeasure && kMeasures.contains(tail.front());
    return ends || head.contains(u'，');
  }

  /// True if a sibling is plain text. Sections of the first level that have text of their own stay
  /// headings beside an empty one.
  [[nodiscard]] bool areItems(const Run& run) const {
    const bool sections = m_blocks[run.front()].level == 1 &&
                          std::any_of(run.begin(), run.end() - 1,
                                      [&](std::size_t b) { return isSentenceHeading(b); });
    return !sections && std::ranges::any_of(run, [&](std::size_t b) { return isPlainItem(b); });
  }

  /// A line that only its number has been typed of tells nothing.
  [[nodiscard]] bool isPlainItem(std::size_t b) const {
    return m_blocks[b].kind == BlockKind::Paragraph && !words(b).empty();
  }

  [[nodiscard]] bool isSentenceHeading(std::size_t b) const {
    const Block& block = m_blocks[b];
    return block.kind == BlockKind::Heading && !block.runIn && endsWithMark(words(b)) &&
           !announces(b) && !holdsNumbers(b);
  }

  /// True for the name of a part: below 存在的问题, 经费不足 is none.
  [[nodiscard]] bool announces(std::size_t b) const {
    const auto role = announcedBy(b);
    if (!role) return false;
    for (auto level = static_cast<std::size_t>(m_blocks[b].level); level-- > 1;) {
      if (m_open.at(level).empty()) continue;
      if (const auto above = announcedBy(m_open.at(level).back())) return above != role;
    }
    return true;
  }

  [[nodiscard]] std::optional<Role> announcedBy(std::size_t b) const {
    const auto head = m_report.heads[b].of(m_text.plain.text());
    return announcedRole(headingEvidence(head, m_signals, {}), m_threshold);
  }

  [[nodiscard]] bool holdsNumbers(std::size_t b) const {
    std::size_t next = b + 1;
    while (next < m_blocks.size() && m_blocks[next].kind == BlockKind::Noise) ++next;
    return next < m_blocks.size() && m_blocks[next].level > m_blocks[b].level;
  }

  /// What stands behind the number.
  [[nodiscard]] std::u16string_view words(std::size_t b) const {
    auto plain = m_text.view(m_first + b);
    plain.remove_prefix(m_text.lines[m_first + b].number->length);
    return plain;
  }

  void makeItem(std::size_t b) {
    m_blocks[b].kind = BlockKind::Paragraph;
    m_blocks[b].headText = {};
    m_blocks[b].runIn = false;
    m_report.heads[b] = {};
  }

  ReportBlocks& m_report;
  std::vector<Block>& m_blocks;
  const ParsedText& m_text;
  std::size_t m_first;
  const SignalTable& m_signals;
  double m_threshold;
  std::array<Run, kLevels> m_open;  // by level
};

}  // namespace

void settleSiblings(ReportBlocks& report, const ParsedText& text, std::size_t first,
                    const SignalTable& signals, double labelThreshold) {
  Siblings(report, text, first, signals, labelThreshold).run();
}

}  // namespace moxian
