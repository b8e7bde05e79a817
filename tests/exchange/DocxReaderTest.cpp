#include "core/exchange/DocxReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/Utf.h"
#include "core/exchange/Export.h"
#include "tests/exchange/DocxPackage.h"
#include "tests/exchange/Draft.h"
#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

using namespace test;
using testing::Contains;

std::string run(const std::string& content) {
  return "<w:p><w:r>" + content + "</w:r></w:p>";
}

std::string cellOf(const std::string& text, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
}

std::size_t lossOf(const DocxText& docx, const std::string& key) {
  for (const ImportLoss& loss : docx.losses) {
    if (loss.key == key) return loss.count;
  }
  return 0;
}

TEST(DocxReader, EachParagraphIsALine) {
  EXPECT_EQ(textOf(p("青岚区民政局") + "<w:p/>" + p("2023年工作总结")),
            "青岚区民政局\n\n2023年工作总结\n");
}

TEST(DocxReader, WhetherTheFileIsTrackedIsRead) {
  const auto tracked = [](const std::string& settings) {
    return read(docxOf(p("正文"), {{"word/settings.xml", settings}})).tracking;
  };
  EXPECT_TRUE(tracked(partOf("w:settings", "<w:zoom w:percent=\"100\"/><w:trackRevisions/>")));
  EXPECT_FALSE(tracked(partOf("w:settings", "<w:trackRevisions w:val=\"0\"/>")));
  EXPECT_FALSE(tracked(partOf("w:settings", "<w:zoom w:percent=\"100\"/>")));
  EXPECT_FALSE(tracked("<broken")) << "no text depends on it";
  EXPECT_FALSE(read(docxOf(p("正文"))).tracking);
}

TEST(DocxReader, RunsSplitByTheEditorAreOneText) {
  EXPECT_EQ(textOf("<w:p>" + r("全年受理") + "<w:proofErr w:type=\"spellStart\"/>" + r("1286") +
                   "<w:bookmarkStart w:id=\"0\" w:name=\"a\"/>" + r("件") + "</w:p>"),
            "全年受理1286件\n");
}

TEST(DocxReader, BreaksTabsAndHyphensKeepTheirMeaning) {
  EXPECT_EQ(textOf(run("<w:t>题目</w:t><w:br/><w:t>副题</w:t>")), "题目\n副题\n");
  EXPECT_EQ(textOf(run("<w:t>题目</w:t><w:cr/><w:t>副题</w:t>")), "题目\n副题\n");
  EXPECT_EQ(textOf(run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>")), "甲\t乙\n");
  EXPECT_EQ(textOf(run("<w:t>甲</w:t><w:ptab/><w:t>乙</w:t>")), "甲\t乙\n");
  EXPECT_EQ(textOf(run("<w:t>GB/T 9704</w:t><w:noBreakHyphen/><w:t>2012</w:t>")),
            "GB/T 9704-2012\n");
}

TEST(DocxReader, APageBreakBeforeAParagraphAddsNoLine) {
  EXPECT_EQ(textOf(run(R"(<w:br w:type="page"/><w:t>附件</w:t>)")), "附件\n");
  EXPECT_EQ(textOf(run(R"(<w:t>正文</w:t><w:br w:type="page"/><w:t>附件</w:t>)")), "正文\n附件\n");
}

TEST(DocxReader, SpacesThatOnlyLayOutTheFileAreNotText) {
  EXPECT_EQ(textOf("<w:p><w:r><w:t>\n   今年  以来\n  </w:t></w:r></w:p>"), "今年  以来\n");
  EXPECT_EQ(textOf(run(R"(<w:t>甲</w:t><w:t xml:space="preserve"> </w:t><w:t>乙</w:t>)")),
            "甲 乙\n");
}

TEST(DocxReader, SymbolsBecomeTheirCharacters) {
  EXPECT_EQ(textOf(run(R"(<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>已办结</w:t>)")),
            "☑已办结\n");
  const DocxText docx = read(docxOf(run(R"(<w:sym w:font="Webdings" w:char="F041"/>)")));
  EXPECT_EQ(toUtf8(docx.text), "□\n");
  EXPECT_EQ(lossOf(docx, "symbols"), 1U);
}

TEST(DocxReader, TablesAreLinesOfCells) {
  EXPECT_EQ(textOf("<w:tbl><w:tr>" + cellOf("事项") + cellOf("件数") + "</w:tr><w:tr>" +
                   cellOf("新收") + cellOf("35") + "</w:tr></w:tbl>" + p("以上为全年数。")),
            "| 事项 | 件数 |\n| 新收 | 35 |\n以上为全年数。\n");
}

TEST(DocxReader, MergedCellsKeepTheColumnsInPlace) {
  const DocxText docx =
      read(docxOf("<w:tbl><w:tr>" + cellOf("合计", R"(<w:gridSpan w:val="2"/>)") + cellOf("9") +
                  "</w:tr><w:tr>" + cellOf("甲", R"(<w:vMerge w:val="restart"/>)") +
                  cellOf("子项") + cellOf("4") + "</w:tr><w:tr>" + cellOf("", "<w:vMerge/>") +
                  cellOf("子项二") + cellOf("5") + "</w:tr></w:tbl>"));
  EXPECT_EQ(toUtf8(docx.text), "| 合计 | | 9 |\n| 甲 | 子项 | 4 |\n| | 子项二 | 5 |\n");
  EXPECT_EQ(lossOf(docx, "mergedCells"), 2U);
}

TEST(DocxReader, ACellStaysOneLineWhateverItHolds) {
  EXPECT_EQ(textOf("<w:tbl><w:tr><w:tc>" + p("第一段") + p("第二|段") + "</w:tc>" + cellOf("乙") +
                   "</w:tr></w:tbl>"),
            "| 第一段 第二｜段 | 乙 |\n");
  EXPECT_EQ(textOf("<w:tbl><w:tr><w:tc><w:tbl><w:tr>" + cellOf("里1") + cellOf("里2") +
                   "</w:tr></w:tbl><w:p/></w:tc>" + cellOf("外") + "</w:tr></w:tbl>"),
            "| 里1 里2 | 外 |\n");
}

TEST(DocxReader, AFrameOfOneCellIsNoTable) {
  EXPECT_EQ(textOf("<w:tbl><w:tr><w:tc>" + p("通知") + p("各科室：") + "</w:tc></w:tr></w:tbl>"),
            "通知\n各科室：\n");
  EXPECT_EQ(textOf("<w:tbl><w:tr><w:tc>" + p("附表") + "<w:tbl><w:tr>" + cellOf("甲") +
                   cellOf("1") + "</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"),
            "附表\n| 甲 | 1 |\n\n");
}

TEST(DocxReader, FootnotesAndEndnotesFollowTheText) {
  const std::string foot =
      partOf("w:footnotes", R"(<w:footnote w:id="2">)" + p("含两个街道。") + "</w:footnote>");
  const std::string end =
      partOf("w:endnotes", R"(<w:endnote w:id="1">)" + p("见附件。") + "</w:endnote>");
  EXPECT_EQ(textOf("<w:p>" + r("覆盖12个社区") + R"(<w:r><w:footnoteReference w:id="2"/></w:r>)" +
                       r("。") + R"(<w:r><w:endnoteReference w:id="1"/></w:r></w:p>)" + p("此致"),
                   {{"word/footnotes.xml", foot}, {"word/endnotes.xml", end}}),
            "覆盖12个社区［注1］。［尾注1］\n此致\n［注1］含两个街道。\n［尾注1］见附件。\n");
}

std::string fieldOf(const std::string& instruction, const std::string& result) {
  return R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>)" + instruction +
         R"(</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)" + result +
         R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
}

TEST(DocxReader, FieldsShowTheirResult) {
  EXPECT_EQ(textOf("<w:p>" + r("共") + fieldOf(" DOCPROPERTY n ", r("8")) + r("项") + "</w:p>"),
            "共8项\n");
  EXPECT_EQ(textOf(R"(<w:p><w:fldSimple w:instr=" DATE ">)" + r("1月5日") + "</w:fldSimple></w:p>"),
            "1月5日\n");
}

TEST(DocxReader, AFieldInsideAnInstructionIsNotText) {
  const std::string inner = fieldOf(" MERGEFIELD 甲 ", r("不是正文"));
  EXPECT_EQ(textOf(R"(<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>)" + inner +
                   R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)" + r("正文") +
                   R"(<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>)"),
            "正文\n");
  EXPECT_EQ(textOf("<w:p>" + fieldOf("TOC", r("目录") + fieldOf("PAGEREF", r("3"))) + "</w:p>"),
            "目录3\n");
}

TEST(DocxReader, AFieldWithoutEndHidesNothing) {
  EXPECT_EQ(textOf(R"(<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>)" + r("甲") + "</w:p>" +
                   p("乙")),
            "甲\n乙\n");
}

TEST(DocxReader, FormsAndEnclosedCharactersShowWithoutAResult) {
  const std::string box = R"(<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>)"
                          R"(<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>)"
                          R"(<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>)"
                          R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
  EXPECT_EQ(textOf("<w:p>" + box + r("同意") + "</w:p>"), "☑同意\n");
  const std::string circled = R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)"
                              R"(<w:r><w:instrText> eq \o\ac(○,一) </w:instrText></w:r>)"
                              R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
  EXPECT_EQ(textOf("<w:p>" + circled + r("项") + "</w:p>"), "一项\n");
}

TEST(DocxReader, ContentInWrappersIsRead) {
  EXPECT_EQ(textOf("<w:p><w:hyperlink r:id=\"x\">" + r("网站") + "</w:hyperlink><w:smartTag>" +
                   r("云溪县") + "</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>" + r("控件") +
                   "</w:sdtContent></w:sdt></w:p>"),
            "网站云溪县控件\n");
  EXPECT_EQ(textOf("<w:sdt><w:sdtContent>" + p("整段控件") + "</w:sdtContent></w:sdt>"),
            "整段控件\n");
  EXPECT_EQ(textOf("<w:tbl><w:sdt><w:sdtContent><w:tr>" + cellOf("甲") + "<w:sdt><w:sdtContent>" +
                   cellOf("乙") + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"),
            "| 甲 | 乙 |\n");
}

TEST(DocxReader, TextBoxesFollowTheirParagraphOnce) {
  const std::string content = "<w:txbxContent>" + p("框内文字") + "</w:txbxContent>";
  const std::string box =
      R"(<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>)" + content +
      "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + content +
      "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  EXPECT_EQ(textOf("<w:p>" + r("正文前") + box + r("正文后") + "</w:p>" + p("下一段")),
            "正文前正文后\n框内文字\n下一段\n");
}

TEST(DocxReader, AnAlternativeNobodyKnowsGivesItsFallback) {
  EXPECT_EQ(
      textOf(R"(<w:p><mc:AlternateContent><mc:Choice Requires="zz">)" + r("新") +
             "</mc:Choice><mc:Fallback>" + r("旧") + "</mc:Fallback></mc:AlternateContent></w:p>"),
      "旧\n");
}

TEST(DocxReader, PhoneticGuidesLeaveTheBaseText) {
  const DocxText docx = read(docxOf("<w:p><w:r><w:ruby><w:rt>" + r("lán") + "</w:rt><w:rubyBase>" +
                                    r("岚") + "</w:rubyBase></w:ruby></w:r></w:p>"));
  EXPECT_EQ(toUtf8(docx.text), "岚\n");
  EXPECT_EQ(lossOf(docx, "phonetics"), 1U);
}

TEST(DocxReader, EquationsKeepTheirLetters) {
  const DocxText docx =
      read(docxOf("<w:p>" + r("增幅") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>"));
  EXPECT_EQ(toUtf8(docx.text), "增幅a+b\n");
  EXPECT_EQ(lossOf(docx, "equations"), 1U);
}

TEST(DocxReader, HiddenTextIsLeftOutAndCounted) {
  const DocxText docx = read(docxOf(
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部说明</w:t></w:r>" + r("正文") + "</w:p>"));
  EXPECT_EQ(toUtf8(docx.text), "正文\n");
  EXPECT_EQ(lossOf(docx, "hiddenText"), 1U);
}

TEST(DocxReader, HeadersAreNotInTheText) {
  const DocxText docx =
      read(docxOf(p("正文") + R"(<w:sectPr><w:headerReference r:id="h"/></w:sectPr>)",
                  {{"word/header1.xml", partOf("w:hdr", p("页眉"))}}));
  EXPECT_EQ(toUtf8(docx.text), "正文\n");
  EXPECT_EQ(lossOf(docx, "headersFooters"), 1U);
}

TEST(DocxReader, StrictFilesAreRead) {
  const std::string strict =
      R"(<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>严格</t></r></p></body></document>)";
  EXPECT_EQ(toUtf8(read(docxOf("", {{"word/document.xml", strict}})).text), "严格\n");
}

TEST(DocxReader, OtherPrefixesMeanTheSame) {
  const std::string renamed =
      R"(<n0:document xmlns:n0="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
      R"(<n0:body><n0:p><n0:ins n0:author="甲" xmlns:w="urn:other"><n0:r><n0:t>换名</n0:t>)"
      R"(<w:t>外人</w:t></n0:r></n0:ins></n0:p></n0:body></n0:document>)";
  const DocxText docx = read(docxOf("", {{"word/document.xml", renamed}}));
  EXPECT_EQ(toUtf8(docx.text), "换名\n");
  ASSERT_EQ(docx.changes.size(), 1U);
  EXPECT_EQ(toUtf8(docx.changes[0].author), "甲");
}

/// The lines without spaces, marks of cells, and lines that hold nothing else.
std::vector<std::u16string> contentOf(std::u16string_view text) {
  std::vector<std::u16string> lines;
  for (const std::string& line : linesOf(toUtf8(text))) {
    std::u16string content = withoutSpaces(toUtf16(line));
    std::erase(content, u'|');
    if (content.find_first_not_of(u'-') != content.npos) lines.push_back(std::move(content));
  }
  return lines;
}

TEST(DocxReader, AnExportedDraftComesBackLineByLine) {
  const Draft draft = draftOf(fullDraft());
  std::vector<ExportNote> notes;
  const auto docx = toDocx(draft.text, draft.outline, {}, notes);
  ASSERT_TRUE(docx);
  EXPECT_EQ(contentOf(read(*docx).text), contentOf(draft.text));
}

TEST(DocxReader, LossesAreCounted) {
  const DocxText docx = read(docxOf(
      R"(<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>重点</w:t></w:r><w:r><w:object><v:imagedata/></w:object></w:r></w:p>)" +
      p("标题", R"(<w:outlineLvl w:val="0"/>)") +
      p("一、编号标题", R"(<w:outlineLvl w:val="0"/>)")));
  EXPECT_EQ(lossOf(docx, "formatting"), 1U);
  EXPECT_EQ(lossOf(docx, "objects"), 1U);
  EXPECT_EQ(lossOf(docx, "pictures"), 0U);
  EXPECT_EQ(lossOf(docx, "unnumberedHeadings"), 1U);
}

}  // namespace
}  // namespace moxian
