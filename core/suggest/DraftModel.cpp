#include "core/suggest/DraftModel.h"

#include <algorithm>
#include <utility>

#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kTail = 32;

template <class Key>
Key mostFrequent(const std::map<Key, int>& counts) {
  Key best{};
  int most = 0;
  for (const auto& [key, count] : counts) {
    if (count > most) {
      best = key;
      most = count;
    }
  }
  return best;
}

std::u16string one(char16_t c) {
  return c == 0 ? std::u16string() : std::u16string(1, c);
}

std::uint32_t pairOf(std::u16string_view keys, std::size_t end) {
  return (static_cast<std::uint32_t>(keys[end - 2]) << 16U) | keys[end - 1];
}

std::size_t ordinalOf(char16_t symbol) {
  return static_cast<std::size_t>(symbol - symbol::kChapter);
}

}  // namespace

void DraftModel::reset(std::u16string_view title) {
  *this = DraftModel();
  m_text = u'\n';
  if (!title.empty()) m_text.append(title).append({symbol::kEnd, u'\n'});
  m_begin = m_text.size();
  learn(m_begin);
}

void DraftModel::append(std::u16string_view typed) {
  if (m_begin == 0) reset({});
  m_text += typed;
  // What the last character stands for shows with the next one, a figure when it is over.
  std::size_t end = m_text.size() - std::min<std::size_t>(m_text.size(), 1);
  while (end > m_begin && isAsciiDigit(m_text[end]) && m_text.size() - end < 6) --end;
  learn(end);
}

void DraftModel::learn(std::size_t end) {
  m_keys.reserve(m_text.size());
  while (m_keys.size() < m_learnt) m_keys += keyOf(m_text, m_keys.size());
  for (; m_learnt < end; ++m_learnt) {
    link(m_learnt);
    m_keys += keyOf(m_text, m_learnt);
    if (m_learnt >= m_begin) note(m_learnt, symbolOf(m_text, m_learnt));
  }
}

void DraftModel::link(std::size_t at) {
  m_earlierOne.push_back(0);
  m_earlierTwo.push_back(0);
  const auto place = static_cast<std::uint32_t>(at);
  if (at < 1 || m_keys[at - 1] == symbol::kEnd) return;
  m_earlierOne[at] = std::exchange(m_lastOne[m_keys[at - 1]], place);
  if (at < 2 || m_keys[at - 2] == symbol::kEnd) return;
  m_earlierTwo[at] = std::exchange(m_lastTwo[pairOf(m_keys, at)], place);
}

void DraftModel::note(std::size_t at, char16_t symbol) {
  switch (symbol) {
    case symbol::kYear: ++m_years[m_text.substr(at, 4)]; break;
    case symbol::kSelf: ++m_selves[m_text[at]]; break;
    case symbol::kArea: ++m_areas[m_text[at]]; break;
    case symbol::kChapter:
    case symbol::kSection:
    case symbol::kItem:
      m_ordinals[ordinalOf(symbol)] = static_cast<int>(kNumerals.find(m_text[at])) + 1;
      // Enumerations below begin anew.
      std::fill(m_ordinals.begin() + static_cast<std::ptrdiff_t>(ordinalOf(symbol)) + 1,
                m_ordinals.end(), 0);
      break;
    case symbol::kArabicItem:
      m_ordinals[ordinalOf(symbol)] = m_text[at] - u'0';
      m_ordinals[ordinalOf(symbol::kItem)] = 0;
      break;
    default: break;
  }
}

std::u16string_view DraftModel::tail() const {
  std::u16string_view text = m_text;
  std::size_t begin = text.size() > kTail ? text.size() - kTail : 0;
  begin = std::max(begin, m_begin == 0 ? 0 : m_begin - 1);
  return text.substr(begin);
}

void DraftModel::matches(std::u16string_view tail, std::size_t longest, std::size_t limit,
                         std::vector<Match>& into) const {
  into.clear();
  std::u16string keys;
  for (std::size_t i = tail.size() - std::min(tail.size(), longest); i < tail.size(); ++i) {
    keys += keyOf(tail, i);
  }
  const auto lengthAt = [&](std::size_t place) {
    std::size_t length = 0;
    while (length < keys.size() && length < place &&
           keys[keys.size() - 1 - length] == m_keys[place - 1 - length] &&
           m_keys[place - 1 - length] != symbol::kEnd) {
      ++length;
    }
    return length;
  };
  const auto follow = [&](const auto& last, std::uint32_t key, const auto& earlier, bool pairs) {
    const auto found = last.find(key);
    if (found == last.end()) return;
    std::size_t steps = 4 * limit;  // a frequent character has more places than are worth a look
    for (std::uint32_t p = found->second; p != 0 && into.size() < limit && steps > 0;
         p = earlier[p], --steps) {
      const std::size_t length = lengthAt(p);
      if ((length >= 2) == pairs) into.push_back({length, symbolOf(m_text, p)});
    }
  };
  if (keys.size() >= 2) follow(m_lastTwo, pairOf(keys, keys.size()), m_earlierTwo, true);
  if (!keys.empty()) follow(m_lastOne, keys.back(), m_earlierOne, false);
}

std::u16string DraftModel::resolved(char16_t symbol) const {
  switch (symbol) {
    case symbol::kFigure: return {};
    case symbol::kYear: return mostFrequent(m_years);
    case symbol::kSelf: return one(mostFrequent(m_selves));
    case symbol::kArea: {
      const char16_t area = mostFrequent(m_areas);
      const char16_t self = mostFrequent(m_selves);
      return one(area == 0 && isAmong(self, kAreaNouns) ? self : area);
    }
    case symbol::kChapter:
    case symbol::kSection:
    case symbol::kItem: {
      const auto last = static_cast<std::size_t>(m_ordinals[ordinalOf(symbol)]);
      return last < kNumerals.size() ? std::u16string(1, kNumerals[last]) : std::u16string();
    }
    case symbol::kArabicItem: {
      const int last = m_ordinals[ordinalOf(symbol)];
      return last < 9 ? one(static_cast<char16_t>(u'1' + last)) : std::u16string();
    }
    default: return one(symbol);
  }
}

}  // namespace moxian
