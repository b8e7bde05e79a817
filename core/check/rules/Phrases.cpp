#include "core/check/rules/Phrases.h"

#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/WordList.h"

namespace moxian {

Beside::Beside(std::u16string_view pattern)
    : m_units(pattern.starts_with(u'^') ? pattern.substr(1) : pattern),
      m_forbids(pattern.starts_with(u'^')) {}

bool Beside::allows(char16_t unit) const {
  if (m_units.empty()) return true;
  const bool listed = isOneOf(unit, m_units) || (m_units.contains(u'#') && isDigit(unit)) ||
                      (m_units.contains(u'$') && !isHan(unit) && !isDigit(unit));
  return listed != m_forbids;
}

Result<Phrases> Phrases::load(std::string_view file) {
  const auto rows = loadRows(file, 2, 4);
  if (!rows) return std::unexpected(rows.error());
  Phrases out;
  for (const ListRow& row : *rows) {
    const auto cell = [&](std::size_t n) {
      return n < row.cells.size() ? std::u16string_view(row.cells[n]) : std::u16string_view();
    };
    if (cell(1).empty() || cell(1) == cell(0)) {
      return std::unexpected(rowError(file, row.line, "no better word"));
    }
    out.m_firsts.set(row.cells[0].front());
    out.m_byFirst[row.cells[0].front()].push_back(
        {row.cells[0], row.cells[1], Beside(cell(2)), Beside(cell(3))});
  }
  for (auto& [first, phrases] : out.m_byFirst) {
    std::ranges::stable_sort(phrases, std::greater(),
                             [](const Phrase& p) { return p.wrong.size(); });
  }
  return out;
}

const Phrase* Phrases::at(std::u16string_view line, std::size_t offset) const {
  if (!m_firsts.test(line[offset])) return nullptr;
  const auto list = m_byFirst.find(line[offset]);
  if (list == m_byFirst.end()) return nullptr;
  for (const Phrase& phrase : list->second) {
    if (holdsAt(line, offset, phrase.wrong) && phrase.before.allows(unitBefore(line, offset)) &&
        phrase.after.allows(unitAt(line, offset + phrase.wrong.size()))) {
      return &phrase;
    }
  }
  return nullptr;
}

}  // namespace moxian
