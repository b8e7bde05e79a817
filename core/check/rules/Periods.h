#pragma once

#include <string_view>
#include <vector>

#include "core/check/rules/Dates.h"

namespace moxian {

/// "2024年1月1日至12月31日", "6月份至3月份", "1—11月": two dates and what joins them.
struct Period {
  Span span;
  Date from;             ///< year 0 if it is not named
  Date to;               ///< takes year and month over from `from` where it does not name its own
  bool ownYear = false;  ///< the second date names its year

  /// It ends before it begins. Periods of months that may run over the turn of a year ("11月至3月")
  /// or fill one ("7月至6月") do not.
  [[nodiscard]] bool isReversed() const;
};

/// The periods of a line, in order. Years are from 1949 to 2099; "11月至次年3月" is none.
[[nodiscard]] std::vector<Period> periodsOf(std::u16string_view line);

}  // namespace moxian
