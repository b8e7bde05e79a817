#pragma once

#include <compare>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

/// A date of a line that names its year: 2023年, 2023年6月, 2023年6月30日, 2023年度.
struct Date {
  Span span;
  int year = 0;
  int month = 0;  ///< 0 if it is not named
  int day = 0;    ///< 0 if it is not named

  /// Compares only what both name.
  [[nodiscard]] bool isBefore(const Date& other) const;
};

/// The dates of a line with years from 1949 to 2099, in order.
[[nodiscard]] std::vector<Date> datesOf(std::u16string_view line);

/// True if an offset lies between 《 and 》 or “ and ”, or in 〔 〕.
[[nodiscard]] bool isQuoted(std::u16string_view line, std::size_t at);

}  // namespace moxian
