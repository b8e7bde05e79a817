// Power cuts: what was not synced is dropped, in part or wholly, also after a rename.
#include "tests/store/PowerLoss.h"

#include <iostream>

#include "core/store/OpenDocument.h"
#include "tests/store/Support.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using test::fullDraft;
using test::ok;

class PowerLossTest : public test::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    disk = folder / "disk";
    fs::create_directory(disk);
  }

  /// Cuts the power `cuts` times after each operation and puts what is left into the folder.
  /// `look(done)` then looks at it; `done`: the work had been told done.
  template <class Look>
  void cutEverywhere(const faults::Disk& before, const std::map<std::string, ino_t>& inodes,
                     const std::vector<faults::Operation>& operations, int cuts, Look look) {
    std::mt19937 random(11);
    int states = 0;
    for (std::size_t count = 0; count <= operations.size(); ++count) {
      for (int cut = 0; cut < cuts; ++cut, ++states) {
        const auto left = faults::afterPowerLoss(before, inodes, operations, count, random);
        fs::remove_all(disk);
        fs::create_directory(disk);
        for (const auto& [path, content] : left) ASSERT_TRUE(test::plainWrite(path, content));
        look(count == operations.size());
        if (HasFatalFailure()) return;
      }
    }
    std::cout << operations.size() << " operations, " << states << " power cuts\n";
  }

  fs::path disk;
};

TEST_F(PowerLossTest, APlainFileIsTheOldOrTheNewOne) {
  const fs::path path = disk / "a.txt";
  const std::string old(20000, 'o');
  const std::string now(30000, 'n');
  ASSERT_TRUE(writeFile(path, old));
  const auto before = faults::diskOf(disk);
  const auto inodes = faults::inodesOf(disk);
  std::vector<faults::Operation> operations;
  {
    const faults::Recording recording(disk);
    ASSERT_TRUE(writeFile(path, now));
    operations = recording.operations();
  }
  ASSERT_GE(operations.size(), 4U);
  cutEverywhere(before, inodes, operations, 50, [&](bool done) {
    const std::string left = bytes(path);
    EXPECT_TRUE(left == now || (!done && left == old));
  });
}

TEST_F(PowerLossTest, ADocumentHoldsTheOldOrTheNewDraft) {
  const fs::path path = disk / "a.moxian";
  SaveRequest request;
  request.version = NewVersion{};
  auto file = MoxianFile::create(path, fullDraft(15000), request);
  ASSERT_TRUE(ok(file));
  const auto before = faults::diskOf(disk);
  const auto inodes = faults::inodesOf(disk);
  Draft changed = fullDraft(15000, 2);
  std::vector<faults::Operation> operations;
  {
    const faults::Recording recording(disk);
    ASSERT_TRUE(ok(file->save(changed, request)));
    operations = recording.operations();
  }
  cutEverywhere(before, inodes, operations, 20, [&](bool done) {
    const auto opened = MoxianFile::open(path);
    ASSERT_TRUE(ok(opened));
    EXPECT_FALSE(opened->file.damage().any());
    EXPECT_TRUE(opened->draft == changed || (!done && opened->draft == fullDraft(15000)));
    EXPECT_EQ(opened->file.versions().size(), opened->draft == changed ? 2U : 1U);
  });
}

TEST_F(PowerLossTest, ANewDocumentIsWholeOrNotThere) {
  const fs::path path = disk / "a.moxian";
  std::vector<faults::Operation> operations;
  {
    const faults::Recording recording(disk);
    ASSERT_TRUE(ok(MoxianFile::create(path, fullDraft(15000))));
    operations = recording.operations();
  }
  cutEverywhere({}, {}, operations, 20, [&](bool done) {
    if (!done && !fs::exists(path)) return;
    const auto opened = MoxianFile::open(path);
    ASSERT_TRUE(ok(opened));
    EXPECT_EQ(opened->draft, fullDraft(15000));
  });
}

TEST_F(PowerLossTest, AJournalGivesAllThatWasSynced) {
  JournalStart start;
  start.text = test::report(5000);
  std::u16string text = start.text;
  std::u16string safe;
  std::vector<faults::Operation> operations;
  std::size_t synced = 0;
  {
    const faults::Recording recording(disk);
    EditJournal journal(disk, start);
    for (int round = 0; round < 5; ++round) {
      for (std::size_t i = 0; i < 10; ++i) {
        text.insert(i * 7, 1, u'字');
        journal.edit(i * 7, 0, u"字");
      }
      ASSERT_TRUE(ok(journal.flush()));
      if (round == 3) {
        safe = text;
        synced = recording.operations().size();
      }
    }
    operations = recording.operations();
  }
  const std::vector<faults::Operation> rest(
      operations.begin() + static_cast<std::ptrdiff_t>(synced), operations.end());
  ASSERT_FALSE(rest.empty());
  std::mt19937 random(3);
  for (std::size_t count = synced; count <= operations.size(); ++count) {
    for (int cut = 0; cut < 30; ++cut) {
      const auto left = faults::afterPowerLoss({}, {}, operations, count, random);
      fs::remove_all(disk);
      fs::create_directory(disk);
      for (const auto& [path, content] : left) ASSERT_TRUE(test::plainWrite(path, content));
      const auto drafts = recoverable(disk);
      ASSERT_TRUE(ok(drafts));
      ASSERT_EQ(drafts->size(), 1U);
      ASSERT_TRUE(drafts->front().content().has_value());
      EXPECT_GE(drafts->front().content()->edits, 40U);
      if (drafts->front().content()->edits == 40U) {
        EXPECT_EQ(drafts->front().content()->text, safe);
      }
    }
  }
}

}  // namespace
}  // namespace moxian
