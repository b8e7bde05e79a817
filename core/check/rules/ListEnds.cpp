#include "core/check/rules/ListEnds.h"

#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/rules/Entities.h"
#include "core/report/Presence.h"

namespace moxian {
namespace {

constexpr std::u16string_view kSemicolons = u"；;";
/// 一、 and （一） head sections; below them numbers may count the items of a sentence.
constexpr int kLowestSection = 2;

/// A paragraph that may belong to the list above it without a number of its own.
bool mayGoOn(std::u16string_view line) {
  if (!line.ends_with(u'。')) return true;
  return std::ranges::any_of(
      std::initializer_list<std::u16string_view>{u"此外", u"另外", u"另", u"同时", u"还", u"以及",
                                                 u"并", u"最后", u"再", u"其", u"又"},
      [&](auto word) { return line.starts_with(word); });
}

}  // namespace

ListEnds::ListEnds(const CheckedText& text, const Report& report)
    : m_text(text),
      m_report(report),
      m_numbered(numberedLines(report)),
      m_ordinals(ordinalLists(text, report)) {}

std::u16string_view ListEnds::line(std::size_t block) const {
  return m_report.blocks[block].span.of(m_text.folded);
}

std::size_t ListEnds::nextProse(std::size_t block) const {
  while (++block < m_report.blocks.size() && m_report.blocks[block].kind == BlockKind::Noise) {
  }
  return block;
}

const NumberedLine* ListEnds::numbered(std::size_t block) const {
  const NumberedLine* found = above(block);
  return found != nullptr && found->block == &m_report.blocks[block] ? found : nullptr;
}

/// The numbered line in whose text a block stands; nullptr if there is none.
const NumberedLine* ListEnds::above(std::size_t block) const {
  const auto past =
      std::ranges::upper_bound(m_numbered, m_report.blocks[block].span.begin, {},
                               [](const NumberedLine& one) { return one.block->span.begin; });
  return past == m_numbered.begin() ? nullptr : &*std::prev(past);
}

/// True for what heads a section, not for a numbered item that is a clause itself.
bool ListEnds::isHeading(std::size_t block) const {
  const Block& one = m_report.blocks[block];
  if (one.kind != BlockKind::Heading) return false;
  const NumberedLine* number = numbered(block);
  if (number == nullptr || number->rank <= kLowestSection) return true;
  return !one.runIn && !isOneOf(line(block).back(), u"；;，,：:");
}

/// True if the heading below a block counts on from the item that the block is or ends.
bool ListEnds::goesOnBelow(std::size_t block, std::size_t next) const {
  const NumberedLine* own = above(block);
  const NumberedLine* below = numbered(next);
  if (own == nullptr || below == nullptr || own->next == NumberedLine::npos) return false;
  const bool counts = &m_numbered[own->next] == below;
  return counts && (own->block == &m_report.blocks[block] || own->rank > kLowestSection);
}

/// True for the last of several items, be they 一是, 二是 or numbered lines. The semicolon behind a
/// second sentence may divide a list within the item.
bool ListEnds::isLastItem(std::size_t block) const {
  if (line(block).contains(u'。')) return false;
  if (const NumberedLine* own = numbered(block)) {
    return own->previous != NumberedLine::npos && own->next == NumberedLine::npos;
  }
  return std::ranges::any_of(m_ordinals, [&](const OrdinalList& list) {
    return list.size() > 1 && list.back().block == block &&
           list.back().span.begin == m_report.blocks[block].span.begin;
  });
}

bool ListEnds::endsOpen(std::size_t block) const {
  const Block& one = m_report.blocks[block];
  const std::u16string_view words = line(block);
  if (one.kind != BlockKind::Paragraph && one.kind != BlockKind::Heading) return false;
  if (!isOneOf(words.back(), kSemicolons) || endsEntity(words, words.size() - 1)) return false;
  if (one.role == Role::Closing) return false;  // names of attachments may end so
  if (&one == lastBeforeSignature(m_report, m_text.text)) return true;
  const std::size_t next = nextProse(block);
  if (next == m_report.blocks.size()) return false;
  if (m_report.blocks[next].kind == BlockKind::Heading) {
    return isHeading(next) && !goesOnBelow(block, next);
  }
  const bool plain =
      m_report.blocks[next].kind == BlockKind::Paragraph && !m_report.blocks[next].number;
  return plain && isLastItem(block) && !mayGoOn(line(next));
}

}  // namespace moxian
