#include "core/store/Salvage.h"

#include <sqlite3.h>

#include "core/store/MoxianFile.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using test::codeOf;
using test::fullDraft;
using test::ok;

class SalvageTest : public test::StoreTest {
 protected:
  /// A document with three versions, the last of which is the draft, and one attachment.
  void SetUp() override {
    StoreTest::SetUp();
    path = folder / "a.moxian";
    SaveRequest request;
    request.version = NewVersion{};
    const std::string original = "原件";
    request.attachments = {{"../b.docx", std::as_bytes(std::span(original))}};
    auto file = MoxianFile::create(path, fullDraft(9000, 1), request);
    ASSERT_TRUE(ok(file));
    request.attachments.clear();
    ASSERT_TRUE(ok(file->save(fullDraft(9000, 2), request)));
    ASSERT_TRUE(ok(file->save(fullDraft(9000, 3), request)));
  }
  void sql(const char* statements) const {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, statements, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
  }

  fs::path path;
};

TEST_F(SalvageTest, AWholeDocumentComesBackWhole) {
  const auto all = salvage(path);
  ASSERT_TRUE(ok(all));
  EXPECT_TRUE(all->draft.whole);
  EXPECT_EQ(all->draft.text, fullDraft(9000, 3).text);
  EXPECT_EQ(all->versions.size(), 3U);
  EXPECT_EQ(all->comments, fullDraft().marks.comments);
  EXPECT_EQ(all->attachments.at(0).bytes, "原件");
}

TEST_F(SalvageTest, ALostPassageIsMarkedAndTheLastGoodVersionOffered) {
  // The passages of the third text alone
  sql("UPDATE passage SET text = zeroblob(2000) WHERE id = (SELECT max(id) FROM passage);"
      "DELETE FROM passage WHERE id = (SELECT max(id) - 1 FROM passage)");
  EXPECT_EQ(codeOf(MoxianFile::open(path)), ErrorCode::DamagedDocument);
  const auto all = salvage(path);
  ASSERT_TRUE(ok(all));
  EXPECT_FALSE(all->draft.whole);
  EXPECT_EQ(all->draft.lost, 1U);
  EXPECT_EQ(all->draft.doubtful, 1U);
  EXPECT_NE(all->draft.text.find(kLostPassage), std::u16string::npos);
  EXPECT_TRUE(all->draft.text.starts_with(fullDraft(9000, 3).text.substr(0, 3000)));
  ASSERT_NE(all->lastGood(), nullptr);
  EXPECT_EQ(all->lastGood()->text.text, fullDraft(9000, 2).text);
}

TEST_F(SalvageTest, EverythingComesBackWhenTheHeadOfTheFileIsLost) {
  std::string content = bytes(path);
  content.replace(0, 4096, 4096, '\xff');
  ASSERT_TRUE(writeFile(path, content));
  EXPECT_EQ(codeOf(MoxianFile::open(path)), ErrorCode::NotADocument);
  const auto all = salvage(path);
  ASSERT_TRUE(ok(all));
  EXPECT_TRUE(all->draft.whole);
  EXPECT_EQ(all->draft.text, fullDraft(9000, 3).text);
  EXPECT_EQ(all->versions.size(), 3U);
}

TEST_F(SalvageTest, HalfAFileGivesWhatItHolds) {
  const std::string content = bytes(path);
  ASSERT_TRUE(writeFile(path, content.substr(0, content.size() / 2 + 100)));
  EXPECT_EQ(codeOf(MoxianFile::open(path)), ErrorCode::DamagedDocument);
  const auto all = salvage(path);
  ASSERT_TRUE(ok(all));
  EXPECT_GT(all->draft.text.size() + all->versions.size(), 0U);
}

TEST_F(SalvageTest, TheFileItselfStaysAsItIs) {
  std::string content = bytes(path);
  content.replace(5000, 300, 300, 'x');
  ASSERT_TRUE(writeFile(path, content));
  (void)salvage(path);
  EXPECT_EQ(bytes(path), content);
  EXPECT_EQ(listing(), "a.moxian ");
}

TEST_F(SalvageTest, NothingIsMadeOfWhatNeverWasADocument) {
  ASSERT_TRUE(writeFile(path, std::string(9000, 'x')));
  EXPECT_EQ(codeOf(salvage(path)), ErrorCode::NotADocument);
  ASSERT_TRUE(writeFile(path, ""));
  EXPECT_EQ(codeOf(salvage(path)), ErrorCode::NotADocument);
  EXPECT_EQ(codeOf(salvage(folder / "gone.moxian")), ErrorCode::FileMissing);
}

TEST_F(SalvageTest, IsExportedAsFiles) {
  const auto all = salvage(path);
  ASSERT_TRUE(ok(all));
  fs::create_directory(folder / "out");
  const auto files = exportSalvage(*all, folder / "out");
  ASSERT_TRUE(ok(files));
  EXPECT_EQ(files->size(), 6U);
  EXPECT_TRUE(fs::exists(folder / "out" / "draft.txt"));
  EXPECT_TRUE(fs::exists(folder / "out" / "version-2.txt"));
  EXPECT_EQ(bytes(folder / "out" / "attachment-1-.._b.docx"), "原件");
  EXPECT_NE(bytes(folder / "out" / "comments.txt").find("数字请核对"), std::string::npos);
}

}  // namespace
}  // namespace moxian
