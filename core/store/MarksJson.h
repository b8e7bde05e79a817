#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/store/Draft.h"

namespace moxian {

/// Marks as JSON, for the journal's state records. Text comes back unit by unit.
[[nodiscard]] std::string marksToJson(const Marks& marks);
/// Nothing if the bytes are not what marksToJson gives.
[[nodiscard]] std::optional<Marks> marksFromJson(std::string_view json);

}  // namespace moxian
