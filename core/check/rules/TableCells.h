#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/check/Rule.h"
#include "core/check/rules/Identities.h"

namespace moxian {

/// The cells of a table line: between |, tabs or, where the line has neither, nowhere. Spaces at
/// their ends do not belong to them; a | at the end of the line opens no cell.
[[nodiscard]] std::vector<Span> cellsOf(std::u16string_view line);

/// The figure a cell holds and nothing else ("1,530", "12.5"); nothing otherwise.
[[nodiscard]] std::optional<std::int64_t> cellValue(std::u16string_view cell);

/// The figures of a line that stand for themselves between |, tabs and spaces, in order.
[[nodiscard]] std::vector<Cell> loneFigures(std::u16string_view line);

/// A finding for each cause of identities that do not hold, with a fix where one cell is to blame
/// for several. None where more than a third does not hold: such a table was misread.
void reportCauses(const RuleInfo& rule, const CheckedText& text, const std::vector<Cell>& cells,
                  const std::vector<Identity>& identities, std::vector<Finding>& into);

}  // namespace moxian
