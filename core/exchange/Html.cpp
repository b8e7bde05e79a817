#include <array>
#include <format>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/exchange/DocxStyles.h"
#include "core/exchange/Export.h"
#include "core/exchange/Manuscript.h"
#include "core/exchange/MarkedHtml.h"
#include "core/exchange/PageTemplate.h"
#include "core/exchange/TableShape.h"
#include "core/exchange/TitleLines.h"
#include "core/exchange/Xml.h"

namespace moxian {
namespace {

using pugi::xml_node;

struct Shape {
  const char* element;
  const char* style;
};

Shape shapeOf(const Part& part) {
  static constexpr std::array<const char*, 6> kHeadings = {"p", "h2", "h3", "h4", "h5", "h6"};
  switch (part.kind) {
    case PartKind::Title:
      return {"h1", ""};
    case PartKind::Heading:
      return {kHeadings.at(static_cast<std::size_t>(part.level)), ""};
    case PartKind::Subtitle:
      return {"p", "subtitle"};
    case PartKind::Addressee:
      return {"p", "flush"};
    case PartKind::AttachmentNote:
      return {"p", "note"};
    case PartKind::AttachmentItem:
      return {"p", "item"};
    case PartKind::Signature:
    case PartKind::SignatureDate:
      return {"p", "sign"};
    case PartKind::AttachmentMark:
      return {"p", "mark"};
    case PartKind::AttachmentTitle:
      return {"p", "attachment-title"};
    case PartKind::Body:
    case PartKind::Table:
      break;
  }
  return {"p", ""};
}

/// Even an empty text keeps the element from being written as <td/>, which HTML takes for a start.
void addText(xml_node node, std::u16string_view text) {
  node.append_child(pugi::node_pcdata).set_value(toUtf8(text).c_str());
}

void addParagraph(xml_node body, const Part& part, const PageTemplate& page) {
  const Shape shape = shapeOf(part);
  xml_node node = append(body, shape.element);
  std::string style = shape.style;
  if (part.blankLines > 0) style += style.empty() ? "blank" : " blank";
  if (part.newPage) style += style.empty() ? "page" : " page";
  if (!style.empty()) node.append_attribute("class").set_value(style.c_str());
  if (part.rightIndent > 0) {
    node.append_attribute("style").set_value(
        std::format("padding-right:{:g}em", part.rightIndent).c_str());
  }
  if (part.kind == PartKind::Title || part.kind == PartKind::AttachmentTitle) {
    bool first = true;
    for (const auto& line : titleLines(part.text, page.titleCharacters())) {
      if (!first) append(node, "br");
      first = false;
      addText(node, line);
    }
    return;
  }
  const std::size_t head = part.kind == PartKind::Body ? part.headLength : 0;
  const std::u16string_view text = part.text;
  if (head > 0) {
    addText(append(node, "span", {{"class", std::format("run-in head{}", part.level)}}),
            text.substr(0, head));
  }
  if (head < text.size()) addText(node, text.substr(head));
}

void addRow(xml_node row, const Part& table, std::size_t index, const std::vector<bool>& sentences,
            bool head) {
  const std::vector<std::u16string>& cells = table.rows[index];
  const std::size_t columns = table.columns;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    xml_node cell = append(row, head ? "th" : "td");
    if (i + 1 == cells.size() && cells.size() < columns) {
      cell.append_attribute("colspan").set_value(static_cast<unsigned>(columns - i));
    }
    if (!head && alignOf(table, sentences, cells, i) == CellAlign::Left)
      cell.append_attribute("class").set_value("left");
    addText(cell, cells[i]);
  }
}

void addTable(xml_node body, const Part& part) {
  xml_node table = append(body, "table");
  const bool head = hasHeadRow(part);
  const std::vector<bool> sentences = sentenceColumns(part);
  if (head) addRow(append(append(table, "thead"), "tr"), part, 0, sentences, true);
  xml_node rows = append(table, "tbody");
  for (std::size_t i = head ? 1 : 0; i < part.rows.size(); ++i) {
    addRow(append(rows, "tr"), part, i, sentences, false);
  }
}

std::string quoted(const Face& face) {
  std::string list;
  for (const auto* names : {&face.installed, &face.standIns}) {
    for (const std::string& name : *names) list += std::format("\"{}\", ", name);
  }
  return list + "serif";
}

/// The Latin face for letters and digits only, so that quotes and dashes stay Chinese ones.
std::string latinFont(const Face& face) {
  std::string sources;
  for (const auto* names : {&face.installed, &face.standIns}) {
    for (const std::string& name : *names) {
      sources += std::format("{}local(\"{}\")", sources.empty() ? "" : ", ", name);
    }
  }
  return "@font-face { font-family: \"Latin\"; src: " + sources +
         "; unicode-range: U+20-7E, U+C0-D6, U+D8-F6, U+F8-24F; }\n";
}

/// The faces of the template as CSS variables, then the style sheet of the layout.
Result<std::string> styleSheet(const PageTemplate& page, Layout layout) {
  const auto path =
      resourceRoot() / "templates" / (layout == Layout::Gb9704 ? "gb9704.css" : "plain.css");
  const auto sheet = readFile(path);
  if (!sheet) return fail(ErrorCode::ResourceMissing, path.string(), sheet.error().detail);
  std::string css = latinFont(page.latin) + ":root {";
  const auto add = [&](const std::string& name, const Face& face) {
    css += std::format(" --{}: {};", name, quoted(face));
  };
  add("body", page.body);
  add("title", page.title);
  add("subtitle", page.subtitle);
  add("attachment-mark", page.attachmentMark);
  add("table-head", page.tableHead);
  for (std::size_t i = 0; i < PageTemplate::kLevels; ++i) {
    add(std::format("heading{}", i + 1), page.headings.at(i));
  }
  return css + " }\n" + *sheet;
}

void addMeta(xml_node head, const char* name, const std::u16string& content) {
  if (!content.empty()) append(head, "meta", {{"name", name}, {"content", toUtf8(content)}});
}

}  // namespace

Result<std::string> toHtml(std::u16string_view text, const Outline& outline,
                           const ExportOptions& options, std::vector<ExportNote>& notes) {
  if (options.markup != nullptr) return markedHtml(text, *options.markup);
  const Manuscript manuscript = arrange(text, outline, notes, options.titled);
  const auto page = PageTemplate::load(options.layout, manuscript.script);
  if (!page) return std::unexpected(page.error());
  const auto css = styleSheet(*page, options.layout);
  if (!css) return std::unexpected(css.error());

  pugi::xml_document document;
  document.append_child(pugi::node_doctype).set_value("html");
  xml_node root = append(document, "html", {{"lang", languageOf(manuscript.script)}});
  xml_node head = append(root, "head");
  append(head, "meta", {{"charset", "utf-8"}});
  appendText(head, "title", toUtf8(manuscript.title));
  addMeta(head, "author", options.author);
  addMeta(head, "description", options.subject);
  append(head, "meta", {{"name", "generator"}, {"content", "Moxian " + std::string(version())}});
  appendText(head, "style", *css);
  xml_node body = append(root, "body");
  for (const Part& part : manuscript.parts) {
    if (part.kind == PartKind::Table) {
      addTable(body, part);
    } else {
      addParagraph(body, part, *page);
    }
  }
  return serialized(document, pugi::format_no_declaration);
}

}  // namespace moxian
