#include "core/review/TextEdits.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "core/review/WordDiff.h"
#include "core/text/ScriptConverter.h"

namespace moxian {
namespace {

/// Characters of both texts together that are compared in words at once.
constexpr std::size_t kMostTogether = 8'000;
/// Shorter lines are equal by chance.
constexpr std::size_t kLeastRow = 6;

using Rows = std::span<const Span>;

/// Lines with their ends.
std::vector<Span> rowsOf(std::u16string_view text) {
  std::vector<Span> rows;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(u'\n', at), text.size() - 1) + 1;
    rows.push_back({at, end});
    at = end;
  }
  return rows;
}

/// A text in simplified characters, place by place. Without a converter the scripts are different
/// words; whoever converts says that there is none.
std::u16string folded(std::u16string_view text, const std::vector<Span>& rows) {
  const auto& converter = ScriptConverter::shared();
  if (!converter) return std::u16string(text);
  std::u16string out;
  out.reserve(text.size());
  for (const Span row : rows) out += converter->folded(row.of(text));
  return out;
}

bool isLowSurrogate(char16_t c) {
  return (c & 0xfc00) == 0xdc00;
}

class EditFinder {
 public:
  EditFinder(std::u16string_view before, std::u16string_view after)
      : m_before(before),
        m_after(after),
        m_oldRows(rowsOf(before)),
        m_newRows(rowsOf(after)),
        m_old(folded(before, m_oldRows)),
        m_new(folded(after, m_newRows)) {}

  std::vector<Edit> find() {
    if (m_old.size() + m_new.size() <= kMostTogether) {
      words({0, m_old.size()}, {0, m_new.size()});
    } else {
      rows();
    }
    return std::move(m_edits);
  }

 private:
  void rows() {
    const Rows before(m_oldRows);
    const Rows after(m_newRows);
    std::size_t i = 0;
    std::size_t j = 0;
    for (const auto& [a, b] : sameRows(views(before, m_old), views(after, m_new))) {
      if (before[a].length() < kLeastRow) continue;
      block(before.subspan(i, a - i), after.subspan(j, b - j));
      same(before[a], after[b]);
      i = a + 1;
      j = b + 1;
    }
    block(before.subspan(i), after.subspan(j));
  }

  static std::vector<std::u16string_view> views(Rows rows, std::u16string_view text) {
    std::vector<std::u16string_view> out;
    for (const Span row : rows) out.push_back(row.of(text));
    return out;
  }

  /// Lines that gave way to others: one by one if they are many, and as many as before.
  void block(Rows before, Rows after) {
    const auto whole = [](Rows rows, std::size_t at) {
      return rows.empty() ? Span{at, at} : Span{rows.front().begin, rows.back().end};
    };
    const Span a = whole(before, m_done.begin);
    const Span b = whole(after, m_done.end);
    if (before.size() != after.size() || a.length() + b.length() <= kMostTogether) {
      return words(a, b);
    }
    for (std::size_t k = 0; k < before.size(); ++k) words(before[k], after[k]);
  }

  void words(Span before, Span after) {
    for (const DiffPiece& piece : diffWords(before.of(m_old), after.of(m_new))) {
      const Span a = piece.before.shifted(before.begin);
      const Span b = piece.after.shifted(after.begin);
      piece.equal ? same(a, b) : add(a, b);
    }
  }

  /// The same but for the script.
  void same(Span before, Span after) {
    const auto differs = [&](std::size_t k) {
      return m_before[before.begin + k] != m_after[after.begin + k];
    };
    const auto inPair = [&](std::size_t k) {
      return k < before.length() && isLowSurrogate(m_before[before.begin + k]);
    };
    for (std::size_t at = 0; at < before.length();) {
      std::size_t end = at;
      while (end < before.length() && (differs(end) || (end > at && inPair(end)))) ++end;
      if (end > at) {
        const std::size_t from = at > 0 && inPair(at) ? at - 1 : at;
        add({before.begin + from, before.begin + end}, {after.begin + from, after.begin + end});
      }
      at = std::max(end, at + 1);
    }
    m_done = {before.end, after.end};
  }

  void add(Span before, Span after) {
    m_done = {before.end, after.end};
    if (before.of(m_before) == after.of(m_after)) return;
    if (!m_edits.empty() && m_edits.back().span.end == before.begin) {
      m_edits.back().span.end = before.end;
      m_edits.back().with += after.of(m_after);
    } else {
      m_edits.push_back({before, std::u16string(after.of(m_after))});
    }
  }

  std::u16string_view m_before;
  std::u16string_view m_after;
  std::vector<Span> m_oldRows;
  std::vector<Span> m_newRows;
  std::u16string m_old;  // folded
  std::u16string m_new;
  Span m_done;  // how far both have been gone through
  std::vector<Edit> m_edits;
};

}  // namespace

std::vector<Edit> editsBetween(std::u16string_view before, std::u16string_view after) {
  return EditFinder(before, after).find();
}

}  // namespace moxian
