#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace moxian {

/// The value of a Chinese numeral up to 9,999 as used in headings and counts (一, 十二, 二十, 一百零三,
/// 廿, 两, 〇); nothing if the text is not one numeral from end to end.
[[nodiscard]] std::optional<std::int64_t> chineseNumeral(std::u16string_view text);
/// The Chinese numeral of 1 to 999 as headings write it (12 → 十二); empty outside that range.
[[nodiscard]] std::u16string toChineseNumeral(int value);

}  // namespace moxian
