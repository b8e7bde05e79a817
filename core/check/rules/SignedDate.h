#pragma once

#include <optional>

#include "core/check/Rule.h"
#include "core/check/rules/Dates.h"

namespace moxian {

/// The date of a block that is nothing else than a day with its year, also in brackets below a
/// title: "2023年12月5日", "（2023年12月5日）"; its span counts from the start of the text.
[[nodiscard]] std::optional<Date> dateLineOf(const CheckedText& text, const Block& block);

/// The date below a report.
[[nodiscard]] std::optional<Date> signedDateOf(const CheckedText& text, const Report& report);

}  // namespace moxian
