#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace moxian {

/// Limits of one XML part that comes from outside.
constexpr std::size_t kXmlDepth = 256;
constexpr std::size_t kXmlTags = std::size_t{4} << 20U;  ///< '<' in the part; bounds the memory

/// A parsed part whose element and attribute names carry the prefixes of ECMA-376 (w:p, r:id, mc:…,
/// w14:…, w15:…), whatever prefixes the file chose and whether its namespaces are those of the
/// Transitional or the Strict class (ECMA-376-4 Annex A), so that readers compare plain names.
/// Names in the namespace of package relationships are "rel:Relationship".
using XmlPart = std::unique_ptr<pugi::xml_document>;

/// Parses a part. DamagedFile if it is not well-formed, is nested deeper than kXmlDepth or holds a
/// DOCTYPE (entities are never expanded and nothing is fetched), FileTooLarge over kXmlTags.
/// `subject` and `part` name the file and the part in errors.
[[nodiscard]] Result<XmlPart> parseXml(const std::string& bytes, const std::string& subject,
                                       const std::string& part);

/// The value of an attribute; empty if there is none.
[[nodiscard]] std::string_view attribute(pugi::xml_node node, const char* name);
/// The whole number in an attribute; nothing if there is none or it is out of range.
[[nodiscard]] std::optional<int> number(pugi::xml_node node, const char* name);
/// True if a toggle such as w:b is there and not switched off (ECMA-376-1, 17.17.4 ST_OnOff).
[[nodiscard]] bool isOn(pugi::xml_node toggle);

/// The branch of an mc:AlternateContent to read (ECMA-376-3, 10.2): the first Choice whose
/// namespaces this reader knows, else the Fallback, else the first Choice; never two of them.
[[nodiscard]] pugi::xml_node chosenBranch(pugi::xml_node alternateContent);

}  // namespace moxian
