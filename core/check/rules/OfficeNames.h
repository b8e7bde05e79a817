#pragma once

#include <optional>
#include <string_view>

namespace moxian {

/// An office's name taken apart: 柳河县教育局 is the 教育局 of a 县 named 柳河. The views are parts
/// of the name that was read.
struct OfficeName {
  std::u16string_view place;  ///< with its level, 柳河县; empty where the name gives none
  std::u16string_view kind;   ///< what is left, without a section such as 办公室: 教育局
  std::u16string_view stem;   ///< the kind without its ending: 教育
  int rank = 0;               ///< of the place: 4 省, 3 市, 2 县 and 区, 1 镇 and 乡; 0 without one
};

/// The parts of a name; nothing if it does not end as offices do that write reports of their own
/// (局, 委员会, 厅, 法院 …), or is one of the bodies and party organs above them. Simplified
/// characters.
[[nodiscard]] std::optional<OfficeName> officeName(std::u16string_view name);
/// The same where a section of the office may follow: 柳河县教育局办公室 is read as 柳河县教育局.
[[nodiscard]] std::optional<OfficeName> officeOrSection(std::u16string_view name);
/// True if the words name a section of an office: 办公室, 信息公开科.
[[nodiscard]] bool isSection(std::u16string_view words);
/// Where the level of an office's place stands (县 in 柳河县市场监管局); npos if there is none.
[[nodiscard]] std::size_t levelOf(std::u16string_view name);
/// True if both may be names of one office, one of them brief: 卫健局 and 卫生健康委员会.
[[nodiscard]] bool mayBeSame(const OfficeName& a, const OfficeName& b);
/// True if the units of `brief` stand in `whole` in their order.
[[nodiscard]] bool abbreviates(std::u16string_view brief, std::u16string_view whole);

}  // namespace moxian
