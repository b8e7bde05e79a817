#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/Span.h"
#include "core/base/Utf.h"

namespace moxian::cli {

using Json = nlohmann::ordered_json;

/// One line of JSON in UTF-8 with its line end. Bytes of a path that are no UTF-8 become U+FFFD.
[[nodiscard]] inline std::string lineOf(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// {"begin":…,"end":…} in characters, counted from `origin`, of a range of the text.
[[nodiscard]] inline Json rangeOf(std::u16string_view text, std::size_t origin, Span span) {
  const std::size_t begin = codePoints(Span{origin, span.begin}.of(text));
  return {{"begin", begin}, {"end", begin + codePoints(span.of(text))}};
}

}  // namespace moxian::cli
