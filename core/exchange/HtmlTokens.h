#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// Named characters of HTML. Immutable after loading.
class HtmlEntities {
 public:
  /// Loads resources/import/entities.tsv (format in its first lines).
  [[nodiscard]] static Result<HtmlEntities> load();

  /// Text with its character references (&amp; &#27426; &#x6B22;) replaced; unknown ones stay.
  [[nodiscard]] std::u16string decoded(std::u16string_view text) const;

 private:
  /// Appends what the reference at the start of `text` stands for; its length, 0 if it is none.
  std::size_t reference(std::u16string_view text, std::u16string& out) const;
  std::size_t named(std::u16string_view word, bool closed, std::u16string& out) const;

  std::map<std::u16string, char16_t, std::less<>> m_names;
};

/// A piece of an HTML page.
struct HtmlToken {
  enum class Kind { Text, Start, End };
  Kind kind = Kind::Text;
  std::u16string text;  ///< of Text, references replaced
  std::string name;     ///< of Start and End, in small letters
  std::vector<std::pair<std::string, std::u16string>> attributes;  ///< of Start

  /// The value of an attribute; nullptr if it is not there.
  [[nodiscard]] const std::u16string* attribute(std::string_view wanted) const;
};

/// Cuts a page into tags and text as browsers do (WHATWG HTML, 13.2.5): comments, declarations and
/// processing instructions are passed over, script and style are one text up to their end tag, and
/// no input is an error. Linear in the length of the page.
class HtmlTokens {
 public:
  /// `page` and `entities` must outlive the object.
  HtmlTokens(std::u16string_view page, const HtmlEntities& entities)
      : m_page(page), m_entities(entities) {}

  /// Takes the next piece; false at the end.
  [[nodiscard]] bool next(HtmlToken& token);

 private:
  [[nodiscard]] char16_t at(std::size_t index) const {
    return index < m_page.size() ? m_page[index] : u'\0';
  }
  [[nodiscard]] bool markup(HtmlToken& token);
  [[nodiscard]] bool tag(HtmlToken& token, HtmlToken::Kind kind, std::size_t from);
  void attribute(HtmlToken& token);
  void skipSpaces();
  void text(HtmlToken& token);
  void rawText(HtmlToken& token);
  void passComment();

  std::u16string_view m_page;
  const HtmlEntities& m_entities;
  std::size_t m_at = 0;
  std::string m_raw;  ///< the element whose content is no markup, empty outside
};

}  // namespace moxian
