#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/review/Marks.h"

namespace moxian {

/// A tracked change with its author as a number, cheap to copy.
struct LayerMark {
  std::int64_t id = 0;
  std::int64_t partner = 0;
  Time time = 0;
  Span span = {};
  std::uint32_t author = 0;
  ChangeKind kind = ChangeKind::Insertion;
  friend bool operator==(const LayerMark&, const LayerMark&) = default;
};

/// Characters that come in at a place.
struct Room {
  std::size_t at = 0;
  std::size_t length = 0;
};

/// Gives ids to the second halves of marks that are split.
using NewId = std::function<std::int64_t()>;

/// Changes of which each character has one at most: what was inserted, or what was deleted. They
/// are ascending, disjoint and not empty. All calls take time linear in the number of marks.
class MarkLayer {
 public:
  using const_iterator = std::vector<LayerMark>::const_iterator;

  [[nodiscard]] const_iterator begin() const { return m_marks.begin(); }
  [[nodiscard]] const_iterator end() const { return m_marks.end(); }
  [[nodiscard]] std::size_t size() const { return m_marks.size(); }
  [[nodiscard]] bool empty() const { return m_marks.empty(); }
  /// The first mark that ends behind `at`.
  [[nodiscard]] const_iterator from(std::size_t at) const;
  /// The mark on a character; null if it has none.
  [[nodiscard]] const LayerMark* at(std::size_t place) const;

  /// Unmarked characters were put in at places that are ascending, told in places of before; marks
  /// around a place are split.
  void makeRoom(const std::vector<Room>& rooms, const NewId& newId);
  /// Characters were taken out.
  void takeOut(Span span);
  /// Many ranges were taken out; they are ascending and disjoint, in places of before.
  void takeOut(const std::vector<Span>& spans);
  /// Takes the marks of a range away.
  void clear(Span span, const NewId& newId);
  /// Marks a range, in place of what was marked there.
  void put(const LayerMark& mark, const NewId& newId);
  /// Adds marks on ranges that have none, ascending and disjoint. Each becomes one with neighbours
  /// of the same author and kind and takes over the id of the left (or else the right) one.
  void join(const std::vector<LayerMark>& more);
  /// Notes the other half of a move.
  void setPartner(std::int64_t id, std::int64_t partner);
  /// Takes away the marks that a test names.
  void drop(const std::function<bool(const LayerMark&)>& gone);

  friend bool operator==(const MarkLayer&, const MarkLayer&) = default;

 private:
  friend struct MarkupPatch;
  std::vector<LayerMark> m_marks;
};

/// The difference between two states of ascending rows with a `span`, of the size of what differs.
template <class Row>
struct RowsPatch {
  std::size_t prefix = 0;  ///< rows at the start that are the same
  std::vector<Row> before;
  std::vector<Row> after;
  std::ptrdiff_t shift = 0;  ///< of the rows behind those

  /// `shift`: by how much places behind the edit moved.
  static RowsPatch between(const std::vector<Row>& a, const std::vector<Row>& b,
                           std::ptrdiff_t shift) {
    RowsPatch patch;
    const std::size_t least = std::min(a.size(), b.size());
    while (patch.prefix < least && a[patch.prefix] == b[patch.prefix]) ++patch.prefix;
    std::size_t suffix = 0;
    const auto sameBehind = [&](Row there, const Row& here) {
      there.span = moved(there.span, shift);
      return there == here;
    };
    while (suffix < least - patch.prefix &&
           sameBehind(a[a.size() - 1 - suffix], b[b.size() - 1 - suffix])) {
      ++suffix;
    }
    const auto from = static_cast<std::ptrdiff_t>(patch.prefix);
    const auto kept = static_cast<std::ptrdiff_t>(suffix);
    patch.before.assign(a.begin() + from, a.end() - kept);
    patch.after.assign(b.begin() + from, b.end() - kept);
    patch.shift = shift;
    return patch;
  }
  void undo(std::vector<Row>& rows) const { exchange(rows, after.size(), before, -shift); }
  void redo(std::vector<Row>& rows) const { exchange(rows, before.size(), after, shift); }

 private:
  static Span moved(Span span, std::ptrdiff_t by) {
    const auto there = [by](std::size_t at) {
      return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + by);
    };
    return {there(span.begin), there(span.end)};
  }
  void exchange(std::vector<Row>& rows, std::size_t count, const std::vector<Row>& with,
                std::ptrdiff_t by) const {
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(prefix);
    const auto behind = rows.erase(from, from + static_cast<std::ptrdiff_t>(count));
    for (auto row = behind; row != rows.end(); ++row) row->span = moved(row->span, by);
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(prefix), with.begin(), with.end());
  }
};

/// Where places go when ranges are taken out.
class TakenOut {
 public:
  /// Ascending and disjoint.
  explicit TakenOut(const std::vector<Span>& spans);
  [[nodiscard]] std::size_t moved(std::size_t place) const;
  [[nodiscard]] Span moved(Span span) const { return {moved(span.begin), moved(span.end)}; }

 private:
  const std::vector<Span>& m_spans;
  std::vector<std::size_t> m_before;  ///< characters taken out before each
};

}  // namespace moxian
