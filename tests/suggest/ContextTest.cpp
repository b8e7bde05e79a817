#include <gtest/gtest.h>

#include "core/report/Reader.h"
#include "core/suggest/Suggester.h"
#include "core/text/Lines.h"

namespace moxian {
namespace {

const std::u16string kDraft =
    u"云溪县水利局2023年政务公开工作总结\n"
    u"2023年，我局认真履行职责。现将有关情况总结如下：\n"
    u"一、主要工作\n"
    u"（一）抓好主动公开。全年公开信息若干条，群众反映良好，\n"
    u"二、存在问题\n"
    u"部分栏目更新不够及时。\n"
    u"三、下一步工作\n"
    u"\n";

SuggestContext at(std::size_t offset) {
  static const ReportReader reader = ReportReader::load().value();
  return contextAt(kDraft, reader.read(kDraft, Lines(kDraft)), offset);
}

std::size_t after(std::u16string_view words) {
  return kDraft.find(words) + words.size();
}

TEST(Context, RoleOfThePlaceWhereTheWriterStands) {
  EXPECT_EQ(at(after(u"现将有关")).role, Role::Intro);
  EXPECT_EQ(at(after(u"全年公开")).role, Role::WorkDone);
  EXPECT_EQ(at(after(u"部分栏目")).role, Role::Problems);
}

TEST(Context, AnEmptyLineBelowAHeadingBelongsToIt) {
  EXPECT_EQ(at(kDraft.size()).role, Role::NextSteps);
  EXPECT_EQ(at(kDraft.size()).typed, u"");
}

TEST(Context, BelowAnAdvertTheWriterGoesOnWithTheLastPart) {
  const ReportReader reader = ReportReader::load().value();
  const std::u16string draft = kDraft + u"我局将加强培训，每月核对一次栏目。\n更多范文请访问云溪文库 www.example.com\n\n";
  const Outline outline = reader.read(draft, Lines(draft));
  EXPECT_EQ(contextAt(draft, outline, draft.size()).role, Role::NextSteps);
}

TEST(Context, TheLineSoFarComesWithoutItsNumber) {
  EXPECT_EQ(at(after(u"全年公开")).typed, u"抓好主动公开。全年公开");
  EXPECT_EQ(at(after(u"部分栏目")).typed, u"部分栏目");
}

TEST(Context, BelowTheTitleAnIntroductionIsWritten) {
  EXPECT_EQ(at(0).role, Role::Intro);
  EXPECT_EQ(contextAt(u"", Outline{}, 0).role, Role::Intro);
}

TEST(Context, ASentenceForThePlaceOfATitleGoesBelowIt) {
  static const ReportReader reader = ReportReader::load().value();
  const std::u16string draft = u"云溪县水利局\n2023年工作总结\n\n一、主要工作\n清理河道12公里。\n";
  const Outline outline = reader.read(draft, Lines(draft));
  const std::size_t end = draft.find(u"总结") + 2;
  EXPECT_EQ(belowTitle(draft, outline, 0), end);
  EXPECT_EQ(belowTitle(draft, outline, 3), end);
  EXPECT_EQ(belowTitle(draft, outline, end), end);
  EXPECT_EQ(belowTitle(draft, outline, end + 1), std::nullopt);
  EXPECT_EQ(belowTitle(draft, outline, draft.find(u"清理")), std::nullopt);
  EXPECT_EQ(belowTitle(u"", Outline{}, 0), std::nullopt);
}

TEST(Context, AnOffsetPastTheEndIsCut) {
  EXPECT_EQ(at(kDraft.size() + 100).typed, u"");
}

}  // namespace
}  // namespace moxian
