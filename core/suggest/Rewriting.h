#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/check/Figures.h"

namespace moxian {

// Other forms of a selected stretch of a draft that say the same. Each gives nothing where the text
// is not of the form that it starts from. Linear.

/// Lines as a run: 一是…；二是…。 Numbers and marks at the ends of the lines go; a first line that
/// ends with a colon leads the run. At least two items, at most 99.
[[nodiscard]] std::optional<std::u16string> linesAsRun(std::u16string_view lines);

/// The run 一是…；二是…。 as lines, one an item, without 一是.
[[nodiscard]] std::optional<std::u16string> runAsLines(std::u16string_view run);

/// A table of names and figures as a sentence: 共526条，其中政策文件38条、就业服务217条。 Cells
/// stand between | or tabs. A row 合计 or 总计 gives the total, else the sum does; each column of
/// figures gives a clause of its own, one of percentages without a total. Lines around the table
/// stay.
[[nodiscard]] std::optional<std::u16string> tableAsSentence(std::u16string_view table,
                                                            const Measures& measures);

/// A sentence with 其中 as the sentence without it and a table below of the parts and the total.
/// The total is called 合计 only if the parts add up to it.
[[nodiscard]] std::optional<std::u16string> sentenceAsTable(std::u16string_view sentence,
                                                            const Measures& measures);

}  // namespace moxian
