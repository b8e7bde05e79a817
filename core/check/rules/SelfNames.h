#pragma once

#include <map>
#include <vector>

#include "core/check/Rule.h"

namespace moxian {

/// How a report speaks of its own office: 我局, 本委, 我县. The key is the last character
/// (局, 委, 县); the spans are in the whole text.
using SelfNames = std::map<char16_t, std::vector<Span>>;
[[nodiscard]] SelfNames selfNamesOf(const CheckedText& text, const Report& report);

/// 省 市 县 区 镇 乡 村: what 我县 and the like speak of a place.
[[nodiscard]] bool isPlace(char16_t unit);
/// 局 委 办 院 …: what 我局 and the like speak of an office.
[[nodiscard]] bool isOffice(char16_t unit);

/// 局, 委, 院, 厅 and 署 tell one office from another; 办 may be the office that works for any
/// unit.
[[nodiscard]] bool isTitledKind(char16_t unit);

/// The kind of office that the title names at the end of its unit, as 局 of 云溪县水务局; 0 if it
/// is none of these.
[[nodiscard]] char16_t titledKind(const Report& report);

}  // namespace moxian
