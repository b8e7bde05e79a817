#pragma once

#include <string_view>

#include "core/check/rules/Dates.h"

namespace moxian {

/// True if a date of a line is the term of something planned: "确保2024年底前完成", "2024年12月底前
/// 建成". Not of something done ("2024年底前已完成"), of a basis ("按照2024年底前完成的要求") or of
/// what the words belong to ("2024年底前建成的小区"). `over`: a sentence that names this year or a
/// later one too plans in steps and knows its years.
[[nodiscard]] bool isPlannedTerm(std::u16string_view line, const Date& date, int over);

}  // namespace moxian
