#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace moxian {

/// The fields open at a place of one story (ECMA-376-1, 17.16.18): only their results are text.
class DocxReaderFields {
 public:
  /// `story` holds all characters of the fields to come. Where a begin or an end is missing, its
  /// fields hide nothing, so that no text is lost.
  explicit DocxReaderFields(pugi::xml_node story);

  /// A field that has ended.
  struct Ended {
    std::string instruction;
    pugi::xml_node begin;  ///< its w:fldChar of type begin
    bool visible = false;  ///< false inside the instruction of another field
    std::size_t resultStart = 0;
    bool hasResult = false;  ///< a result was announced; it may be empty
  };

  /// Takes a w:fldChar; `at` is the size of the text now. Nothing but for the end of a field.
  [[nodiscard]] std::optional<Ended> take(pugi::xml_node fieldCharacter, std::size_t at);
  void instruction(std::string_view text);
  /// True where characters are part of the text.
  [[nodiscard]] bool visible() const { return m_instructions == 0; }

 private:
  struct Field {
    pugi::xml_node begin;
    std::string instruction;
    bool inResult = false;
    std::size_t resultStart = 0;
  };
  std::vector<Field> m_open;
  std::size_t m_instructions = 0;  ///< open fields whose result has not begun
  bool m_balanced = true;
};

/// What a field without a result shows: a form's check box (☑ ☐) or chosen line, or the characters
/// that an EQ field lays over each other (those of the last argument). Empty for all others.
[[nodiscard]] std::u16string shownByField(const DocxReaderFields::Ended& field);

/// True if the instruction is of this kind ("EQ", "FORMCHECKBOX"), in any case of letters.
[[nodiscard]] bool isField(std::string_view instruction, std::string_view kind);

}  // namespace moxian
