#include <gtest/gtest.h>

#include "core/base/Utf.h"
#include "tests/exchange/DocxPackage.h"

namespace moxian {
namespace {

using namespace test;
using Act = DocxChange::Act;
using Target = DocxChange::Target;

const std::string kBy = R"( w:author="王工" w:date="2024-01-05T09:30:00Z")";

std::string ins(const std::string& content) {
  return "<w:ins w:id=\"1\"" + kBy + ">" + content + "</w:ins>";
}
std::string del(const std::string& text) {
  return "<w:del w:id=\"2\"" + kBy + "><w:r><w:delText xml:space=\"preserve\">" + text +
         "</w:delText></w:r></w:del>";
}
std::string marked(const std::string& act, const std::string& content) {
  return "<w:p><w:pPr><w:rPr><w:" + act + kBy + "/></w:rPr></w:pPr>" + content + "</w:p>";
}

std::string final(const DocxText& docx) {
  return toUtf8(finalText(docx));
}
std::string original(const DocxText& docx) {
  return toUtf8(originalText(docx));
}

TEST(DocxChanges, InsertionsAndDeletionsAreListedWithAuthorAndTime) {
  const DocxText docx =
      read(docxOf("<w:p>" + r("办件") + del("120") + ins(r("126")) + r("件") + "</w:p>"));
  EXPECT_EQ(toUtf8(docx.text), "办件120126件\n");
  ASSERT_EQ(docx.changes.size(), 2U);
  EXPECT_EQ(docx.changes[0].act, Act::Delete);
  EXPECT_EQ(toUtf8(docx.changes[0].span.of(docx.text)), "120");
  EXPECT_EQ(toUtf8(docx.changes[1].author), "王工");
  EXPECT_EQ(docx.changes[1].date, "2024-01-05T09:30:00Z");
  EXPECT_EQ(final(docx), "办件126件\n");
  EXPECT_EQ(original(docx), "办件120件\n");
}

TEST(DocxChanges, ADeletionInsideAnInsertionIsInNeitherText) {
  const DocxText docx = read(docxOf("<w:p>" + r("甲") + ins(r("乙") + del("丙")) + "</w:p>"));
  EXPECT_EQ(final(docx), "甲乙\n");
  EXPECT_EQ(original(docx), "甲\n");
}

TEST(DocxChanges, ADeletedParagraphMarkJoinsAndDropsNoText) {
  const DocxText docx = read(docxOf(marked("del", r("前段，")) + p("后段。")));
  EXPECT_EQ(final(docx), "前段，后段。\n");
  EXPECT_EQ(original(docx), "前段，\n后段。\n");
  ASSERT_EQ(docx.changes.size(), 1U);
  EXPECT_EQ(docx.changes[0].target, Target::ParagraphMark);
}

TEST(DocxChanges, RejectingAnInsertedMarkJoins) {
  const DocxText docx = read(docxOf(marked("ins", r("前段，")) + p("后段。")));
  EXPECT_EQ(final(docx), "前段，\n后段。\n");
  EXPECT_EQ(original(docx), "前段，后段。\n");
}

TEST(DocxChanges, ADeletedMarkBeforeATableKeepsTheLine) {
  const std::string table =
      "<w:tbl><w:tr><w:tc>" + p("甲") + "</w:tc><w:tc>" + p("乙") + "</w:tc></w:tr></w:tbl>";
  EXPECT_EQ(final(read(docxOf(marked("del", r("表一")) + table))), "表一\n| 甲 | 乙 |\n");
  EXPECT_EQ(final(read(docxOf(marked("del", del("表一")) + table))), "| 甲 | 乙 |\n");
  EXPECT_EQ(final(read(docxOf(marked("del", r("说明")) + marked("del", del("表一")) + table))),
            "说明\n| 甲 | 乙 |\n");
}

TEST(DocxChanges, RowsComeAndGoAsWholeLines) {
  const auto row = [](const std::string& properties, const std::string& cell) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr><w:tc><w:p>" + cell + "</w:p></w:tc><w:tc>" +
           p("1") + "</w:tc></w:tr>";
  };
  const DocxText docx =
      read(docxOf("<w:tbl>" + row("", r("新收")) + row("<w:del" + kBy + "/>", del("旧行")) +
                  row("<w:ins" + kBy + "/>", ins(r("新行"))) + "</w:tbl>"));
  EXPECT_EQ(final(docx), "| 新收 | 1 |\n| 新行 | 1 |\n");
  EXPECT_EQ(original(docx), "| 新收 | 1 |\n| 旧行 | 1 |\n");
  EXPECT_EQ(std::ranges::count(docx.changes, Target::Row, &DocxChange::target), 2);
}

TEST(DocxChanges, MovedTextStandsOnceInEachText) {
  const DocxText docx =
      read(docxOf("<w:p><w:moveFrom" + kBy + ">" + r("此句移走。") + "</w:moveFrom>" + r("甲。") +
                  "<w:moveTo" + kBy + ">" + r("此句移走。") + "</w:moveTo></w:p>"));
  EXPECT_EQ(final(docx), "甲。此句移走。\n");
  EXPECT_EQ(original(docx), "此句移走。甲。\n");
  ASSERT_EQ(docx.changes.size(), 2U);
  EXPECT_EQ(docx.changes[0].act, Act::MoveFrom);
  EXPECT_EQ(docx.changes[1].act, Act::MoveTo);
}

TEST(DocxChanges, MarksOfFormattingAreNotTextChanges) {
  const DocxText docx =
      read(docxOf("<w:p><w:pPr><w:rPr><w:rPrChange><w:rPr><w:ins/></w:rPr></w:rPrChange></w:rPr>"
                  "<w:pPrChange><w:pPr/></w:pPrChange></w:pPr>" +
                  r("甲") + "</w:p>"));
  EXPECT_TRUE(docx.changes.empty());
  ASSERT_EQ(docx.losses.size(), 1U);
  EXPECT_EQ(docx.losses[0], (ImportLoss{"formattingChanges", 2}));
}

TEST(DocxChanges, ATextBoxInADeletionGoesWithIt) {
  const std::string box = "<w:r><w:pict><v:textbox><w:txbxContent>" + p("框内") +
                          "</w:txbxContent></v:textbox></w:pict></w:r>";
  const DocxText docx =
      read(docxOf("<w:p>" + r("正文") + "<w:del" + kBy + ">" + box + "</w:del></w:p>" + p("下段")));
  EXPECT_EQ(toUtf8(docx.text), "正文\n框内\n下段\n");
  EXPECT_EQ(final(docx), "正文\n下段\n");
}

// every way that marks of neighbouring paragraphs can be tracked, against a plain model
TEST(DocxChanges, NoCombinationOfTrackedMarksLosesText) {
  const char* kActs[] = {"", "ins", "del"};
  for (int combination = 0; combination < 27; ++combination) {
    std::string body;
    std::string expectedFinal;
    std::string expectedOriginal;
    for (int i = 0, rest = combination; i < 3; ++i, rest /= 3) {
      const std::string act = kActs[rest % 3];
      const std::string text(1, static_cast<char>('a' + i));
      body += act.empty() ? p(text) : marked(act, r(text));
      expectedFinal += text + (act == "del" ? "" : "\n");
      expectedOriginal += text + (act == "ins" ? "" : "\n");
    }
    const DocxText docx = read(docxOf(body + p("z")));
    EXPECT_EQ(final(docx), expectedFinal + "z\n") << combination;
    EXPECT_EQ(original(docx), expectedOriginal + "z\n") << combination;
  }
}

std::string comment(const std::string& id, const std::string& text, const std::string& paragraph) {
  return "<w:comment w:id=\"" + id + "\" w:initials=\"王\"" + kBy + R"(><w:p w14:paraId=")" +
         paragraph + "\">" + r(text) + "</w:p></w:comment>";
}

TEST(DocxComments, RangesRepliesAndStateAreRead) {
  const std::string body =
      "<w:p>" + r("全年") + R"(<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>)" +
      r("受理35件") + R"(<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>)" +
      R"(<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>)" + r("。") +
      "</w:p>";
  const std::string comments =
      partOf("w:comments", comment("1", "请核对", "00000001") + comment("2", "已核对", "00000002") +
                               comment("9", "无处可寻", "00000003"));
  const std::string extended = partOf(
      "w15:commentsEx", R"(<w15:commentEx w15:paraId="00000001" w15:done="1"/>)"
                        R"(<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>)");
  const DocxText docx = read(
      docxOf(body, {{"word/comments.xml", comments}, {"word/commentsExtended.xml", extended}}));
  ASSERT_EQ(docx.comments.size(), 3U);
  const DocxComment& first = docx.comments[0];
  EXPECT_EQ(toUtf8(first.text), "请核对");
  EXPECT_EQ(toUtf8(first.author), "王工");
  EXPECT_EQ(toUtf8(first.initials), "王");
  EXPECT_EQ(first.date, "2024-01-05T09:30:00Z");
  ASSERT_TRUE(first.range);
  EXPECT_EQ(toUtf8(first.range->of(docx.text)), "受理35件");
  EXPECT_TRUE(first.resolved);
  EXPECT_EQ(docx.comments[1].parent, 0U);
  EXPECT_FALSE(docx.comments[1].resolved);
  EXPECT_FALSE(docx.comments[2].range);
  EXPECT_EQ(toUtf8(docx.text), "全年受理35件。\n");
}

TEST(DocxComments, ANumberInFrontDoesNotShiftTheRange) {
  const std::string body =
      R"(<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>)" + r("问题") +
      R"(<w:commentRangeStart w:id="1"/>)" + r("不少") +
      R"(<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>)";
  const std::string numbering = partOf(
      "w:numbering",
      R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>)"
      R"(<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)");
  const DocxText docx =
      read(docxOf(body, {{"word/numbering.xml", numbering},
                         {"word/comments.xml", partOf("w:comments", comment("1", "？", "1"))}}));
  EXPECT_EQ(toUtf8(docx.text), "一、问题不少\n");
  ASSERT_TRUE(docx.comments.at(0).range);
  EXPECT_EQ(toUtf8(docx.comments[0].range->of(docx.text)), "不少");
}

TEST(DocxComments, ARangeOverParagraphsKeepsItsEnds) {
  const DocxText docx = read(docxOf(
      "<w:p>" + r("甲") + R"(<w:commentRangeStart w:id="1"/>)" + r("乙") + "</w:p>" + "<w:p>" +
          r("丙") + R"(<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>)" +
          r("丁") + "</w:p>",
      {{"word/comments.xml", partOf("w:comments", comment("1", "并段", "1"))}}));
  EXPECT_EQ(toUtf8(docx.comments.at(0).range->of(docx.text)), "乙\n丙");
}

}  // namespace
}  // namespace moxian
