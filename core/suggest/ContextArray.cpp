#include "core/suggest/ContextArray.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace moxian {
namespace {

constexpr std::size_t kKeys = 0x10000;
constexpr std::size_t kPacked = 4;  ///< characters compared at once

constexpr std::uint32_t kLarge = 1U << 18U;  ///< from so many places on sorting takes no copies

/// The `kPacked` keys to the left of a position, nearest first, as one number.
std::uint64_t packed(std::u16string_view keys, std::uint32_t position, std::size_t depth) {
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

/// Turns a text into its keys, in its own memory, and back.
class Keyed {
 public:
  explicit Keyed(std::u16string& text) : m_text(text) {
    // From the end, since a key depends on the character before it and, of those behind it, only on
    // marks and 是, which are their own keys.
    for (std::size_t i = text.size(); i-- > 0;) {
      const char16_t key = keyOf(text, i);
      if (key == text[i]) continue;
      m_changed.emplace_back(static_cast<std::uint32_t>(i), text[i]);
      text[i] = key;
    }
  }
  ~Keyed() {
    for (const auto& [at, character] : m_changed) m_text[at] = character;
  }
  Keyed(const Keyed&) = delete;
  Keyed& operator=(const Keyed&) = delete;

 private:
  std::u16string& m_text;
  std::vector<std::pair<std::uint32_t, char16_t>> m_changed;
};

}  // namespace

struct ContextArray::Storage {
  std::u16string text;
  std::vector<std::uint32_t> positions;
  std::vector<std::uint32_t> firsts;

  void sort();
  void sortBucket(std::uint32_t begin, std::uint32_t end, std::size_t depth);
  void splitBucket(std::uint32_t begin, std::uint32_t end, std::size_t depth);
};

void ContextArray::Storage::sort() {
  // Sorting is where the most memory is needed: no second copy of the text stands beside it.
  text.shrink_to_fit();
  const Keyed keyed(text);
  firsts.assign(kKeys + 1, 0);
  const auto indexed = [&](std::size_t p) { return text[p] != symbol::kEnd; };
  for (std::size_t p = 1; p < text.size(); ++p) {
    if (indexed(p)) ++firsts[text[p - 1] + 1U];
  }
  for (std::size_t k = 0; k < kKeys; ++k) firsts[k + 1] += firsts[k];
  positions.resize(firsts[kKeys]);
  std::vector<std::uint32_t> next(firsts.begin(), firsts.end() - 1);
  for (std::size_t p = 1; p < text.size(); ++p) {
    if (indexed(p)) positions[next[text[p - 1]]++] = static_cast<std::uint32_t>(p);
  }
  for (std::size_t k = 1; k < kKeys; ++k) sortBucket(firsts[k], firsts[k + 1], 1);
}

void ContextArray::Storage::sortBucket(std::uint32_t begin, std::uint32_t end, std::size_t depth) {
  if (end - begin < 2 || depth >= kDepth) return;
  if (end - begin >= kLarge) return splitBucket(begin, end, depth);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> items;
  items.reserve(end - begin);
  for (std::uint32_t i = begin; i < end; ++i) {
    items.emplace_back(packed(text, positions[i], depth), positions[i]);
  }
  std::ranges::sort(items);
  for (std::uint32_t i = begin; i < end; ++i) positions[i] = items[i - begin].second;
  for (std::size_t i = 0; i < items.size();) {
    std::size_t j = i + 1;
    while (j < items.size() && items[j].first == items[i].first) ++j;
    const bool ended = (items[i].first & 0xFFFFU) == symbol::kEnd;
    if (!ended) {
      sortBucket(begin + static_cast<std::uint32_t>(i), begin + static_cast<std::uint32_t>(j),
                 depth + kPacked);
    }
    i = j;
  }
}

/// Sorts by the next key alone, by counting, and goes on with the parts.
void ContextArray::Storage::splitBucket(std::uint32_t begin, std::uint32_t end, std::size_t depth) {
  const auto keyLeft = [&](std::uint32_t p) { return p > depth ? text[p - 1 - depth] : u'\0'; };
  std::vector<std::uint32_t> parts(kKeys + 1);
  for (std::uint32_t i = begin; i < end; ++i) ++parts[keyLeft(positions[i]) + 1U];
  for (std::size_t k = 0; k < kKeys; ++k) parts[k + 1] += parts[k];
  {
    const auto first = positions.begin();
    const std::vector<std::uint32_t> old(first + begin, first + end);
    std::vector<std::uint32_t> next(parts.begin(), parts.end() - 1);
    for (const std::uint32_t p : old) positions[begin + next[keyLeft(p)]++] = p;
  }
  // What stands before a separator is no part of the context: the first part needs no order.
  for (std::size_t k = 1; k < kKeys; ++k) {
    sortBucket(begin + parts[k], begin + parts[k + 1], depth + 1);
  }
}

void ContextArray::keep(std::shared_ptr<const Storage> storage) {
  m_tables = {storage->text, storage->positions, storage->firsts};
  m_owner = std::move(storage);
}

ContextArray::ContextArray(std::u16string joined) {
  auto storage = std::make_shared<Storage>();
  storage->text = std::move(joined);
  storage->sort();
  keep(std::move(storage));
}

ContextArray::ContextArray(const ContextArray& base, std::u16string_view more) {
  const ContextArray added{std::u16string(more)};
  const auto shift = static_cast<std::uint32_t>(base.text().size() - 1);
  auto storage = std::make_shared<Storage>();
  storage->text.reserve(shift + more.size());
  storage->text.append(base.text().substr(0, shift)).append(more);
  storage->positions.reserve(base.m_tables.positions.size() + added.m_tables.positions.size());
  storage->firsts.reserve(kKeys + 1);
  const auto less = [&](std::uint32_t mine, std::uint32_t other) {
    for (std::size_t length = 0; length < kDepth; ++length) {
      const char16_t a = added.keyLeftOf(mine, length);
      const char16_t b = base.keyLeftOf(other, length);
      if (a != b || a == symbol::kEnd) return a < b;
    }
    return false;
  };
  for (std::size_t key = 0; key < kKeys; ++key) {
    storage->firsts.push_back(static_cast<std::uint32_t>(storage->positions.size()));
    const auto old = base.m_tables.positions;
    auto from = old.begin() + base.m_tables.firsts[key];
    const auto end = old.begin() + base.m_tables.firsts[key + 1];
    for (std::uint32_t i = added.m_tables.firsts[key]; i < added.m_tables.firsts[key + 1]; ++i) {
      const std::uint32_t mine = added.m_tables.positions[i];
      const auto place = std::upper_bound(from, end, mine, less);
      storage->positions.insert(storage->positions.end(), from, place);
      storage->positions.push_back(mine + shift);
      from = place;
    }
    storage->positions.insert(storage->positions.end(), from, end);
  }
  storage->firsts.push_back(static_cast<std::uint32_t>(storage->positions.size()));
  keep(std::move(storage));
}

bool ContextArray::fits(const Tables& tables) {
  return tables.firsts.size() == kKeys + 1 && tables.firsts.front() == 0 &&
         tables.firsts.back() == tables.positions.size() && std::ranges::is_sorted(tables.firsts) &&
         !tables.text.empty();
}

char16_t ContextArray::keyLeftOf(std::uint32_t position, std::size_t length) const {
  if (position <= length || position > m_tables.text.size()) return symbol::kEnd;
  return keyOf(m_tables.text, position - 1 - length);
}

ContextArray::Interval ContextArray::narrowed(Interval interval, std::size_t length,
                                              char16_t key) const {
  if (key == symbol::kEnd || m_tables.positions.empty()) return {};
  if (length == 0) return {m_tables.firsts[key], m_tables.firsts[key + 1U]};
  const auto first = m_tables.positions.begin();
  const auto low =
      std::partition_point(first + interval.begin, first + interval.end,
                           [&](std::uint32_t p) { return keyLeftOf(p, length) < key; });
  const auto high = std::partition_point(
      low, first + interval.end, [&](std::uint32_t p) { return keyLeftOf(p, length) <= key; });
  return {static_cast<std::uint32_t>(low - first), static_cast<std::uint32_t>(high - first)};
}

}  // namespace moxian
