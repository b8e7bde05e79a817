#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/exchange/Endmatter.h"
#include "core/exchange/Manuscript.h"
#include "core/exchange/PageTemplate.h"
#include "core/exchange/TableShape.h"
#include "core/exchange/TextWidth.h"
#include "core/report/Reader.h"
#include "tests/exchange/Draft.h"
#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

Manuscript arranged(const std::string& utf8) {
  const test::Draft draft = test::draftOf(utf8);
  std::vector<ExportNote> notes;
  return arrange(draft.text, draft.outline, notes);
}

/// Arranged as the program does, with its own reading of the structure.
Manuscript arrangedByReader(const std::string& utf8) {
  static const ReportReader reader = ReportReader::load().value();
  const std::u16string text = toUtf16(utf8);
  std::vector<ExportNote> notes;
  return arrange(text, reader.read(text, Lines(text)), notes);
}

const Part& partWith(const Manuscript& manuscript, std::u16string_view start) {
  const auto found = std::ranges::find_if(
      manuscript.parts, [&](const Part& part) { return part.text.starts_with(start); });
  EXPECT_NE(found, manuscript.parts.end()) << toUtf8(start);
  return *found;
}

TEST(Endmatter, DatesOfSignatureAreDatesAndNothingElse) {
  for (const char16_t* date : {u"2024年1月5日", u"2024 年 1 月 5 日", u"二〇二四年一月五日",
                               u"二○二三年十二月三十一日", u"20XX年X月X日", u"2024年12月"}) {
    EXPECT_TRUE(isSignatureDate(date)) << toUtf8(date);
  }
  for (const char16_t* other : {u"2024年工作", u"2024年1月5日至6日", u"1月5日", u"2024年",
                                u"年月日", u"2024年1月5日，县政府召开会议。", u""}) {
    EXPECT_FALSE(isSignatureDate(other)) << toUtf8(other);
  }
}

TEST(Endmatter, AttachmentMarksHaveNoName) {
  for (const char16_t* mark : {u"附件", u"附件1", u"附件 2", u"附件三", u"附件：", u"附件1："}) {
    EXPECT_TRUE(isAttachmentMark(mark)) << toUtf8(mark);
  }
  for (const char16_t* other : {u"附件：1.名单", u"附件所列事项", u"见附件", u""}) {
    EXPECT_FALSE(isAttachmentMark(other)) << toUtf8(other);
  }
}

TEST(Manuscript, OfficeAndDateAreIndentedAsUnsealed) {
  const Manuscript manuscript = arrangedByReader(test::fullDraft());
  const auto office = std::ranges::find(manuscript.parts, PartKind::Signature, &Part::kind);
  const auto date = std::ranges::find(manuscript.parts, PartKind::SignatureDate, &Part::kind);
  ASSERT_NE(office, manuscript.parts.end());
  ASSERT_NE(date, manuscript.parts.end());
  const double officeStart = 28 - office->rightIndent - widthInCharacters(office->text);
  const double dateStart = 28 - date->rightIndent - widthInCharacters(date->text);
  EXPECT_DOUBLE_EQ(dateStart - officeStart, 2);
  EXPECT_GE(std::min(office->rightIndent, date->rightIndent), 2);
  EXPECT_EQ(office->blankLines, 1);
}

TEST(Manuscript, LongOfficePushesTheDateNotTheMargin) {
  const Manuscript manuscript =
      arranged("总结\n正文。\n云溪县人力资源和社会保障局\n2024年1月5日\n");
  EXPECT_DOUBLE_EQ(partWith(manuscript, u"云溪县人力").rightIndent, 2);
}

TEST(Manuscript, DateAloneStandsFourFromTheMargin) {
  const Manuscript manuscript = arranged("总结\n一、情况\n全年情况良好。\n2024年1月5日\n");
  const Part& date = partWith(manuscript, u"2024年1月5日");
  EXPECT_EQ(date.kind, PartKind::SignatureDate);
  EXPECT_DOUBLE_EQ(date.rightIndent, 4);
}

TEST(Endmatter, NamesBelowTheBareWordAreItsListAndNoPageOfTheirOwn) {
  const Manuscript manuscript = arrangedByReader(
      "云溪县水务局2025年工作总结\n一、2026年工作打算\n新建农村供水工程6处。\n"
      "附件：\n1.供水工程清单\n2.水质检测结果\n云溪县水务局\n2025年12月26日\n"
      "附件1\n供水工程清单\n");
  EXPECT_EQ(partWith(manuscript, u"附件：").kind, PartKind::AttachmentNote);
  EXPECT_FALSE(partWith(manuscript, u"附件：").newPage);
  EXPECT_EQ(partWith(manuscript, u"1.供水").kind, PartKind::AttachmentItem);
  EXPECT_EQ(partWith(manuscript, u"2.水质").kind, PartKind::AttachmentItem);
  EXPECT_EQ(partWith(manuscript, u"2025年12月").kind, PartKind::SignatureDate);
  EXPECT_TRUE(partWith(manuscript, u"附件1").newPage);
}

TEST(Manuscript, OfficeAndDateUnderTheTitleAreItsSubtitle) {
  const Manuscript manuscript =
      arranged("云溪县政务公开工作总结\n（2024年1月5日）\n2023年，工作进展顺利。\n");
  EXPECT_EQ(manuscript.parts[1].kind, PartKind::Subtitle);
  EXPECT_EQ(manuscript.parts[2].blankLines, 1);
}

TEST(Manuscript, SentenceThatLeadsOverIsNoAddressee) {
  EXPECT_EQ(arranged("总结\n各乡镇人民政府，县政府各部门：\n正文。\n").parts[1].kind,
            PartKind::Addressee);
  EXPECT_EQ(arranged("总结\n我局认真履行职责，现将工作情况报告如下：\n一、情况\n").parts[1].kind,
            PartKind::Body);
  EXPECT_EQ(arranged("总结\n2023年，主要做了以下工作：\n一、情况\n").parts[1].kind, PartKind::Body);
}

TEST(Manuscript, ACaptionStaysWithItsTable) {
  const Manuscript made = arrangedByReader(
      "云溪县水务局2025年工作总结\n各项工程见表1。\n表1 重点工程完成情况\n"
      "| 工程 | 进度 |\n| 青石水厂 | 八成 |\n");
  std::vector<bool> kept;
  for (const Part& part : made.parts) kept.push_back(part.keepNext);
  EXPECT_EQ(kept, (std::vector<bool>{true, false, true, false}));
}

TEST(Manuscript, NumberedSentencesOfOneListAreSetInOneFace) {
  const Manuscript manuscript = arrangedByReader(
      "云溪县水务局2025年工作总结\n一、主要工作\n（一）加强领导。\n每月调度一次。\n"
      "1.完成项目12个。\n按期验收。\n二、2026年工作打算\n"
      "（一）续建青石水库工程，计划投资860万元。\n（二）新建农村供水工程6处。\n"
      "附件：1.项目清单\n");
  EXPECT_EQ(partWith(manuscript, u"（一）加强").level, 2);
  EXPECT_EQ(partWith(manuscript, u"（一）加强").kind, PartKind::Body);
  for (const char16_t* item : {u"1.完成", u"（一）续建", u"（二）新建"}) {
    EXPECT_EQ(partWith(manuscript, item).level, 0) << toUtf8(item);
    EXPECT_EQ(partWith(manuscript, item).headLength, 0U) << toUtf8(item);
  }
}

TEST(Manuscript, HeadingsWithoutNumbersAreSetAsHeadingsIfNoneHasOne) {
  const std::string path = MOXIAN_TEST_DATA "/drafts/no-numbered-heading.txt";
  const auto bytes = readFile(path);
  if (!bytes) GTEST_SKIP() << "no " << path;
  for (const Part& part : arrangedByReader(*bytes).parts) {
    EXPECT_FALSE(part.kind == PartKind::Heading && part.level == 0) << toUtf8(part.text);
  }
}

TEST(Manuscript, SecondReportStartsItsOwnPage) {
  const std::u16string text = u"甲局总结\n正文。\n乙局总结\n正文。\n";
  Outline outline;
  for (const std::size_t line : {0U, 2U}) {
    Report report;
    const Lines lines(text);
    for (const std::size_t at : {line, line + 1}) {
      Block& block = report.blocks.emplace_back();
      block.line = at;
      block.span = lines.span(at);
      block.kind = at == line ? BlockKind::Title : BlockKind::Paragraph;
    }
    outline.reports.push_back(report);
  }
  std::vector<ExportNote> notes;
  const Manuscript manuscript = arrange(text, outline, notes);
  EXPECT_FALSE(manuscript.parts[0].newPage);
  EXPECT_TRUE(manuscript.parts[2].newPage);
}

TEST(Manuscript, EveryDraftOfTheTestsIsThereWhole) {
  for (const auto& entry : std::filesystem::directory_iterator(MOXIAN_TEST_DATA "/drafts")) {
    if (entry.path().extension() != ".txt") continue;
    const std::string bytes = readFile(entry.path()).value();
    std::u16string all;
    for (const Part& part : arrangedByReader(bytes).parts) {
      all += part.text;
      for (const auto& row : part.rows) {
        for (const auto& cell : row) all += cell;
      }
    }
    std::u16string expected = test::withoutSpaces(toUtf16(bytes));
    std::erase(expected, u'|');
    EXPECT_EQ(toUtf8(test::withoutSpaces(all)), toUtf8(expected)) << entry.path();
  }
}

TEST(TableShape, ShortColumnsKeepTheirWordsOnOneLine) {
  Part table{.kind = PartKind::Table};
  table.columns = 3;
  table.rows = {{u"指标", u"2023年", u"说明"},
                {u"公开信息", u"5,312条", std::u16string(100, u'长')}};
  const auto widths = columnWidths(table, 8844, 12);
  ASSERT_EQ(widths.size(), 3U);
  EXPECT_EQ(widths[0] + widths[1] + widths[2], 8844);
  EXPECT_GE(widths[1], 3.5 * 240 + 2 * kCellMargin);
  EXPECT_GT(widths[2], widths[0]);
}

TEST(TableShape, ADateIsNotTornByALongCellBesideIt) {
  Part table{.kind = PartKind::Table};
  table.columns = 6;
  table.rows = {{u"序号", u"部分", u"修改", u"修改人", u"日期", u"结果"},
                {u"1", u"三、下一步打算", std::u16string(60, u'长'), u"李审", u"2026.11.29",
                 u"李审 接受，2026.11.29"}};
  const auto widths = columnWidths(table, 8844, 12);
  for (const std::size_t column : {4U, 5U})
    EXPECT_GE(widths[column], 5 * 240 + 2 * kCellMargin) << column;
  EXPECT_GE(widths[1], 4 * 240 + 2 * kCellMargin) << "two lines for a heading";
  EXPECT_GT(widths[2], widths[5]);
}

TEST(TableShape, CellsOfAColumnStandAlikeAndFiguresInTheMiddle) {
  Part table{.kind = PartKind::Table};
  table.columns = 2;
  table.rows = {{u"项目", u"说明"},
                {u"造林", u"全年造林面积比上年有明显增加"},
                {u"管护", u"见附表"},
                {u"巡查", u"860"},
                {u"合计"}};
  table.rows[1][1] += u"。";
  const auto sentences = sentenceColumns(table);
  const auto at = [&](std::size_t row, std::size_t column) {
    return alignOf(table, sentences, table.rows[row], column);
  };
  EXPECT_EQ(at(1, 1), CellAlign::Left);
  EXPECT_EQ(at(2, 1), CellAlign::Left) << "beside a sentence";
  EXPECT_EQ(at(3, 1), CellAlign::Centre);
  EXPECT_EQ(at(1, 0), CellAlign::Centre);
  EXPECT_EQ(at(4, 0), CellAlign::Centre) << "spans both columns";
}

TEST(TableShape, ManyColumnsStillAddUp) {
  Part table{.kind = PartKind::Table};
  table.columns = 40;
  table.rows = {std::vector<std::u16string>(40, u"很长的一个单元格内容")};
  int sum = 0;
  for (const int width : columnWidths(table, 8844, 12)) {
    EXPECT_GT(width, 0);
    sum += width;
  }
  EXPECT_EQ(sum, 8844);
}

TEST(PageTemplate, OfficialPageHolds22LinesOf28Characters) {
  for (const Script script : {Script::Simplified, Script::Traditional}) {
    const auto page = PageTemplate::load(Layout::Gb9704, script);
    ASSERT_TRUE(page) << page.error().subject << page.error().detail;
    EXPECT_EQ(page->lines, 22);
    EXPECT_LE(page->lines * page->linePitch, page->height - page->top - page->bottom);
    EXPECT_NEAR(page->characterPitch(), 15.79, 0.01);
    EXPECT_LE((page->bodySize * 20 + page->characterSpacing) * page->characters, page->textWidth());
    EXPECT_TRUE(PageTemplate::load(Layout::Plain, script));
  }
}

TEST(PageTemplate, FileThatIsNotAsDocumentedIsNamedWithItsKey) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "templates");
  static_cast<void>(folder.with("templates/gb9704.toml", "[page]\nwidth = \"wide\"\n"));
  EXPECT_EXIT(
      {
        ::setenv("MOXIAN_RESOURCES", folder.path().c_str(), 1);
        const auto page = PageTemplate::load(Layout::Gb9704, Script::Simplified);
        std::exit(!page && page.error().code == ErrorCode::ResourceInvalid &&
                          page.error().detail == "page.width"
                      ? 0
                      : 1);
      },
      testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace moxian
