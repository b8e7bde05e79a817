#include "core/base/Utf.h"
#include "core/text/Decoder.h"
#include "tests/cli/Cli.h"

namespace moxian {
namespace {

constexpr const char* kDraft = R"(云溪县民政局2023年工作总结

2023年，云溪县民政局在县委、县政府领导下，紧紧围绕民生保障，扎实推进各项工作。现将有关情况总结如下。
一、工作开展情况
（一）兜牢民生底线。全年发放低保金1286万元，惠及困难群众3120人，临时救助412人次，做到应保尽保。
（二）优化养老服务。新建社区食堂6个，改造农村互助养老点15个，为860户老人家中加装了扶手和呼叫器。
二、存在的问题
一是部分乡镇服务站人手不足，12个乡镇中有5个由村干部兼任，材料收集不及时，群众多跑了路。二是个别村的互助养老点利用率不高，活动内容单一，平均每周只开放2次，设施闲置。三是低保动态核查主要靠入户走访，数据比对手段少，个别家庭情况变化后未能按月调整。
三、下一步打算
一是6月底前为12个乡镇各配备1名专职人员，每季度开展一次业务培训，年底逐人考核。二是完善互助养老点考核办法，按月公开使用情况，对连续3个月开放不足的调整用途。三是与医保、公安部门按月比对数据，9月底前建成核查台账，做到应退尽退、应保尽保。
)";

class OutlineTest : public CliTest {};

TEST_F(OutlineTest, ShowsTitleUnitYearAndParts) {
  const Answer answer = run({"outline", file("总结.txt", kDraft), "--format", "json"});
  ASSERT_EQ(answer.exitCode, 0) << answer.err;
  const auto json = answer.json();
  ASSERT_EQ(json["reports"].size(), 1U) << answer.out;
  const auto& report = json["reports"][0];
  EXPECT_EQ(report["index"], 1);
  EXPECT_EQ(report["first_line"], 1);
  EXPECT_EQ(report["title"], "云溪县民政局2023年工作总结");
  EXPECT_EQ(report["year"], 2023);
  EXPECT_EQ(report["script"], "Hans");
  EXPECT_EQ(report["profile"], "annual-summary");
  EXPECT_EQ(report["required"]["work_done"], "present");
  EXPECT_EQ(report["required"]["problems"], "present");
  EXPECT_EQ(report["required"]["next_steps"], "present");
}

TEST_F(OutlineTest, CallsTheKindByItsNameInText) {
  const Answer answer = run({"outline", file("a.txt", kDraft)});
  EXPECT_TRUE(answer.out.contains("年度工作总结")) << answer.out;
  EXPECT_FALSE(answer.out.contains("annual-summary")) << answer.out;
}

TEST_F(OutlineTest, BlocksCarryLinesNumbersAndRoles) {
  const auto json = run({"outline", file("a.txt", kDraft), "--format", "json"}).json();
  const auto& blocks = json["reports"][0]["blocks"];
  ASSERT_EQ(blocks.size(), 9U) << "one for each line that is not blank";
  EXPECT_EQ(blocks[0]["kind"], "title");
  EXPECT_EQ(blocks[1]["line"], 3);
  EXPECT_EQ(blocks[2]["kind"], "heading");
  EXPECT_EQ(blocks[2]["number"], "一、");
  EXPECT_EQ(blocks[2]["level"], 1);
  EXPECT_EQ(blocks[3]["number"], "（一）");
  EXPECT_EQ(blocks[3]["level"], 2);
  EXPECT_EQ(blocks[5]["role"], "problems");
  EXPECT_EQ(blocks[8]["role"], "next_steps");
}

TEST_F(OutlineTest, AMissingPartIsCalledMissing) {
  const std::string draft = kDraft;
  const std::string cut = draft.substr(0, draft.find("二、存在的问题"));
  const auto json = run({"outline", file("a.txt", cut), "--format", "json"}).json();
  EXPECT_EQ(json["reports"][0]["required"]["problems"], "missing");
}

TEST_F(OutlineTest, SpansCountCharactersOfTheLine) {
  const std::string line =
      "𠮷水街道全年调解纠纷212件，成功率98%"
      "，群众满意度稳步提升。但也存在个别社区调解员不足的问题。";
  const std::string draft = "青岚区司法局2023年工作总结\n一、工作情况\n" + line + "\n";
  const auto json = run({"outline", file("a.txt", draft), "--format", "json"}).json();
  const std::size_t length = codePoints(toUtf16(line));
  for (const auto& block : json["reports"][0]["blocks"]) {
    for (const auto& span : block["spans"]) {
      EXPECT_LT(span["begin"], span["end"]);
      EXPECT_LE(span["end"], length);
    }
  }
}

TEST_F(OutlineTest, EveryEncodingGivesTheSameOutline) {
  const std::string wanted = run({"outline", file("a.txt", kDraft), "--format", "json"}).out;
  for (const Encoding encoding : {Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be}) {
    const auto bytes = encode(toUtf16(kDraft), encoding, false, LineEnding::CrLf);
    ASSERT_TRUE(bytes.has_value());
    const Answer answer = run({"outline", file("a.txt", *bytes), "--format", "json"});
    EXPECT_EQ(answer.out, wanted) << name(encoding);
    EXPECT_NE(answer.err.find(std::string(name(encoding))), std::string::npos)
        << "the guess is told: " << answer.err;
  }
}

TEST_F(OutlineTest, TheTextReportNamesTheEncodingAndTheParts) {
  const Answer answer = run({"outline", file("a.txt", kDraft)});
  EXPECT_EQ(answer.exitCode, 0);
  for (const char* part :
       {"UTF-8，自动识别", "存在问题：有", "年度工作总结", "一、工作开展情况"}) {
    EXPECT_NE(answer.out.find(part), std::string::npos) << part << "\n" << answer.out;
  }
}

TEST_F(OutlineTest, AForcedEncodingIsObeyedOrRefused) {
  const auto bytes = encode(toUtf16(kDraft), Encoding::Gb18030, false, LineEnding::Lf);
  const std::string gb = file("a.txt", bytes.value());
  const Answer right = run({"outline", gb, "--encoding", "GBK"});
  EXPECT_EQ(right.exitCode, 0);
  EXPECT_EQ(right.out.find("自动识别"), std::string::npos);
  EXPECT_TRUE(failsWith(run({"outline", gb, "--encoding", "utf-8"}), "不是用所选编码保存的"));
}

TEST_F(OutlineTest, InvalidBytesAreToldWithTheirPlace) {
  const Answer answer = run({"outline", file("a.txt", std::string(kDraft) + "附：\xFF\n")});
  EXPECT_EQ(answer.exitCode, 0);
  EXPECT_NE(answer.err.find("1 处字节无法识别，第一处在第 11 行第 3 列"), std::string::npos)
      << answer.err;
}

TEST_F(OutlineTest, AnEmptyFileIsRefused) {
  EXPECT_TRUE(failsWith(run({"outline", file("a.txt", ""), "--format", "json"}), "没有文字"));
}

TEST_F(OutlineTest, BadFilesAreRefusedInOneSentence) {
  using namespace std::string_literals;
  EXPECT_TRUE(failsWith(run({"outline", path("gone.txt")}), "找不到"));
  EXPECT_TRUE(failsWith(run({"outline", folder.string()}), "是文件夹"));
  EXPECT_TRUE(failsWith(run({"outline", file("a.txt",
                                             "\x7F"
                                             "ELF\2\1\1\0\0"s)}),
                        "不是文本文件"));
  EXPECT_TRUE(failsWith(run({"outline", file("a.png", "\x89PNG\r\n\x1A\n\0\0"s)}), "不是文本文件"));
  EXPECT_TRUE(failsWith(run({"outline", file("a.zip", "PK\3\4 photo"s)}), "a.zip"));
  EXPECT_TRUE(failsWith(run({"outline", file("a.docx", "PK\3\4 cut off"s)}), "已经损坏"));
  EXPECT_TRUE(failsWith(run({"outline", file("a.pdf", "%PDF-1.7\n"s)}), "a.pdf"));
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0');
  EXPECT_TRUE(failsWith(run({"outline", file("密.docx", ole)}), "设有密码"));
}

TEST_F(OutlineTest, ADocumentGivesTheOutlineOfItsText) {
  const std::string text = file("a.txt", kDraft);
  const auto wanted = run({"outline", text, "--format", "json"}).json()["reports"][0];
  for (const char* name : {"a.docx", "a.pdf", "a.html"}) {
    ASSERT_EQ(run({"export", text, "-o", path(name)}).exitCode, 0);
    const Answer answer = run({"outline", path(name), "--format", "json"});
    ASSERT_EQ(answer.exitCode, 0) << answer.err;
    const auto json = answer.json();
    ASSERT_EQ(json["reports"].size(), 1U) << name;
    const auto& report = json["reports"][0];
    EXPECT_EQ(report["title"], wanted["title"]) << name;
    EXPECT_EQ(report["required"], wanted["required"]) << name;
  }
  const Answer shown = run({"outline", path("a.docx")});
  EXPECT_NE(shown.out.find("a.docx（DOCX）"), std::string::npos) << shown.out;
}

TEST_F(OutlineTest, AnUnreadableFileIsRefusedInOneSentence) {
  if (!permissionsCount())
    GTEST_SKIP() << "rights cannot be given up here";
  const std::string secret = file("a.txt", kDraft);
  std::filesystem::permissions(secret, std::filesystem::perms::none);
  EXPECT_TRUE(failsWith(run({"outline", secret}, {.permissionsBind = true}), "没有权限读取"));
}

TEST_F(OutlineTest, LostOutputIsAFailure) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const Answer answer = run({"outline", file("a.txt", kDraft)}, {.outFile = "/dev/full"});
  EXPECT_TRUE(failsWith(answer, "磁盘空间不足"));
}

TEST_F(OutlineTest, ReadsOneLineOfTwentyMegabytes) {
  std::string line;
  while (line.size() < (20U << 20U)) line += "全年受理群众来信来访126件，办结率达到98.4%。";
  const Answer answer = run({"outline", file("a.txt", line), "--format", "json"});
  EXPECT_EQ(answer.exitCode, 0) << answer.err;
}

TEST_F(OutlineTest, DamagedResourcesAreNamed) {
  const Answer answer = run({"outline", file("a.txt", kDraft)},
                            {.environment = {{"MOXIAN_RESOURCES", path("gone")}}});
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_NE(answer.err.find("gone"), std::string::npos) << answer.err;
}

}  // namespace
}  // namespace moxian
