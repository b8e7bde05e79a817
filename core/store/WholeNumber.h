#pragma once

#include <concepts>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

namespace moxian {

/// A whole number of JSON that `Number` can hold. Fractions and numbers too large throw
/// nlohmann::json::other_error: the library's own get() converts them without looking.
template <std::integral Number>
[[nodiscard]] Number wholeNumber(const nlohmann::json& value) {
  if (value.is_number_unsigned()) {
    const auto number = value.get<std::uint64_t>();
    if (std::in_range<Number>(number)) return static_cast<Number>(number);
  } else if (value.is_number_integer()) {
    const auto number = value.get<std::int64_t>();
    if (std::in_range<Number>(number)) return static_cast<Number>(number);
  }
  throw nlohmann::json::other_error::create(501, "no whole number in range", &value);
}

}  // namespace moxian
