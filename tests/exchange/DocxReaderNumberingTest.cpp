#include <gtest/gtest.h>

#include "core/base/Utf.h"
#include "core/exchange/NumberFormat.h"
#include "tests/exchange/DocxPackage.h"

namespace moxian {
namespace {

using namespace test;

std::string level(int n, const std::string& format, const std::string& text,
                  const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(n) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         format + "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

std::string abstractOf(const std::string& id, const std::string& content) {
  return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + content + "</w:abstractNum>";
}

std::string num(const std::string& id, const std::string& abstract, const std::string& more = {}) {
  return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + abstract + "\"/>" + more +
         "</w:num>";
}

std::string item(const std::string& text, const std::string& id, int n = 0) {
  return p(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(n) + "\"/><w:numId w:val=\"" + id +
                     "\"/></w:numPr>");
}

Parts numbering(const std::string& content) {
  return {{"word/numbering.xml", partOf("w:numbering", content)}};
}

const std::string kOfficial = level(0, "chineseCountingThousand", "%1、") +
                              level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") +
                              level(3, "decimal", "（%4）") +
                              level(4, "decimalEnclosedCircle", "%5");

TEST(DocxNumbering, HeadingsOfOfficialDocumentsGetTheirNumbers) {
  EXPECT_EQ(textOf(item("工作开展情况", "1") + item("政务公开", "1", 1) + item("平台建设", "1", 1) +
                       item("升级网站", "1", 2) + item("栏目", "1", 3) + item("首页", "1", 4) +
                       item("存在问题", "1") + item("人手不足", "1", 1),
                   numbering(abstractOf("7", kOfficial) + num("1", "7"))),
            "一、工作开展情况\n（一）政务公开\n（二）平台建设\n1."
            "升级网站\n（1）栏目\n①首页\n二、存在问题\n"
            "（一）人手不足\n");
}

TEST(DocxNumbering, LevelsCanBeWrittenTogether) {
  const std::string levels = level(0, "upperRoman", "%1.") +
                             level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                             level(2, "lowerLetter", "%3)");
  EXPECT_EQ(textOf(item("Scope", "1") + item("Terms", "1", 1) + item("a", "1", 2) +
                       item("b", "1", 2) + item("Use", "1") + item("Rules", "1", 1),
                   numbering(abstractOf("0", levels) + num("1", "0"))),
            "I. Scope\n1.1 Terms\na) a\nb) b\nII. Use\n2.1 Rules\n");
}

TEST(DocxNumbering, ListsOfOneKindContinueUntilOneStartsAnew) {
  const std::string restart =
      R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>)";
  EXPECT_EQ(textOf(item("甲", "1") + item("乙", "2") + item("丙", "3") + item("丁", "3"),
                   numbering(abstractOf("0", level(0, "decimal", "%1．")) + num("1", "0") +
                             num("2", "0") + num("3", "0", restart))),
            "1．甲\n2．乙\n1．丙\n2．丁\n");
}

TEST(DocxNumbering, AListThatTakesItsLevelsFromAStyleStartsAnew) {
  const std::string restart =
      R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>)";
  Parts parts = numbering(
      abstractOf("0", R"(<w:numStyleLink w:val="Numbered"/>)") +
      abstractOf("1", R"(<w:styleLink w:val="Numbered"/>)" + level(0, "decimal", "%1．")) +
      num("1", "1") + num("2", "0") + num("3", "0", restart));
  parts["word/styles.xml"] = partOf(
      "w:styles",
      R"(<w:style w:type="numbering" w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)");
  EXPECT_EQ(textOf(item("甲", "2") + item("乙", "2") + item("丙", "3") + item("丁", "2"), parts),
            "1．甲\n2．乙\n1．丙\n2．丁\n");
}

TEST(DocxNumbering, ALevelMayRunOnThroughTheOthers) {
  const std::string levels =
      level(0, "decimal", "第%1章") + level(1, "decimal", "第%2条", R"(<w:lvlRestart w:val="0"/>)");
  EXPECT_EQ(
      textOf(item("总则", "1") + item("目的", "1", 1) + item("附则", "1") + item("施行", "1", 1),
             numbering(abstractOf("0", levels) + num("1", "0"))),
      "第1章总则\n第1条目的\n第2章附则\n第2条施行\n");
}

TEST(DocxNumbering, StylesCarryNumbers) {
  const std::string styles = partOf(
      "w:styles",
      R"(<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>)");
  Parts parts = numbering(
      abstractOf("0", level(0, "chineseCounting", "%1、", R"(<w:pStyle w:val="H1"/>)") +
                          level(1, "chineseCounting", "（%2）", R"(<w:pStyle w:val="H2"/>)")) +
      num("1", "0"));
  parts["word/styles.xml"] = styles;
  EXPECT_EQ(
      textOf(p("主要工作", R"(<w:pStyle w:val="H1"/>)") + p("公开", R"(<w:pStyle w:val="H2"/>)") +
                 p("不编号", R"(<w:pStyle w:val="Plain"/>)"),
             parts),
      "一、主要工作\n（一）公开\n不编号\n");
}

TEST(DocxNumbering, BulletsAreCharacters) {
  const std::string symbol = R"(<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>)";
  const std::string bullet = R"(<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=")";
  EXPECT_EQ(textOf(item("条目", "1") + item("条目", "2"),
                   numbering(abstractOf("0", bullet + "\uF0B7\"/>" + symbol + "</w:lvl>") +
                             abstractOf("1", bullet + "\uF0FA\"/></w:lvl>") + num("1", "0") +
                             num("2", "1"))),
            "• 条目\n• 条目\n");
}

TEST(DocxNumbering, ADeletedItemDoesNotCount) {
  const std::string deleted =
      R"(<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:author="甲"/></w:rPr></w:pPr>)"
      R"(<w:del w:author="甲"><w:r><w:delText>旧事项</w:delText></w:r></w:del></w:p>)";
  const DocxText docx =
      read(docxOf(item("甲", "1") + deleted + item("乙", "1"),
                  numbering(abstractOf("0", level(0, "decimal", "%1．")) + num("1", "0"))));
  EXPECT_EQ(toUtf8(docx.text), "1．甲\n2．旧事项\n2．乙\n");
  EXPECT_EQ(toUtf8(finalText(docx)), "1．甲\n2．乙\n");
  EXPECT_EQ(docx.changes.size(), 2U);
}

TEST(DocxNumbering, AnEmptyDeletedItemLeavesNoNumber) {
  const std::string deleted = R"(<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>)"
                              R"(<w:del w:author="甲"/></w:rPr></w:pPr></w:p>)";
  const DocxText docx =
      read(docxOf(deleted + item("乙", "1"),
                  numbering(abstractOf("0", level(0, "decimal", "%1．")) + num("1", "0"))));
  EXPECT_EQ(toUtf8(finalText(docx)), "1．乙\n");
}

TEST(DocxNumbering, JoinedParagraphsHaveOneNumber) {
  const std::string split =
      R"(<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:ins w:author="甲"/></w:rPr></w:pPr>)" +
      r("前半") + "</w:p>";
  const DocxText docx =
      read(docxOf(split + item("后半", "1"),
                  numbering(abstractOf("0", level(0, "decimal", "%1．")) + num("1", "0"))));
  EXPECT_EQ(toUtf8(finalText(docx)), "1．前半\n2．后半\n");
  EXPECT_EQ(toUtf8(originalText(docx)), "1．前半后半\n");
}

TEST(DocxNumbering, HugeStartsAndLevelsAreHarmless) {
  const std::string levels =
      R"(<w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="lowerLetter"/>)"
      "<w:lvlText w:val=\"%1)\"/></w:lvl><w:lvl w:ilvl=\"99\"/>";
  EXPECT_EQ(textOf(item("x", "1", 77), numbering(abstractOf("0", levels) + num("1", "0"))), "x\n");
  EXPECT_EQ(textOf(item("x", "1"), numbering(abstractOf("0", levels) + num("1", "0"))),
            "1000000000) x\n");
}

struct Written {
  const char* format;
  int value;
  const char* text;
};

TEST(NumberFormat, WritesTheFormatsOfWordProcessors) {
  const NumberFormat format;
  constexpr Written kExpected[] = {
      {"decimal", 12, "12"},
      {"decimalZero", 7, "07"},
      {"chineseCounting", 10, "十"},
      {"chineseCounting", 12, "十二"},
      {"chineseCountingThousand", 21, "二十一"},
      {"chineseCountingThousand", 105, "一百零五"},
      {"chineseLegalSimplified", 3, "叁"},
      {"ideographDigital", 10, "一〇"},
      {"ideographTraditional", 2, "乙"},
      {"ideographZodiac", 12, "亥"},
      {"upperRoman", 14, "XIV"},
      {"lowerRoman", 4, "iv"},
      {"upperLetter", 27, "AA"},
      {"lowerLetter", 3, "c"},
      {"decimalEnclosedCircle", 10, "⑩"},
      {"decimalEnclosedCircle", 21, "21"},
      {"decimalEnclosedCircleChinese", 1, "①"},
      {"decimalEnclosedParen", 2, "⑵"},
      {"decimalFullWidth", 12, "１２"},
      {"numberInDash", 3, "- 3 -"},
      {"none", 3, ""},
      {"something new", 3, "3"},
  };
  for (const Written& w : kExpected) {
    EXPECT_EQ(toUtf8(format.written(w.value, w.format)), w.text) << w.format;
  }
}

}  // namespace
}  // namespace moxian
