#include "core/exchange/DocxDocument.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "core/base/Utf.h"
#include "core/exchange/DocxStyles.h"
#include "core/exchange/TableShape.h"
#include "core/exchange/TitleLines.h"
#include "core/exchange/Xml.h"

namespace moxian {
namespace {

using pugi::xml_node;

constexpr const char* kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes word/document.xml.
class DocumentWriter {
 public:
  DocumentWriter(const PageTemplate& page, DocxMarks* marks) : m_page(page), m_marks(marks) {
    xml_node root =
        append(m_document, "w:document", {{"xmlns:w", kMain}, {"xmlns:r", kRelationships}});
    m_body = append(root, "w:body");
  }

  std::string write(const Manuscript& manuscript) {
    noteLines(manuscript);
    for (const Part& part : manuscript.parts) {
      if (part.kind == PartKind::Table) {
        addTable(part);
      } else {
        addParagraph(part);
      }
    }
    // a table may not be the last thing before the section's properties
    if (manuscript.parts.empty() || manuscript.parts.back().kind == PartKind::Table) addEmpty();
    if (m_marks != nullptr) m_marks->endText(m_body.last_child());
    addSection();
    return serialized(m_document);
  }

 private:
  /// Where the lines of paragraphs and rows begin, to tell which line ends lie between two.
  void noteLines(const Manuscript& manuscript) {
    for (const Part& part : manuscript.parts) {
      if (part.kind != PartKind::Table) m_lineBegins.push_back(part.line.begin);
      for (const RowOrigin& row : part.rowOrigins) m_lineBegins.push_back(row.line.begin);
    }
    m_lineBegins.push_back(std::string::npos);
  }
  [[nodiscard]] std::size_t nextLine(std::size_t after) const {
    return *std::ranges::upper_bound(m_lineBegins, after);
  }

  void addParagraph(const Part& part) {
    xml_node paragraph = append(m_body, "w:p");
    xml_node properties = append(paragraph, "w:pPr");
    append(properties, "w:pStyle", {{"w:val", docxStyleOf(part)}});
    if (part.keepNext && !docxStyleKeepsNext(part.kind)) append(properties, "w:keepNext");
    if (part.newPage) append(properties, "w:pageBreakBefore");
    if (part.blankLines > 0) addBlankLines(properties, part.blankLines);
    if (part.rightIndent > 0) addRightIndent(properties, part.rightIndent);
    if (part.kind == PartKind::Title || part.kind == PartKind::AttachmentTitle) {
      addTitleRuns(paragraph, part);
    } else {
      addBodyRuns(paragraph, part);
    }
    if (m_marks != nullptr) {
      m_marks->endParagraph(paragraph, properties, {part.line.end, nextLine(part.line.begin)});
    }
  }

  void addBodyRuns(xml_node paragraph, const Part& part) {
    const bool runIn = part.kind == PartKind::Body && part.level > 0;
    const std::size_t head = runIn ? part.headLength : 0;
    const std::u16string_view text = part.text;
    const std::span<const std::size_t> origins = part.origins;
    addRuns(paragraph, text.substr(0, head), origins.first(head), docxHeadWordsStyle(part.level));
    addRuns(paragraph, text.substr(head), origins.subspan(head), {});
  }

  void addTitleRuns(xml_node paragraph, const Part& part) {
    const std::u16string_view text = part.text;
    const std::span<const std::size_t> origins = part.origins;
    std::size_t at = 0;
    for (const std::u16string& line : titleLines(part.text, m_page.titleCharacters())) {
      if (at > 0 && text[at] == u'\n') {
        addRuns(paragraph, text.substr(at, 1), origins.subspan(at, 1), {});
        ++at;
      } else if (at > 0) {
        xml_node run = append(paragraph, "w:r");
        append(append(run, "w:rPr"), "w:rStyle", {{"w:val", kDocxAutomaticBreak}});
        append(run, "w:br");
      }
      addRuns(paragraph, text.substr(at, line.size()), origins.subspan(at, line.size()), {});
      at += line.size();
    }
  }

  void addRuns(xml_node paragraph, std::u16string_view text, std::span<const std::size_t> origins,
               const std::string& style) {
    if (m_marks == nullptr) {
      if (!text.empty()) addRun(paragraph, text, style, false);
      return;
    }
    m_marks->write(paragraph, text, origins,
                   [&](xml_node parent, std::u16string_view piece, bool deleted) {
                     addRun(parent, piece, style, deleted);
                   });
  }

  /// The hint makes quotes, dashes and dots that both scripts share Chinese ones.
  static void addRun(xml_node paragraph, std::u16string_view text, const std::string& style,
                     bool deleted) {
    xml_node run = append(paragraph, "w:r");
    xml_node properties = append(run, "w:rPr");
    if (!style.empty()) append(properties, "w:rStyle", {{"w:val", style}});
    append(properties, "w:rFonts", {{"w:hint", "eastAsia"}});
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t stop = std::min(text.find_first_of(u"\t\n", from), text.size());
      if (stop > from) {
        appendText(run, deleted ? "w:delText" : "w:t", toUtf8(text.substr(from, stop - from)))
            .append_attribute("xml:space")
            .set_value("preserve");
      }
      if (stop < text.size()) append(run, text[stop] == u'\t' ? "w:tab" : "w:br");
      from = stop + 1;
    }
  }

  void addBlankLines(xml_node properties, int lines) {
    append(properties, "w:spacing",
           {{"w:beforeLines", std::to_string(lines * 100)},
            {"w:before", std::to_string(lines * m_page.linePitch)}});
  }
  void addRightIndent(xml_node properties, double characters) {
    append(properties, "w:ind",
           {{"w:rightChars", std::to_string(std::lround(characters * 100))},
            {"w:right", std::to_string(std::lround(characters * m_page.bodySize * 20))}});
  }
  void addEmpty() {
    append(append(append(m_body, "w:p"), "w:pPr"), "w:pStyle", {{"w:val", "BodyText"}});
  }

  void addTable(const Part& part) {
    const std::vector<int> widths = columnWidths(part, m_page.textWidth(), m_page.tableSize);
    if (part.blankLines > 0) addEmpty();
    xml_node table = append(m_body, "w:tbl");
    addTableProperties(append(table, "w:tblPr"));
    xml_node grid = append(table, "w:tblGrid");
    for (const int width : widths) append(grid, "w:gridCol", {{"w:w", std::to_string(width)}});
    const bool head = hasHeadRow(part);
    const bool together = staysTogether(part, widths, m_page.tableSize);
    const std::vector<bool> sentences = sentenceColumns(part);
    for (std::size_t i = 0; i < part.rows.size(); ++i) {
      addRow(table, part, i, widths, sentences,
             {head && i == 0, together && i + 1 < part.rows.size()});
    }
  }

  void addTableProperties(xml_node properties) {
    append(properties, "w:tblW", {{"w:w", std::to_string(m_page.textWidth())}, {"w:type", "dxa"}});
    append(properties, "w:jc", {{"w:val", "center"}});
    xml_node borders = append(properties, "w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
      append(borders, side,
             {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "auto"}});
    }
    append(properties, "w:tblLayout", {{"w:type", "fixed"}});
    xml_node margins = append(properties, "w:tblCellMar");
    const auto margin = [&](const char* side, int twips) {
      append(margins, side, {{"w:w", std::to_string(twips)}, {"w:type", "dxa"}});
    };
    margin("w:top", kCellPadding);
    margin("w:left", kCellMargin);
    margin("w:bottom", kCellPadding);
    margin("w:right", kCellMargin);
  }

  struct RowLook {
    bool head = false;      ///< names the columns
    bool keepNext = false;  ///< stands on the same page as the next row
    CellAlign align = CellAlign::Centre;
  };
  void addRow(xml_node table, const Part& part, std::size_t index, const std::vector<int>& widths,
              const std::vector<bool>& sentences, RowLook look) {
    const RowOrigin& origin = part.rowOrigins[index];
    xml_node row = append(table, "w:tr");
    xml_node properties = append(row, "w:trPr");
    append(properties, "w:cantSplit");
    if (look.head) append(properties, "w:tblHeader");
    if (m_marks != nullptr) m_marks->markRow(properties, origin.line);
    const std::vector<std::u16string>& cells = part.rows[index];
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t span = i + 1 == cells.size() ? widths.size() - i : 1;
      int width = 0;
      for (std::size_t k = i; k < i + span; ++k) width += widths[k];
      look.align = alignOf(part, sentences, cells, i);
      addCell(append(row, "w:tc"), cells[i], origin.cells[i], width, span, look);
    }
  }

  void addCell(xml_node cell, const std::u16string& text, std::span<const std::size_t> origins,
               int width, std::size_t span, RowLook look) {
    xml_node properties = append(cell, "w:tcPr");
    append(properties, "w:tcW", {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
    if (span > 1) append(properties, "w:gridSpan", {{"w:val", std::to_string(span)}});
    append(properties, "w:vAlign", {{"w:val", "center"}});
    xml_node paragraph = append(cell, "w:p");
    xml_node format = append(paragraph, "w:pPr");
    append(format, "w:pStyle", {{"w:val", look.head ? "TableHead" : "TableText"}});
    if (look.keepNext) append(format, "w:keepNext");
    if (!look.head && look.align == CellAlign::Left) append(format, "w:jc", {{"w:val", "left"}});
    if (!text.empty()) addRuns(paragraph, text, origins, {});
    if (m_marks != nullptr && !origins.empty()) m_marks->endCell(paragraph, origins.back() + 1);
  }

  void addSection() {
    const auto twips = [](int value) { return std::to_string(value); };
    xml_node section = append(m_body, "w:sectPr");
    append(section, "w:footerReference", {{"w:type", "default"}, {"r:id", kDocxFooterOdd}});
    append(section, "w:footerReference", {{"w:type", "even"}, {"r:id", kDocxFooterEven}});
    append(section, "w:pgSz", {{"w:w", twips(m_page.width)}, {"w:h", twips(m_page.height)}});
    append(section, "w:pgMar",
           {{"w:top", twips(m_page.top)},
            {"w:right", twips(m_page.right)},
            {"w:bottom", twips(m_page.bottom)},
            {"w:left", twips(m_page.left)},
            {"w:header", "851"},
            {"w:footer", twips(m_page.footer)},
            {"w:gutter", "0"}});
    if (m_page.lines > 0) {
      append(section, "w:docGrid", {{"w:type", "lines"}, {"w:linePitch", twips(m_page.linePitch)}});
    }
  }

  const PageTemplate& m_page;
  DocxMarks* m_marks;
  std::vector<std::size_t> m_lineBegins;
  pugi::xml_document m_document;
  xml_node m_body;
};

}  // namespace

std::string docxDocument(const Manuscript& manuscript, const PageTemplate& page, DocxMarks* marks) {
  return DocumentWriter(page, marks).write(manuscript);
}

}  // namespace moxian
