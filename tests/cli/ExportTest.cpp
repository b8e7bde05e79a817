#include "tests/cli/Cli.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDraft = R"(青岚区气象局2023年工作总结
2023年，青岚区气象局扎实做好气象服务保障。
一、工作情况
（一）监测预警。全年发布预警信号126条，提前量平均达到42分钟。
二、存在的问题
一是山区自动站密度不够，部分站点设备老化。
三、下一步打算
一是年内新建自动站8个，更新设备15套。

青岚区气象局
2023年12月20日
)";

class ExportTest : public CliTest {
 protected:
  [[nodiscard]] Answer exportTo(const std::string& output, const Surroundings& how = {}) const {
    return run({"export", file("稿.txt", kDraft), "-o", output}, how);
  }
};

TEST_F(ExportTest, WritesEveryFormatThatItsEndingNames) {
  const std::vector<std::pair<std::string, std::string>> kinds = {{"总结.docx", "PK\3\4"},
                                                                  {"总结.pdf", "%PDF-"},
                                                                  {"总结.html", "<!DOCTYPE html>"},
                                                                  {"总结.txt", "青岚区"}};
  for (const auto& [name, start] : kinds) {
    const Answer answer = exportTo(path(name));
    EXPECT_EQ(answer.exitCode, 0) << answer.err;
    EXPECT_NE(answer.out.find(path(name)), std::string::npos) << answer.out;
    EXPECT_TRUE(content(path(name)).starts_with(start)) << name;
  }
}

TEST_F(ExportTest, AnUnknownEndingNamesTheFormatsThatCanBeWritten) {
  const Answer answer = exportTo(path("总结.xls"));
  EXPECT_TRUE(failsWith(answer, ".docx、.pdf、.html、.txt"));
  EXPECT_FALSE(answer.err.contains("可以打开"));
}

TEST_F(ExportTest, BothLayoutsCanBeChosen) {
  for (const char* layout : {"gb9704", "plain"}) {
    const Answer answer =
        run({"export", file("a.txt", kDraft), "-o", path("a.docx"), "--layout", layout});
    EXPECT_EQ(answer.exitCode, 0) << answer.err;
  }
}

TEST_F(ExportTest, AnUnknownEndingIsRefusedBeforeAnythingIsWritten) {
  EXPECT_TRUE(failsWith(exportTo(path("总结.wps")), "总结.wps"));
  EXPECT_FALSE(fs::exists(path("总结.wps")));
}

TEST_F(ExportTest, AMissingFolderIsTold) {
  EXPECT_TRUE(failsWith(exportTo(path("gone/总结.docx")), "文件夹不存在"));
}

TEST_F(ExportTest, AnUnwritableFolderIsTold) {
  if (!permissionsCount()) GTEST_SKIP() << "rights cannot be given up here";
  fs::create_directory(folder / "closed");
  fs::permissions(folder / "closed", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_TRUE(failsWith(exportTo(path("closed/总结.docx"), {.permissionsBind = true}), "不能在"));
  EXPECT_TRUE(fs::is_empty(folder / "closed"));
}

TEST_F(ExportTest, AFileThatMayNotBeWrittenStaysAsItWas) {
  if (!permissionsCount()) GTEST_SKIP() << "rights cannot be given up here";
  const std::string old = file("总结.txt", "旧稿");
  fs::permissions(old, fs::perms::owner_read);
  EXPECT_TRUE(failsWith(exportTo(old, {.permissionsBind = true}), "原文件没有改动"));
  EXPECT_EQ(content(old), "旧稿");
}

TEST_F(ExportTest, AFullDiskLeavesTheOldFileAsItWas) {
  for (const char* name : {"总结.docx", "总结.pdf", "总结.html"}) {
    const std::string old = file(name, "旧稿");
    const Answer answer = exportTo(old, {.fileSizeLimit = 1500});
    EXPECT_EQ(answer.exitCode, 2) << name << answer.err;
    EXPECT_NE(answer.err.find("磁盘空间不足"), std::string::npos) << name << answer.err;
    EXPECT_EQ(content(old), "旧稿") << name;
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << entry.path();
  }
}

TEST_F(ExportTest, AFullDeviceIsTold) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  fs::create_symlink("/dev/full", folder / "full.txt");
  EXPECT_TRUE(failsWith(exportTo(path("full.txt")), "磁盘空间不足"));
}

TEST_F(ExportTest, NeverWritesOverTheDraftItself) {
  const std::string draft = file("a.txt", kDraft);
  EXPECT_TRUE(failsWith(run({"export", draft, "-o", draft}), "同一个文件"));
  EXPECT_EQ(content(draft), kDraft);
}

TEST_F(ExportTest, AFileThatIsOpenInAWordProcessorIsLeftAlone) {
  (void)file("出.docx", "old");
  (void)file(".~lock.出.docx#", "王核,wang,pc7,01.02.2026 09:30,;");
  EXPECT_TRUE(failsWith(exportTo(path("出.docx")),
                        "“" + path("出.docx") + "”正由 王核 用 LibreOffice 编辑"));
  EXPECT_EQ(content(path("出.docx")), "old");
}

TEST_F(ExportTest, AFileWhoseSiblingIsOpenIsNotRefused) {
  (void)file("上半年区直机关工作总结.docx", "PK");
  (void)file("~$年区直机关工作总结.docx", std::string(162, '\0'));
  const std::string output = path("下半年区直机关工作总结.docx");
  EXPECT_EQ(exportTo(output).exitCode, 0) << "nobody can have open what is not there";
  const Answer again = exportTo(output);
  EXPECT_EQ(again.exitCode, 0) << again.err;
  EXPECT_NE(again.err.find("上半年区直机关工作总结.docx"), std::string::npos) << again.err;
  EXPECT_EQ(exportTo(path("上半年区直机关工作总结.docx")).exitCode, 0);
  fs::remove(output);
  EXPECT_EQ(exportTo(path("上半年区直机关工作总结.docx")).exitCode, 2);
}

TEST_F(ExportTest, ABadDraftWritesNothing) {
  const std::string binary = file("a.txt", std::string("\x7F"
                                                       "ELF\2\1\1\0\0",
                                                       9));
  EXPECT_TRUE(failsWith(run({"export", binary, "-o", path("b.docx")}), "不是文本文件"));
  EXPECT_FALSE(fs::exists(path("b.docx")));
}

TEST_F(ExportTest, AnEmptyDraftIsRefused) {
  EXPECT_TRUE(failsWith(run({"export", file("a.txt", ""), "-o", path("b.docx")}), "没有文字"));
  EXPECT_FALSE(fs::exists(path("b.docx")));
}

}  // namespace
}  // namespace moxian
