#include "core/exchange/DocxReaderStyles.h"

namespace moxian {
namespace {

constexpr int kMostParents = 32;  // a chain of w:basedOn beyond it is a circle or hostile

using Nodes = std::map<std::string, pugi::xml_node, std::less<>>;

/// Takes over what the style itself says where nothing nearer has said it.
void inherit(DocxStyle& style, pugi::xml_node node) {
  const pugi::xml_node properties = node.child("w:pPr");
  const DocxNumberRef own = numberRef(properties);
  if (style.number.num.empty() && !own.num.empty()) {
    style.number.num = own.num;
    style.numberedBy = attribute(node, "w:styleId");
  }
  if (!style.number.level) style.number.level = own.level;
  if (!style.outline) style.outline = number(properties.child("w:outlineLvl"), "w:val");
}

DocxStyle resolve(const Nodes& nodes, pugi::xml_node node) {
  DocxStyle style;
  for (int parents = 0; node && parents < kMostParents; ++parents) {
    inherit(style, node);
    const auto parent = nodes.find(attribute(node.child("w:basedOn"), "w:val"));
    node = parent == nodes.end() ? pugi::xml_node{} : parent->second;
  }
  return style;
}

}  // namespace

DocxNumberRef numberRef(pugi::xml_node paragraphProperties) {
  const pugi::xml_node node = paragraphProperties.child("w:numPr");
  return {std::string(attribute(node.child("w:numId"), "w:val")),
          number(node.child("w:ilvl"), "w:val")};
}

DocxReaderStyles::DocxReaderStyles(const pugi::xml_document* styles) {
  if (styles == nullptr) return;
  Nodes nodes;
  for (const pugi::xml_node node : styles->child("w:styles").children("w:style")) {
    const std::string id(attribute(node, "w:styleId"));
    const std::string_view isDefault = attribute(node, "w:default");
    nodes.emplace(id, node);
    if ((isDefault == "1" || isDefault == "true" || isDefault == "on") &&
        attribute(node, "w:type") == "paragraph") {
      m_default = id;
    }
  }
  for (const auto& [id, node] : nodes) m_styles.emplace(id, resolve(nodes, node));
}

const DocxStyle& DocxReaderStyles::style(std::string_view id) const {
  static const DocxStyle kNone;
  const auto found = m_styles.find(id.empty() ? std::string_view(m_default) : id);
  return found == m_styles.end() ? kNone : found->second;
}

std::string DocxReaderStyles::numberingOf(std::string_view numberingStyle) const {
  const auto found = m_styles.find(numberingStyle);
  return found == m_styles.end() ? std::string() : found->second.number.num;
}

}  // namespace moxian
