#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/suggest/Symbols.h"

namespace moxian {

/// All positions of a collection of texts, sorted by what stands to the left of them, read from
/// right to left. The positions behind one context are one interval. 6 bytes a character.
/// Immutable after building, safe between threads.
class ContextArray {
 public:
  /// Positions whose contexts agree in so many characters are in no particular order.
  static constexpr std::size_t kDepth = 24;

  ContextArray() = default;
  /// Takes the texts over, which stand behind one another with symbol::kEnd before, between and
  /// after them.
  explicit ContextArray(std::u16string joined);
  /// `base` with further texts behind it: `more` begins and ends with symbol::kEnd, the first of
  /// which is the last of `base`. Takes the time of sorting `more` and of copying `base`.
  ContextArray(const ContextArray& base, std::u16string_view more);

  /// What the array consists of, for keeping it in a file.
  struct Tables {
    std::u16string_view text;
    std::span<const std::uint32_t> positions;  ///< sorted by context
    std::span<const std::uint32_t> firsts;     ///< where contexts that end with a key begin; 65,537
  };
  [[nodiscard]] const Tables& tables() const { return m_tables; }
  /// Over tables that lie elsewhere, for example in a mapped file, as long as `owner` lives. False
  /// contents give false predictions, and no reading outside the tables once fits() is true.
  ContextArray(Tables tables, std::shared_ptr<const void> owner)
      : m_tables(tables), m_owner(std::move(owner)) {}
  [[nodiscard]] static bool fits(const Tables& tables);

  struct Interval {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
  };

  [[nodiscard]] Interval all() const {
    return {0, static_cast<std::uint32_t>(m_tables.positions.size())};
  }
  /// The part of `interval`, whose positions agree in `length` characters to their left, that has
  /// `key` (see keyOf) as the next one to the left.
  [[nodiscard]] Interval narrowed(Interval interval, std::size_t length, char16_t key) const;

  /// The text of the collection; a position is an offset in it.
  [[nodiscard]] std::u16string_view text() const { return m_tables.text; }
  [[nodiscard]] std::uint32_t position(std::uint32_t index) const {
    const std::uint32_t position = m_tables.positions[index];
    return position < m_tables.text.size() ? position : 0;  // damage in a mapped file
  }

 private:
  struct Storage;
  void keep(std::shared_ptr<const Storage> storage);
  [[nodiscard]] char16_t keyLeftOf(std::uint32_t position, std::size_t length) const;

  Tables m_tables;
  std::shared_ptr<const void> m_owner;
};

}  // namespace moxian
