#include "core/exchange/DocxStyles.h"

#include <cmath>
#include <set>

#include "core/exchange/Xml.h"

namespace moxian {
namespace {

using pugi::xml_node;

constexpr const char* kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string number(double value) {
  return std::to_string(std::lround(value));
}

/// A paragraph style as one row of a table.
struct StyleRow {
  std::string id;
  std::string name;
  std::string basedOn = {};
  std::string next = {};
  const Face* face = nullptr;  // nullptr: that of the base
  double size = 0;             // points; 0: that of the base
  std::string alignment = {};  // "", left, center, right
  double firstLine = 0;        // indents in characters of the body
  double leftIndent = 0;
  double hanging = 0;
  int outlineLevel = 0;  // 1 to 5, 0: body text
  bool keepNext = false;
  bool primary = true;  // shown in Word's gallery
};

/// Writes the styles in the order that the schema asks inside each of them.
class StyleSheet {
 public:
  StyleSheet(const PageTemplate& page, Script script) : m_page(page), m_script(script) {
    m_root = append(m_document, "w:styles", {{"xmlns:w", kMain}});
    writeDefaults();
  }

  void normal() {
    xml_node style = begin("paragraph", "Normal", "Normal");
    style.append_attribute("w:default").set_value("1");
    append(style, "w:qFormat");
    xml_node paragraph = append(style, "w:pPr");
    append(paragraph, "w:widowControl", {{"w:val", "0"}});
    append(paragraph, "w:autoSpaceDE", {{"w:val", "0"}});
    append(paragraph, "w:autoSpaceDN", {{"w:val", "0"}});
    writeLineHeight(paragraph, m_page.linePitch);
    append(paragraph, "w:jc", {{"w:val", "both"}});
  }

  void paragraph(const StyleRow& row) {
    xml_node style = begin("paragraph", row.id, row.name);
    if (!row.basedOn.empty()) append(style, "w:basedOn", {{"w:val", row.basedOn}});
    if (!row.next.empty()) append(style, "w:next", {{"w:val", row.next}});
    if (row.primary) append(style, "w:qFormat");
    writeParagraphProperties(append(style, "w:pPr"), row);
    xml_node run = append(style, "w:rPr");
    if (row.face != nullptr) writeFace(run, *row.face);
    if (row.size > 0) writeSize(run, row.size);
  }

  void headWords(int level, const Face& face) {
    const std::string id = docxHeadWordsStyle(level);
    xml_node style = begin("character", id, "Head Words " + std::to_string(level));
    writeFace(append(style, "w:rPr"), face);
  }

  void automaticBreak() { begin("character", kDocxAutomaticBreak, "Automatic Break"); }

  void tableText(const std::string& id, const std::string& name, const Face& face) {
    xml_node style = begin("paragraph", id, name);
    append(style, "w:basedOn", {{"w:val", "Normal"}});
    append(style, "w:qFormat");
    xml_node paragraph = append(style, "w:pPr");
    append(paragraph, "w:snapToGrid", {{"w:val", "0"}});
    writeLineHeight(paragraph, m_page.tablePitch);
    append(paragraph, "w:jc", {{"w:val", "center"}});
    xml_node run = append(style, "w:rPr");
    writeFace(run, face);
    append(run, "w:spacing", {{"w:val", "0"}});
    writeSize(run, m_page.tableSize);
  }

  void footer() {
    xml_node style = begin("paragraph", "Footer", "footer");
    append(style, "w:basedOn", {{"w:val", "Normal"}});
    xml_node paragraph = append(style, "w:pPr");
    append(paragraph, "w:snapToGrid", {{"w:val", "0"}});
    append(paragraph, "w:spacing", {{"w:line", "240"}, {"w:lineRule", "auto"}});
    append(paragraph, "w:jc", {{"w:val", "left"}});
    xml_node run = append(style, "w:rPr");
    const std::string& name = m_page.pageNumber.document;
    if (!name.empty()) {  // the digits too are of this face, 7.5
      append(run, "w:rFonts",
             {{"w:ascii", name}, {"w:eastAsia", name}, {"w:hAnsi", name}, {"w:cs", name}});
    }
    append(run, "w:spacing", {{"w:val", "0"}});
    writeSize(run, m_page.pageNumberSize);
  }

  [[nodiscard]] std::string bytes() const { return serialized(m_document); }

 private:
  xml_node begin(const char* type, const std::string& id, const std::string& name) {
    xml_node style = append(m_root, "w:style", {{"w:type", type}, {"w:styleId", id}});
    append(style, "w:name", {{"w:val", name}});
    return style;
  }

  void writeDefaults() {
    xml_node defaults = append(m_root, "w:docDefaults");
    xml_node run = append(append(defaults, "w:rPrDefault"), "w:rPr");
    const std::string& latin = m_page.latin.document;
    if (!m_page.body.document.empty()) {
      append(run, "w:rFonts",
             {{"w:ascii", latin},
              {"w:eastAsia", m_page.body.document},
              {"w:hAnsi", latin},
              {"w:cs", latin}});
    }
    append(run, "w:spacing", {{"w:val", std::to_string(m_page.characterSpacing)}});
    append(run, "w:kern", {{"w:val", "2"}});
    writeSize(run, m_page.bodySize);
    append(run, "w:lang",
           {{"w:val", "en-US"}, {"w:eastAsia", languageOf(m_script)}, {"w:bidi", "ar-SA"}});
    append(append(defaults, "w:pPrDefault"), "w:pPr");
  }

  void writeParagraphProperties(xml_node paragraph, const StyleRow& row) {
    if (row.keepNext) append(paragraph, "w:keepNext");
    if (row.firstLine != 0 || row.leftIndent != 0) writeIndent(paragraph, row);
    if (!row.alignment.empty()) append(paragraph, "w:jc", {{"w:val", row.alignment}});
    if (row.outlineLevel > 0) {
      append(paragraph, "w:outlineLvl", {{"w:val", std::to_string(row.outlineLevel - 1)}});
    }
  }

  void writeIndent(xml_node paragraph, const StyleRow& row) {
    const double twips = m_page.bodySize * 20;
    xml_node indent = append(paragraph, "w:ind");
    const auto set = [&](const char* inTwips, const char* inCharacters, double characters) {
      if (characters == 0) return;
      indent.append_attribute(inCharacters).set_value(number(characters * 100).c_str());
      indent.append_attribute(inTwips).set_value(number(characters * twips).c_str());
    };
    set("w:left", "w:leftChars", row.leftIndent);
    set("w:hanging", "w:hangingChars", row.hanging);
    set("w:firstLine", "w:firstLineChars", row.firstLine);
  }

  static void writeLineHeight(xml_node paragraph, int twips) {
    append(paragraph, "w:spacing",
           {{"w:before", "0"},
            {"w:after", "0"},
            {"w:line", std::to_string(twips)},
            {"w:lineRule", "exact"}});
  }
  static void writeFace(xml_node run, const Face& face) {
    if (!face.document.empty()) append(run, "w:rFonts", {{"w:eastAsia", face.document}});
    if (face.boldDocument) append(run, "w:b");
  }
  static void writeSize(xml_node run, double points) {
    append(run, "w:sz", {{"w:val", number(points * 2)}});
    append(run, "w:szCs", {{"w:val", number(points * 2)}});
  }

  const PageTemplate& m_page;
  Script m_script;
  pugi::xml_document m_document;
  xml_node m_root;
};

void addBodyStyles(StyleSheet& sheet, const PageTemplate& page) {
  sheet.paragraph({.id = "BodyText", .name = "Body Text", .basedOn = "Normal", .firstLine = 2});
  sheet.paragraph({.id = "Title",
                   .name = "Title",
                   .basedOn = "Normal",
                   .next = "BodyText",
                   .face = &page.title,
                   .size = page.titleSize,
                   .alignment = "center",
                   .keepNext = true});
  sheet.paragraph({.id = "Subtitle",
                   .name = "Subtitle",
                   .basedOn = "Normal",
                   .next = "BodyText",
                   .face = &page.subtitle,
                   .alignment = "center"});
  sheet.paragraph(
      {.id = "Salutation", .name = "Salutation", .basedOn = "Normal", .next = "BodyText"});
}

void addHeadingStyles(StyleSheet& sheet, const PageTemplate& page) {
  for (int level = 1; level <= static_cast<int>(PageTemplate::kLevels); ++level) {
    const auto index = static_cast<std::size_t>(level - 1);
    const std::string digit = std::to_string(level);
    sheet.paragraph({.id = "Heading" + digit,
                     .name = "heading " + digit,
                     .basedOn = "Normal",
                     .next = "BodyText",
                     .face = &page.headings.at(index),
                     .size = page.headingSizes.at(index),
                     .firstLine = 2,
                     .outlineLevel = level,
                     .keepNext = true});
    sheet.paragraph({.id = "RunIn" + digit,
                     .name = "Run-in Heading " + digit,
                     .basedOn = "BodyText",
                     .next = "BodyText",
                     .outlineLevel = level});
    sheet.headWords(level, page.headings.at(index));
  }
  sheet.automaticBreak();
}

void addEndStyles(StyleSheet& sheet, const PageTemplate& page) {
  sheet.paragraph({.id = "AttachmentNote",
                   .name = "Attachment Note",
                   .basedOn = "Normal",
                   .leftIndent = 6,
                   .hanging = 4});
  sheet.paragraph({.id = "AttachmentItem",
                   .name = "Attachment Item",
                   .basedOn = "Normal",
                   .leftIndent = 6,
                   .hanging = 1});
  sheet.paragraph({.id = "AttachmentMark",
                   .name = "Attachment Mark",
                   .basedOn = "Normal",
                   .next = "AttachmentTitle",
                   .face = &page.attachmentMark,
                   .keepNext = true});
  sheet.paragraph({.id = "AttachmentTitle",
                   .name = "Attachment Title",
                   .basedOn = "Title",
                   .next = "BodyText"});
  sheet.paragraph({.id = "Signature",
                   .name = "Signature",
                   .basedOn = "Normal",
                   .next = "Date",
                   .alignment = "right",
                   .keepNext = true});
  sheet.paragraph({.id = "Date", .name = "Date", .basedOn = "Normal", .alignment = "right"});
  sheet.tableText("TableText", "Table Text", page.body);
  sheet.tableText("TableHead", "Table Head", page.tableHead);
  sheet.footer();
}

}  // namespace

std::string docxStyles(const PageTemplate& page, Script script) {
  StyleSheet sheet(page, script);
  sheet.normal();
  addBodyStyles(sheet, page);
  addHeadingStyles(sheet, page);
  addEndStyles(sheet, page);
  return sheet.bytes();
}

std::string docxStyleOf(const Part& part) {
  switch (part.kind) {
    case PartKind::Title:
      return "Title";
    case PartKind::Subtitle:
      return "Subtitle";
    case PartKind::Addressee:
      return "Salutation";
    case PartKind::Heading:
      return "Heading" + std::to_string(part.level);
    case PartKind::Body:
      return part.level > 0 ? "RunIn" + std::to_string(part.level) : "BodyText";
    case PartKind::AttachmentNote:
      return "AttachmentNote";
    case PartKind::AttachmentItem:
      return "AttachmentItem";
    case PartKind::Signature:
      return "Signature";
    case PartKind::SignatureDate:
      return "Date";
    case PartKind::AttachmentMark:
      return "AttachmentMark";
    case PartKind::AttachmentTitle:
      return "AttachmentTitle";
    case PartKind::Table:
      return "TableText";
  }
  return "BodyText";
}

bool docxStyleKeepsNext(PartKind kind) {
  return kind == PartKind::Title || kind == PartKind::Heading || kind == PartKind::Signature ||
         kind == PartKind::AttachmentMark || kind == PartKind::AttachmentTitle;
}

std::string docxHeadWordsStyle(int level) {
  return "HeadWords" + std::to_string(level);
}

std::string docxFontTable(const PageTemplate& page) {
  pugi::xml_document document;
  xml_node root = append(document, "w:fonts", {{"xmlns:w", kMain}});
  std::set<std::string> written;
  const auto add = [&](const Face& face, bool chinese) {
    if (face.document.empty() || !written.insert(face.document).second) return;
    xml_node font = append(root, "w:font", {{"w:name", face.document}});
    if (face.installed.size() > 1) append(font, "w:altName", {{"w:val", face.installed[1]}});
    append(font, "w:charset", {{"w:val", chinese ? "86" : "00"}});
    append(font, "w:family", {{"w:val", chinese ? "auto" : "roman"}});
    append(font, "w:pitch", {{"w:val", "variable"}});
  };
  add(page.latin, false);
  for (const Face* face : {&page.body, &page.title, &page.subtitle, &page.attachmentMark,
                           &page.tableHead, &page.pageNumber}) {
    add(*face, true);
  }
  for (const Face& face : page.headings) add(face, true);
  return serialized(document);
}

std::string languageOf(Script script) {
  return script == Script::Traditional ? "zh-TW" : "zh-CN";
}

}  // namespace moxian
