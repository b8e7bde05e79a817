// Disks that fail: every write, sync, rename and removal of a save in turn.
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <thread>

#include "core/store/OpenDocument.h"
#include "tests/store/Faults.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using faults::Call;
using test::codeOf;
using test::fullDraft;
using test::ok;

/// How a file is saved: a .moxian document or plain text.
class SavingFaultTest : public test::StoreTest, public testing::WithParamInterface<const char*> {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    path = folder / GetParam();
    OpenDocument document = OpenDocument::untitled(settings());
    ASSERT_TRUE(ok(document.saveAs(path, before)));
    document.close();
  }
  [[nodiscard]] StoreSettings settings() const {
    StoreSettings out;
    out.user = "周同志";
    out.locks = folder / "locks";
    return out;
  }
  [[nodiscard]] std::u16string textOnDisk() const {
    auto text = textInFile(path, Encoding::Gb18030);
    EXPECT_TRUE(ok(text));
    return text.value_or(u"");
  }

  /// Saves with a fault at the first, the second … call of its kind until none is struck any more.
  /// The file must hold the old or the new text, the new one if the save was told done, and the
  /// next save must work.
  void saveWithEveryFault(faults::Fault fault, const std::vector<ErrorCode>& expected,
                          bool mayMissIt = false) {
    int struck = 0;
    for (fault.skip = 0; fault.skip < 500; ++fault.skip) {
      auto opened = OpenDocument::open(path, settings());
      ASSERT_TRUE(ok(opened));
      Draft draft = before;
      draft.text += u"第" + std::u16string(static_cast<std::size_t>(fault.skip) % 7 + 1, u'次');
      const std::u16string old = textOnDisk();
      int hits = 0;
      Result<SaveOutcome> saved;
      {
        const faults::Injected injected(fault);
        saved = opened->document.save(draft);
        hits = injected.hits();
      }
      if (saved) {
        EXPECT_EQ(textOnDisk(), draft.text) << fault.skip;
        EXPECT_TRUE(hits == 0 || mayMissIt) << "a failure was not told: " << fault.skip;
      } else {
        EXPECT_TRUE(std::ranges::contains(expected, saved.error().code))
            << static_cast<int>(saved.error().code) << ' ' << saved.error().detail;
        const std::u16string now = textOnDisk();
        EXPECT_TRUE(now == old || now == draft.text) << fault.skip;
      }
      opened->document.keepMine();
      draft.text += u"又一次";
      ASSERT_TRUE(ok(opened->document.save(draft))) << fault.skip;
      EXPECT_EQ(textOnDisk(), draft.text);
      opened->document.close();
      if (hits == 0) break;
      ++struck;
    }
    EXPECT_GT(struck, 0) << "the fault never struck";
    EXPECT_EQ(leftovers(), "");
  }

  [[nodiscard]] std::string leftovers() const {
    std::string out;
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with(".") || name.ends_with("-journal")) out += name + " ";
    }
    return out;
  }

  fs::path path;
  Draft before = fullDraft(20000);
};

TEST_P(SavingFaultTest, DiskFull) {
  saveWithEveryFault({Call::Write, ENOSPC, 0, 1 << 30, path.filename().string()},
                     {ErrorCode::DiskFull});
}

TEST_P(SavingFaultTest, DiskFullForAMoment) {
  saveWithEveryFault({Call::Write, ENOSPC, 0, 1, path.filename().string()}, {ErrorCode::DiskFull},
                     true);
}

TEST_P(SavingFaultTest, QuotaUsedUp) {
  saveWithEveryFault({Call::Write, EDQUOT, 0, 1 << 30, path.filename().string()},
                     {ErrorCode::DiskFull});
}

TEST_P(SavingFaultTest, ShortWrites) {
  faults::Fault fault{Call::Write, 0, 0, 1 << 30, path.filename().string()};
  auto opened = OpenDocument::open(path, settings());
  ASSERT_TRUE(ok(opened));
  const Draft draft = fullDraft(20000, 2);
  Result<SaveOutcome> saved;
  {
    const faults::Injected injected(fault);
    saved = opened->document.save(draft);
    EXPECT_GT(injected.hits(), 0);
  }
  // Both may do: go on with the rest, or give up with the old file in place
  EXPECT_EQ(textOnDisk(), saved ? draft.text : before.text);
  if (!saved) {
    EXPECT_EQ(saved.error().code, ErrorCode::DiskFull);
  }
}

TEST_P(SavingFaultTest, DeviceFailsWhileWriting) {
  saveWithEveryFault({Call::Write, EIO, 0, 1 << 30, path.filename().string()},
                     {ErrorCode::WriteFailed});
}

TEST_P(SavingFaultTest, SyncFails) {
  saveWithEveryFault({Call::Sync, EIO, 0, 1, folder.string()},
                     {ErrorCode::WriteFailed, ErrorCode::ReadFailed}, true);
}

TEST_P(SavingFaultTest, FolderTakesNoNewFile) {
  saveWithEveryFault({Call::Create, EACCES, 0, 1 << 30, path.filename().string()},
                     {ErrorCode::FolderUnwritable}, true);
}

TEST_P(SavingFaultTest, DiskTurnsReadOnly) {
  saveWithEveryFault({Call::Create, EROFS, 0, 1 << 30, path.filename().string()},
                     {ErrorCode::FolderUnwritable}, true);
}

INSTANTIATE_TEST_SUITE_P(Store, SavingFaultTest, testing::Values("a.moxian", "a.txt"),
                         [](const auto& parameter) {
                           return std::string(parameter.param) == "a.txt" ? "PlainText" : "Moxian";
                         });

class FaultTest : public test::StoreTest {};

TEST_F(FaultTest, RenameFails) {
  const fs::path path = folder / "a.txt";
  ASSERT_TRUE(writeFile(path, "旧"));
  {
    const faults::Injected injected({Call::Rename, EIO, 0, 1, "a.txt"});
    EXPECT_EQ(codeOf(writeFile(path, "新")), ErrorCode::WriteFailed);
  }
  EXPECT_EQ(bytes(path), "旧");
  EXPECT_EQ(listing(), "a.txt ");
  const fs::path document = folder / "b.moxian";
  ASSERT_TRUE(ok(MoxianFile::create(document, fullDraft())));
  {
    const faults::Injected injected({Call::Rename, EXDEV, 0, 1, "b.moxian"});
    EXPECT_EQ(codeOf(MoxianFile::create(document, fullDraft(3000, 2))), ErrorCode::WriteFailed);
  }
  EXPECT_EQ(MoxianFile::open(document)->draft, fullDraft());
  EXPECT_EQ(listing(), "a.txt b.moxian ");
}

TEST_F(FaultTest, ANewDocumentThatDoesNotFitLeavesNothing) {
  for (int skip = 0; skip < 12; skip += 3) {
    const faults::Injected injected({Call::Write, ENOSPC, skip, 1 << 30, "b.moxian"});
    EXPECT_EQ(codeOf(MoxianFile::create(folder / "b.moxian", fullDraft(20000))),
              ErrorCode::DiskFull);
  }
  EXPECT_EQ(listing(), "");
}

TEST_F(FaultTest, AJournalThatCannotBeRemovedIsUndoneByTheNextOpening) {
  const fs::path document = folder / "b.moxian";
  auto file = MoxianFile::create(document, fullDraft());
  ASSERT_TRUE(ok(file));
  Result<void> saved;
  {
    const faults::Injected injected({Call::Unlink, EIO, 0, 1 << 30, "-journal"});
    saved = file->save(fullDraft(3000, 2));
  }
  const auto opened = MoxianFile::open(document);
  ASSERT_TRUE(ok(opened));
  EXPECT_EQ(opened->draft, saved ? fullDraft(3000, 2) : fullDraft());
}

/// Journals on a failing disk.
class JournalFaultTest : public test::StoreTest {
 protected:
  [[nodiscard]] std::u16string recovered() const {
    const fs::path copy = folder / "copy";
    fs::remove_all(copy);
    fs::copy(folder / "journals", copy);
    const auto left = recoverable(copy);
    return left && left->size() == 1 && left->front().content() ? left->front().content()->text
                                                                : u"(nothing)";
  }
  void typeThrough(faults::Fault fault, ErrorCode expected) {
    JournalOptions options;
    options.writeWithin = 1ms;
    options.syncWithin = 1ms;
    options.retryAfter = 5ms;
    JournalStart start;
    start.text = u"开头";
    EditJournal journal(folder / "journals", start, options);
    std::u16string text = start.text;
    const auto type = [&](int keys) {
      for (int i = 0; i < keys; ++i) {
        text += static_cast<char16_t>(u'甲' + i);
        journal.edit(text.size() - 1, 0, std::u16string_view(text).substr(text.size() - 1));
      }
    };
    type(50);
    ASSERT_TRUE(ok(journal.flush()));
    const std::u16string safe = text;
    {
      const faults::Injected injected(std::move(fault));
      type(50);
      EXPECT_EQ(codeOf(journal.flush()), expected);
      EXPECT_GT(injected.hits(), 0);
      EXPECT_TRUE(recovered().starts_with(safe)) << "what was safe before is still safe";
    }
    type(50);
    ASSERT_TRUE(ok(journal.flush()));
    EXPECT_EQ(recovered(), text);
  }
};

TEST_F(JournalFaultTest, DiskFullForTheJournalLosesNothingOnceThereIsRoom) {
  typeThrough({Call::Write, ENOSPC, 0, 1 << 30, ".journal"}, ErrorCode::DiskFull);
}

TEST_F(JournalFaultTest, DeviceFailsWhileWriting) {
  typeThrough({Call::Write, EIO, 0, 1 << 30, ".journal"}, ErrorCode::WriteFailed);
}

TEST_F(JournalFaultTest, SyncFailsAndEverythingIsWrittenAgainElsewhere) {
  typeThrough({Call::Sync, EIO, 0, 1 << 30, ".journal"}, ErrorCode::WriteFailed);
}

TEST_F(JournalFaultTest, AJournalThatCouldNotBeSyncedIsStillRemoved) {
  EditJournal journal(folder / "journals", {});
  journal.edit(0, 0, u"开头");
  ASSERT_TRUE(ok(journal.handOver()));
  const faults::Injected injected({Call::Sync, EIO, 0, 1 << 30, ".journal"});
  EXPECT_EQ(codeOf(journal.flush()), ErrorCode::WriteFailed);
  journal.discard();
  EXPECT_TRUE(fs::is_empty(folder / "journals"));
}

TEST_F(JournalFaultTest, ShortWritesAreContinued) {
  JournalStart start;
  start.text = test::report(50000);
  EditJournal journal(folder / "journals", start);
  const faults::Injected injected({Call::Write, 0, 0, 1 << 30, ".journal"});
  journal.edit(0, 0, u"甲");
  ASSERT_TRUE(ok(journal.flush()));
  EXPECT_GT(injected.hits(), 0);
  EXPECT_EQ(recovered(), u"甲" + start.text);
}

TEST_F(JournalFaultTest, TypingGoesOnWhileTheJournalHangsOnAFailingDisk) {
  const faults::Injected injected({Call::Create, EROFS, 0, 1 << 30, ".journal"});
  EditJournal journal(folder / "journals", JournalStart());
  for (std::size_t i = 0; i < 1000; ++i) journal.edit(i, 0, u"字");
  EXPECT_EQ(codeOf(journal.flush()), ErrorCode::FolderUnwritable);
  EXPECT_TRUE(journal.failure().has_value());
  journal.discard();
}

/// Makes this process root of a world of its own, in which it may mount.
bool ownWorld() {
  const auto put = [](const char* file, const std::string& text) {
    const Descriptor out(::open(file, O_WRONLY | O_CLOEXEC));
    return ::write(out.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
  };
  const std::string user = "0 " + std::to_string(::geteuid()) + " 1";
  const std::string group = "0 " + std::to_string(::getegid()) + " 1";
  return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && put("/proc/self/setgroups", "deny") &&
         put("/proc/self/uid_map", user) && put("/proc/self/gid_map", group);
}

/// Runs `work` in a process that sees a file system of `size` bytes at `place`; 77 where a process
/// may not mount one.
int onSmallDisk(const fs::path& place, const char* size, const std::function<int()>& work) {
  constexpr int kCannot = 77;
  const pid_t child = ::fork();
  if (child == 0) {
    if (!ownWorld() || ::mount("none", place.c_str(), "tmpfs", 0, size) != 0) ::_exit(kCannot);
    ::_exit(work());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(FaultTest, ARealFullDisk) {
  const fs::path disk = folder / "disk";
  fs::create_directory(disk);
  const int result = onSmallDisk(disk, "size=512k", [&] {
    const fs::path path = disk / "a.moxian";
    auto file = MoxianFile::create(path, fullDraft(20000));
    if (!file) return 1;
    if (!writeFile(disk / "a.txt", "正文")) return 2;
    Draft larger = fullDraft(400'000, 2);
    const auto saved = file->save(larger);
    if (saved || saved.error().code != ErrorCode::DiskFull) return 3;
    const auto written = writeFile(disk / "a.txt", std::string(1'000'000, 'x'));
    if (written || written.error().code != ErrorCode::DiskFull) return 4;
    if (MoxianFile::open(path)->draft != fullDraft(20000)) return 5;
    if (readFile(disk / "a.txt") != "正文") return 6;
    return file->save(fullDraft(20000, 3)) ? 0 : 7;
  });
  if (result == 77) GTEST_SKIP() << "no file system can be mounted here";
  EXPECT_EQ(result, 0);
}

}  // namespace
}  // namespace moxian
