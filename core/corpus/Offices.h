#pragma once

#include <string_view>

namespace moxian {

/// Where an office stands in the order of the state.
enum class OfficeLevel { Unknown, Nation, Province, City, County, Town, Village };
/// What an office is.
enum class OfficeKind { Unknown, Government, Party, Department, Institution, Community, Zone };

struct Office {
  OfficeLevel level = OfficeLevel::Unknown;
  OfficeKind kind = OfficeKind::Unknown;
  friend bool operator==(const Office&, const Office&) = default;
};

/// Level and kind by the words of a name: 云溪县民政局 is a department of a county. Traditional
/// names are read as well.
[[nodiscard]] Office officeOf(std::u16string_view unit);

/// "nation", "province", "city", "county", "town", "village"; empty if unknown.
[[nodiscard]] std::string_view name(OfficeLevel level);
/// "government", "party", "department", "institution", "community", "zone"; empty if unknown.
[[nodiscard]] std::string_view name(OfficeKind kind);

}  // namespace moxian
