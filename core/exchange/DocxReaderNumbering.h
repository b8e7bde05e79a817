#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/exchange/DocxReaderStyles.h"
#include "core/exchange/NumberFormat.h"
#include "core/exchange/SymbolTable.h"

namespace moxian {

/// The number or bullet in front of a paragraph.
struct DocxLabel {
  enum class After { Tab, Space, Nothing };
  std::u16string text;
  After after = After::Tab;
  bool bullet = false;
};

/// Counts automatic lists (ECMA-376-1, 17.9) and writes their numbers as text.
class DocxReaderNumbering {
 public:
  static constexpr std::size_t kLevels = 9;
  static constexpr std::size_t kMostLabel = 255;  ///< UTF-16 units; the rest of a text is cut

  /// `numbering` may be null; `styles` and `symbols` must outlive the object.
  DocxReaderNumbering(const pugi::xml_document* numbering, const DocxReaderStyles& styles,
                      const SymbolTable& symbols);

  /// The label of the next paragraph with these properties and style; nothing if it has no number.
  /// If not `counts` the following paragraphs are numbered as if it were not there.
  [[nodiscard]] std::optional<DocxLabel> next(pugi::xml_node paragraphProperties, bool counts);

 private:
  struct Level {
    std::int64_t start = 1;
    std::string format = "decimal";
    std::u16string text = {};
    std::optional<int> restart = {};  ///< w:lvlRestart
    bool legal = false;               ///< all numbers in Arabic digits
    DocxLabel::After after = DocxLabel::After::Tab;
    std::string style = {};  ///< the paragraph style tied to it
    std::string font = {};
  };
  using Levels = std::array<Level, kLevels>;
  using Counters = std::array<std::optional<std::int64_t>, kLevels>;
  struct Abstract {
    Levels levels = {};
    std::string styleLink = {};  ///< w:numStyleLink: the levels stand elsewhere
  };
  struct Num {
    std::string abstract = {};
    std::map<std::size_t, Level> levels = {};         ///< replaced by the list
    std::map<std::size_t, std::int64_t> starts = {};  ///< where a level of the list starts anew
  };

  static void readLevel(pugi::xml_node node, Level& level);
  void readNum(pugi::xml_node node);
  void followLinks();
  [[nodiscard]] const Level& levelOf(const Num& num, std::size_t level) const;
  [[nodiscard]] std::size_t levelIndex(const Num& num, const DocxNumberRef& direct,
                                       std::string_view styleId) const;
  [[nodiscard]] std::optional<std::size_t> tiedLevel(const Num& num, std::string_view style) const;
  void count(const std::string& id, const Num& num, std::size_t level);
  [[nodiscard]] DocxLabel label(const Num& num, std::size_t level) const;

  const DocxReaderStyles& m_styles;
  const SymbolTable& m_symbols;
  NumberFormat m_format;
  std::map<std::string, Abstract, std::less<>> m_abstracts;
  std::map<std::string, Num, std::less<>> m_nums;
  std::map<std::string, Counters> m_counters;  ///< by abstract list, which its lists share
  std::map<std::string, std::array<bool, kLevels>> m_started;  ///< starts of a list that were used
};

}  // namespace moxian
