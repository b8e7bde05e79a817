#include "core/store/DocumentLock.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "core/store/FileWatch.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using test::codeOf;
using test::ok;

/// Runs `work` in another process up to its end.
int inAnotherProcess(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class DocumentLockTest : public test::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    document = folder / "年度总结.moxian";
    lockFile = folder / ".年度总结.moxian.moxian-lock";
    fallback = folder / "state" / "locks";
    ASSERT_TRUE(writeFile(document, "x"));
  }
  [[nodiscard]] DocumentLock::Attempt acquire(const std::string& user = "周同志") const {
    auto attempt = DocumentLock::acquire(document, user, fallback);
    EXPECT_TRUE(ok(attempt));
    return std::move(*attempt);
  }
  void writeLock(const std::string& host, const std::string& boot, std::int64_t pid) const {
    ASSERT_TRUE(writeFile(lockFile, "{\"user\":\"吴科长\",\"host\":\"" + host + "\",\"boot\":\"" +
                                        boot + "\",\"pid\":" + std::to_string(pid) + "}"));
  }

  fs::path document;
  fs::path lockFile;
  fs::path fallback;
};

TEST_F(DocumentLockTest, TheSecondOpenerIsToldWhoWrites) {
  const auto first = acquire();
  ASSERT_TRUE(first.lock.has_value());
  EXPECT_TRUE(first.lock->held());
  const auto second = acquire("吴科长");
  EXPECT_FALSE(second.lock.has_value());
  EXPECT_EQ(second.owner.user, "周同志");
  EXPECT_EQ(second.owner.process, thisProcess());
  EXPECT_GT(second.owner.since, 0);
}

TEST_F(DocumentLockTest, AnotherProgramIsKeptOutToo) {
  const auto first = acquire();
  EXPECT_EQ(inAnotherProcess([&] {
              auto attempt = DocumentLock::acquire(document, "吴科长", fallback);
              return attempt && !attempt->lock && attempt->owner.user == "周同志" ? 0 : 1;
            }),
            0);
  EXPECT_TRUE(first.lock->held());
}

TEST_F(DocumentLockTest, ReleasingRemovesTheFile) {
  {
    const auto first = acquire();
  }
  EXPECT_FALSE(fs::exists(lockFile));
  EXPECT_TRUE(acquire().lock.has_value());
}

TEST_F(DocumentLockTest, TheLockOfAKilledProgramIsFreeAtOnce) {
  EXPECT_EQ(inAnotherProcess([&] {
              auto attempt = DocumentLock::acquire(document, "吴科长", fallback);
              ::raise(SIGKILL);
              return attempt ? 1 : 2;
            }),
            -1);
  EXPECT_TRUE(fs::exists(lockFile));
  EXPECT_TRUE(acquire().lock.has_value());
}

TEST_F(DocumentLockTest, StaleLocksOfThisHostAreReplaced) {
  const ProcessIdentity here = thisProcess();
  writeLock(here.host, "another-boot", here.pid);
  EXPECT_TRUE(acquire().lock.has_value());
  writeLock(here.host, here.boot, 0x3FFFFFFF);
  EXPECT_TRUE(acquire().lock.has_value());
}

TEST_F(DocumentLockTest, ALockOfAnotherHostIsTakenOnlyWhenAsked) {
  writeLock("another-host", "boot", 1);
  const auto attempt = acquire();
  EXPECT_FALSE(attempt.lock.has_value());
  EXPECT_EQ(attempt.owner.user, "吴科长");
  EXPECT_EQ(attempt.owner.process.host, "another-host");
  const auto taken = DocumentLock::takeOver(document, "周同志", fallback);
  ASSERT_TRUE(ok(taken));
  EXPECT_TRUE(taken->held());
}

TEST_F(DocumentLockTest, ALockOfARunningProgramHereCannotBeTaken) {
  const auto first = acquire();
  EXPECT_EQ(codeOf(DocumentLock::takeOver(document, "吴科长", fallback)), ErrorCode::FileLocked);
}

TEST_F(DocumentLockTest, ALockThatACrashLeftHalfWrittenDoesNotBind) {
  ASSERT_TRUE(writeFile(lockFile, ""));
  EXPECT_TRUE(acquire().lock.has_value());
  ASSERT_TRUE(writeFile(lockFile, "{\"user\":\"吴"));
  EXPECT_TRUE(acquire().lock.has_value());
  ASSERT_TRUE(writeFile(lockFile, "{\"user\":7,\"host\":[]}"));
  EXPECT_TRUE(acquire().lock.has_value());
}

TEST_F(DocumentLockTest, TheOwnerSeesThatItsLockWasTaken) {
  const auto first = acquire();
  ASSERT_TRUE(first.lock->held());
  fs::remove(lockFile);
  EXPECT_FALSE(first.lock->held());
  writeLock("another-host", "boot", 1);
  EXPECT_FALSE(first.lock->held());
}

TEST_F(DocumentLockTest, ALinkAndItsTargetShareOneLock) {
  fs::create_symlink(document.filename(), folder / "link.moxian");
  const auto first = acquire();
  const auto second = DocumentLock::acquire(folder / "link.moxian", "吴科长", fallback);
  ASSERT_TRUE(ok(second));
  EXPECT_FALSE(second->lock.has_value());
}

TEST_F(DocumentLockTest, WhereTheFolderTakesNoFileTheLockLiesInTheStateFolder) {
  const test::ReadOnlyFolder closed(folder / "shared");
  if (!closed.works()) GTEST_SKIP() << "rights cannot be given up here";
  const fs::path inside = folder / "shared" / "a.moxian";
  const auto first = DocumentLock::acquire(inside, "周同志", fallback);
  ASSERT_TRUE(ok(first));
  ASSERT_TRUE(first->lock.has_value());
  EXPECT_EQ(first->lock->file().parent_path(), fallback);
  EXPECT_FALSE(DocumentLock::acquire(inside, "吴科长", fallback)->lock.has_value());
}

TEST_F(DocumentLockTest, TheLongestNamesCanBeLocked) {
  const fs::path named = folder / std::string(255, 'a');
  ASSERT_TRUE(writeFile(named, "x"));
  EXPECT_TRUE(DocumentLock::acquire(named, "周同志", fallback)->lock.has_value());
}

TEST(ProcessIdentity, TellsProcessesApart) {
  const ProcessIdentity here = thisProcess();
  EXPECT_EQ(livenessOf(here), Liveness::Alive);
  ProcessIdentity other = here;
  other.started += 1;
  EXPECT_EQ(livenessOf(other), Liveness::Dead);
  other = here;
  other.host += "x";
  other.machine.clear();
  EXPECT_EQ(livenessOf(other), Liveness::Unknown);
}

TEST(ProcessIdentity, HostsOfOneNameAreToldApartAndARenamedHostIsTheSame) {
  const ProcessIdentity here = thisProcess();
  if (here.machine.empty()) GTEST_SKIP() << "this system has no machine id";
  ProcessIdentity other = here;
  other.machine = "another";
  other.boot = "another";
  EXPECT_EQ(livenessOf(other), Liveness::Unknown) << "it may be running there";
  other = here;
  other.host = "renamed";
  EXPECT_EQ(livenessOf(other), Liveness::Alive);
}

class FileWatchTest : public test::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    path = folder / "a.txt";
    ASSERT_TRUE(writeFile(path, "正文"));
    auto begun = FileWatch::begin(path);
    ASSERT_TRUE(ok(begun));
    watch = *begun;
  }
  fs::path path;
  FileWatch watch;
};

TEST_F(FileWatchTest, AnUntouchedFileIsTheSame) {
  EXPECT_EQ(watch.look().state, DiskState::Same);
}

TEST_F(FileWatchTest, TheSameContentIsTheSameHoweverItCameThere) {
  fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(24 * 365));
  EXPECT_EQ(watch.look().state, DiskState::Same);
  ASSERT_TRUE(writeFile(path, "正文"));
  EXPECT_EQ(watch.look().state, DiskState::Same);
}

TEST_F(FileWatchTest, OtherContentIsAChangeAlsoAtTheSameSizeAndTime) {
  const auto time = fs::last_write_time(path);
  ASSERT_TRUE(writeFile(path, "他文"));
  fs::last_write_time(path, time);
  EXPECT_EQ(watch.look().state, DiskState::Changed);
}

TEST_F(FileWatchTest, ARenamedFileIsFound) {
  fs::rename(path, folder / "b.txt");
  const auto finding = watch.look();
  EXPECT_EQ(finding.state, DiskState::Moved);
  EXPECT_EQ(finding.movedTo, folder / "b.txt");
}

TEST_F(FileWatchTest, ADeletedFileIsTold) {
  fs::remove(path);
  EXPECT_EQ(watch.look().state, DiskState::Deleted);
}

TEST_F(FileWatchTest, AShareThatIsGoneIsNotADeletion) {
  fs::create_directory(folder / "share");
  fs::rename(path, folder / "share" / "a.txt");
  auto onShare = FileWatch::begin(folder / "share" / "a.txt");
  ASSERT_TRUE(ok(onShare));
  fs::rename(folder / "share", folder / "away");
  EXPECT_EQ(onShare->look().state, DiskState::Unreachable);
}

TEST_F(FileWatchTest, AChangeDuringASaveIsSeen) {
  const std::string written = "我的";
  const auto begun = FileWatch::begin(path, hashOf(std::as_bytes(std::span(written))));
  ASSERT_TRUE(ok(begun));
  EXPECT_EQ(FileWatch(*begun).look().state, DiskState::Changed);
}

}  // namespace
}  // namespace moxian
