#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/base/Utf.h"

namespace moxian::cli {

using Json = nlohmann::ordered_json;

/// One line of JSON in UTF-8 with its line end. Bytes of a path that are no UTF-8 become U+FFFD.
[[nodiscard]] inline std::string lineOf(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace moxian::cli
