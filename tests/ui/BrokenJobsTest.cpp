#include <gtest/gtest.h>

#include <QTest>
#include <new>
#include <stdexcept>

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

}  // namespace
}  // namespace moxian
