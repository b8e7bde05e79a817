#include "core/store/OpenDocument.h"

#include <chrono>
#include <thread>

#include "tests/store/Faults.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using test::codeOf;
using test::fullDraft;
using test::ok;

class OpenDocumentTest : public test::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    fs::create_directory(folder / "docs");
    path = folder / "docs" / "总结.moxian";
    plain = folder / "docs" / "总结.txt";
  }
  [[nodiscard]] StoreSettings settings(const std::string& user = "周同志") const {
    StoreSettings out;
    out.user = user;
    out.journals = folder / "state" / "journals";
    out.locks = folder / "state" / "locks";
    return out;
  }
  [[nodiscard]] OpenDocument::Opened open(const fs::path& file,
                                          const std::string& user = "周同志") const {
    auto out = OpenDocument::open(file, settings(user));
    EXPECT_TRUE(ok(out));
    return std::move(*out);
  }
  void saveNew(const fs::path& file, const Draft& draft) const {
    OpenDocument document = OpenDocument::untitled(settings());
    ASSERT_TRUE(ok(document.saveAs(file, draft)));
    document.close();
  }
  [[nodiscard]] std::vector<RecoverableDraft> left() const {
    auto out = recoverable(folder / "state" / "journals");
    EXPECT_TRUE(ok(out));
    return std::move(*out);
  }
  /// What lies in the folder of the documents.
  [[nodiscard]] std::string files() const {
    std::string out;
    for (const auto& entry : fs::directory_iterator(folder / "docs")) {
      out += entry.path().filename().string() + " ";
    }
    return out;
  }

  fs::path path;
  fs::path plain;
};

void type(OpenDocument::Opened& opened, std::u16string_view text) {
  opened.document.edited(opened.loaded.draft.text.size(), 0, text);
  opened.loaded.draft.text += text;
}

TEST_F(OpenDocumentTest, AnUntitledDraftIsSavedOpenedAndClosedWithoutATrace) {
  const Draft draft = fullDraft();
  OpenDocument document = OpenDocument::untitled(settings());
  EXPECT_FALSE(document.named());
  document.edited(0, 0, draft.text);
  ASSERT_TRUE(ok(document.saveAs(path, draft)));
  EXPECT_EQ(document.format(), DocumentFormat::Moxian);
  document.close();
  EXPECT_EQ(files(), "总结.moxian ");
  EXPECT_TRUE(left().empty());
  EXPECT_EQ(open(path).loaded.draft, draft);
}

TEST_F(OpenDocumentTest, PlainTextStaysAsItWasStored) {
  ASSERT_TRUE(writeFile(plain,
                        "\xEF\xBB\xBF"
                        "标题\r\n正文\r\n"));
  auto opened = open(plain);
  EXPECT_EQ(opened.loaded.draft.text, u"标题\n正文\n");
  type(opened, u"结尾\n");
  ASSERT_TRUE(ok(opened.document.save(opened.loaded.draft)));
  EXPECT_EQ(bytes(plain),
            "\xEF\xBB\xBF"
            "标题\r\n正文\r\n结尾\r\n");
}

TEST_F(OpenDocumentTest, PlainTextThatTheEncodingLacksIsNotSavedSilently) {
  ASSERT_TRUE(writeFile(plain, *encode(u"標題：年度工作總結，請各單位參照辦理。", Encoding::Big5,
                                       false, LineEnding::Lf)));
  auto opened = OpenDocument::open(plain, settings(), Encoding::Big5);
  ASSERT_TRUE(ok(opened));
  const std::string before = bytes(plain);
  type(*opened, u"简体务");
  EXPECT_EQ(codeOf(opened->document.save(opened->loaded.draft)), ErrorCode::NotEncodable);
  EXPECT_EQ(bytes(plain), before);
}

constexpr Encoding kEncodings[] = {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be,
                                   Encoding::Gb18030, Encoding::Big5};

TEST_F(OpenDocumentTest, AWrongEncodingIsRefusedToldOrLosesNoByte) {
  const std::u16string text = u"標題：年度工作總結\n全年辦理信訪件358件，按時辦結。\n";
  int refused = 0;
  int told = 0;
  for (const Encoding written : kEncodings) {
    const std::string stored = *encode(text, written, false, LineEnding::CrLf);
    for (const Encoding forced : kEncodings) {
      SCOPED_TRACE(std::string(name(written)) + " read as " + std::string(name(forced)));
      ASSERT_TRUE(writeFile(plain, stored));
      auto opened = OpenDocument::open(plain, settings(), forced);
      refused += opened ? 0 : 1;
      if (!opened) continue;
      const LoadedDraft& loaded = opened->loaded;
      told += loaded.invalid > 0 ? 1 : 0;
      if (written == forced) {
        EXPECT_EQ(loaded.draft.text, text);
      }
      // Nothing was told to be unreadable, so an unchanged draft is the same file again.
      if (loaded.invalid == 0 && !loaded.mixedLineEndings && opened->document.save(loaded.draft)) {
        EXPECT_EQ(bytes(plain), stored);
      }
      opened->document.close();
    }
  }
  EXPECT_GT(refused + told, 0);
}

TEST_F(OpenDocumentTest, AFileOfTwoEncodingsIsToldAndNotRewritten) {
  for (const Encoding first : kEncodings) {
    for (const Encoding second : kEncodings) {
      if (first == second) continue;
      SCOPED_TRACE(std::string(name(first)) + " then " + std::string(name(second)));
      const std::string stored =
          *encode(u"一、主要工作\n辦理信訪件358件。\n", first, false, LineEnding::Lf) +
          *encode(u"二、存在問題\n個別窗口等候時間偏長。\n", second, false, LineEnding::Lf);
      ASSERT_TRUE(writeFile(plain, stored));
      auto opened = OpenDocument::open(plain, settings());
      if (!opened) continue;
      if (opened->loaded.invalid == 0 && !opened->loaded.mixedLineEndings &&
          opened->document.save(opened->loaded.draft)) {
        EXPECT_EQ(bytes(plain), stored);
      }
      opened->document.close();
    }
  }
}

TEST_F(OpenDocumentTest, BecomingADocumentKeepsTheFileItCameFrom) {
  ASSERT_TRUE(writeFile(plain, "标题\n正文\n"));
  auto opened = open(plain);
  ASSERT_TRUE(ok(opened.document.saveAs(path, opened.loaded.draft)));
  EXPECT_EQ(opened.document.path(), path);
  ASSERT_NE(opened.document.moxian(), nullptr);
  ASSERT_EQ(opened.document.moxian()->attachments().size(), 1U);
  EXPECT_EQ(opened.document.moxian()->attachments()[0].name, "总结.txt");
  EXPECT_EQ(opened.document.moxian()->attachment(1), "标题\n正文\n");
  EXPECT_EQ(opened.document.moxian()->versions().size(), 1U);
}

TEST_F(OpenDocumentTest, TheSecondOpenerReadsOnlyAndIsToldWhoWrites) {
  saveNew(path, fullDraft());
  auto first = open(path);
  auto second = open(path, "吴科长");
  EXPECT_FALSE(first.document.readOnly());
  EXPECT_TRUE(second.document.readOnly());
  EXPECT_EQ(second.document.owner()->user, "周同志");
  const auto saved = second.document.save(fullDraft(3000, 2));
  EXPECT_EQ(codeOf(saved), ErrorCode::FileLocked);
  EXPECT_EQ(saved.error().detail, "周同志");
  EXPECT_EQ(codeOf(second.document.saveAs(path, fullDraft(3000, 2))), ErrorCode::FileLocked);
  EXPECT_TRUE(ok(second.document.saveAs(folder / "docs" / "b.moxian", fullDraft(3000, 2))));
  EXPECT_FALSE(second.document.readOnly());
}

TEST_F(OpenDocumentTest, TheSecondOpenerWritesOnceTheFirstHasClosed) {
  saveNew(path, fullDraft());
  auto first = open(path);
  auto second = open(path, "吴科长");
  EXPECT_EQ(second.document.retryLock(), false);
  ASSERT_TRUE(ok(first.document.save(fullDraft(3000, 2))));
  first.document.close();
  EXPECT_EQ(second.document.retryLock(), true);
  EXPECT_EQ(second.document.onDisk().state, DiskState::Changed);
  const auto again = second.document.revert();
  ASSERT_TRUE(ok(again));
  EXPECT_EQ(again->draft, fullDraft(3000, 2));
  EXPECT_TRUE(ok(second.document.save(fullDraft(3000, 3))));
}

TEST_F(OpenDocumentTest, SavingOverAFileThatIsOpenElsewhereIsRefused) {
  saveNew(path, fullDraft());
  const auto first = open(path);
  OpenDocument other = OpenDocument::untitled(settings("吴科长"));
  EXPECT_EQ(codeOf(other.saveAs(path, fullDraft(3000, 2))), ErrorCode::FileLocked);
}

TEST_F(OpenDocumentTest, APlainFileChangedOutsideIsNotOverwrittenWithoutAsking) {
  ASSERT_TRUE(writeFile(plain, "正文"));
  auto opened = open(plain);
  ASSERT_TRUE(writeFile(plain, "他人的正文"));
  EXPECT_EQ(opened.document.onDisk().state, DiskState::Changed);
  type(opened, u"甲");
  EXPECT_EQ(codeOf(opened.document.save(opened.loaded.draft)), ErrorCode::FileChanged);
  EXPECT_EQ(bytes(plain), "他人的正文");
  opened.document.keepMine();
  ASSERT_TRUE(ok(opened.document.save(opened.loaded.draft)));
  EXPECT_EQ(bytes(plain), "正文甲");
  EXPECT_EQ(opened.document.onDisk().state, DiskState::Same);
}

TEST_F(OpenDocumentTest, ADocumentChangedOutsideKeepsTheOthersTextWhenMineIsKept) {
  saveNew(path, fullDraft());
  auto opened = open(path);
  ASSERT_TRUE(ok(MoxianFile::open(path)->file.save(fullDraft(3000, 2))));
  EXPECT_EQ(opened.document.onDisk().state, DiskState::Changed);
  EXPECT_EQ(codeOf(opened.document.save(fullDraft(3000, 3))), ErrorCode::FileChanged);
  opened.document.keepMine();
  ASSERT_TRUE(ok(opened.document.save(fullDraft(3000, 3))));
  bool found = false;
  for (const VersionInfo& version : opened.document.moxian()->versions()) {
    found = found || version.reason == kReasonOverwritten;
  }
  EXPECT_TRUE(found);
}

TEST_F(OpenDocumentTest, ADeletedFileIsWrittenAgainOnlyWhenAsked) {
  for (const fs::path& file : {path, plain}) {
    saveNew(file, fullDraft());
    auto opened = open(file);
    fs::remove(file);
    EXPECT_EQ(opened.document.onDisk().state, DiskState::Deleted);
    EXPECT_EQ(codeOf(opened.document.save(opened.loaded.draft)), ErrorCode::FileMissing);
    DocumentSave how;
    how.overwrite = true;
    EXPECT_TRUE(ok(opened.document.save(opened.loaded.draft, how)));
    EXPECT_TRUE(fs::exists(file));
  }
}

TEST_F(OpenDocumentTest, AShareThatIsGoneLosesNothing) {
  saveNew(path, fullDraft());
  auto opened = open(path);
  type(opened, u"新增");
  fs::rename(folder / "docs", folder / "away");
  EXPECT_EQ(opened.document.onDisk().state, DiskState::Unreachable);
  EXPECT_EQ(codeOf(opened.document.save(opened.loaded.draft)), ErrorCode::FileMissing);
  const auto elsewhere = opened.document.saveAs(folder / "c.moxian", opened.loaded.draft);
  ASSERT_TRUE(ok(elsewhere));
  EXPECT_FALSE(elsewhere->historyComplete);
  EXPECT_EQ(MoxianFile::open(folder / "c.moxian")->draft.text, opened.loaded.draft.text);
}

TEST_F(OpenDocumentTest, BackupsAreMadeOnRequest) {
  saveNew(path, fullDraft());
  StoreSettings wanted = settings();
  wanted.backups = true;
  auto opened = OpenDocument::open(path, wanted);
  ASSERT_TRUE(ok(opened));
  ASSERT_TRUE(ok(opened->document.save(fullDraft(3000, 2))));
  EXPECT_EQ(MoxianFile::open(path.string() + "~")->draft, fullDraft());
}

TEST_F(OpenDocumentTest, ACrashCostsNothingThatWasFlushed) {
  saveNew(path, fullDraft());
  std::u16string text;
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
    opened.loaded.draft.marks.comments.pop_back();
    opened.document.marked(opened.loaded.draft.marks);
    text = opened.loaded.draft.text;
  }  // not closed: what a crash leaves
  auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts[0].base(), BaseState::Same);
  const auto back = OpenDocument::recover(drafts[0], settings());
  ASSERT_TRUE(ok(back));
  EXPECT_TRUE(back->recovered);
  EXPECT_EQ(back->document.path(), path);
  EXPECT_EQ(back->loaded.draft.text, text);
  EXPECT_EQ(back->loaded.draft.marks.comments.size(), 1U);
  EXPECT_EQ(back->loaded.draft.properties, fullDraft().properties);
}

/// The words that a comment of the draft stands on.
std::u16string commented(const Draft& draft) {
  return std::u16string(draft.marks.comments.at(0).range.of(draft.text));
}

TEST_F(OpenDocumentTest, CommentsAndChangesStandOnTheirWordsAfterACrash) {
  const Draft saved = fullDraft();
  saveNew(path, saved);
  {
    auto opened = open(path);
    opened.document.edited(0, 0, u"新的开头");  // in front of all marks; nobody says they moved
    opened.document.edited(20, 1, u"");
  }
  for (int crash = 0; crash < 2; ++crash) {
    auto drafts = left();
    ASSERT_EQ(drafts.size(), 1U);
    auto back = OpenDocument::recover(drafts[0], settings());
    ASSERT_TRUE(ok(back));
    EXPECT_EQ(commented(back->loaded.draft), commented(saved));
    EXPECT_EQ(back->loaded.draft.marks.changes.at(0).range, (Span{7, 13}));
    EXPECT_EQ(back->loaded.draft.marks.dismissals, saved.marks.dismissals);
  }
}

TEST_F(OpenDocumentTest, MarksAreMovedByWhatWasTypedAfterThem) {
  saveNew(path, fullDraft());
  {
    auto opened = open(path);
    opened.document.edited(0, 0, u"甲乙");
    Marks marks = fullDraft().marks;
    for (StoredComment& comment : marks.comments) comment.range = {6, 10};
    opened.document.marked(marks);
    opened.document.edited(1, 0, u"丙丁戊");
  }
  auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  const auto back = OpenDocument::recover(drafts[0], settings());
  ASSERT_TRUE(ok(back));
  EXPECT_EQ(back->loaded.draft.marks.comments.at(0).range, (Span{9, 13}));
}

TEST_F(OpenDocumentTest, MarksOfADocumentThatChangedComeWithTheCopy) {
  saveNew(path, fullDraft());
  {
    auto opened = open(path);
    opened.document.edited(0, 0, u"甲乙");
  }
  saveNew(path, fullDraft(3000, 2));
  auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  const auto back = OpenDocument::recover(drafts[0], settings());
  ASSERT_TRUE(ok(back));
  EXPECT_FALSE(back->document.named());
  EXPECT_EQ(commented(back->loaded.draft), commented(fullDraft()));
}

TEST_F(OpenDocumentTest, ACommentIsNotLostWhenTheSaveNeverBegan) {
  saveNew(path, fullDraft());
  Draft draft = fullDraft();
  draft.marks.comments.at(0).text = u"改过的批注";
  {
    auto opened = open(path);
    opened.document.marked(draft.marks);
    const faults::Injected full({faults::Call::Write, ENOSPC, 0, 1 << 30, "总结.moxian"});
    EXPECT_EQ(codeOf(opened.document.save(draft)), ErrorCode::DiskFull);
  }
  auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  const auto back = OpenDocument::recover(drafts[0], settings());
  ASSERT_TRUE(ok(back));
  EXPECT_EQ(back->loaded.draft.marks.comments.at(0).text, u"改过的批注");
}

TEST_F(OpenDocumentTest, ASavedCommentIsNotOfferedAfterACrashBehindTheSave) {
  saveNew(path, fullDraft());
  Draft draft = fullDraft();
  draft.marks.comments.at(0).text = u"改过的批注";
  {
    auto opened = open(path);
    opened.document.marked(draft.marks);
    const fs::path kept = folder / "kept";
    fs::create_directory(kept);
    for (int wait = 0; wait < 200 && !fs::exists(folder / "state" / "journals"); ++wait) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    fs::copy(folder / "state" / "journals", kept, fs::copy_options::recursive);
    ASSERT_TRUE(ok(opened.document.save(draft)));
    opened.document.close();
    fs::copy(kept, folder / "state" / "journals", fs::copy_options::recursive);
  }
  EXPECT_TRUE(left().empty());
}

TEST_F(OpenDocumentTest, ACrashDuringRecoveryCostsNothingEither) {
  saveNew(path, fullDraft());
  std::u16string text;
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
    text = opened.loaded.draft.text;
  }
  for (int crash = 0; crash < 3; ++crash) {
    auto drafts = left();
    ASSERT_EQ(drafts.size(), 1U) << crash;
    auto back = OpenDocument::recover(drafts[0], settings());
    ASSERT_TRUE(ok(back));
    EXPECT_EQ(back->loaded.draft.text, text);
    type(*back, u"又一句。");
    text = back->loaded.draft.text;
  }
}

TEST_F(OpenDocumentTest, ACrashBetweenTakingAJournalOverAndRemovingItOffersOneDraft) {
  saveNew(path, fullDraft());
  std::u16string text;
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
    text = opened.loaded.draft.text;
  }
  {
    auto drafts = left();
    ASSERT_EQ(drafts.size(), 1U);
    const faults::Injected stays({faults::Call::Unlink, EIO, 0, 1 << 30, ".journal"});
    EXPECT_EQ(codeOf(OpenDocument::recover(drafts[0], settings())), ErrorCode::WriteFailed);
  }
  auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts[0].content()->text, text);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder / "state" / "journals"), {}), 1);
}

TEST_F(OpenDocumentTest, AnUntitledDraftComesBack) {
  {
    OpenDocument document = OpenDocument::untitled(settings());
    document.edited(0, 0, u"没有保存的文稿");
  }
  auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts[0].base(), BaseState::Untitled);
  const auto back = OpenDocument::recover(drafts[0], settings());
  ASSERT_TRUE(ok(back));
  EXPECT_FALSE(back->document.named());
  EXPECT_EQ(back->loaded.draft.text, u"没有保存的文稿");
}

TEST_F(OpenDocumentTest, AJournalWhoseDocumentChangedIsOfferedAsACopy) {
  for (const fs::path& file : {path, plain}) {
    saveNew(file, fullDraft());
    std::u16string text;
    {
      auto opened = open(file);
      type(opened, u"新增一句。");
      text = opened.loaded.draft.text;
    }
    saveNew(file, fullDraft(3000, 2));
    auto drafts = left();
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].base(), BaseState::Changed);
    auto back = OpenDocument::recover(drafts[0], settings());
    ASSERT_TRUE(ok(back));
    EXPECT_FALSE(back->document.named());
    EXPECT_EQ(back->loaded.draft.text, text);
    EXPECT_EQ(open(file).loaded.draft.text, fullDraft(3000, 2).text);
    back->document.close();
  }
}

TEST_F(OpenDocumentTest, AJournalWhoseDocumentIsGoneIsOfferedAsACopy) {
  saveNew(path, fullDraft());
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
  }
  fs::remove(path);
  const auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts[0].base(), BaseState::Missing);
}

TEST_F(OpenDocumentTest, ACrashBetweenSavingAndRemovingTheJournalOffersNothing) {
  saveNew(path, fullDraft());
  std::u16string text;
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
    text = opened.loaded.draft.text;
  }
  auto file = MoxianFile::open(path);
  file->draft.text = text;
  ASSERT_TRUE(ok(file->file.save(file->draft)));
  EXPECT_TRUE(left().empty());
}

/// Leaves the journal as a kill right behind the write of a save finds it.
class KilledBehindASave : public OpenDocumentTest {
 protected:
  void keepJournal() const {
    const fs::path kept = folder / "kept";
    fs::create_directory(kept);
    for (int wait = 0; wait < 300 && fs::is_empty(kept); ++wait) {
      std::error_code none;
      for (const auto& entry : fs::directory_iterator(folder / "state" / "journals", none)) {
        // Another name of the same file, so that it sees what the save adds.
        if (entry.path().extension() == ".journal") {
          fs::create_hard_link(entry.path(), kept / entry.path().filename());
        }
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ASSERT_FALSE(fs::is_empty(kept));
  }
  void bringBack() const {
    fs::copy(folder / "kept", folder / "state" / "journals", fs::copy_options::recursive);
  }
};

TEST_F(KilledBehindASave, AFirstSaveIsNotOfferedAgain) {
  for (const fs::path& target : {path, plain}) {
    Draft draft = fullDraft();
    if (target == plain) draft.properties.encoding = Encoding::Gb18030;
    OpenDocument document = OpenDocument::untitled(settings());
    document.edited(0, 0, draft.text);
    document.marked(draft.marks);
    keepJournal();
    ASSERT_TRUE(ok(document.saveAs(target, draft)));
    document.close();
    bringBack();
    EXPECT_TRUE(left().empty()) << target;
    EXPECT_TRUE(fs::is_empty(folder / "state" / "journals"));
    fs::remove_all(folder / "kept");
  }
}

TEST_F(KilledBehindASave, ASaveUnderAnotherNameIsNotOfferedAgain) {
  saveNew(path, fullDraft());
  auto opened = open(path);
  type(opened, u"新增一句。");
  keepJournal();
  ASSERT_TRUE(ok(opened.document.saveAs(plain, opened.loaded.draft)));
  opened.document.close();
  bringBack();
  EXPECT_TRUE(left().empty());
}

TEST_F(KilledBehindASave, ANewEncodingIsNotTakenForAChangeBySomebodyElse) {
  ASSERT_TRUE(writeFile(plain, "标题\n正文\n"));
  auto opened = open(plain);
  opened.loaded.draft.properties.encoding = Encoding::Gb18030;
  type(opened, u"结尾\n");
  keepJournal();
  ASSERT_TRUE(ok(opened.document.save(opened.loaded.draft)));
  opened.document.close();
  bringBack();
  EXPECT_TRUE(left().empty());
}

TEST_F(OpenDocumentTest, WhatIsTypedWhileASaveIsAtWorkIsInTheJournal) {
  saveNew(path, fullDraft());
  std::u16string text;
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
    const Draft saved = opened.loaded.draft;
    opened.document.announceSave(path, saved);
    type(opened, u"保存时打的字。");
    ASSERT_TRUE(ok(opened.document.save(saved)));
    EXPECT_TRUE(opened.document.editedSinceSave());
    opened.document.goOn(saved, opened.loaded.draft);
    type(opened, u"之后打的字。");
    text = opened.loaded.draft.text;
    EXPECT_EQ(open(path, "吴科长").loaded.draft, saved);
  }
  auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts[0].base(), BaseState::Same);
  EXPECT_EQ(drafts[0].content()->text, text);
}

/// A save on a disk that takes no more journals, and typing meanwhile.
class SaveBesideAFullDisk : public OpenDocumentTest {
 protected:
  void saveWhileTyping(OpenDocument::Opened& opened, faults::Call call) const {
    const Draft saved = opened.loaded.draft;
    opened.document.announceSave(path, saved);
    type(opened, u"保存时打的字。");
    ASSERT_TRUE(ok(opened.document.save(saved)));
    const faults::Injected full({call, ENOSPC, 0, 1 << 30, ".journal"});
    opened.document.goOn(saved, opened.loaded.draft);
  }
  [[nodiscard]] std::size_t journals() const {
    std::size_t out = 0;
    for (const auto& entry : fs::directory_iterator(folder / "state" / "journals")) {
      out += entry.path().extension() == ".journal" ? 1 : 0;
    }
    return out;
  }
};

TEST_F(SaveBesideAFullDisk, NoOlderTextIsOfferedAfterTheNextSaveAndACleanEnd) {
  saveNew(path, fullDraft());
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
    saveWhileTyping(opened, faults::Call::Create);
    EXPECT_EQ(journals(), 1U) << "what was typed is kept where it is";
    type(opened, u"之后打的字。");
    ASSERT_TRUE(ok(opened.document.save(opened.loaded.draft)));
    EXPECT_EQ(journals(), 0U);
    opened.document.close();
  }
  EXPECT_TRUE(left().empty());
}

TEST_F(SaveBesideAFullDisk, NoOlderTextIsOfferedAfterGivingUp) {
  saveNew(path, fullDraft());
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
    saveWhileTyping(opened, faults::Call::Create);
    opened.document.close();
  }
  EXPECT_EQ(journals(), 0U);
  EXPECT_TRUE(left().empty());
}

TEST_F(SaveBesideAFullDisk, ACrashOffersWhatWasTyped) {
  saveNew(path, fullDraft());
  std::u16string text;
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
    saveWhileTyping(opened, faults::Call::Create);
    text = opened.loaded.draft.text;
  }
  const auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts[0].base(), BaseState::Same);
  EXPECT_EQ(drafts[0].content()->text, text);
}

TEST_F(SaveBesideAFullDisk, AJournalThatDoesNotKnowOfTheSaveGoes) {
  saveNew(path, fullDraft());
  auto opened = open(path);
  type(opened, u"新增一句。");
  while (!fs::exists(folder / "state" / "journals") || journals() == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  {
    const faults::Injected full({faults::Call::Write, ENOSPC, 0, 1 << 30, ".journal"});
    type(opened, u"又一句。");
    const Draft saved = opened.loaded.draft;
    opened.document.announceSave(path, saved);
    type(opened, u"保存时打的字。");
    ASSERT_TRUE(ok(opened.document.save(saved)));
    opened.document.goOn(saved, opened.loaded.draft);
    EXPECT_EQ(journals(), 0U);
  }
  opened.document.close();
  EXPECT_TRUE(left().empty());
}

TEST_F(SaveBesideAFullDisk, ARecoveredTextIsNotOfferedAgainOnceItWasSaved) {
  saveNew(path, fullDraft());
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
  }
  {
    auto drafts = left();
    ASSERT_EQ(drafts.size(), 1U);
    std::optional<OpenDocument::Opened> back;
    {
      const faults::Injected full({faults::Call::Create, ENOSPC, 0, 1 << 30, ".journal"});
      auto opened = OpenDocument::recover(drafts[0], settings());
      ASSERT_TRUE(ok(opened));
      back = std::move(*opened);
    }
    drafts.clear();
    EXPECT_EQ(journals(), 1U);
    type(*back, u"又一句。");
    ASSERT_TRUE(ok(back->document.save(back->loaded.draft)));
    back->document.close();
  }
  EXPECT_TRUE(left().empty());
}

TEST_F(KilledBehindASave, ATextThatTheSavedJournalTookOverIsNotOffered) {
  saveNew(path, fullDraft());
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
  }
  fs::copy(folder / "state" / "journals", folder / "older", fs::copy_options::recursive);
  {
    auto drafts = left();
    ASSERT_EQ(drafts.size(), 1U);
    auto back = OpenDocument::recover(drafts[0], settings());
    ASSERT_TRUE(ok(back));
    type(*back, u"又一句。");
    keepJournal();
    ASSERT_TRUE(ok(back->document.save(back->loaded.draft)));
    back->document.close();
  }
  bringBack();
  fs::copy(folder / "older", folder / "state" / "journals");
  EXPECT_TRUE(left().empty());
}

TEST_F(KilledBehindASave, WhatWasTypedDuringAFirstSaveGoesOnInItsFile) {
  Draft draft = fullDraft();
  OpenDocument document = OpenDocument::untitled(settings());
  document.edited(0, 0, draft.text);
  keepJournal();
  document.announceSave(path, draft);
  document.edited(0, 0, u"保存时打的字。");
  ASSERT_TRUE(ok(document.saveAs(path, draft)));
  document.close();
  bringBack();
  const auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts[0].base(), BaseState::Same);
  EXPECT_EQ(drafts[0].content()->start.document, path);
  EXPECT_EQ(drafts[0].content()->text, u"保存时打的字。" + draft.text);
}

TEST_F(KilledBehindASave, AFirstSaveThatWasNeverDoneIsOffered) {
  Draft draft = fullDraft();
  OpenDocument document = OpenDocument::untitled(settings());
  document.edited(0, 0, draft.text);
  keepJournal();
  ASSERT_TRUE(ok(document.saveAs(path, draft)));
  document.close();
  bringBack();
  fs::remove(path);
  const auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  EXPECT_EQ(drafts[0].base(), BaseState::Untitled);
  EXPECT_EQ(drafts[0].content()->text, draft.text);
}

TEST_F(OpenDocumentTest, ADocumentOpenElsewhereIsRecoveredAsACopy) {
  saveNew(path, fullDraft());
  {
    auto opened = open(path);
    type(opened, u"新增一句。");
  }
  const auto other = open(path, "吴科长");
  auto drafts = left();
  ASSERT_EQ(drafts.size(), 1U);
  const auto back = OpenDocument::recover(drafts[0], settings());
  ASSERT_TRUE(ok(back));
  EXPECT_FALSE(back->document.named());
}

TEST_F(OpenDocumentTest, WithoutAStateFolderTheProgramWorksAndSaysSo) {
  StoreSettings none = settings();
  none.journals.clear();
  OpenDocument document = OpenDocument::untitled(none);
  document.edited(0, 0, u"甲");
  EXPECT_TRUE(document.journalError().has_value());
  EXPECT_TRUE(ok(document.saveAs(path, fullDraft())));
}

TEST_F(OpenDocumentTest, NoHomeFolderIsToldAsAnError) {
  const std::string home = std::getenv("HOME");
  const char* set = std::getenv("XDG_STATE_HOME");
  const std::string state = set == nullptr ? "" : set;
  ::unsetenv("HOME");
  ::unsetenv("XDG_STATE_HOME");
  EXPECT_EQ(codeOf(journalFolder()), ErrorCode::FolderUnwritable);
  ::setenv("XDG_STATE_HOME", "/var/tmp/state", 1);
  EXPECT_EQ(journalFolder(), fs::path("/var/tmp/state/moxian/journals"));
  ::unsetenv("XDG_STATE_HOME");
  ::setenv("HOME", home.c_str(), 1);
  EXPECT_EQ(journalFolder(), fs::path(home) / ".local/state/moxian/journals");
  if (set != nullptr) ::setenv("XDG_STATE_HOME", state.c_str(), 1);
}

TEST_F(OpenDocumentTest, AReadOnlyFolderAsksBeforeWritingDirectly) {
  const fs::path inside = folder / "closed" / "a.moxian";
  const fs::path text = folder / "closed" / "a.txt";
  fs::create_directory(folder / "closed");
  saveNew(inside, fullDraft());
  saveNew(text, fullDraft());
  const test::ReadOnlyFolder closed(folder / "closed");
  if (!closed.works()) GTEST_SKIP() << "rights cannot be given up here";
  for (const fs::path& file : {inside, text}) {
    auto opened = open(file);
    EXPECT_FALSE(opened.document.readOnly());
    opened.loaded.draft.text += u"新增";
    EXPECT_EQ(codeOf(opened.document.save(opened.loaded.draft)), ErrorCode::FolderUnwritable);
    DocumentSave how;
    how.way = WriteWay::Direct;
    ASSERT_TRUE(ok(opened.document.save(opened.loaded.draft, how)));
    opened.document.close();
    EXPECT_TRUE(open(file).loaded.draft.text.ends_with(u"新增"));
  }
}

}  // namespace
}  // namespace moxian
