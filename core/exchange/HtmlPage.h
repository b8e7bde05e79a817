#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/HtmlTokens.h"
#include "core/exchange/ImportLosses.h"

namespace moxian {

/// A table of a page while it is read.
struct HtmlTable {
  struct Cell {
    std::vector<std::u16string> lines = {};
    std::size_t columns = 1;  ///< colspan
    std::size_t rows = 1;     ///< rowspan
  };
  std::vector<std::u16string> around = {};  ///< caption and what stands outside cells
  std::vector<std::vector<Cell>> rows = {};
  bool inCell = false;
  bool holdsTable = false;

  /// True if it arranges the page instead of data: a table inside, one column, or a cell as long
  /// as an article.
  [[nodiscard]] bool isLayout() const;
  /// Its lines, as cells in | or one after the other.
  [[nodiscard]] std::vector<std::u16string> lines() const;
};

/// Puts the text of a page together from its tags.
class HtmlPage {
 public:
  /// What to pass over: as a rule also navigation and hidden elements.
  enum class Skip { Invisible, CodeOnly };

  HtmlPage(Skip skip, ImportLosses& losses) : m_skip(skip), m_losses(losses) {}

  void take(const HtmlToken& token);
  /// Ends the page. False if an element that is passed over was never closed, so that the rest of
  /// the page is missing.
  [[nodiscard]] bool finish();
  /// The lines, each ended by U+000A.
  [[nodiscard]] std::u16string text() const;

 private:
  struct List {
    bool ordered = false;
    int next = 1;
  };

  void start(const HtmlToken& token);
  void end(std::string_view name);
  [[nodiscard]] bool passesOver(const HtmlToken& token) const;
  void passOver(const HtmlToken& token);
  void countLoss(const HtmlToken& token);
  void text(std::u16string_view characters);
  void character(char16_t c);
  void breakLine();
  [[nodiscard]] std::vector<std::u16string>& sink();

  void startTable();
  void startRow();
  void startCell(const HtmlToken& token);
  void endCell();
  void endTable();
  void startList(const HtmlToken& token);
  void startItem(const HtmlToken& token);

  Skip m_skip;
  ImportLosses& m_losses;
  std::vector<std::u16string> m_lines;
  std::vector<HtmlTable> m_tables;  ///< open ones
  std::vector<List> m_lists;
  std::u16string m_line;           ///< the open one
  std::u16string m_number;         ///< of the open item, before its text
  bool m_space = false;            ///< white space waits for what follows
  bool m_newline = false;          ///< and holds a line end
  std::size_t m_preformatted = 0;  ///< open <pre>
  std::string m_passed;            ///< the element that is passed over
  std::size_t m_passedDepth = 0;   ///< open elements of that name
};

}  // namespace moxian
