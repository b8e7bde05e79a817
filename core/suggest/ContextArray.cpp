#include "core/suggest/ContextArray.h"

#include <algorithm>
#include <utility>


namespace moxian {
namespace {

constexpr std::size_t kKeys = 0x10000;
constexpr std::size_t kPacked = 4;  ///< characters compared at once

/// The `kPacked` keys to the left of a position, nearest first, as one number.
std::uint64_t packed(const std::u16string& keys, std::uint32_t position, std::size_t depth) {
  std::uint64_t value = 0;
  for (std::size_t i = 1; i <= kPacked; ++i) {
    const std::size_t back = depth + i;
    value = (value << 16U) | (position >= back ? keys[position - back] : 0U);
    if (position < back || keys[position - back] == symbol::kEnd) {
      // What stands before a separator is another text: no part of the context.
      return value << (16U * (kPacked - i));
    }
  }
  return value;
}

}  // namespace

ContextArray::ContextArray(std::u16string joined) : m_text(std::move(joined)) {
  sort();
}

void ContextArray::sort() {
  std::u16string keys(m_text.size(), u'\0');
  for (std::size_t i = 0; i < m_text.size(); ++i) keys[i] = keyOf(m_text, i);
  m_firsts.assign(kKeys + 1, 0);
  const auto indexed = [&](std::size_t p) { return m_text[p] != symbol::kEnd; };
  for (std::size_t p = 1; p < keys.size(); ++p) {
    if (indexed(p)) ++m_firsts[keys[p - 1] + 1U];
  }
  for (std::size_t k = 0; k < kKeys; ++k) m_firsts[k + 1] += m_firsts[k];
  m_positions.resize(m_firsts[kKeys]);
  std::vector<std::uint32_t> next(m_firsts.begin(), m_firsts.end() - 1);
  for (std::size_t p = 1; p < keys.size(); ++p) {
    if (indexed(p)) m_positions[next[keys[p - 1]]++] = static_cast<std::uint32_t>(p);
  }
  for (std::size_t k = 1; k < kKeys; ++k) sortBucket(m_firsts[k], m_firsts[k + 1], 1, keys);
}

void ContextArray::sortBucket(std::uint32_t begin, std::uint32_t end, std::size_t depth,
                              const std::u16string& keys) {
  if (end - begin < 2 || depth >= kDepth) return;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> items;
  items.reserve(end - begin);
  for (std::uint32_t i = begin; i < end; ++i) {
    items.emplace_back(packed(keys, m_positions[i], depth), m_positions[i]);
  }
  std::ranges::sort(items);
  for (std::uint32_t i = begin; i < end; ++i) m_positions[i] = items[i - begin].second;
  for (std::size_t i = 0; i < items.size();) {
    std::size_t j = i + 1;
    while (j < items.size() && items[j].first == items[i].first) ++j;
    const bool ended = (items[i].first & 0xFFFFU) == symbol::kEnd;
    if (!ended) {
      sortBucket(begin + static_cast<std::uint32_t>(i), begin + static_cast<std::uint32_t>(j),
                 depth + kPacked, keys);
    }
    i = j;
  }
}

ContextArray::Interval ContextArray::narrowed(Interval interval, std::size_t length,
                                              char16_t key) const {
  if (key == symbol::kEnd || m_positions.empty()) return {};
  if (length == 0) return {m_firsts[key], m_firsts[key + 1U]};
  const auto keyAt = [&](std::uint32_t position) {
    return position <= length ? symbol::kEnd : keyOf(m_text, position - 1 - length);
  };
  const auto first = m_positions.begin();
  const auto low = std::partition_point(first + interval.begin, first + interval.end,
                                        [&](std::uint32_t p) { return keyAt(p) < key; });
  const auto high = std::partition_point(low, first + interval.end,
                                         [&](std::uint32_t p) { return keyAt(p) <= key; });
  return {static_cast<std::uint32_t>(low - first), static_cast<std::uint32_t>(high - first)};
}

}  // namespace moxian
