#include "core/review/ReviewSheet.h"

#include <gtest/gtest.h>

#include "core/base/Utf.h"
#include "core/report/Reader.h"

namespace moxian {
namespace {

constexpr Time kNoon = 1'700'000'000'000;

class ReviewSheetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto loaded = Messages::load("zh_CN");
    ASSERT_TRUE(loaded.has_value());
    messages = std::move(*loaded);
    auto read = ReportReader::load({});
    ASSERT_TRUE(read.has_value());
    reader.emplace(std::move(*read));
  }
  [[nodiscard]] Sections sections() const {
    const std::u16string text = draft.finalText();
    return Sections(reader->read(text, Lines(text)), text,
                    FinalPlaces(hiddenIn(draft.markup(), true)));
  }
  [[nodiscard]] std::string sheet(const ReviewRecord& record) const {
    return toUtf8(reviewSheet(record, messages));
  }
  Span find(std::u16string_view words) const {
    const auto at = draft.text().find(words);
    return {at, at + words.size()};
  }

  Messages messages;
  std::optional<ReportReader> reader;
  MarkedDraft draft{
      u"松河市林业局2023年工作总结\n一、主要工作\n全年造林3.2万亩，管护到位。\n"
      u"二、存在问题\n管护力量|不足。\n三、下一步打算\n加强管护。\n"};
};

TEST_F(ReviewSheetTest, SaysWhatWasAskedWhatWasDoneAndByWhom) {
  const auto id = draft.addComment({.range = find(u"3.2万亩"),
                                    .author = "李审",
                                    .time = kNoon,
                                    .text = u"请核对台账。",
                                    .quote = u"3.2万亩"});
  draft.addComment(
      {.parent = id, .author = "王拟", .time = kNoon, .text = u"已核对。", .quote = u"3.2万亩"});
  draft.setCommentState(id, CommentState::Resolved);
  draft.trackedReplace(find(u"3.2"), u"3.5", {"王拟", kNoon});
  draft.trackedReplace(find(u"力量|不足"), {}, {"李审", kNoon});
  const std::string text = sheet({.draft = draft, .title = u"工作总结", .sections = sections()});
  EXPECT_NE(text.find("《工作总结》审阅单"), std::string::npos) << text;
  EXPECT_NE(text.find("| 1 | 一、主要工作 | 3.2万亩 | 请核对台账。 | 李审 2023.11.1"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("已解决。王拟：已核对。 |"), std::string::npos) << text;
  EXPECT_NE(text.find("| 1 | 一、主要工作 | “3.2”改为“3.5” | 王拟 |"), std::string::npos) << text;
  EXPECT_NE(text.find("| 2 | 二、存在问题 | 删去“力量｜不足” | 李审 |"), std::string::npos)
      << "a bar in the words must not make a cell\n"
      << text;
}

TEST_F(ReviewSheetTest, AcceptedAndRejectedChangesStayInTheSheet) {
  draft.trackedReplace(find(u"3.2"), u"3.5", {"王拟", kNoon});
  draft.trackedReplace(find(u"管护到位"), {}, {"王拟", kNoon});
  draft.trackedReplace(find(u"加强"), u"抓好", {"王拟", kNoon});
  const Sections now = sections();
  const Settler li{{"李审", kNoon}, [&](std::size_t at) { return now.name(now.at(at)); }};
  draft.resolve({.within = find(u"3.23.5")}, true, li);
  draft.resolve({.within = find(u"管护到位")}, false, li);
  const std::string text = sheet({.draft = draft, .sections = sections()});
  EXPECT_NE(text.find("二、修改和处理（3 处）"), std::string::npos) << text;
  EXPECT_NE(text.find("| 1 | 一、主要工作 | “3.2”改为“3.5” | 王拟 | 2023.11.1"), std::string::npos)
      << text;
  EXPECT_NE(text.find("| 李审 接受，2023.11.1"), std::string::npos) << text;
  EXPECT_NE(text.find("| 2 | 一、主要工作 | 删去“管护到位” | 王拟 | 2023.11.1"), std::string::npos)
      << text;
  EXPECT_NE(text.find("| 李审 拒绝，2023.11.1"), std::string::npos) << text;
  EXPECT_NE(text.find("| 3 | 三、下一步打算 | “加强”改为“抓好” |"), std::string::npos) << text;
  EXPECT_NE(text.find("| 未定 |"), std::string::npos) << text;
  ASSERT_TRUE(draft.undo());
  ASSERT_TRUE(draft.undo());
  EXPECT_TRUE(draft.markup().settled().empty()) << "what was taken back was not decided";
}

TEST_F(ReviewSheetTest, GivesTheReasonsOfDismissedFindings) {
  const ReviewRecord record{
      .draft = draft, .dismissed = {{"慎用的词", u"管护到位", u"上级文件原文", "李审", kNoon}}};
  EXPECT_NE(sheet(record).find("| 1 | 慎用的词 | 管护到位 | 上级文件原文 | 李审 "),
            std::string::npos)
      << sheet(record);
}

TEST_F(ReviewSheetTest, HasALineForEachLevelOfSignOff) {
  const ReviewRecord record{.draft = draft,
                            .signOffs = {{SignLevel::Second, "张复", kNoon, u"同意"}}};
  const std::string text = sheet(record);
  EXPECT_NE(text.find("| 初审 | （未签） |"), std::string::npos) << text;
  EXPECT_NE(text.find("| 复核 | 张复 | 同意 | 2023.11.1"), std::string::npos) << text;
  EXPECT_NE(text.find("| 终审 | （未签） |"), std::string::npos) << text;
}

TEST_F(ReviewSheetTest, ASheetWithoutAnythingSaysSo) {
  const std::string text = sheet({.draft = draft});
  EXPECT_NE(text.find("没有批注。"), std::string::npos);
  EXPECT_NE(text.find("没有修订记录。"), std::string::npos);
}

TEST_F(ReviewSheetTest, BehindADraftItLeavesThePlacesOfTheDraft) {
  const std::u16string whole = withReviewSheet(draft.text(), u"审阅单\n", messages);
  EXPECT_TRUE(whole.starts_with(draft.text()));
  EXPECT_TRUE(whole.ends_with(u"\n附件\n审阅单\n"));
}

TEST_F(ReviewSheetTest, SectionsFollowTheDraftAndNotTheFinalText) {
  draft.trackedReplace(find(u"全年造林3.2万亩，管护到位。\n"), {}, {"李审", kNoon});
  const Sections now = sections();
  EXPECT_EQ(now.name(now.at(find(u"全年造林").begin)), u"一、主要工作");
  EXPECT_EQ(now.name(now.at(find(u"管护力量").begin)), u"二、存在问题");
  EXPECT_EQ(now.at(0), 0U);
}

TEST_F(ReviewSheetTest, AParagraphEndInACellIsToldInWordsAndNotAsASign) {
  draft.trackedReplace(find(u"管护到位。\n"), {}, {"李审", kNoon});
  const std::string told = sheet({.draft = draft, .sections = sections()});
  EXPECT_TRUE(told.contains("管护到位。［分段］")) << told;
  EXPECT_FALSE(told.contains("¶")) << told;
}

}  // namespace
}  // namespace moxian
