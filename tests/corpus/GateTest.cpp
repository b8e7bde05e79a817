#include "core/corpus/Gate.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

TEST(Gate, TakesOrdinarySentences) {
  EXPECT_EQ(refusalOf(u"全年共办理群众来信126件，办结率100%。"), std::nullopt);
  EXPECT_EQ(refusalOf(u"一是加强培训（含线上），提高业务能力；"), std::nullopt);
  EXPECT_EQ(refusalOf(u"现将有关情况总结如下："), std::nullopt);
  EXPECT_EQ(refusalOf(u"落实“三会一课”制度。”"), Refusal::Unbalanced);
  EXPECT_EQ(refusalOf(u"做到“人人有责、人人尽责。”"), std::nullopt);
  EXPECT_EQ(refusalOf(u"1)加强对窗口人员的业务培训。"), std::nullopt);
  EXPECT_EQ(refusalOf(u"加强培训（含线上培训),提高业务能力。"), std::nullopt);
}

TEST(Gate, RefusesFragments) {
  EXPECT_EQ(refusalOf(u"成效明显。"), Refusal::TooShort);
  EXPECT_EQ(refusalOf(u"加强组织领导和统筹协调力度"), Refusal::Unfinished);
  EXPECT_EQ(refusalOf(std::u16string(500, u'好') + u"。"), Refusal::TooLong);
  EXPECT_EQ(refusalOf(u"https://example.org/a/b/c?d=e。"), Refusal::NoHan);
}

TEST(Gate, RefusesDamage) {
  EXPECT_EQ(refusalOf(u"对渠道（含支渠进行了全面清淤。"), Refusal::Unbalanced);
  EXPECT_EQ(refusalOf(u"”回头看“工作取得了一定的成效。"), Refusal::Unbalanced);
  EXPECT_EQ(refusalOf(u"由***同志牵头负责具体的落实工作。"), Refusal::Damaged);
  EXPECT_EQ(refusalOf(u"共受理各类申请?12件，全部按期办结。"), Refusal::Damaged);
  EXPECT_EQ(refusalOf(u"共受理各类\uFFFD申请，全部按期办结。"), Refusal::Damaged);
  EXPECT_EQ(refusalOf(u"共受理各类\uE012申请，全部按期办结。"), Refusal::Damaged);
  EXPECT_EQ(refusalOf(u"加强对窗口人员的培训，，提高业务能力。"), Refusal::Damaged);
  EXPECT_EQ(refusalOf(u"加强对窗口人员的培训，、提高业务能力。"), Refusal::Damaged);
}

}  // namespace
}  // namespace moxian
