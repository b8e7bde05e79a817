#include "tests/exchange/DocxPackage.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/base/Messages.h"
#include "core/base/Utf.h"
#include "core/exchange/Package.h"

namespace moxian::test {
namespace {

const std::string kPrefixes =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")"
    R"( xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml")";

const std::string kRelationshipTypes =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships(const std::vector<std::string>& targets) {
  std::string xml =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (const std::string& target : targets) {
    const std::string name = target.substr(target.rfind('/') + 1);
    const std::string kind =
        name == "document.xml" ? "officeDocument" : name.substr(0, name.find('.'));
    xml += "<Relationship Id=\"" + kind + "\" Type=\"" + kRelationshipTypes + kind +
           "\" Target=\"" + target + "\"/>";
  }
  return xml + "</Relationships>";
}

}  // namespace

std::string partOf(const std::string& root, const std::string& elements) {
  return "<" + root + kPrefixes + ">" + elements + "</" + root + ">";
}

std::string docxOf(const std::string& body, Parts parts) {
  std::vector<std::string> targets;
  for (const auto& [name, bytes] : parts) {
    if (name.starts_with("word/")) targets.push_back(name.substr(5));
  }
  parts.try_emplace("_rels/.rels", relationships({"word/document.xml"}));
  parts.try_emplace("word/_rels/document.xml.rels", relationships(targets));
  parts.try_emplace("word/document.xml", partOf("w:document", "<w:body>" + body + "</w:body>"));
  std::vector<PackagePart> list;
  for (auto& [name, bytes] : parts) list.push_back({name, bytes});
  return packed(list).value();
}

std::string r(const std::string& text) {
  return R"(<w:r><w:t xml:space="preserve">)" + text + "</w:t></w:r>";
}

std::string p(const std::string& text, const std::string& properties) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + r(text) +
         "</w:p>";
}

DocxText read(const std::string& docx) {
  auto text = readDocx(docx, "稿.docx");
  if (text) return std::move(*text);
  ADD_FAILURE() << name(text.error().code) << ": " << text.error().detail;
  return {};
}

std::string textOf(const std::string& body, Parts parts) {
  return toUtf8(read(docxOf(body, std::move(parts))).text);
}

}  // namespace moxian::test
