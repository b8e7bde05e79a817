#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace moxian {

/// A year in a plain text and its range.
struct YearMention {
  int year = 0;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind 年 and 度
};

/// The first year of four digits (2023年) or four Chinese digits (二〇二三年) from an offset on, or
/// of the calendar of Taiwan where 度, a half or a month shows that it is one (112年度, 113年6月),
/// given as 2023.
[[nodiscard]] std::optional<YearMention> findYear(std::u16string_view plain, std::size_t from = 0);
/// The same for titles, which also write 2023 without 年.
[[nodiscard]] std::optional<YearMention> findTitleYear(std::u16string_view plain);

/// 2023年12月5日, 2023年12月5号, 2023-12-05, 二〇二三年十二月五日 and nothing else.
[[nodiscard]] bool isDateLine(std::u16string_view plain);

}  // namespace moxian
