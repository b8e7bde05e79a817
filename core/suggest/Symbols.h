#pragma once

#include <cstddef>
#include <string_view>

namespace moxian {

/// What the predictor predicts: characters, and private code points for what is filled in from the
/// draft. Private characters of a text itself count as kFigure: they are never predicted.
namespace symbol {
inline constexpr char16_t kEnd = u'\0';          ///< between texts
inline constexpr char16_t kFigure = 0xE000;      ///< a digit of a figure
inline constexpr char16_t kYear = 0xE001;        ///< the four digits of a year before 年
inline constexpr char16_t kChapter = 0xE002;     ///< the numeral of 一、 at the start of a line
inline constexpr char16_t kSection = 0xE003;     ///< the numeral of （一）
inline constexpr char16_t kItem = 0xE004;        ///< the numeral of 一是
inline constexpr char16_t kArabicItem = 0xE005;  ///< the digit of 1. or （1） at the start of a line
inline constexpr char16_t kSelf = 0xE006;        ///< 局 of 我局, 县 of 我县 …
inline constexpr char16_t kArea = 0xE007;        ///< 县 of 全县, 市 of 全市 …
}  // namespace symbol

inline constexpr std::u16string_view kSelfNouns = u"局县区市镇乡省委办院校";
inline constexpr std::u16string_view kAreaNouns = u"县区市镇乡省";
inline constexpr std::u16string_view kNumerals = u"一二三四五六七八九十";

[[nodiscard]] inline bool isAmong(char16_t c, std::u16string_view set) {
  return set.find(c) != std::u16string_view::npos;
}

/// The character at `at` as contexts see it, so that places that differ only in a figure, in the
/// number of an enumeration or in the word for the unit itself are one context.
[[nodiscard]] char16_t keyOf(std::u16string_view text, std::size_t at);

/// What stands at `at` as the predictor would have to predict it. Looks at what follows, so the
/// last characters of a text that is still being typed have no symbol yet (see DraftModel).
[[nodiscard]] char16_t symbolOf(std::u16string_view text, std::size_t at);

}  // namespace moxian
