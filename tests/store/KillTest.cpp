// Programs that are killed (kill -9) at a known place; tests/store/kill-loop kills at random ones.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <iostream>
#include <thread>

#include "core/store/OpenDocument.h"
#include "tests/store/Faults.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using faults::Call;
using test::fullDraft;
using test::ok;

constexpr Call kCalls[] = {Call::Create,   Call::Write,  Call::Sync,
                           Call::Truncate, Call::Rename, Call::Unlink};

/// Runs `work` in a process of its own; true if that was killed.
bool killed(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "the work itself went wrong";
  return WIFSIGNALED(status);
}

class KillTest : public test::StoreTest, public testing::WithParamInterface<const char*> {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    fs::create_directory(folder / "docs");
    path = folder / "docs" / GetParam();
  }
  [[nodiscard]] StoreSettings settings() const {
    StoreSettings out;
    out.user = "周同志";
    out.journals = folder / "journals";
    out.locks = folder / "locks";
    out.journal.writeWithin = 1ms;
    return out;
  }
  void saveNew(const Draft& draft) const {
    OpenDocument document = OpenDocument::untitled(settings());
    ASSERT_TRUE(ok(document.saveAs(path, draft)));
    document.close();
  }

  /// What the next start of the program has: the draft that is offered, else the document's.
  [[nodiscard]] std::optional<OpenDocument::Opened> nextStart() const {
    auto left = recoverable(folder / "journals");
    EXPECT_TRUE(ok(left));
    EXPECT_LE(left->size(), 1U);
    if (left->empty() && !fs::exists(path)) return {};
    auto opened = left->empty() ? OpenDocument::open(path, settings())
                                : OpenDocument::recover(left->front(), settings());
    EXPECT_TRUE(ok(opened));
    if (!opened) return {};
    EXPECT_FALSE(opened->document.readOnly()) << "the lock of the killed program binds";
    return std::move(*opened);
  }
  /// All that lies beside the document.
  [[nodiscard]] std::string beside() const {
    std::string out;
    for (const auto& entry : fs::directory_iterator(folder / "docs")) {
      if (entry.path() != path) out += entry.path().filename().string() + " ";
    }
    return out;
  }

  /// Saves `after` over `before` in a program that is killed before the first, the second … call of
  /// each kind. `lose`: whether the edit itself may be gone (the call was the journal's own).
  void killBeforeEveryCall(const Draft& before, const Draft& after, bool exists) {
    int kills = 0;
    for (const Call call : kCalls) {
      for (int skip = 0; skip < 500; ++skip) {
        fs::remove_all(folder / "docs");
        fs::remove_all(folder / "journals");
        fs::create_directory(folder / "docs");
        if (exists) saveNew(before);
        faults::Fault fault;
        fault.call = call;
        fault.skip = skip;
        fault.path = (folder / "docs").string();
        fault.kill = true;
        if (!killed([&] { return saveOnce(fault, before, after, exists); })) break;
        ++kills;
        const std::string where =
            "call " + std::to_string(static_cast<int>(call)) + ", number " + std::to_string(skip);
        expectNothingLost(before, after, exists, where);
      }
    }
    EXPECT_GE(kills, 5);
    std::cout << kills << " kills\n";
  }

  int saveOnce(const faults::Fault& fault, const Draft& before, const Draft& after, bool exists) {
    auto opened = exists ? OpenDocument::open(path, settings())
                         : OpenDocument::Opened{OpenDocument::untitled(settings()), {}};
    if (!opened) return 1;
    const std::size_t length = exists ? before.text.size() : 0;
    opened->document.edited(0, length, after.text);
    std::this_thread::sleep_for(30ms);  // what was typed a second ago is with the system
    const faults::Injected injected(fault);
    return exists ? (opened->document.save(after) ? 0 : 2)
                  : (opened->document.saveAs(path, after) ? 0 : 3);
  }

  void expectNothingLost(const Draft& before, const Draft& after, bool exists,
                         const std::string& where) {
    SCOPED_TRACE(where);
    if (exists) {
      const auto text = textInFile(path, Encoding::Utf8);
      ASSERT_TRUE(ok(text));
      EXPECT_TRUE(*text == before.text || *text == after.text) << "neither the old nor the new";
    }
    auto opened = nextStart();
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(opened->loaded.draft.text, after.text);
    if (opened->document.moxian() != nullptr) {
      EXPECT_FALSE(opened->document.moxian()->damage().any());
    }
    Draft next = opened->loaded.draft;
    next.text += u"接着写";
    ASSERT_TRUE(ok(opened->document.saveAs(path, next)));
    opened->document.close();
    EXPECT_EQ(textInFile(path, Encoding::Utf8), next.text);
    EXPECT_EQ(beside(), "") << "left by the killed program";
  }

  fs::path path;
};

/// A draft that plain text can hold too.
Draft plainDraft(std::uint32_t seed) {
  Draft draft;
  draft.text = test::report(9000, seed);
  return draft;
}

TEST_P(KillTest, WhileSavingOverAFile) {
  killBeforeEveryCall(plainDraft(1), plainDraft(2), true);
}

TEST_P(KillTest, WhileSavingForTheFirstTime) {
  killBeforeEveryCall({}, plainDraft(2), false);
}

TEST_P(KillTest, WhileTyping) {
  const Draft before = plainDraft(1);
  saveNew(before);
  for (int round = 0; round < 10; ++round) {
    const std::u16string word = u"第" + std::u16string(static_cast<std::size_t>(round) + 1, u'句');
    std::u16string typed;
    ASSERT_TRUE(killed([&] {
      auto opened = nextStart();
      if (!opened) return 1;
      for (int key = 0; key < 40; ++key) {
        opened->document.edited(0, 0, word);
        std::this_thread::sleep_for(1ms);
      }
      std::this_thread::sleep_for(30ms);
      return ::raise(SIGKILL);
    }));
    for (int key = 0; key < 40; ++key) typed += word;
    const auto opened = nextStart();
    ASSERT_TRUE(opened.has_value());
    EXPECT_TRUE(opened->recovered);
    EXPECT_TRUE(opened->loaded.draft.text.starts_with(typed));
    EXPECT_TRUE(opened->loaded.draft.text.ends_with(before.text));
    EXPECT_EQ(textInFile(path, Encoding::Utf8), before.text) << "written without being saved";
  }
}

INSTANTIATE_TEST_SUITE_P(Store, KillTest, testing::Values("a.moxian", "a.txt"),
                         [](const auto& parameter) {
                           return std::string(parameter.param) == "a.txt" ? "PlainText" : "Moxian";
                         });

}  // namespace
}  // namespace moxian
