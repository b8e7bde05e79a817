#include "core/store/MoxianFile.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <array>

#include "core/store/Schema.h"
#include "core/store/VersionPolicy.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using test::codeOf;
using test::fullDraft;
using test::ok;

class MoxianFileTest : public test::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    path = folder / "年度总结.moxian";
  }
  [[nodiscard]] MoxianFile created(const Draft& draft, const SaveRequest& request = {}) const {
    auto file = MoxianFile::create(path, draft, request);
    EXPECT_TRUE(ok(file));
    return std::move(*file);
  }
  [[nodiscard]] MoxianFile::Opened opened() const {
    auto out = MoxianFile::open(path);
    EXPECT_TRUE(ok(out));
    return std::move(*out);
  }
  /// Runs SQL on the file as another program would.
  void sql(const char* statements) const {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, statements, nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }

  fs::path path;
};

NewVersion named(const std::string& name) {
  return {VersionKind::Named, name, "周同志", "送审前"};
}

TEST_F(MoxianFileTest, GivesBackEveryField) {
  const Draft draft = fullDraft();
  (void)created(draft);
  const auto again = opened();
  EXPECT_EQ(again.draft, draft);
  EXPECT_FALSE(again.file.damage().any());
  EXPECT_EQ(listing(), "年度总结.moxian ");
}

TEST_F(MoxianFileTest, KeepsEveryCodeUnit) {
  Draft draft;
  draft.text = std::u16string(u"一\0二", 3) + char16_t{0xD800} + u"三\uFFFE𠮷\n\n\t";
  (void)created(draft);
  EXPECT_EQ(opened().draft.text, draft.text);
}

TEST_F(MoxianFileTest, AnEmptyDraftIsADocument) {
  (void)created({});
  EXPECT_EQ(opened().draft, Draft{});
}

TEST_F(MoxianFileTest, TwoMillionCharactersComeBack) {
  Draft draft;
  draft.text = test::report(2'000'000);
  (void)created(draft);
  EXPECT_EQ(opened().draft.text, draft.text);
}

TEST_F(MoxianFileTest, OneLineOfTwoMillionCharactersComesBack) {
  Draft draft;
  draft.text = std::u16string(2'000'000, u'政');
  (void)created(draft);
  EXPECT_EQ(opened().draft.text, draft.text);
}

TEST_F(MoxianFileTest, ASaveReplacesTextAndMarks) {
  MoxianFile file = created(fullDraft());
  Draft draft = fullDraft(5000, 2);
  draft.marks.changes.pop_back();
  draft.properties.year = 2025;
  ASSERT_TRUE(ok(file.save(draft)));
  EXPECT_EQ(opened().draft, draft);
  EXPECT_EQ(file.textHash(), hashOf(draft.text));
}

TEST_F(MoxianFileTest, VersionsComeBackAsTheyWere) {
  Draft draft;
  std::vector<std::u16string> texts;
  SaveRequest request;
  request.version = named("初稿");
  draft.text = test::report(30000);
  MoxianFile file = created(draft, request);
  texts.push_back(draft.text);
  for (std::uint32_t i = 0; i < 20; ++i) {
    draft.text.replace(i * 1000, 10, u"改动" + std::u16string(i, u'甲'));
    request.version = NewVersion{};
    ASSERT_TRUE(ok(file.save(draft, request)));
    texts.push_back(draft.text);
  }
  const auto again = opened();
  ASSERT_EQ(again.file.versions().size(), texts.size());
  EXPECT_EQ(again.file.versions()[0].name, "初稿");
  EXPECT_EQ(again.file.versions()[0].reason, "送审前");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(again.file.versionText(again.file.versions()[i].id), texts[i]);
    EXPECT_EQ(file.versions()[i], again.file.versions()[i]);
  }
}

TEST_F(MoxianFileTest, FiftyVersionsOfALongDraftStaySmall) {
  Draft draft;
  draft.text = test::report(200'000);
  MoxianFile file = created(draft);
  const auto alone = fs::file_size(path);
  for (std::uint32_t i = 0; i < 50; ++i) {
    for (std::size_t place = 0; place < 10; ++place) {
      draft.text.insert(place * 19'000 + i * 37, u"补充一句，说明情况。");
    }
    SaveRequest request;
    request.version = NewVersion{};
    ASSERT_TRUE(ok(file.save(draft, request)));
  }
  EXPECT_EQ(opened().file.versions().size(), 50U);
  EXPECT_LT(fs::file_size(path), 5 * alone);
}

TEST_F(MoxianFileTest, SavingOverAndOverDoesNotMakeTheFileGrow) {
  MoxianFile file = created(fullDraft(20000));
  for (std::uint32_t i = 0; i < 30; ++i) ASSERT_TRUE(ok(file.save(fullDraft(20000, i))));
  const auto size = fs::file_size(path);
  for (std::uint32_t i = 0; i < 30; ++i) ASSERT_TRUE(ok(file.save(fullDraft(20000, i))));
  EXPECT_LT(fs::file_size(path), size + size / 5);
}

TEST_F(MoxianFileTest, VersionsAreRenamedAndRemoved) {
  SaveRequest request;
  request.version = NewVersion{};
  MoxianFile file = created(fullDraft(3000, 1), request);
  ASSERT_TRUE(ok(file.save(fullDraft(3000, 2), request)));
  ASSERT_TRUE(ok(file.renameVersion(1, "送审稿")));
  const std::array<std::int64_t, 1> second = {2};
  ASSERT_TRUE(ok(file.removeVersions(second)));
  const auto again = opened();
  ASSERT_EQ(again.file.versions().size(), 1U);
  EXPECT_EQ(again.file.versions()[0].name, "送审稿");
  EXPECT_EQ(again.file.versions()[0].kind, VersionKind::Named);
  EXPECT_EQ(again.draft, fullDraft(3000, 2));
  EXPECT_EQ(codeOf(file.renameVersion(7, "无")), ErrorCode::UsageInvalid);
}

TEST_F(MoxianFileTest, KeepsTheFileThatADraftCameFrom) {
  const std::string original("PK\x03\x04\0\xff", 6);
  SaveRequest request;
  request.attachments = {{"上年总结.docx", std::as_bytes(std::span(original))}};
  MoxianFile file = created(fullDraft(), request);
  ASSERT_TRUE(ok(file.save(fullDraft(3000, 2))));
  const auto again = opened();
  ASSERT_EQ(again.file.attachments().size(), 1U);
  EXPECT_EQ(again.file.attachments()[0].name, "上年总结.docx");
  EXPECT_EQ(again.file.attachments()[0].size, original.size());
  EXPECT_EQ(again.file.attachment(1), original);
}

TEST_F(MoxianFileTest, SaveAsTakesTheHistoryAlong) {
  SaveRequest request;
  request.version = named("初稿");
  const std::string original = "原件";
  request.attachments = {{"a.txt", std::as_bytes(std::span(original))}};
  const MoxianFile file = created(fullDraft(), request);
  const fs::path other = folder / "另存.moxian";
  const auto saved = file.saveAs(other, fullDraft(4000, 3));
  ASSERT_TRUE(ok(saved));
  EXPECT_TRUE(saved->historyComplete);
  const auto again = MoxianFile::open(other);
  ASSERT_TRUE(ok(again));
  EXPECT_EQ(again->draft, fullDraft(4000, 3));
  EXPECT_EQ(again->file.versionText(1), fullDraft().text);
  EXPECT_EQ(again->file.attachment(1), original);
  EXPECT_EQ(opened().draft, fullDraft());
}

TEST_F(MoxianFileTest, SaveAsWorksWhenTheFileIsGone) {
  SaveRequest request;
  request.version = named("初稿");
  const MoxianFile file = created(fullDraft(), request);
  fs::remove(path);
  const auto saved = file.saveAs(folder / "b.moxian", fullDraft());
  ASSERT_TRUE(ok(saved));
  EXPECT_FALSE(saved->historyComplete);
  EXPECT_EQ(MoxianFile::open(folder / "b.moxian")->draft, fullDraft());
}

TEST_F(MoxianFileTest, DoesNotWriteOverWhatSomebodyElseSaved) {
  MoxianFile mine = created(fullDraft());
  auto theirs = opened();
  ASSERT_TRUE(ok(theirs.file.save(fullDraft(3000, 2))));
  EXPECT_EQ(mine.changedOutside(), true);
  EXPECT_EQ(codeOf(mine.save(fullDraft(3000, 3))), ErrorCode::FileChanged);
  EXPECT_EQ(opened().draft, fullDraft(3000, 2));
}

TEST_F(MoxianFileTest, OverwritingKeepsTheTextOfTheOthersAsAVersion) {
  MoxianFile mine = created(fullDraft());
  auto theirs = opened();
  SaveRequest request;
  request.version = named("他稿");
  ASSERT_TRUE(ok(theirs.file.save(fullDraft(3000, 2), request)));
  request = {};
  request.overwrite = true;
  ASSERT_TRUE(ok(mine.save(fullDraft(3000, 3), request)));
  const auto again = opened();
  EXPECT_EQ(again.draft, fullDraft(3000, 3));
  ASSERT_EQ(again.file.versions().size(), 2U);
  EXPECT_EQ(again.file.versions()[0].name, "他稿");
  EXPECT_EQ(again.file.versions()[1].reason, kReasonOverwritten);
  EXPECT_EQ(again.file.versionText(2), fullDraft(3000, 2).text);
}

TEST_F(MoxianFileTest, ADeletedFileIsMadeAgainOnlyWhenAsked) {
  MoxianFile file = created(fullDraft());
  fs::remove(path);
  EXPECT_EQ(codeOf(file.save(fullDraft(3000, 2))), ErrorCode::FileMissing);
  EXPECT_EQ(listing(), "");
  SaveRequest request;
  request.overwrite = true;
  ASSERT_TRUE(ok(file.save(fullDraft(3000, 2), request)));
  EXPECT_EQ(opened().draft, fullDraft(3000, 2));
}

TEST_F(MoxianFileTest, AFileReplacedBySomethingElseIsKeptWhenOverwritten) {
  MoxianFile file = created(fullDraft());
  ASSERT_TRUE(writeFile(path, "别的内容"));
  EXPECT_EQ(codeOf(file.save(fullDraft(3000, 2))), ErrorCode::NotADocument);
  SaveRequest request;
  request.overwrite = true;
  ASSERT_TRUE(ok(file.save(fullDraft(3000, 2), request)));
  EXPECT_EQ(opened().draft, fullDraft(3000, 2));
  EXPECT_EQ(bytes(path.string() + ".damaged"), "别的内容");
}

TEST_F(MoxianFileTest, RefusesWhatIsNoDocument) {
  const auto refused = [&](const std::string& content) {
    EXPECT_TRUE(writeFile(path, content));
    return codeOf(MoxianFile::open(path));
  };
  EXPECT_EQ(refused(std::string(5000, 'x')), ErrorCode::NotADocument);
  EXPECT_EQ(refused("云溪县年度总结"), ErrorCode::NotADocument);
  EXPECT_EQ(refused(""), ErrorCode::DamagedDocument);
  EXPECT_FALSE(looksLikeDocument(path));
  fs::remove(path);
  EXPECT_EQ(codeOf(MoxianFile::open(path)), ErrorCode::FileMissing);
  EXPECT_EQ(codeOf(MoxianFile::open(folder)), ErrorCode::FileUnreadable);
}

TEST_F(MoxianFileTest, RefusesADatabaseOfAnotherProgram) {
  sql("CREATE TABLE note(text); PRAGMA application_id=7");
  EXPECT_EQ(codeOf(MoxianFile::open(path)), ErrorCode::NotADocument);
}

TEST_F(MoxianFileTest, RefusesAFileOfANewerVersionAndLeavesItAlone) {
  (void)created(fullDraft());
  EXPECT_TRUE(looksLikeDocument(path));
  sql("PRAGMA user_version=999");
  const std::string before = bytes(path);
  EXPECT_EQ(codeOf(MoxianFile::open(path)), ErrorCode::NewerDatabase);
  EXPECT_EQ(bytes(path), before);
}

TEST_F(MoxianFileTest, RefusesTriggersAndViews) {
  (void)created(fullDraft());
  sql("CREATE TRIGGER t AFTER INSERT ON version BEGIN DELETE FROM passage; END");
  EXPECT_EQ(codeOf(MoxianFile::open(path)), ErrorCode::DamagedDocument);
}

TEST_F(MoxianFileTest, AFileOfTheFirstVersionIsWholeAndNobodySignedIt) {
  Draft draft = fullDraft();
  draft.marks.signOffs.clear();
  draft.marks.tracking = false;
  draft.marks.settled.clear();
  (void)created(draft);
  sql("DROP TABLE sign_off; DROP TABLE review; DROP TABLE settled; DELETE FROM seal WHERE id > 6; "
      "PRAGMA user_version=1");
  auto opened = MoxianFile::open(path);
  ASSERT_TRUE(ok(opened));
  EXPECT_FALSE(opened->file.damage().any());
  EXPECT_EQ(opened->draft.marks, draft.marks);
  draft.marks.signOffs = {{SignLevel::Second, "周同志", 1700000000005, u"同意"}};
  ASSERT_TRUE(ok(opened->file.save(draft)));
  auto again = MoxianFile::open(path);
  ASSERT_TRUE(ok(again));
  EXPECT_FALSE(again->file.damage().any());
  EXPECT_EQ(again->draft.marks, draft.marks);
}

TEST_F(MoxianFileTest, AFileOfTheSecondVersionIsWholeAndRemembersNothingSettled) {
  Draft draft = fullDraft();
  const auto settled = std::exchange(draft.marks.settled, {});
  (void)created(draft);
  sql("DROP TABLE settled; DELETE FROM seal WHERE id > 8; PRAGMA user_version=2");
  auto opened = MoxianFile::open(path);
  ASSERT_TRUE(ok(opened));
  EXPECT_FALSE(opened->file.damage().any());
  EXPECT_EQ(opened->draft, draft);
  draft.marks.settled = settled;
  ASSERT_TRUE(ok(opened->file.save(draft)));
  auto again = MoxianFile::open(path);
  ASSERT_TRUE(ok(again));
  EXPECT_FALSE(again->file.damage().any());
  EXPECT_EQ(again->draft, draft);
}

TEST_F(MoxianFileTest, AnOlderFileIsReadThroughAnUpgradedCopy) {
  (void)created(fullDraft());
  const std::string before = bytes(path);
  const std::array steps = {documentSteps()[0], documentSteps()[1], documentSteps()[2],
                            "ALTER TABLE document ADD COLUMN note TEXT"};
  const auto document = openForReading(path, steps);
  ASSERT_TRUE(ok(document));
  EXPECT_TRUE(document->folder.has_value());
  auto select = document->database.prepare("SELECT note, unit FROM document");
  ASSERT_TRUE(ok(select));
  EXPECT_EQ(select->next(), true);
  EXPECT_TRUE(select->isNull(0));
  EXPECT_EQ(select->text(1), "云溪县政务服务局");
  EXPECT_EQ(bytes(path), before);
}

TEST_F(MoxianFileTest, ALinkIsFollowedAndKept) {
  MoxianFile real = created(fullDraft());
  fs::create_symlink(path.filename(), folder / "link.moxian");
  auto linked = MoxianFile::open(folder / "link.moxian");
  ASSERT_TRUE(ok(linked));
  ASSERT_TRUE(ok(linked->file.save(fullDraft(3000, 2))));
  ASSERT_TRUE(ok(MoxianFile::create(folder / "link.moxian", fullDraft(3000, 3))));
  EXPECT_TRUE(fs::is_symlink(folder / "link.moxian"));
  EXPECT_EQ(opened().draft, fullDraft(3000, 3));
}

TEST_F(MoxianFileTest, AnotherNameOfTheFileKeepsTheOldDraft) {
  MoxianFile file = created(fullDraft());
  fs::create_hard_link(path, folder / "b.moxian");
  ASSERT_TRUE(ok(file.save(fullDraft(3000, 2))));
  EXPECT_EQ(opened().draft, fullDraft(3000, 2));
  EXPECT_EQ(MoxianFile::open(folder / "b.moxian")->draft, fullDraft());
}

TEST_F(MoxianFileTest, ModesStayAsTheyWere) {
  MoxianFile file = created(fullDraft());
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  ASSERT_TRUE(ok(file.save(fullDraft(3000, 2))));
  (void)created(fullDraft(3000, 3));
  struct stat info{};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 07777U, 0640U);
}

TEST_F(MoxianFileTest, TheLongestNamesWork) {
  const fs::path named = folder / (std::string(240, 'a') + ".moxian");
  auto file = MoxianFile::create(named, fullDraft());
  ASSERT_TRUE(ok(file));
  ASSERT_TRUE(ok(file->save(fullDraft(3000, 2))));
  EXPECT_EQ(MoxianFile::open(named)->draft, fullDraft(3000, 2));
}

TEST_F(MoxianFileTest, ADamagedVersionIsToldAndTheRestMovesToAWholeFile) {
  SaveRequest request;
  request.version = NewVersion{};
  (void)created(fullDraft(9000, 1), request);
  auto first = opened();
  ASSERT_TRUE(ok(first.file.save(fullDraft(9000, 2), request)));
  sql("UPDATE passage SET text = zeroblob(length(text)) WHERE id = 2");
  auto again = opened();
  EXPECT_EQ(again.draft, fullDraft(9000, 2));
  EXPECT_EQ(again.file.damage().versions, std::vector<std::int64_t>{1});
  EXPECT_EQ(codeOf(again.file.versionText(1)), ErrorCode::DamagedDocument);
  ASSERT_TRUE(ok(again.file.save(fullDraft(9000, 3))));
  EXPECT_FALSE(opened().file.damage().any());
  EXPECT_EQ(opened().file.versions().size(), 1U);
  EXPECT_EQ(opened().file.versionText(2), fullDraft(9000, 2).text);
  EXPECT_EQ(listing(), "年度总结.moxian 年度总结.moxian.damaged ");
}

TEST_F(MoxianFileTest, APassageThatTheDiskLostIsMendedByTheNextSave) {
  MoxianFile file = created(fullDraft(9000));
  sql("UPDATE passage SET text = zeroblob(length(text)) WHERE id = 2; DELETE FROM passage WHERE id "
      "= 3");
  ASSERT_TRUE(ok(file.save(fullDraft(9000))));
  EXPECT_EQ(opened().draft, fullDraft(9000));
}

TEST_F(MoxianFileTest, MarksThatWereChangedInTheFileAreTold) {
  (void)created(fullDraft());
  sql("UPDATE comment SET author = '他人' WHERE id = 1");
  EXPECT_TRUE(opened().file.damage().comments);
  sql("UPDATE change SET stop = stop + 1; UPDATE document SET unit = '青岚区'");
  EXPECT_TRUE(opened().file.damage().changes);
  EXPECT_TRUE(opened().file.damage().properties);
  EXPECT_FALSE(opened().file.damage().versionList);
}

TEST_F(MoxianFileTest, AVersionThatVanishedIsTold) {
  SaveRequest request;
  request.version = NewVersion{};
  (void)created(fullDraft(), request);
  sql("DELETE FROM version");
  EXPECT_TRUE(opened().file.damage().versionList);
}

}  // namespace
}  // namespace moxian
