#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/DocxReader.h"
#include "core/exchange/DocxReaderNumbering.h"
#include "core/exchange/DocxReaderParts.h"
#include "core/exchange/ImportLosses.h"

namespace moxian {

/// Footnotes or endnotes by their w:id.
using DocxNotes = std::map<std::string, pugi::xml_node, std::less<>>;

/// What all stories of a document share while they are read.
struct DocxContext {
  const DocxReaderStyles& styles;
  const SymbolTable& symbols;
  const DocxNotes& footnotes;
  const DocxNotes& endnotes;
  DocxReaderNumbering& numbering;
  ImportLosses& losses;
};

/// Blocks that are read where their paragraph or their story ends: a text box, a note.
struct DocxLater {
  pugi::xml_node blocks;
  std::u16string mark;              ///< stands in front of the first paragraph
  std::vector<DocxChange> changes;  ///< open where it is anchored
};

/// The change that a w:ins, w:del, w:moveFrom or w:moveTo records.
[[nodiscard]] DocxChange changeOf(pugi::xml_node node, DocxChange::Target target);
/// Those among the children of the properties of a paragraph mark or row.
[[nodiscard]] std::vector<DocxChange> changesIn(pugi::xml_node properties,
                                                DocxChange::Target target);

/// Counts what text cannot keep of the document as a whole; the readers of stories add what they
/// meet themselves.
void countLosses(pugi::xml_node document, ImportLosses& losses);

}  // namespace moxian
