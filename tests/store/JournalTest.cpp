#include <sys/stat.h>

#include <chrono>
#include <cstring>
#include <random>
#include <thread>

#include "core/store/EditJournal.h"
#include "core/store/MarksJson.h"
#include "core/store/Recovery.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::codeOf;
using test::ok;

JournalStart startWith(const std::u16string& text, const fs::path& document = {}) {
  JournalStart start;
  start.document = document;
  start.title = "年度总结";
  start.base = hashOf(text);
  start.time = 1700000000000;
  start.writer = thisProcess();
  start.text = text;
  return start;
}

/// A journal in memory.
std::string journalOf(const JournalStart& start, const std::vector<JournalEdit>& edits) {
  std::string bytes = journalRecord(0, "id", startPayload(start));
  std::uint64_t number = 0;
  for (const JournalEdit& edit : edits) {
    bytes += journalRecord(++number, "id", editPayload(edit));
  }
  return bytes;
}

TEST(JournalFormat, GivesBackTheStartAndAllEdits) {
  const JournalStart start = startWith(u"一二三\xD800", "/tmp/a\xff.moxian");
  const std::string bytes =
      journalOf(start, {{1, 1, 1, u"甲乙"}, {2, 5, 0, u"末"}, {3, 0, 2, u""}});
  const auto content = readJournal(bytes, "id");
  ASSERT_TRUE(ok(content));
  EXPECT_EQ(content->start.document, start.document);
  EXPECT_EQ(content->start.title, "年度总结");
  EXPECT_EQ(content->start.base, start.base);
  EXPECT_EQ(content->start.writer, start.writer);
  EXPECT_EQ(content->start.text, start.text);
  EXPECT_EQ(content->text, std::u16string(u"乙三\xD800末"));
  EXPECT_EQ(content->edits, 3U);
  EXPECT_EQ(content->lastTime, 3);
  EXPECT_EQ(content->lostBytes, 0U);
}

TEST(JournalFormat, AJournalThatAnEarlierProgramLeftIsRead) {
  const JournalStart start = startWith(u"一二三", "/tmp/a.moxian");
  std::string payload = startPayload(start);
  // That program wrote 1 for the kind, and no machine.
  const std::uint32_t length = static_cast<std::uint32_t>(start.writer.machine.size());
  std::string machine(sizeof length, '\0');
  std::memcpy(machine.data(), &length, sizeof length);
  machine += start.writer.machine;
  std::string host(sizeof length, '\0');
  const auto hostLength = static_cast<std::uint32_t>(start.writer.host.size());
  std::memcpy(host.data(), &hostLength, sizeof hostLength);
  host += start.writer.host;
  const std::size_t at = payload.find(host + machine);
  ASSERT_NE(at, std::string::npos);
  payload.erase(at + host.size(), machine.size());
  payload[0] = 1;
  const std::string bytes =
      journalRecord(0, "id", payload) + journalRecord(1, "id", editPayload({1, 3, 0, u"四"}));
  const auto content = readJournal(bytes, "id");
  ASSERT_TRUE(ok(content));
  EXPECT_EQ(content->text, u"一二三四");
  EXPECT_EQ(content->start.writer.pid, start.writer.pid);
  EXPECT_EQ(content->start.writer.machine, "");
}

TEST(JournalFormat, ASaveThatAnEarlierProgramBeganIsRead) {
  const JournalStart start = startWith(u"一二三", "/tmp/a.moxian");
  const Hash text = hashOf(u"一二三四");
  std::string payload = savingPayload(7, {text, {}, Encoding::Utf8});
  // That program ended it behind the hash, and wrote 4 for the kind.
  payload.resize(1 + sizeof(Time) + text.size());
  payload[0] = 4;
  const auto content = readJournal(
      journalRecord(0, "id", startPayload(start)) + journalRecord(1, "id", payload), "id");
  ASSERT_TRUE(ok(content));
  EXPECT_EQ(content->lostBytes, 0U);
  ASSERT_TRUE(content->saving);
  EXPECT_EQ(content->saving->document, start.document);
  EXPECT_TRUE(content->follows(text));
  EXPECT_FALSE(content->sinceSaving);
}

TEST(JournalFormat, RandomEditsGiveTheSameTextAsTheEditor) {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::u16string text = test::report(2000, static_cast<std::uint32_t>(round));
    std::vector<std::u16string> inserted;
    std::vector<JournalEdit> edits;
    const JournalStart start = startWith(text);
    inserted.reserve(300);
    for (int i = 0; i < 300; ++i) {
      const std::size_t offset = random() % (text.size() + 1);
      const std::size_t removed = random() % (std::min<std::size_t>(20, text.size() - offset) + 1);
      inserted.push_back(test::report(random() % 30, static_cast<std::uint32_t>(i)));
      edits.push_back({i, offset, removed, inserted.back()});
      text.replace(offset, removed, inserted.back());
    }
    EXPECT_EQ(readJournal(journalOf(start, edits), "id")->text, text);
  }
}

TEST(JournalFormat, ACutJournalGivesItsValidPartAndSaysWhatIsMissing) {
  const std::string bytes = journalOf(startWith(u"正文"), {{1, 2, 0, u"甲"}, {2, 3, 0, u"乙"}});
  const std::size_t first = journalOf(startWith(u"正文"), {{1, 2, 0, u"甲"}}).size();
  for (std::size_t length = first; length < bytes.size(); ++length) {
    const auto content = readJournal(std::string_view(bytes).substr(0, length), "id");
    ASSERT_TRUE(ok(content));
    EXPECT_EQ(content->text, u"正文甲");
    EXPECT_EQ(content->lostBytes, length - first);
  }
}

TEST(JournalFormat, EveryFlippedBitIsNoticed) {
  const std::string bytes =
      journalOf(startWith(u"正文"), {{1, 2, 0, u"甲"}, {2, 3, 0, u"乙"}, {3, 4, 0, u"丙"}});
  const std::vector<std::u16string> states = {u"正文", u"正文甲", u"正文甲乙"};
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string wrong = bytes;
    wrong[bit / 8] = static_cast<char>(wrong[bit / 8] ^ (1U << (bit % 8)));
    const auto content = readJournal(wrong, "id");
    if (!content) continue;
    EXPECT_TRUE(std::ranges::contains(states, content->text)) << bit;
    EXPECT_GT(content->lostBytes, 0U) << bit;
  }
}

TEST(JournalFormat, RecordsBehindADamagedOneAreCounted) {
  std::string bytes =
      journalOf(startWith(u"正文"), {{1, 2, 0, u"甲"}, {2, 3, 0, u"乙"}, {3, 4, 0, u"丙"}});
  const std::size_t start = journalOf(startWith(u"正文"), {}).size();
  bytes[start + 26] = static_cast<char>(~bytes[start + 26]);
  const auto content = readJournal(bytes, "id");
  ASSERT_TRUE(ok(content));
  EXPECT_EQ(content->text, u"正文");
  EXPECT_EQ(content->lostRecords, 3U);
}

TEST(JournalFormat, RecordsOfAnotherJournalAndEditsThatDoNotFitAreRefused) {
  const std::string head = journalRecord(0, "id", startPayload(startWith(u"正文")));
  const std::string other = journalRecord(1, "other", editPayload({1, 0, 0, u"甲"}));
  EXPECT_EQ(readJournal(head + other, "id")->text, u"正文");
  const std::string outside = journalRecord(1, "id", editPayload({1, 3, 0, u"甲"}));
  EXPECT_EQ(readJournal(head + outside, "id")->text, u"正文");
  const std::string tooMuch = journalRecord(1, "id", editPayload({1, 1, SIZE_MAX, u"甲"}));
  EXPECT_EQ(readJournal(head + tooMuch, "id")->lostBytes, tooMuch.size());
  EXPECT_EQ(codeOf(readJournal(other, "id")), ErrorCode::DamagedFile);
  EXPECT_EQ(codeOf(readJournal("", "id")), ErrorCode::DamagedFile);
}

TEST(JournalFormat, TheNewestStateCounts) {
  const std::string bytes = journalOf(startWith(u"正文"), {}) +
                            journalRecord(1, "id", statePayload(5, "一")) +
                            journalRecord(2, "id", statePayload(6, "二"));
  EXPECT_EQ(readJournal(bytes, "id")->state, "二");
}

TEST(JournalFormat, AClockSetBackChangesNothing) {
  const std::string bytes =
      journalOf(startWith(u"正文"),
                {{1700000009000, 2, 0, u"甲"}, {1600000000000, 3, 0, u"乙"}, {-5, 4, 0, u"丙"}});
  const auto content = readJournal(bytes, "id");
  ASSERT_TRUE(ok(content));
  EXPECT_EQ(content->text, u"正文甲乙丙");
  EXPECT_EQ(content->lostBytes, 0U);
}

TEST(JournalFormat, MarksComeBackFromTheirState) {
  Marks marks = test::fullDraft().marks;
  marks.comments[0].text += char16_t{0xD800};
  EXPECT_EQ(marksFromJson(marksToJson(marks)), marks);
  EXPECT_EQ(marksFromJson(marksToJson({})), Marks{});
  EXPECT_EQ(marksFromJson("{\"changes\":[[1]]}"), std::nullopt);
  EXPECT_EQ(marksFromJson("\xff"), std::nullopt);
  for (const std::string place : {"88888888888888888881", "-1", "1.5"}) {
    EXPECT_EQ(marksFromJson("{\"changes\":[[1,1," + place +
                            ",3,\"\",0,0]],\"comments\":[],\"dismissals\":[]}"),
              std::nullopt)
        << place;
  }
}

class EditJournalTest : public test::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    journals = folder / "state" / "journals";
  }
  /// What a crash now would leave: a copy of the journals, since a running program holds its own.
  [[nodiscard]] std::vector<RecoverableDraft> afterCrash() const {
    const fs::path copy = folder / "copy";
    fs::remove_all(copy);
    fs::copy(journals, copy);
    auto left = recoverable(copy);
    EXPECT_TRUE(ok(left));
    return std::move(*left);
  }
  [[nodiscard]] std::size_t files() const {
    std::error_code none;
    const fs::directory_iterator begin(journals, none);
    return none ? 0 : static_cast<std::size_t>(std::distance(begin, fs::directory_iterator()));
  }

  fs::path journals;
};

TEST_F(EditJournalTest, NothingTouchesTheDiskBeforeTheFirstEdit) {
  {
    EditJournal journal(journals, startWith(u"正文"));
    EXPECT_TRUE(ok(journal.flush()));
  }
  EXPECT_FALSE(fs::exists(journals));
}

TEST_F(EditJournalTest, EditsReachTheDiskWithinASecondWithoutBeingAsked) {
  EditJournal journal(journals, startWith(u"正文"));
  journal.edit(2, 0, u"甲");
  std::this_thread::sleep_for(1s);
  const auto left = afterCrash();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].content()->text, u"正文甲");
  EXPECT_EQ(left[0].base(), BaseState::Untitled);
}

TEST_F(EditJournalTest, OnlyTheUserMayReadIt) {
  EditJournal journal(journals, startWith(u"正文"));
  journal.edit(2, 0, u"甲");
  ASSERT_TRUE(ok(journal.flush()));
  struct stat info{};
  ASSERT_EQ(::stat(journal.file().c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 07777U, 0600U);
  ASSERT_EQ(::stat(journals.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 07777U, 0700U);
}

TEST_F(EditJournalTest, ManyEditsAndALongTextComeBack) {
  const std::u16string begin = test::report(2'000'000);
  EditJournal journal(journals, startWith(begin));
  std::u16string text = begin;
  for (std::size_t i = 0; i < 20000; ++i) {
    text.insert(1'000'000 + i, 1, u'字');
    journal.edit(1'000'000 + i, 0, u"字");
  }
  ASSERT_TRUE(ok(journal.flush()));
  const auto left = afterCrash();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].content()->text, text);
}

TEST_F(EditJournalTest, ADiscardedJournalIsGone) {
  EditJournal journal(journals, startWith(u"正文"));
  journal.edit(2, 0, u"甲");
  ASSERT_TRUE(ok(journal.flush()));
  EXPECT_EQ(files(), 1U);
  journal.discard();
  journal.edit(2, 0, u"乙");
  EXPECT_TRUE(ok(journal.flush()));
  EXPECT_EQ(files(), 0U);
}

TEST_F(EditJournalTest, AJournalThatSomebodyRemovedIsWrittenAgain) {
  EditJournal journal(journals, startWith(u"正文"));
  journal.edit(2, 0, u"甲");
  ASSERT_TRUE(ok(journal.flush()));
  fs::remove_all(folder / "state");
  journal.edit(3, 0, u"乙");
  ASSERT_TRUE(ok(journal.flush()));
  ASSERT_EQ(afterCrash().size(), 1U);
  EXPECT_EQ(afterCrash()[0].content()->text, u"正文甲乙");
}

TEST_F(EditJournalTest, AnUnusableFolderIsToldAndMendedByItself) {
  ASSERT_TRUE(writeFile(folder / "state", "a file where the folder should be"));
  std::atomic<int> failures = 0;
  std::atomic<int> mended = 0;
  JournalOptions options;
  options.retryAfter = 20ms;
  options.changed = [&](const std::optional<Error>& error) { ++(error ? failures : mended); };
  EditJournal journal(journals, startWith(u"正文"), options);
  journal.edit(2, 0, u"甲");
  EXPECT_EQ(codeOf(journal.flush()), ErrorCode::FolderUnwritable);
  EXPECT_TRUE(journal.failure().has_value());
  fs::remove(folder / "state");
  for (int i = 0; i < 500 && mended == 0; ++i) std::this_thread::sleep_for(10ms);
  EXPECT_EQ(failures, 1);
  EXPECT_EQ(mended, 1);
  EXPECT_FALSE(journal.failure().has_value());
  EXPECT_EQ(afterCrash().at(0).content()->text, u"正文甲");
}

TEST_F(EditJournalTest, AJournalOfARunningProgramIsNotOffered) {
  EditJournal journal(journals, startWith(u"正文"));
  journal.edit(2, 0, u"甲");
  ASSERT_TRUE(ok(journal.flush()));
  EXPECT_TRUE(recoverable(journals)->empty());
}

TEST_F(EditJournalTest, SeveralDraftsAreOfferedTheLastEditedFirst) {
  {
    EditJournal first(journals, startWith(u"第一"));
    first.edit(2, 0, u"甲");
    ASSERT_TRUE(ok(first.flush()));
    std::this_thread::sleep_for(5ms);
    EditJournal second(journals, startWith(u"第二"));
    second.edit(2, 0, u"乙");
  }
  auto left = recoverable(journals);
  ASSERT_TRUE(ok(left));
  ASSERT_EQ(left->size(), 2U);
  EXPECT_EQ((*left)[0].content()->text, u"第二乙");
  EXPECT_TRUE(recoverable(journals)->empty()) << "offered twice at the same time";
  EXPECT_TRUE(ok((*left)[0].discard()));
  left->clear();
  EXPECT_EQ(recoverable(journals)->size(), 1U);
}

TEST_F(EditJournalTest, AJournalWithoutItsStartIsToldNotHidden) {
  fs::create_directories(journals);
  ASSERT_TRUE(writeFile(journals / "0123.journal", "MXJ1 not a journal"));
  ASSERT_TRUE(writeFile(journals / "4567.journal", ""));
  ASSERT_TRUE(writeFile(journals / "89ab.journal.part", "half"));
  ASSERT_TRUE(writeFile(journals / "notes.txt", "not ours"));
  const auto left = recoverable(journals);
  ASSERT_EQ(left->size(), 1U);
  EXPECT_FALSE((*left)[0].content().has_value());
  EXPECT_GT((*left)[0].size(), 0U);
  EXPECT_EQ(files(), 2U);
}

TEST_F(EditJournalTest, NoFolderMeansNothingToRecover) {
  EXPECT_TRUE(recoverable(journals)->empty());
}

}  // namespace
}  // namespace moxian
