#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/DocxReaderRuns.h"

namespace moxian {

/// Reads the paragraphs and tables of a story: the body, a comment. Recursion follows the nesting
/// of the XML, which parseXml has limited.
class DocxReaderBody {
 public:
  /// Columns that a merged cell may span; Word has no wider tables.
  static constexpr int kMostColumns = 63;

  DocxReaderBody(const DocxContext& context, DocxReaderFlow& flow)
      : m_context(context), m_flow(flow), m_runs(context, flow) {}

  /// The blocks of a story, then the notes that they refer to.
  void story(pugi::xml_node parent);

 private:
  void blocks(pugi::xml_node parent);
  void block(pugi::xml_node node);
  void paragraph(pugi::xml_node node);
  void trackedBlocks(pugi::xml_node node);
  void table(pugi::xml_node node);
  void row(pugi::xml_node node, bool loose);
  void cell(pugi::xml_node node);
  void emptyCells(int count);
  void later(const DocxLater& blocks);
  [[nodiscard]] std::u16string labelOf(pugi::xml_node properties,
                                       const std::vector<DocxChange>& marks);
  void countHeading(pugi::xml_node properties);

  const DocxContext& m_context;
  DocxReaderFlow& m_flow;
  DocxReaderRuns m_runs;
  std::u16string m_mark;  ///< of a note, for the next paragraph to begin with
};

}  // namespace moxian
