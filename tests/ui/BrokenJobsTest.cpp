#include <gtest/gtest.h>

#include <QDir>
#include <QTest>
#include <new>
#include <stdexcept>

#include "tests/ui/FailingMemory.h"
#include "tests/ui/Window.h"
#include "ui/Busy.h"
#include "ui/Worker.h"

namespace moxian {
namespace {

using Answer = Result<int>;

TEST(WorkerTest, AnAllocationFailureIsToldAndTheNextPieceRuns) {
  Worker worker;
  QString reason;
  int done = 0;
  worker.run([]() -> int { throw std::bad_alloc(); }, [&](int value) { done = value; },
             [&](const QString& why) { reason = why; });
  worker.run([] { return 7; }, [&](int value) { done = value; });
  EXPECT_TRUE(QTest::qWaitFor([&] { return done == 7; }));
  EXPECT_FALSE(reason.isEmpty());
}

TEST(WorkerTest, AnExceptionNobodyAskedForEndsNothing) {
  Worker worker;
  int done = 0;
  worker.run([]() -> int { throw std::runtime_error("broken"); }, [&](int value) { done = value; });
  worker.run([] { return 7; }, [&](int value) { done = value; });
  EXPECT_TRUE(QTest::qWaitFor([&] { return done == 7; }));
}

TEST(BusyTest, AnExceptionInAJobIsAnErrorLikeAnyOther) {
  const Answer broken = busyResult<Answer>(
      nullptr, {}, [](JobGate&) -> Answer { throw std::runtime_error("broken"); });
  ASSERT_FALSE(broken.has_value());
  EXPECT_EQ(broken.error().detail, "broken");
  const Answer memory =
      busyResult<Answer>(nullptr, {}, [](JobGate&) -> Answer { throw std::bad_alloc(); });
  ASSERT_FALSE(memory.has_value());
  EXPECT_EQ(memory.error().detail, "内存不足");
}

/// Memory that runs out in the middle of the program's own work.
class OutOfMemoryTest : public WindowTest {
 protected:
  CardList& suggestions() { return child<CardList>(u"suggestionsList"_s); }
  void corpusReady() {
    services->corpus->start();
    ASSERT_TRUE(until([this] { return services->corpus->state() == CorpusService::State::Ready; }));
  }
  const QString draft = u"云溪县民政局2024年工作总结\n一、存在的问题\n个别窗口等候时间过长。。\n"_s;
};

constexpr long kPlaces[] = {1, 2, 3, 5, 10, 30, 100, 300, 1000, 3000, 10'000, 30'000};

TEST_F(OutOfMemoryTest, TheCheckIsToldAndTheNextOneFindsAll) {
  int struck = 0;
  for (const long place : kPlaces) {
    editor().clear();
    ASSERT_TRUE(checked());
    {
      const FailingMemory memory(place);
      type(draft);
      ASSERT_TRUE(until([&] { return memory.struck() || window->check().settled(); }));
      struck += memory.struck() ? 1 : 0;
      if (memory.struck()) {
        EXPECT_TRUE(until([this] { return window->notices().text().contains(u"检查中断"_s); }));
      }
    }
    type(u"又"_s);
    ASSERT_TRUE(checked()) << "no check after one that broke off at allocation " << place;
    EXPECT_TRUE(hasFinding(u"punct"_s)) << place;
    EXPECT_EQ(text(), draft + u"又"_s);
    window->notices().hide();
    window->notices().post({{}, Severity::Hint, {}});
  }
  EXPECT_GT(struck, 3);
}

TEST_F(OutOfMemoryTest, SuggestionsComeBackAtTheNextPlace) {
  corpusReady();
  type(draft);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(until([this] { return suggestions().model()->rowCount() > 0; }));
  int struck = 0;
  for (const long place : kPlaces) {
    {
      const FailingMemory memory(place);
      press(Qt::Key_Home, Qt::ControlModifier);
      (void)QTest::qWaitFor([&] { return memory.struck(); }, 400);
      struck += memory.struck() ? 1 : 0;
    }
    press(Qt::Key_End, Qt::ControlModifier);
    type(u"一、下一步打算\n"_s);
    ASSERT_TRUE(checked());
    EXPECT_TRUE(until([this] { return suggestions().model()->rowCount() > 0; })) << place;
    run(Act::Undo);
    ASSERT_TRUE(checked());
  }
  EXPECT_GT(struck, 3);
}

TEST_F(OutOfMemoryTest, AnExportIsToldLeavesTheOldFileAndWorksAgain) {
  type(draft);
  ASSERT_TRUE(checked());
  int struck = 0;
  for (const auto& [act, name] :
       {std::pair{Act::ExportDocx, u"出.docx"_s}, std::pair{Act::ExportPdf, u"出.pdf"_s},
        std::pair{Act::ExportHtml, u"出.html"_s}}) {
    for (const long place : kPlaces) {
      write(name, "old");
      script->paths.enqueue(path(name));
      script->told.clear();
      const FailingMemory memory(place);
      run(act);
      if (!memory.struck()) break;
      ++struck;
      EXPECT_EQ(script->told.size(), 1) << name.toStdString() << ' ' << place;
      EXPECT_EQ(read(name), "old");
    }
    script->paths.enqueue(path(name));
    run(act);
    EXPECT_GT(read(name).size(), 100);
  }
  EXPECT_GT(struck, 10);
  for (const QString& left : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden)) {
    EXPECT_TRUE(left.startsWith(u"出."_s)) << left.toStdString();
  }
}

}  // namespace
}  // namespace moxian
