#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/DocxReaderContext.h"
#include "core/exchange/DocxReaderFields.h"
#include "core/exchange/DocxReaderFlow.h"

namespace moxian {

/// Reads what stands inside paragraphs. Text boxes and notes met there are handed over as blocks to
/// be read later. Recursion follows the nesting of the XML, which parseXml has limited.
class DocxReaderRuns {
 public:
  DocxReaderRuns(const DocxContext& context, DocxReaderFlow& flow)
      : m_context(context), m_flow(flow), m_fields(pugi::xml_node{}) {}

  /// The content of a paragraph.
  void inlines(pugi::xml_node parent);
  /// Characters of the reader's own making, where the text is visible.
  void say(std::u16string_view characters);
  /// Begins the fields of a story and returns those of the one around it.
  [[nodiscard]] DocxReaderFields enter(DocxReaderFields fields);
  void commentStart(pugi::xml_node node);
  void commentEnd(pugi::xml_node node);
  /// The start or end of the range that gives a move its name.
  void moveRange(pugi::xml_node node);

  /// The text boxes anchored since the last call.
  [[nodiscard]] std::vector<DocxLater> takeBoxes();
  /// The notes referred to since the last call, in the order of their numbers.
  [[nodiscard]] std::vector<DocxLater> takeNotes();

 private:
  using Handler = void (DocxReaderRuns::*)(pugi::xml_node);
  struct Rule {
    std::string_view element;
    Handler handler;
  };
  static const std::span<const Rule> kInlineRules;
  static const std::span<const Rule> kRunRules;

  void each(pugi::xml_node parent, std::span<const Rule> rules);
  void tracked(pugi::xml_node node);
  void control(pugi::xml_node node);
  void alternative(pugi::xml_node node);
  void equation(pugi::xml_node node);

  void run(pugi::xml_node node);
  void runContent(pugi::xml_node parent);
  void runAlternative(pugi::xml_node node);
  void text(pugi::xml_node node);
  void tab(pugi::xml_node node);
  void breakIn(pugi::xml_node node);
  void lineBreak(pugi::xml_node node);
  void hyphen(pugi::xml_node node);
  void symbol(pugi::xml_node node);
  void ruby(pugi::xml_node node);
  void fieldCharacter(pugi::xml_node node);
  void instruction(pugi::xml_node node);
  void footnote(pugi::xml_node node);
  void endnote(pugi::xml_node node);
  void commentReference(pugi::xml_node node);
  void boxesIn(pugi::xml_node node);
  void note(const DocxNotes& notes, pugi::xml_node reference, const std::u16string& kind);

  const DocxContext& m_context;
  DocxReaderFlow& m_flow;
  DocxReaderFields m_fields;
  std::string_view m_face;  ///< of the open run
  bool m_hidden = false;    ///< of the open run
  std::vector<DocxLater> m_boxes;
  std::vector<DocxLater> m_notes;
  std::map<std::u16string, int> m_noteCounts;            ///< by kind
  std::map<std::u16string, std::u16string> m_noteMarks;  ///< by kind and id
};

}  // namespace moxian
