#include "core/base/Module.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

TEST(Module, OneThatIsNotThereIsNamedToTheUser) {
  const auto loaded = loadModule("no-such-module");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::ResourceMissing);
  EXPECT_TRUE(loaded.error().subject.ends_with("lib/moxian/no-such-module.so"));
}

}  // namespace
}  // namespace moxian
