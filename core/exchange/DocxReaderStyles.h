#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/exchange/DocxReaderXml.h"

namespace moxian {

/// A paragraph's place in a numbered list, as far as it is stated in one place.
struct DocxNumberRef {
  std::string num = {};           ///< w:numId; "0" takes a number away, empty leaves it open
  std::optional<int> level = {};  ///< w:ilvl from 0
};

/// What a paragraph style says about the text, with what it inherits (ECMA-376-1, 17.7).
struct DocxStyle {
  DocxNumberRef number = {};
  std::string numberedBy = {};      ///< the style in the chain that gave `number.num`
  std::optional<int> outline = {};  ///< heading level from 0
};

/// Paragraph styles of a document.
class DocxReaderStyles {
 public:
  /// `styles` may be null.
  explicit DocxReaderStyles(const pugi::xml_document* styles);

  /// The style of an id, the default paragraph style for an empty one, and one that says nothing
  /// for an unknown one.
  [[nodiscard]] const DocxStyle& style(std::string_view id) const;
  /// The list that a numbering style stands for (17.9.21); empty if there is none.
  [[nodiscard]] std::string numberingOf(std::string_view numberingStyle) const;

 private:
  std::map<std::string, DocxStyle, std::less<>> m_styles;
  std::string m_default;
};

/// The number reference in the properties (w:pPr) of a paragraph or style.
[[nodiscard]] DocxNumberRef numberRef(pugi::xml_node paragraphProperties);

}  // namespace moxian
