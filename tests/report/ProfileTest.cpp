#include "core/report/Profile.h"

#include "tests/report/Reading.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using testing::read;

class UserProfiles : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder); }
  void TearDown() override { fs::remove_all(folder); }
  void write(const char* name, const char* text) const { std::ofstream(folder / name) << text; }

  const fs::path folder = fs::path(::testing::TempDir()) /
                          ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST(Profiles, AreChosenByTheTitle) {
  const std::vector<std::pair<const char*, const char*>> wanted = {
      {"云溪县民政局2023年工作总结", "annual-summary"},
      {"云溪县民政局2023年工作总结及2024年工作计划", "annual-summary"},
      {"云溪县2023年工作计划执行情况报告", "annual-summary"},
      {"云溪县2024年工作计划", "work-plan"},
      {"2024年临澜市政务公开工作要点", "work-plan"},
      {"云溪县民政局2024年上半年工作总结", "half-year-summary"},
      {"云溪县民政局2024年上半年政务公开工作总结及下半年工作计划", "half-year-summary"},
      {"云溪县民政局2023年政府信息公开工作年度报告", "disclosure-annual-report"},
      {"政府工作报告", "annual-summary"},
  };
  for (const auto& [title, profile] : wanted) {
    EXPECT_EQ(read(std::string(title) + "\n一、有关情况\n办结事项312件。\n").report().profile,
              profile)
        << title;
  }
}

TEST(Profiles, AreChosenByHeadingsAndWordingWithoutATitle) {
  const auto statutory = read(
      "一、主动公开政府信息情况\n公开信息39条。\n二、依申请公开政府信息情况\n没有收到申请。\n"
      "三、收费及减免情况\n没有收费。\n四、行政复议、行政诉讼情况\n没有发生。\n");
  EXPECT_EQ(statutory.report().profile, "disclosure-annual-report");
  EXPECT_EQ(statutory.report().profileReason, ProfileReason::Headings);
  const auto plan = read(
      "一、深化重点领域公开\n各单位要进一步完善公开目录，6月底前完成修订。（责任单位：县政府办）\n"
      "二、加强平台建设\n要继续做好网站管理，严格落实审核制度，逐步整合政务新媒体。（责任单位：县数"
      "据局）\n");
  EXPECT_EQ(plan.report().profile, "work-plan");
  EXPECT_EQ(plan.report().profileReason, ProfileReason::Wording);
}

TEST(Profiles, AskNoPartsOfADocumentThatIsNoReport) {
  const std::vector<std::string> titles = {"云溪县民政局关于做好2023年救助工作的通知",
                                           "关于加强河道巡查工作的意见",
                                           "云溪县水务局河长制工作会议纪要",
                                           "云溪县水务局关于河道划界有关问题的复函",
                                           "在全县教育工作会议上的讲话",
                                           "云溪县防汛应急预案"};
  for (const std::string& title : titles) {
    const auto outline = read(title + "\n各乡镇：\n一、提高认识\n办结事项312件。\n");
    EXPECT_EQ(outline.report().profile, "other-document") << title;
    EXPECT_EQ(outline.report().profileReason, ProfileReason::TitleWord) << title;
    EXPECT_TRUE(outline.report().required.empty()) << title;
  }
  const auto report = read("云溪县水务局2023年工作总结\n一、主要工作\n印发关于做好巡查的通知\n");
  EXPECT_EQ(report.report().profile, "annual-summary");
}

TEST(Profiles, ASpeechThatReviewsTheYearIsASummary) {
  const std::string review =
      "\n同志们：\n一、2024年主要工作\n办结事项312件。\n二、2025年工作安排\n开展培训。\n";
  const std::string praise =
      "\n同志们：\n一、提高认识\n办结事项312件。\n二、狠抓落实\n开展培训。\n";
  for (const std::string title :
       {"在全县民政系统2024年度总结大会上的讲话", "在全局2024年工作总结会上的讲话",
        "在2024年工作总结暨2025年工作部署会上的讲话", "在云溪县民政局年终总结表彰大会上的讲话"}) {
    const auto outline = read(title + review);
    EXPECT_EQ(outline.report().profile, "summary-speech") << title;
    EXPECT_EQ(outline.report().required.size(), 3U) << title;
    EXPECT_EQ(read(title + praise).report().profile, "other-document") << title;
  }
  for (const std::string title :
       {"在全县2024年教育工作会议上的讲话", "在全县抗旱救灾总结表彰大会上的讲话"}) {
    EXPECT_EQ(read(title + review).report().profile, "other-document") << title;
  }
  EXPECT_EQ(
      read("云溪县民政局关于做好2024年工作总结和计划报送工作的通知" + review).report().profile,
      "other-document");
  EXPECT_EQ(read("在2024年度总结大会上的报告" + review).report().profile, "annual-summary");
}

TEST(Profiles, AreReadAsAskedFor) {
  const char* text = "云溪县民政局2023年工作总结\n一、主要工作\n办结事项312件。\n";
  EXPECT_EQ(read(text, "work-plan").report().profile, "work-plan");
  EXPECT_EQ(read(text, "work-plan").report().profileReason, ProfileReason::Given);
  EXPECT_EQ(read(text, "none").report().profile, "none");
  EXPECT_TRUE(read(text, "none").report().required.empty());
  EXPECT_EQ(read(text, "no-such-profile").report().profile, "annual-summary");
}

TEST_F(UserProfiles, WinOverThoseOfTheSameName) {
  write("annual-summary.toml",
        "label = \"本局年度总结\"\ntitle_words = [\"工作总结\"]\n"
        "[[part]]\nrole = \"work_done\"\nheadings = [\"工作\"]\n");
  write("training.toml", "label = \"培训小结\"\ntitle_words = [\"培训小结\"]\n");
  const auto reader = ReportReader::load(folder);
  ASSERT_TRUE(reader) << reader.error().detail;
  EXPECT_EQ(toUtf8(reader->profiles().find("annual-summary")->label), "本局年度总结");
  const std::u16string text = u"云溪县2023年干部培训小结\n举办培训12期。\n";
  EXPECT_EQ(reader->read(text, Lines(text)).reports.at(0).profile, "training");
}

TEST_F(UserProfiles, ThatAreInvalidAreNamedWithFileAndLine) {
  const std::vector<std::pair<const char*, const char*>> broken = {
      {"label = \"甲\"\ntitel_words = [\"甲\"]\n", "line 2"},
      {"label = \"甲\"\n[[part]]\nrole = \"closing\"\n", "line 2"},
      {"label = \n", "line 1"},
      {"label = \"甲\"\ntitle_words = [3]\n", "line 2"},
      {"label = \"甲\"\n[[part]]\nrole = \"problems\"\nleast_characters = -4\n", "line 2"},
  };
  for (const auto& [text, line] : broken) {
    write("mine.toml", text);
    const auto reader = ReportReader::load(folder);
    ASSERT_FALSE(reader) << text;
    EXPECT_EQ(reader.error().code, ErrorCode::ResourceInvalid);
    EXPECT_TRUE(reader.error().subject.ends_with("mine.toml"));
    EXPECT_NE(reader.error().detail.find(line), std::string::npos) << reader.error().detail;
  }
}

}  // namespace
}  // namespace moxian
