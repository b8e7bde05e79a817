#include "core/base/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "tests/base/Rights.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

class FilesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "moxian-files-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder = name;
  }
  void TearDown() override {
    fs::permissions(folder, fs::perms::owner_all);
    fs::remove_all(folder);
  }

  [[nodiscard]] std::string content(const fs::path& path) const {
    return readFile(path).value_or("(unreadable)");
  }
  [[nodiscard]] std::size_t filesInFolder() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }

  fs::path folder;
};

/// A limit on the size of files for the life of the object: writes come back short, then fail.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit now{bytes, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
    m_handler = std::signal(SIGXFSZ, SIG_IGN);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit m_before{};
  void (*m_handler)(int) = SIG_DFL;
};

ErrorCode codeOf(const Result<void>& result) {
  EXPECT_FALSE(result.has_value());
  return result ? ErrorCode::Cancelled : result.error().code;
}

TEST_F(FilesTest, WritesANewFileAndReadsItBack) {
  const fs::path file = folder / "年度总结.txt";
  ASSERT_TRUE(writeFile(file, std::string("一、工作\n\0二", 17)).has_value());
  EXPECT_EQ(content(file), std::string("一、工作\n\0二", 17));
  EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(FilesTest, ReplacesAFileAndKeepsItsMode) {
  const fs::path file = folder / "a.txt";
  ASSERT_TRUE(writeFile(file, "旧").has_value());
  ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
  ASSERT_TRUE(writeFile(file, "新").has_value());
  struct stat now{};
  ASSERT_EQ(::stat(file.c_str(), &now), 0);
  EXPECT_EQ(now.st_mode & 07777U, 0640U);
  EXPECT_EQ(content(file), "新");
}

TEST_F(FilesTest, NewFilesFollowTheUsersMask) {
  const mode_t before = ::umask(027);
  const auto done = writeFile(folder / "a.txt", "新");
  ::umask(before);
  ASSERT_TRUE(done.has_value());
  struct stat now{};
  ASSERT_EQ(::stat((folder / "a.txt").c_str(), &now), 0);
  EXPECT_EQ(now.st_mode & 07777U, 0640U);
}

TEST_F(FilesTest, WritesThroughASymbolicLink) {
  ASSERT_TRUE(writeFile(folder / "real.txt", "旧").has_value());
  fs::create_symlink("real.txt", folder / "link.txt");
  ASSERT_TRUE(writeFile(folder / "link.txt", "新").has_value());
  EXPECT_TRUE(fs::is_symlink(folder / "link.txt"));
  EXPECT_EQ(content(folder / "real.txt"), "新");
}

TEST_F(FilesTest, RefusesALinkThatLeadsNowhere) {
  fs::create_symlink("gone.txt", folder / "link.txt");
  EXPECT_EQ(codeOf(writeFile(folder / "link.txt", "新")), ErrorCode::FileUnwritable);
  EXPECT_TRUE(fs::is_symlink(folder / "link.txt"));
}

TEST_F(FilesTest, TakesNamesAsLongAsTheFileSystemDoes) {
  const fs::path file = folder / (std::string(251, 'a') + ".txt");
  ASSERT_TRUE(writeFile(file, "旧").has_value());
  ASSERT_TRUE(writeFile(file, "新").has_value());
  EXPECT_EQ(content(file), "新");
}

TEST_F(FilesTest, AFullDiskIsToldAndTheDeviceSurvives) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  fs::create_symlink("/dev/full", folder / "full.txt");
  EXPECT_EQ(codeOf(writeFile(folder / "full.txt", "正文")), ErrorCode::DiskFull);
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(FilesTest, AShortWriteLeavesTheOldFileAsItWas) {
  const fs::path file = folder / "a.txt";
  ASSERT_TRUE(writeFile(file, "旧的内容").has_value());
  const FileSizeLimit limit(10000);
  EXPECT_EQ(codeOf(writeFile(file, std::string(20000, 'x'))), ErrorCode::DiskFull);
  EXPECT_EQ(content(file), "旧的内容");
  EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(FilesTest, AShortWriteLeavesNoHalfNewFile) {
  const FileSizeLimit limit(10000);
  EXPECT_EQ(codeOf(writeFile(folder / "a.txt", std::string(20000, 'x'))), ErrorCode::DiskFull);
  EXPECT_EQ(filesInFolder(), 0U);
}

TEST_F(FilesTest, RefusesAFolderThatTakesNoFiles) {
  EXPECT_EQ(codeOf(writeFile(folder / "gone" / "a.txt", "x")), ErrorCode::FolderUnwritable);
  const test::PermissionsBind bind;
  if (!bind) GTEST_SKIP() << "rights cannot be given up here";
  fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(codeOf(writeFile(folder / "a.txt", "x")), ErrorCode::FolderUnwritable);
}

TEST_F(FilesTest, RefusesAReadOnlyFile) {
  const test::PermissionsBind bind;
  if (!bind) GTEST_SKIP() << "rights cannot be given up here";
  const fs::path file = folder / "a.txt";
  ASSERT_TRUE(writeFile(file, "旧").has_value());
  ASSERT_EQ(::chmod(file.c_str(), 0444), 0);
  EXPECT_EQ(codeOf(writeFile(file, "新")), ErrorCode::FileUnwritable);
  EXPECT_EQ(content(file), "旧");
}

TEST_F(FilesTest, RefusesToWriteOverAFolder) {
  EXPECT_EQ(codeOf(writeFile(folder, "x")), ErrorCode::FileUnwritable);
}

TEST_F(FilesTest, OtherNamesOfAFileKeepTheOldContentAndAreTold) {
  ASSERT_TRUE(writeFile(folder / "a.txt", "旧").has_value());
  fs::create_hard_link(folder / "a.txt", folder / "b.txt");
  const std::string text = "新";
  const auto effects = replaceFile(folder / "a.txt", std::as_bytes(std::span(text)));
  ASSERT_TRUE(effects.has_value());
  EXPECT_EQ(effects->otherNames, 1U);
  EXPECT_EQ(content(folder / "a.txt"), "新");
  EXPECT_EQ(content(folder / "b.txt"), "旧");
}

TEST_F(FilesTest, DirectWritingKeepsAllNamesOfAFile) {
  ASSERT_TRUE(writeFile(folder / "a.txt", "旧的比较长").has_value());
  fs::create_hard_link(folder / "a.txt", folder / "b.txt");
  const std::string text = "新";
  const auto effects =
      replaceFile(folder / "a.txt", std::as_bytes(std::span(text)), WriteWay::Direct);
  ASSERT_TRUE(effects.has_value());
  EXPECT_EQ(content(folder / "b.txt"), "新");
}

TEST_F(FilesTest, DirectWritingWorksWhereTheFolderTakesNoFile) {
  ASSERT_TRUE(writeFile(folder / "a.txt", "旧").has_value());
  ASSERT_EQ(::chmod((folder / "a.txt").c_str(), 0666), 0);
  const test::PermissionsBind bind;
  if (!bind) GTEST_SKIP() << "rights cannot be given up here";
  fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
  const std::string text = "新";
  EXPECT_EQ(codeOf(writeFile(folder / "a.txt", text)), ErrorCode::FolderUnwritable);
  EXPECT_TRUE(replaceFile(folder / "a.txt", std::as_bytes(std::span(text)), WriteWay::Direct));
  EXPECT_EQ(content(folder / "a.txt"), "新");
}

TEST_F(FilesTest, OwnerAndGroupAreKept) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root may give files away";
  const fs::path file = folder / "a.txt";
  ASSERT_TRUE(writeFile(file, "旧").has_value());
  if (::chown(file.c_str(), 65534, 65534) != 0) GTEST_SKIP() << "no other user here";
  ASSERT_TRUE(writeFile(file, "新").has_value());
  struct stat now{};
  ASSERT_EQ(::stat(file.c_str(), &now), 0);
  EXPECT_EQ(now.st_uid, 65534U);
  EXPECT_EQ(now.st_gid, 65534U);
}

TEST_F(FilesTest, WhatACrashLeftBesideAFileIsRemovedAndNothingElse) {
  const std::string text = "半";
  ASSERT_TRUE(writeFile(folder / "a.txt", text).has_value());
  for (const char* name : {".a.txt.moxian-0123abcd", ".a.txt.moxian-0123abcd-journal"}) {
    ASSERT_TRUE(writeFile(folder / name, text).has_value());
  }
  for (const char* name : {".b.txt.moxian-0123abcd", ".a.txt.moxian-lock", "a.txt.moxian-0123abcd"}) {
    ASSERT_TRUE(writeFile(folder / name, text).has_value());
  }
  EXPECT_EQ(removeLeftovers(folder / "a.txt"), 2U);
  EXPECT_EQ(filesInFolder(), 4U);
}

TEST_F(FilesTest, TellsWhyAFileCannotBeRead) {
  EXPECT_EQ(readFile(folder / "gone.txt").error().code, ErrorCode::FileMissing);
  EXPECT_EQ(readFile(folder / "gone" / "a.txt").error().code, ErrorCode::FileMissing);
  EXPECT_EQ(readFile(folder).error().code, ErrorCode::FileUnreadable);
  ASSERT_TRUE(writeFile(folder / "a.txt", std::string(100, 'x')).has_value());
  EXPECT_EQ(readFile(folder / "a.txt", 99).error().code, ErrorCode::FileTooLarge);
  EXPECT_TRUE(readFile(folder / "a.txt", 100).has_value());
  const test::PermissionsBind bind;
  if (!bind) GTEST_SKIP() << "rights cannot be given up here";
  fs::permissions(folder, fs::perms::none);
  EXPECT_EQ(readFile(folder / "a.txt").error().code, ErrorCode::FileUnreadable);
}

}  // namespace
}  // namespace moxian
