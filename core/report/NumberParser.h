#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/report/Outline.h"

namespace moxian {

/// A number at the start of a plain line (see PlainText.h).
struct LineNumber {
  NumberForm form = NumberForm::Chinese;
  int ordinal = 0;
  std::size_t length = 0;  ///< of number and mark, in UTF-16 units of the plain line
};

/// Reads the number that opens a heading or item, in the forms of GB/T 9704-2012 7.3.3 and the
/// variants that are typed: 一、 一. 一， （一） 一） （一、） 1. 1、 1． 8。 1） （1） ⑴ ① ㈠
/// 第一章 第一部分 壹、. Nothing for 2023年…, 1.5亿元, 3、4月份, 二、三产业, 一是, 第一，.
[[nodiscard]] std::optional<LineNumber> parseNumber(std::u16string_view plainLine);

/// 1 for 一、 and 第一章 down to 5 for ① (GB/T 9704-2012 7.3.3 has the first four).
[[nodiscard]] int levelOf(NumberForm form);

/// The ordinal of an enumeration word at the start (一是, 二要, 第三， 其四， 首先): 1, 2 …; 0 if
/// there is none.
[[nodiscard]] int enumerationWord(std::u16string_view plain);

}  // namespace moxian
