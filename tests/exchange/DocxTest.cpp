#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "core/base/Utf.h"
#include "core/exchange/DocxReader.h"
#include "core/exchange/Export.h"
#include "tests/exchange/Draft.h"
#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

using test::draftOf;
using test::fullDraft;

std::string docxOf(const std::string& text, ExportOptions options = {}) {
  const test::Draft draft = draftOf(text);
  std::vector<ExportNote> notes;
  return toDocx(draft.text, draft.outline, options, notes).value();
}

/// The document.xml of a draft's DOCX.
class Document {
 public:
  explicit Document(const std::string& bytes) {
    const auto parts = test::unpacked(bytes);
    m_document.load_string(parts.at("word/document.xml").c_str(),
                           pugi::parse_full | pugi::parse_ws_pcdata);
    for (pugi::xml_node node : m_document.child("w:document").child("w:body")) {
      m_nodes.push_back(node);
    }
  }
  /// The paragraph whose text starts so.
  [[nodiscard]] pugi::xml_node startingWith(const std::string& text) const {
    for (const pugi::xml_node& node : m_nodes) {
      if (textOf(node).starts_with(text)) return node;
    }
    return {};
  }
  [[nodiscard]] std::string styleOf(const std::string& text) const {
    return startingWith(text).child("w:pPr").child("w:pStyle").attribute("w:val").value();
  }
  [[nodiscard]] pugi::xml_node table(int index) const {
    for (const pugi::xml_node& node : m_nodes) {
      if (std::string(node.name()) == "w:tbl" && index-- == 0) return node;
    }
    return {};
  }
  [[nodiscard]] std::string text() const {
    std::string all;
    for (const pugi::xml_node& node : m_nodes) all += textOf(node) + "\n";
    return all;
  }
  static std::string textOf(pugi::xml_node node) {
    std::string all;
    for (const pugi::xpath_node& t : node.select_nodes(".//w:t|.//w:tab")) {
      all += std::string(t.node().name()) == "w:tab" ? "\t" : t.node().text().get();
    }
    return all;
  }

 private:
  pugi::xml_document m_document;
  std::vector<pugi::xml_node> m_nodes;
};

TEST(Docx, SaysWhetherFurtherEditsAreTracked) {
  for (const bool tracking : {false, true}) {
    ExportOptions options;
    options.tracking = tracking;
    const std::string bytes = docxOf(fullDraft(), options);
    EXPECT_EQ(test::unpacked(bytes).at("word/settings.xml").contains("<w:trackRevisions"),
              tracking);
    const auto read = readDocx(bytes, "a.docx");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->tracking, tracking);
  }
}

TEST(Docx, HoldsEveryPartOfAPackageAndEachIsWellFormed) {
  const auto parts = test::unpacked(docxOf(fullDraft()));
  for (const char* name :
       {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
        "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml",
        "word/footer2.xml", "docProps/core.xml", "docProps/app.xml"}) {
    ASSERT_TRUE(parts.contains(name)) << name;
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(parts.at(name).c_str())) << name;
  }
}

TEST(Docx, IsValidAgainstTheSchemas) {
  const std::filesystem::path validator =
      std::filesystem::path(MOXIAN_SHARED) / "eval/validate_docx.py";
  if (!std::filesystem::exists(validator)) GTEST_SKIP() << "no schemas beside the project";
  if (test::run("python3 -c 'import lxml'").code != 0) GTEST_SKIP() << "no python3-lxml";
  const test::TemporaryFolder folder;
  const auto file = folder.with("full.docx", docxOf(fullDraft()));
  const auto plain = folder.with(
      "plain.docx", docxOf(fullDraft(), {.layout = Layout::Plain, .author = {}, .subject = {}}));
  const auto ran =
      test::run("python3 " + validator.string() + " " + file.string() + " " + plain.string());
  EXPECT_EQ(ran.code, 0) << ran.out;
}

TEST(Docx, GivesBackTheTextOfTheDraft) {
  const Document document(docxOf(fullDraft()));
  std::u16string expected = test::withoutSpaces(toUtf16(fullDraft()));
  std::erase(expected, u'|');
  const std::u16string rule = u"------------";
  expected.erase(expected.find(rule), rule.size());
  EXPECT_EQ(toUtf8(test::withoutSpaces(toUtf16(document.text()))), toUtf8(expected));
}

TEST(Docx, HeadingsCarryWordsOwnStyles) {
  const auto bytes = docxOf(fullDraft());
  const Document document(bytes);
  EXPECT_EQ(document.styleOf("云溪县教育局关于"), "Title");
  EXPECT_EQ(document.styleOf("县人民政府"), "Salutation");
  EXPECT_EQ(document.styleOf("一、主要工作"), "Heading1");
  EXPECT_EQ(document.styleOf("（一）加强组织领导"), "Heading2");
  EXPECT_EQ(document.styleOf("2.做好招生入学"), "Heading3");
  EXPECT_EQ(document.styleOf("2023年，"), "BodyText");
  pugi::xml_document styles;
  styles.load_string(test::unpacked(bytes).at("word/styles.xml").c_str());
  const auto heading = styles.select_node("//w:style[@w:styleId='Heading2']").node();
  EXPECT_STREQ(heading.child("w:name").attribute("w:val").value(), "heading 2");
  EXPECT_STREQ(heading.child("w:pPr").child("w:outlineLvl").attribute("w:val").value(), "1");
  EXPECT_STREQ(heading.child("w:rPr").child("w:rFonts").attribute("w:eastAsia").value(),
               "楷体_GB2312");
}

TEST(Docx, RunInHeadingSetsOnlyItsWordsInTheHeadingFace) {
  const Document document(docxOf(fullDraft()));
  const auto paragraph = document.startingWith("（二）优化布局结构");
  const auto runs = paragraph.children("w:r");
  const auto first = *runs.begin();
  EXPECT_STREQ(first.child("w:rPr").child("w:rStyle").attribute("w:val").value(), "HeadWords2");
  EXPECT_EQ(Document::textOf(first), "（二）优化布局结构。");
  const auto second = *std::next(runs.begin());
  EXPECT_FALSE(second.child("w:rPr").child("w:rStyle"));
  EXPECT_EQ(document.styleOf("（二）优化布局结构"), "RunIn2");
}

TEST(Docx, TablesGiveBothWidthsEqually) {
  const Document document(docxOf(fullDraft()));
  const auto table = document.table(0);
  ASSERT_TRUE(table);
  int sum = 0;
  for (const auto column : table.child("w:tblGrid").children("w:gridCol")) {
    sum += column.attribute("w:w").as_int();
  }
  EXPECT_EQ(sum, 11906 - 1588 - 1474);
  EXPECT_EQ(table.child("w:tblPr").child("w:tblW").attribute("w:w").as_int(), sum);
  EXPECT_TRUE(table.child("w:tr").child("w:trPr").child("w:tblHeader"));
  pugi::xml_node last;
  for (const auto row : table.children("w:tr")) last = row;
  EXPECT_EQ(last.child("w:tc").child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(), 4);
}

/// Rows of a table that are to stand on the page of the next one.
std::size_t kept(pugi::xml_node table) {
  return table.select_nodes("w:tr[w:tc/w:p/w:pPr/w:keepNext]").size();
}

TEST(Docx, ShortTablesStandOnOnePageAndLongOnesPart) {
  std::string text = "工作总结\n一、签批\n| 级别 | 姓名 |\n| 初审 | 甲 |\n| 终审 | 乙 |\n二、情况\n";
  for (int row = 0; row < 20; ++row) text += "| 甲 | 乙 |\n";
  const Document document(docxOf(text));
  EXPECT_EQ(kept(document.table(0)), 2U) << "all rows but the last";
  EXPECT_EQ(kept(document.table(1)), 0U);
}

TEST(Docx, TheFirstLineOfAReviewSheetIsItsTitle) {
  const std::u16string sheet = u"《某某县民政局2025年工作总结》审阅单\n修订前 62 字，修订后 64 字。\n";
  std::vector<ExportNote> notes;
  ExportOptions options;
  EXPECT_EQ(Document(toDocx(sheet, {}, options, notes).value()).styleOf("《某某县"), "BodyText");
  options.titled = true;
  const Document document(toDocx(sheet, {}, options, notes).value());
  EXPECT_EQ(document.styleOf("《某某县"), "Title");
  EXPECT_EQ(document.styleOf("修订前"), "BodyText");
}

TEST(Docx, AttachmentsStartTheirPageAndSignatureIsIndented) {
  const Document document(docxOf(fullDraft()));
  EXPECT_EQ(document.styleOf("附件：1."), "AttachmentNote");
  EXPECT_EQ(document.styleOf("2.云溪县教育局2024年重点"), "AttachmentItem");
  EXPECT_TRUE(document.startingWith("附件1").child("w:pPr").child("w:pageBreakBefore"));
  EXPECT_TRUE(document.startingWith("附件2").child("w:pPr").child("w:pageBreakBefore"));
  // six characters of office, six and a half of date: the date starts two right of the office
  EXPECT_EQ(document.startingWith("2024年1月12日")
                .child("w:pPr")
                .child("w:ind")
                .attribute("w:rightChars")
                .as_int(),
            200);
  const auto office = document.startingWith("云溪县教育局");
  EXPECT_TRUE(office);
}

TEST(Docx, MarkupInTheDraftStaysText) {
  const Document document(docxOf("标题\n投入<b>资金</b> & \"经费\"增长>5%，'A&amp;B'。\n"));
  EXPECT_THAT(document.text(),
              testing::HasSubstr("投入<b>资金</b> & \"经费\"增长>5%，'A&amp;B'。"));
}

TEST(Docx, ControlCharactersAreLeftOutWithANote) {
  const std::string text = std::string("标题\n甲\x01乙\x0B丙\x0C丁\0戊", 26) + "\n";
  const test::Draft draft = draftOf(text);
  std::vector<ExportNote> notes;
  const Document document(toDocx(draft.text, draft.outline, {}, notes).value());
  EXPECT_THAT(document.text(), testing::HasSubstr("甲乙丙丁戊"));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].key, "ControlsLeftOut");
  EXPECT_THAT(notes[0].arguments, testing::ElementsAre("4"));
}

TEST(Docx, LoneSurrogateDoesNotBreakTheFile) {
  test::Draft draft = draftOf("标题\n甲乙\n");
  draft.text.insert(4, 1, char16_t{0xD800});
  draft.outline.reports[0].blocks[1].span.end += 1;
  std::vector<ExportNote> notes;
  const Document document(toDocx(draft.text, draft.outline, {}, notes).value());
  EXPECT_THAT(document.text(), testing::HasSubstr("甲乙"));
  EXPECT_EQ(notes.size(), 1U);
}

TEST(Docx, TextWithoutAnOutlineIsStillAllThere) {
  std::vector<ExportNote> notes;
  const Document document(toDocx(u"甲\n\n乙\n", Outline{}, {}, notes).value());
  EXPECT_EQ(document.text(), "甲\n乙\n\n");
  EXPECT_TRUE(toDocx(u"", Outline{}, {}, notes));
}

TEST(Docx, PropertiesNameTitleAndAuthor) {
  const auto parts = test::unpacked(
      docxOf(fullDraft(), {.layout = Layout::Gb9704, .author = u"张三 & 李四", .subject = {}}));
  pugi::xml_document core;
  core.load_string(parts.at("docProps/core.xml").c_str());
  EXPECT_STREQ(core.child("cp:coreProperties").child_value("dc:title"),
               "云溪县教育局关于2023年工作总结和2024年工作打算的报告");
  EXPECT_STREQ(core.child("cp:coreProperties").child_value("dc:creator"), "张三 & 李四");
}

TEST(Docx, TraditionalDraftTakesFacesThatHaveItsCharacters) {
  const auto parts = test::unpacked(docxOf("雲溪縣教育局工作總結\n全縣學校辦學條件進一步改善。\n"));
  EXPECT_THAT(parts.at("word/styles.xml"), testing::HasSubstr("zh-TW"));
  EXPECT_THAT(parts.at("word/styles.xml"), testing::Not(testing::HasSubstr("GB2312")));
}

/// The pages that LibreOffice prints, each as its lines without blank ones.
std::vector<std::vector<std::string>> printedByLibreOffice(const std::string& bytes) {
  const test::TemporaryFolder folder;
  const auto file = folder.with("draft.docx", bytes);
  const std::string at = folder.path().string();
  const auto ran = test::run("soffice -env:UserInstallation=file://" + at +
                             "/profile --headless --convert-to pdf --outdir " + at + " " +
                             file.string() + " && pdftotext -layout " + at + "/draft.pdf -");
  std::vector<std::vector<std::string>> pages(1);
  for (std::string line : test::linesOf(ran.out)) {
    if (line.starts_with('\f')) pages.emplace_back();
    std::erase(line, '\f');
    if (line.find_first_not_of(' ') != std::string::npos) pages.back().push_back(line);
  }
  return pages;
}

TEST(Docx, LibreOfficePrints22LinesOf28Characters) {
  if (!test::hasProgram("soffice") || !test::hasProgram("pdftotext")) {
    GTEST_SKIP() << "needs LibreOffice and poppler-utils";
  }
  const auto pages = printedByLibreOffice(docxOf(test::longDraft(6000)));
  ASSERT_GE(pages.size(), 5U);
  for (std::size_t i = 1; i + 2 < pages.size(); ++i) {
    EXPECT_EQ(pages[i].size(), 23U) << "22 lines and the page number, page " << i + 1;
    std::size_t longest = 0;
    for (const std::string& line : pages[i]) {
      longest = std::max(longest, test::withoutSpaces(toUtf16(line)).size());
    }
    EXPECT_EQ(longest, 28U) << "page " << i + 1;
  }
}

TEST(Docx, PageNumbersStandAtTheOuterMargin) {
  if (!test::hasProgram("soffice") || !test::hasProgram("pdftotext")) {
    GTEST_SKIP() << "needs LibreOffice and poppler-utils";
  }
  const auto pages = printedByLibreOffice(docxOf(test::longDraft(3000)));
  ASSERT_GE(pages.size(), 3U);
  const auto at = [&](std::size_t page) { return pages[page].back().find_first_not_of(' '); };
  EXPECT_THAT(pages[0].back(), testing::HasSubstr("1"));
  EXPECT_GT(at(0), 20U) << "odd: right";
  EXPECT_LT(at(1), 6U) << "even: left";
  EXPECT_GT(at(2), 20U) << "odd: right";
}

}  // namespace
}  // namespace moxian
