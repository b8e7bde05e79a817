#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/DocxReader.h"

namespace moxian {

/// The text of a DOCX file while it is being put together: characters, paragraph ends, cells, and
/// the places of changes and comments in them.
class DocxReaderFlow {
 public:
  /// Beyond this many UTF-16 units text is counted but no longer kept, and `tooLong` is true.
  static constexpr std::size_t kMostText = std::size_t{64} << 20U;

  explicit DocxReaderFlow(DocxText& into) : m_docx(into) {}

  /// Characters of the open paragraph; what XML forbids is left out.
  void text(std::u16string_view characters);
  /// A break inside a paragraph: a new line, in a cell a space.
  void lineBreak();
  [[nodiscard]] std::size_t size() const { return m_docx.text.size(); }
  /// What the open paragraph holds so far; valid until the next call.
  [[nodiscard]] std::u16string_view paragraphText() const {
    return std::u16string_view(m_docx.text).substr(m_paragraphStart);
  }
  [[nodiscard]] bool tooLong() const { return m_tooLong; }

  /// Names the halves of moves that follow, until an empty name.
  void moveRange(DocxChange::Act act, std::string_view name);
  /// Opens a change; what is added until `close` belongs to it. Changes close in reverse order.
  void open(const DocxChange& change);
  void close();
  /// Copies of the changes open now, to reopen them where their content stands.
  [[nodiscard]] std::vector<DocxChange> openChanges() const;

  void beginParagraph();
  /// True if the open paragraph is gone once all changes are accepted, given those of its mark.
  [[nodiscard]] bool gone(const std::vector<DocxChange>& markChanges) const;
  /// Ends the paragraph with its mark and puts its label in front. Where the paragraph or the mark
  /// before it goes, the label goes with them.
  void endParagraph(std::u16string_view label, const std::vector<DocxChange>& markChanges);
  /// Says that the next paragraph does not follow the last one in the same text (a table, a text
  /// box or the end comes between), so that they cannot join.
  void breakChain();

  /// Rows inside a cell are no lines of their own; their cells follow each other as paragraphs do.
  void beginRow();
  void endRow();
  void beginCell();
  void endCell();

  void commentStart(const std::string& id);
  void commentEnd(const std::string& id);
  void commentReference(const std::string& id);
  /// The range of a comment; nothing if it has no place.
  [[nodiscard]] std::optional<Span> commentRange(const std::string& id) const;

 private:
  struct Range {
    std::optional<std::size_t> begin;
    std::optional<std::size_t> end;
    std::optional<std::size_t> reference;
  };
  /// Characters that stay in one view (all accepted, or all rejected).
  struct View {
    int removing = 0;           ///< open changes that take characters out of it
    std::size_t line = 0;       ///< characters kept since the last line end that is kept
    std::size_t paragraph = 0;  ///< characters kept of the open paragraph
  };

  /// The view that a change takes its characters out of.
  [[nodiscard]] View& viewWithout(DocxChange::Act act) {
    return removes(act) ? m_final : m_original;
  }
  [[nodiscard]] const View& viewWithout(DocxChange::Act act) const {
    return removes(act) ? m_final : m_original;
  }
  [[nodiscard]] bool inCell() const { return m_cells > 0; }
  void append(std::u16string_view characters);
  void appendKept(std::u16string_view characters);
  void insertLabel(std::u16string_view label);
  void giveLabel(std::size_t length, DocxChange& mark);
  void endLine(const std::vector<DocxChange>& markChanges);
  void nameMove(DocxChange& change) const;
  void setPoint(std::optional<std::size_t>& point);

  DocxText& m_docx;
  std::vector<std::size_t> m_open;   ///< indices of open changes
  std::vector<std::size_t> m_marks;  ///< indices of the changes of the last paragraph mark
  std::vector<std::size_t> m_joins;  ///< those of them that join it with the open paragraph
  View m_final;
  View m_original;
  std::size_t m_paragraphStart = 0;
  std::size_t m_firstChange = 0;              ///< first change that began in the open paragraph
  std::vector<std::size_t*> m_commentPoints;  ///< those set in the open paragraph
  std::map<std::string, Range> m_ranges;      ///< nodes stay where they are
  std::size_t m_cells = 0;                    ///< cells around the place, nested ones included
  std::size_t m_cellParagraphs = 0;           ///< paragraphs ended in the innermost cell so far
  std::string m_moveFrom;  ///< name of the move around the place
  std::string m_moveTo;
  bool m_tooLong = false;
};

}  // namespace moxian
