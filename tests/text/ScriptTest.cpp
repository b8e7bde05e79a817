#include "core/text/Script.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

TEST(Script, TellsTheTwoApart) {
  EXPECT_EQ(detectScript(u"政务公开工作总结"), Script::Simplified);
  EXPECT_EQ(detectScript(u"政務公開工作總結"), Script::Traditional);
}

TEST(Script, SharedCharactersDecideNothing) {
  EXPECT_EQ(detectScript(u"干部下乡，后台管理"), Script::Simplified);
  EXPECT_EQ(detectScript(u""), Script::Simplified);
}

}  // namespace
}  // namespace moxian
