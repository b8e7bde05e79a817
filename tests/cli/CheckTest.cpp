#include "core/base/Utf.h"
#include "tests/cli/Cli.h"

namespace moxian {
namespace {

// no problems part, a number skipped, a masked figure, a sum that does not add up
constexpr const char* kFaulty = R"(临澜市司法局2023年工作总结
2023年，临澜市司法局扎实推进法治建设，较好完成了全年任务。
一、工作开展情况
（一）人民调解。全年受理纠纷120件，其中：婚姻家庭50件，邻里40件，劳动争议40件。
（三）法治宣传。开展宣传XX场次，受众两万余人，发放资料三千余份，解答咨询六百余人次。
二、下一步打算
一是6月底前培训调解员80名，建成3个示范调解室。二是每季度走访企业20家，建立问题台账并逐项销号。
)";

constexpr const char* kSound = R"(临澜市司法局2023年工作总结
2023年，临澜市司法局扎实推进法治建设，较好完成了全年任务。
一、工作开展情况
（一）人民调解。全年受理纠纷120件，其中：婚姻家庭50件，邻里40件，劳动争议30件，调解成功率98%。
（二）法治宣传。开展宣传36场次，受众2万余人，发放资料3000余份，解答咨询600余人次。
二、存在的问题
一是个别乡镇调解员年龄偏大，12个乡镇中有4个由退休干部兼任，运用信息系统不熟练，案件录入平均迟3天。二是宣传形式不够新颖，多为发放资料，企业职工参与面不广。三是村居法律顾问到岗次数不均，偏远的村全年只到过2次。
三、下一步打算
一是6月底前培训调解员80名，建成3个示范调解室，年底前实现案件当日录入。二是每季度走访企业20家，建立问题台账并逐项销号，把宣传课搬进车间，全年不少于40场。三是修订村居法律顾问考核办法，按月公开到岗次数，每村每季度不少于3次，未达标的约谈签约律所。
)";

class CheckTest : public CliTest {
 protected:
  [[nodiscard]] static bool holdsRule(const nlohmann::json& findings, const std::string& start) {
    for (const auto& finding : findings) {
      if (finding["rule"].get<std::string>().starts_with(start)) return true;
    }
    return false;
  }
};

TEST_F(CheckTest, FindsWhatAReviewerWouldSendBack) {
  const Answer answer = run({"check", file("a.txt", kFaulty), "--format", "json"});
  EXPECT_EQ(answer.exitCode, 1) << answer.err;
  const auto findings = answer.json()["findings"];
  for (const char* rule : {"structure.", "numbering.", "placeholder.", "arithmetic."}) {
    EXPECT_TRUE(holdsRule(findings, rule)) << rule << "\n" << answer.out;
  }
}

TEST_F(CheckTest, ASoundDraftPasses) {
  const Answer answer = run({"check", file("a.txt", kSound), "--format", "json"});
  EXPECT_EQ(answer.exitCode, 0) << answer.out << answer.err;
  const Answer text = run({"check", file("a.txt", kSound)});
  EXPECT_EQ(text.exitCode, 0);
  EXPECT_NE(text.out.find("没有发现问题"), std::string::npos) << text.out;
}

TEST_F(CheckTest, FindingsCarryPlaceExcerptAndSentence) {
  const std::string text = kFaulty;
  const auto findings = run({"check", file("a.txt", text), "--format", "json"}).json()["findings"];
  std::vector<std::u16string> lines(1);
  for (const char16_t c : toUtf16(text)) {
    if (c == u'\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  ASSERT_FALSE(findings.empty());
  for (const auto& finding : findings) {
    const auto line = finding["line"].get<std::size_t>();
    const auto column = finding["column"].get<std::size_t>();
    ASSERT_GE(line, 1U);
    ASSERT_LE(line, lines.size());
    ASSERT_LE(column, lines[line - 1].size() + 1);
    const std::u16string excerpt = toUtf16(finding["excerpt"].get<std::string>());
    EXPECT_EQ(lines[line - 1].substr(column - 1, excerpt.size()), excerpt) << finding;
    EXPECT_FALSE(finding["message"].get<std::string>().empty());
    EXPECT_EQ(finding["message"].get<std::string>().find("【"), std::string::npos) << finding;
    for (const char* key : {"rule", "category", "severity", "length", "fixes", "related"}) {
      EXPECT_TRUE(finding.contains(key)) << key;
    }
  }
}

TEST_F(CheckTest, ColumnsCountCharactersBeyondTheBmpOnce) {
  const std::string text = std::string(kSound) + "𠮷水村、𠮷溪村共XX户。\n";
  const auto findings = run({"check", file("a.txt", text), "--format", "json"}).json()["findings"];
  bool found = false;
  for (const auto& finding : findings) {
    if (finding["excerpt"] != "XX") continue;
    found = true;
    EXPECT_EQ(finding["line"], 10);
    EXPECT_EQ(finding["column"], 9);
    EXPECT_EQ(finding["length"], 2);
  }
  EXPECT_TRUE(found) << findings;
}

TEST_F(CheckTest, AFixNamesEveryEditItMakes) {
  const std::string text = std::string(kSound) + "附件，共3份,请查收,谢谢(见附件).\n";
  const auto findings = run({"check", file("a.txt", text), "--format", "json"}).json()["findings"];
  std::size_t fixes = 0;
  for (const auto& finding : findings) {
    for (const auto& fix : finding["fixes"]) {
      ++fixes;
      EXPECT_FALSE(fix["title"].get<std::string>().empty());
      EXPECT_TRUE(fix["replacement"].is_string());
      ASSERT_FALSE(fix["edits"].empty());
      for (const auto& edit : fix["edits"]) EXPECT_TRUE(edit.contains("replacement")) << edit;
    }
  }
  EXPECT_GT(fixes, 0U);
}

TEST_F(CheckTest, FailOnDecidesTheExitCodeAlone) {
  // XX is a warning or more; with hints asked for even the mildest finding counts
  const std::string faulty = file("a.txt", kFaulty);
  const Answer error = run({"check", faulty, "--format", "json"});
  const Answer hint = run({"check", faulty, "--format", "json", "--fail-on", "hint"});
  EXPECT_EQ(hint.exitCode, 1);
  EXPECT_EQ(hint.out, error.out);
  EXPECT_EQ(run({"check", file("b.txt", kSound), "--fail-on", "hint"}).exitCode, 0);
}

TEST_F(CheckTest, TheTextReportNamesPlaceSeverityAndSum) {
  const Answer answer = run({"check", file("a.txt", kFaulty)});
  EXPECT_EQ(answer.exitCode, 1);
  for (const char* part : {"a.txt:5:", "错误：", "共 ", "arithmetic."}) {
    EXPECT_NE(answer.out.find(part), std::string::npos) << part << "\n" << answer.out;
  }
}

TEST_F(CheckTest, SarifNamesRulesAndRegions) {
  const auto sarif = run({"check", file("a.txt", kFaulty), "--format", "sarif"}).json();
  EXPECT_EQ(sarif["version"], "2.1.0");
  const auto& first = sarif["runs"][0];
  EXPECT_FALSE(first["tool"]["driver"]["rules"].empty());
  EXPECT_EQ(first["columnKind"], "unicodeCodePoints");
  for (const auto& result : first["results"]) {
    const auto& region = result["locations"][0]["physicalLocation"]["region"];
    EXPECT_GE(region["startLine"], 1);
    EXPECT_TRUE(result["level"] == "error" || result["level"] == "warning" ||
                result["level"] == "note");
  }
}

constexpr const char* kWrongMarks = R"(云溪县水务局2025年工作总结
一、工作情况
（一）河道管理
1、巡查河道。全年巡查河道86次，清理沟渠12处。
2、检测水质。全年检测水样210份，送水抗旱42车。
（二）农村供水
全年改造管网18公里，新增受益群众8600人。
)";

TEST_F(CheckTest, FindingsOfOneCauseAreTiedTogetherForPrograms) {
  const std::string draft = file("a.txt", kWrongMarks);
  const auto findings =
      run({"check", draft, "--profile", "none", "--format", "json"}).json()["findings"];
  ASSERT_EQ(findings.size(), 2U) << findings;
  EXPECT_EQ(findings[0]["cause"], findings[1]["cause"]);
  EXPECT_EQ(findings[0]["fixes"].back()["edits"].size(), 2U);
  const auto sarif = run({"check", draft, "--profile", "none", "--format", "sarif"}).json();
  ASSERT_EQ(sarif["runs"][0]["results"].size(), 1U) << sarif;
  EXPECT_EQ(sarif["runs"][0]["results"][0]["locations"].size(), 2U);
}

TEST_F(CheckTest, FindingsOfOneCauseAreOneForPeople) {
  const Answer answer = run({"check", file("a.txt", kWrongMarks), "--profile", "none"});
  EXPECT_NE(answer.out.find("（同类共 2 处）"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("同类还有：第 5 行"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("共 1 条"), std::string::npos) << answer.out;
}

TEST_F(CheckTest, AnUnknownProfileIsRefusedWithTheKnownOnes) {
  const Answer answer = run({"check", file("a.txt", kSound), "--profile", "poem"});
  EXPECT_TRUE(failsWith(answer, "“poem”"));
  EXPECT_NE(answer.err.find("annual-summary"), std::string::npos);
}

TEST_F(CheckTest, WithoutAProfileNoPartIsRequired) {
  const auto findings =
      run({"check", file("a.txt", kFaulty), "--profile", "none", "--format", "json"})
          .json()["findings"];
  EXPECT_FALSE(holdsRule(findings, "structure.missing")) << findings;
}

TEST_F(CheckTest, AUsersOwnProfileCanBeNamed) {
  std::filesystem::create_directories(folder / "moxian" / "profiles");
  std::filesystem::copy_file(std::filesystem::path(MOXIAN_TEST_DATA) / ".." / ".." / "resources" /
                                 "profiles" / "work-plan.toml",
                             folder / "moxian" / "profiles" / "our-plan.toml");
  const Answer answer = run({"check", file("a.txt", kSound), "--profile", "our-plan"},
                            {.environment = {{"XDG_CONFIG_HOME", folder.string()}}});
  EXPECT_NE(answer.exitCode, 2) << answer.err;
}

TEST_F(CheckTest, InvalidBytesBecomeAFinding) {
  const Answer answer =
      run({"check", file("a.txt", std::string(kSound) + "附：\xFF\n"), "--format", "json"});
  const auto findings = answer.json()["findings"];
  bool found = false;
  for (const auto& finding : findings) found |= finding["excerpt"] == "\uFFFD";
  EXPECT_TRUE(found) << answer.out;
}

TEST_F(CheckTest, ListRulesExplainsEveryRule) {
  const auto rules = run({"list-rules", "--format", "json"}).json()["rules"];
  EXPECT_GE(rules.size(), 10U);
  for (const auto& rule : rules) {
    for (const char* key : {"id", "category", "severity", "name", "why", "source"}) {
      ASSERT_TRUE(rule[key].is_string()) << rule;
      EXPECT_FALSE(rule[key].get<std::string>().empty()) << rule;
      EXPECT_EQ(rule[key].get<std::string>().find("【"), std::string::npos) << rule;
    }
  }
  const std::string text = run({"list-rules"}).out;
  for (const auto& rule : rules) {
    EXPECT_NE(text.find(rule["id"].get<std::string>()), std::string::npos) << rule["id"];
  }
}

TEST_F(CheckTest, AProfileThatTurnsOffWhatIsNotThereIsRefused) {
  std::filesystem::create_directories(folder / "moxian" / "profiles");
  const std::string draft = file("a.txt", kSound);
  for (const auto& [off, told] :
       {std::pair{"\"numbering.order\"", "rules_off"},
        std::pair{"[\"numbering.odrer\"]", "numbering.odrer"},
        std::pair{"[]\n[severity]\n\"numbering.odrer\" = \"hint\"", "numbering.odrer"}}) {
    static_cast<void>(file("moxian/profiles/ours.toml",
                           "label = \"ours\"\nrules_off = " + std::string(off) + "\n"));
    EXPECT_TRUE(failsWith(
        run({"check", draft}, {.environment = {{"XDG_CONFIG_HOME", folder.string()}}}), told));
  }
}

TEST_F(CheckTest, TheChapterOfTheManualNamesEveryRule) {
  const std::string manual = run({"list-rules", "--format", "markdown"}).out;
  EXPECT_TRUE(manual.starts_with("# ")) << manual.substr(0, 80);
  const auto rules = run({"list-rules", "--format", "json"}).json()["rules"];
  for (const auto& rule : rules) {
    EXPECT_NE(manual.find("`" + rule["id"].get<std::string>() + "`"), std::string::npos)
        << rule["id"];
  }
}

TEST_F(CheckTest, WhatStayedFromLastYearIsToldPerPart) {
  const std::string before = file("before.txt", kSound);
  const auto answer =
      run({"check", file("a.txt", kSound), "--previous", before, "--format", "json"}).json();
  EXPECT_GT(answer["likeness"]["work_done"].get<double>(), 0.9) << answer;
  const std::string text = run({"check", file("a.txt", kSound), "--previous", before}).out;
  EXPECT_NE(text.find("100%"), std::string::npos) << text;
  EXPECT_FALSE(
      run({"check", file("a.txt", kSound), "--format", "json"}).json().contains("likeness"));
}

}  // namespace
}  // namespace moxian
