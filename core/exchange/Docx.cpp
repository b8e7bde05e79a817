#include <chrono>
#include <cmath>
#include <format>
#include <optional>
#include <utility>

#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/exchange/DocxDocument.h"
#include "core/exchange/DocxMarks.h"
#include "core/exchange/DocxStyles.h"
#include "core/exchange/Export.h"
#include "core/exchange/Manuscript.h"
#include "core/exchange/Package.h"
#include "core/exchange/PageTemplate.h"
#include "core/exchange/Xml.h"

namespace moxian {
namespace {

using pugi::xml_node;

constexpr const char* kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackageRelationships =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* kContentTypes =
    "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr const char* kCoreProperties =
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
constexpr const char* kExtended =
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
constexpr const char* kWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// 7.5: the number between one-em dashes, a character away from the outer margin.
std::string footer(bool odd, const PageTemplate& page) {
  pugi::xml_document document;
  xml_node root = append(document, "w:ftr", {{"xmlns:w", kMain}});
  xml_node paragraph = append(root, "w:p");
  xml_node properties = append(paragraph, "w:pPr");
  append(properties, "w:pStyle", {{"w:val", "Footer"}});
  const std::string indent = std::to_string(std::lround(page.pageNumberSize * 20));
  append(properties, "w:ind",
         {{odd ? "w:rightChars" : "w:leftChars", "100"}, {odd ? "w:right" : "w:left", indent}});
  append(properties, "w:jc", {{"w:val", odd ? "right" : "left"}});
  const auto run = [&] {
    xml_node node = append(paragraph, "w:r");
    append(append(node, "w:rPr"), "w:rFonts", {{"w:hint", "eastAsia"}});
    return node;
  };
  const auto text = [&](const char* words) {
    appendText(run(), "w:t", words).append_attribute("xml:space").set_value("preserve");
  };
  const auto field = [&](const char* type) {
    append(run(), "w:fldChar", {{"w:fldCharType", type}});
  };
  text("— ");
  field("begin");
  appendText(run(), "w:instrText", " PAGE ").append_attribute("xml:space").set_value("preserve");
  field("separate");
  text("1");
  field("end");
  text(" —");
  return serialized(document);
}

std::string settings(Script script, bool tracking) {
  pugi::xml_document document;
  xml_node root = append(document, "w:settings", {{"xmlns:w", kMain}});
  append(root, "w:zoom", {{"w:percent", "100"}});
  if (tracking) append(root, "w:trackRevisions");
  append(root, "w:defaultTabStop", {{"w:val", "640"}});
  append(root, "w:evenAndOddHeaders");
  append(root, "w:characterSpacingControl", {{"w:val", "doNotCompress"}});
  xml_node compatibility = append(root, "w:compat");
  append(compatibility, "w:useFELayout");
  append(compatibility, "w:compatSetting",
         {{"w:name", "compatibilityMode"},
          {"w:uri", "http://schemas.microsoft.com/office/word"},
          {"w:val", "15"}});
  append(root, "w:themeFontLang", {{"w:val", "en-US"}, {"w:eastAsia", languageOf(script)}});
  return serialized(document);
}

std::string contentTypes(const std::vector<DocxMarks::CommentPart>& comments) {
  pugi::xml_document document;
  xml_node root = append(document, "Types", {{"xmlns", kContentTypes}});
  append(root, "Default",
         {{"Extension", "rels"},
          {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
  append(root, "Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
  const auto add = [&](const std::string& part, const std::string& type) {
    append(root, "Override", {{"PartName", part}, {"ContentType", type}});
  };
  const std::string word = kWord;
  add("/word/document.xml", word + "document.main+xml");
  add("/word/styles.xml", word + "styles+xml");
  add("/word/settings.xml", word + "settings+xml");
  add("/word/fontTable.xml", word + "fontTable+xml");
  add("/word/footer1.xml", word + "footer+xml");
  add("/word/footer2.xml", word + "footer+xml");
  for (const DocxMarks::CommentPart& part : comments) add("/" + part.part.name, part.contentType);
  add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  add("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  return serialized(document);
}

struct Relation {
  std::string type;
  std::string target;
};

std::string relationships(const std::vector<Relation>& relations) {
  pugi::xml_document document;
  xml_node root = append(document, "Relationships", {{"xmlns", kPackageRelationships}});
  int id = 0;
  for (const Relation& relation : relations) {
    append(root, "Relationship",
           {{"Id", "rId" + std::to_string(++id)},
            {"Type", relation.type},
            {"Target", relation.target}});
  }
  return serialized(document);
}

std::string packageRelations() {
  const std::string office = kRelationships;
  const std::string package = kPackageRelationships;
  return relationships({{office + "/officeDocument", "word/document.xml"},
                        {package + "/metadata/core-properties", "docProps/core.xml"},
                        {office + "/extended-properties", "docProps/app.xml"}});
}

std::string documentRelations(const std::vector<DocxMarks::CommentPart>& comments) {
  const std::string office = kRelationships;
  // in the order that kDocxFooterOdd and kDocxFooterEven count on
  std::vector<Relation> relations{{office + "/styles", "styles.xml"},
                                  {office + "/settings", "settings.xml"},
                                  {office + "/fontTable", "fontTable.xml"},
                                  {office + "/footer", "footer1.xml"},
                                  {office + "/footer", "footer2.xml"}};
  for (const DocxMarks::CommentPart& part : comments) {
    relations.push_back({part.relation, part.part.name.substr(part.part.name.find('/') + 1)});
  }
  return relationships(relations);
}

std::string coreProperties(const Manuscript& manuscript, const ExportOptions& options) {
  pugi::xml_document document;
  xml_node root = append(document, "cp:coreProperties",
                         {{"xmlns:cp", kCoreProperties},
                          {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                          {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                          {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
  const auto add = [&](const char* name, const std::u16string& value) {
    if (!value.empty()) appendText(root, name, toUtf8(value));
  };
  add("dc:title", manuscript.title);
  add("dc:subject", options.subject);
  add("dc:creator", options.author);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (const char* name : {"dcterms:created", "dcterms:modified"}) {
    appendText(root, name, std::format("{:%FT%TZ}", now))
        .append_attribute("xsi:type")
        .set_value("dcterms:W3CDTF");
  }
  appendText(root, "dc:language", languageOf(manuscript.script));
  return serialized(document);
}

std::string extendedProperties() {
  pugi::xml_document document;
  xml_node root = append(document, "Properties", {{"xmlns", kExtended}});
  appendText(root, "Application", "Moxian " + std::string(version()));
  return serialized(document);
}

}  // namespace

Result<std::string> toDocx(std::u16string_view text, const Outline& outline,
                           const ExportOptions& options, std::vector<ExportNote>& notes) {
  const Manuscript manuscript = arrange(text, outline, notes, options.titled);
  const auto page = PageTemplate::load(options.layout, manuscript.script);
  if (!page) return std::unexpected(page.error());
  std::optional<DocxMarks> marks;
  if (options.markup != nullptr) marks.emplace(*options.markup, text);
  const std::string document = docxDocument(manuscript, *page, marks ? &*marks : nullptr);
  std::vector<DocxMarks::CommentPart> comments;
  if (marks) comments = marks->commentParts();
  if (marks && marks->lost() > 0) {
    notes.push_back({"CellChangesLeftOut", {std::to_string(marks->lost())}});
  }
  std::vector<PackagePart> parts{
      {"[Content_Types].xml", contentTypes(comments)},
      {"_rels/.rels", packageRelations()},
      {"word/document.xml", document},
      {"word/_rels/document.xml.rels", documentRelations(comments)},
      {"word/styles.xml", docxStyles(*page, manuscript.script)},
      {"word/settings.xml", settings(manuscript.script, options.tracking)},
      {"word/fontTable.xml", docxFontTable(*page)},
      {"word/footer1.xml", footer(true, *page)},
      {"word/footer2.xml", footer(false, *page)},
      {"docProps/core.xml", coreProperties(manuscript, options)},
      {"docProps/app.xml", extendedProperties()}};
  for (DocxMarks::CommentPart& part : comments) parts.push_back(std::move(part.part));
  return packed(parts);
}

}  // namespace moxian
