#include <sqlite3.h>

#include <fstream>
#include <memory>

#include "tests/base/Rights.h"
#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

class CorpusFileTest : public CorpusFixture {
 protected:
  struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  using Handle = std::unique_ptr<sqlite3, Closer>;

  [[nodiscard]] static Handle raw(const fs::path& path) {
    sqlite3* handle = nullptr;
    EXPECT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    return Handle(handle);
  }
  static void run(const Handle& handle, const char* sql) {
    EXPECT_EQ(sqlite3_exec(handle.get(), sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  }
  [[nodiscard]] static ErrorCode codeOf(const fs::path& path,
                                        Corpus::Mode mode = Corpus::Mode::ReadWrite) {
    const auto corpus = Corpus::open(path, mode);
    EXPECT_FALSE(corpus.has_value());
    return corpus ? ErrorCode::Cancelled : corpus.error().code;
  }
  void fill() {
    Corpus corpus = open();
    importInto(corpus, {write("a.txt", kReport)});
  }
};

TEST_F(CorpusFileTest, AMissingFileIsNotMadeByReading) {
  EXPECT_EQ(codeOf(database(), Corpus::Mode::ReadOnly), ErrorCode::FileMissing);
  EXPECT_FALSE(fs::exists(database()));
}

TEST_F(CorpusFileTest, AFolderThatIsNotThereIsTold) {
  EXPECT_EQ(codeOf(file("none") / "corpus.db"), ErrorCode::FolderUnwritable);
}

TEST_F(CorpusFileTest, ATextFileIsNoDatabase) {
  const fs::path path = write("corpus.db", std::string(5000, 'x'));
  EXPECT_EQ(codeOf(path), ErrorCode::NotADatabase);
  EXPECT_EQ(codeOf(path, Corpus::Mode::ReadOnly), ErrorCode::NotADatabase);
}

TEST_F(CorpusFileTest, AnEmptyFileCannotBeReadButCanBecomeACorpus) {
  const fs::path path = write("corpus.db", "");
  EXPECT_EQ(codeOf(path, Corpus::Mode::ReadOnly), ErrorCode::NotADatabase);
  EXPECT_TRUE(Corpus::open(path, Corpus::Mode::ReadWrite).has_value());
}

TEST_F(CorpusFileTest, AnotherProgramsDatabaseIsLeftAlone) {
  run(raw(database()), "CREATE TABLE photo(id)");
  EXPECT_EQ(codeOf(database()), ErrorCode::ForeignDatabase);
  run(raw(file("b.db")), "PRAGMA application_id=77; CREATE TABLE photo(id)");
  EXPECT_EQ(codeOf(file("b.db")), ErrorCode::ForeignDatabase);
}

TEST_F(CorpusFileTest, ANewerVersionIsRefused) {
  fill();
  run(raw(database()), "PRAGMA user_version=99");
  EXPECT_EQ(codeOf(database()), ErrorCode::NewerDatabase);
  EXPECT_EQ(codeOf(database(), Corpus::Mode::ReadOnly), ErrorCode::NewerDatabase);
}

TEST_F(CorpusFileTest, ATruncatedFileIsDamaged) {
  fill();
  fs::resize_file(database(), fs::file_size(database()) / 2);
  EXPECT_EQ(codeOf(database()), ErrorCode::DamagedDatabase);
}

TEST_F(CorpusFileTest, AChangedCharacterInAStoredSentenceIsNoticed) {
  fill();
  std::string bytes = readFile(database()).value();
  const std::string word = "老旧管网漏损";
  ASSERT_NE(bytes.find(word), std::string::npos);
  for (auto at = bytes.find(word); at != std::string::npos; at = bytes.find(word, at + 1)) {
    bytes.replace(at, 3, "新");
  }
  std::ofstream(database(), std::ios::binary) << bytes;
  const Corpus corpus = open(Corpus::Mode::ReadOnly);
  const auto read = corpus.forEach({}, [](const CorpusSentence&) {});
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().code, ErrorCode::DamagedDatabase);
  const auto texts = corpus.forEachReport([](const CorpusReport&) {});
  ASSERT_FALSE(texts.has_value());
  EXPECT_EQ(texts.error().code, ErrorCode::DamagedDatabase);
}

TEST_F(CorpusFileTest, ALockedFileIsBusyForWritingAndOpenForReading) {
  fill();
  Corpus corpus = open();
  const Handle other = raw(database());
  run(other, "BEGIN IMMEDIATE");
  const auto summary = corpus.import({write("b.txt", kReport)}, reader(), load);
  ASSERT_FALSE(summary.has_value());
  EXPECT_EQ(summary.error().code, ErrorCode::DatabaseBusy);
  EXPECT_TRUE(Corpus::open(database(), Corpus::Mode::ReadOnly).has_value());
  run(other, "ROLLBACK");
}

TEST_F(CorpusFileTest, AFailedImportLeavesTheCorpusAsItWas) {
  fill();
  Corpus corpus = open();
  const auto summary = corpus.import(
      {file("a.txt")}, reader(), [](const fs::path& path) -> Result<std::u16string> {
        return fail(ErrorCode::ReadFailed, path.string());
      });
  EXPECT_EQ(summary.value().failed.size(), 1U);
  EXPECT_EQ(search(corpus, u"管网漏损").size(), 1U);
}

TEST_F(CorpusFileTest, WorksInAFolderThatTakesNoNewFile) {
  fill();
  const fs::path folder = database().parent_path();
  const test::PermissionsBind bind;
  if (!bind) GTEST_SKIP() << "rights cannot be given up here";
  fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
  const auto corpus = Corpus::open(database(), Corpus::Mode::ReadOnly);
  const bool found = corpus && !corpus->search(u"供水", {}, 5).value().empty();
  fs::permissions(folder, fs::perms::owner_all);
  EXPECT_TRUE(found) << (corpus ? "" : corpus.error().detail);
}

}  // namespace
}  // namespace moxian
