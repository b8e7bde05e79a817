#pragma once

#include <cstddef>
#include <functional>
#include <pugixml.hpp>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/Package.h"
#include "core/review/Markup.h"

namespace moxian {

/// Writes tracked changes (ECMA-376-1, 17.13.5) and comments (17.13.4) into a document while its
/// paragraphs are written from front to back. Offsets are those in the marked text.
class DocxMarks {
 public:
  /// Writes characters into an element as a run; deleted ones are w:delText.
  using RunWriter =
      std::function<void(pugi::xml_node parent, std::u16string_view piece, bool deleted)>;
  /// A part of the package that holds something of the comments.
  struct CommentPart {
    PackagePart part;
    std::string contentType;
    std::string relation;
  };

  /// Both outlive the object.
  DocxMarks(const Markup& markup, std::u16string_view text);

  /// Characters of a paragraph; `origins` are their offsets.
  void write(pugi::xml_node paragraph, std::u16string_view text,
             std::span<const std::size_t> origins, const RunWriter& run);
  /// Ends a paragraph: `gap` reaches from the end of its line to the start of the next one that is
  /// written. `properties` is its w:pPr, otherwise complete.
  void endParagraph(pugi::xml_node paragraph, pugi::xml_node properties, Span gap);
  void endCell(pugi::xml_node paragraph, std::size_t end);
  /// Says in the properties of a row whether all of it came or went.
  void markRow(pugi::xml_node properties, Span line);
  /// Ends what is open; `last` is the last paragraph.
  void endText(pugi::xml_node last);

  /// Empty if there are no comments.
  [[nodiscard]] std::vector<CommentPart> commentParts() const;
  /// Changes of the cells of a row (not their text), which the format does not know.
  [[nodiscard]] std::size_t lost() const { return m_lost; }

 private:
  struct Event {
    std::size_t at;
    int rank;  ///< at the same place: ends, then starts, then ends of empty ranges
    std::size_t comment;
    friend auto operator<=>(const Event&, const Event&) = default;
  };
  struct OpenMove {
    Span span;
    bool from;
    std::string id;
  };

  void orderComments(const Markup& markup);
  void commentsUpTo(pugi::xml_node parent, std::size_t at);
  void startMove(pugi::xml_node paragraph, const LayerMark& mark);
  void endMoves(pugi::xml_node parent, std::size_t at);
  pugi::xml_node change(pugi::xml_node parent, const LayerMark& mark);
  [[nodiscard]] pugi::xml_node container(pugi::xml_node parent, const LayerMark* mark,
                                         pugi::xml_node& open, std::int64_t& openId);
  [[nodiscard]] const LayerMark* overLineEnds(const MarkLayer& layer, Span gap) const;
  [[nodiscard]] static const LayerMark* over(const MarkLayer& layer, Span line, std::size_t length);
  [[nodiscard]] bool torn(const MarkLayer& layer, Span line) const;

  const Markup& m_markup;
  std::u16string_view m_text;
  std::vector<Comment> m_comments;  ///< replies follow what they answer
  std::vector<Event> m_events;
  std::size_t m_nextEvent = 0;
  std::vector<OpenMove> m_moves;
  std::set<std::int64_t> m_startedMoves;
  pugi::xml_node m_openInsertion;
  pugi::xml_node m_openDeletion;
  std::int64_t m_insertionId = 0;
  std::int64_t m_deletionId = 0;
  std::size_t m_nextId = 0;
  std::size_t m_lost = 0;
};

}  // namespace moxian
