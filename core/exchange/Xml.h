#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace moxian {

/// An attribute to be; both in UTF-8.
struct XmlAttribute {
  const char* name;
  std::string value;
};

/// Appends an element with attributes.
inline pugi::xml_node append(pugi::xml_node parent, const char* name,
                             std::initializer_list<XmlAttribute> attributes = {}) {
  pugi::xml_node node = parent.append_child(name);
  for (const XmlAttribute& attribute : attributes) {
    node.append_attribute(attribute.name).set_value(attribute.value.c_str());
  }
  return node;
}

/// Appends an element that holds only text.
inline pugi::xml_node appendText(pugi::xml_node parent, const char* name, const std::string& text) {
  pugi::xml_node node = parent.append_child(name);
  node.append_child(pugi::node_pcdata).set_value(text.c_str());
  return node;
}

/// The bytes of a document in UTF-8 without indentation; `flags` are added to pugixml's raw format.
[[nodiscard]] std::string serialized(const pugi::xml_document& document, unsigned flags = 0);

}  // namespace moxian
