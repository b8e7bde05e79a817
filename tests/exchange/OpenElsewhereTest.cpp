#include "core/exchange/OpenElsewhere.h"

#include <gtest/gtest.h>

#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

TEST(OpenElsewhere, AFileThatNobodyHasOpenIsFree) {
  const test::TemporaryFolder folder;
  EXPECT_FALSE(openElsewhere(folder.with("总结.docx", "PK")));
  EXPECT_FALSE(openElsewhere(folder.path() / "没有.docx"));
}

TEST(OpenElsewhere, LibreOfficeSaysWhoAndWhere) {
  const test::TemporaryFolder folder;
  const auto file = folder.with("总结.docx", "PK");
  const auto lock =
      folder.with(".~lock.总结.docx#", "王\\,核,wang,pc7,01.02.2026 09:30,file:///srv/wang/x;");
  const auto there = openElsewhere(file);
  ASSERT_TRUE(there);
  EXPECT_EQ(there->program, "LibreOffice");
  EXPECT_EQ(there->user, "王,核");
  EXPECT_EQ(there->host, "pc7");
  EXPECT_EQ(there->mark, lock);
}

TEST(OpenElsewhere, ALoginStandsInForAMissingName) {
  const test::TemporaryFolder folder;
  const auto file = folder.with("a.docx", "PK");
  (void)folder.with(".~lock.a.docx#", ",wang,pc7,01.02.2026 09:30,;");
  EXPECT_EQ(openElsewhere(file)->user, "wang");
}

/// An owner file of Word's: 王核 in UTF-16 behind its length.
std::string byWang() {
  std::string owner(162, '\0');
  owner[54] = 2;
  owner.replace(56, 4, "\x8b\x73\x38\x68");
  return owner;
}

TEST(OpenElsewhere, WordAndWpsAreSeenAlsoWhereTheNameLosesItsFirstCharacters) {
  const std::pair<const char*, const char*> names[] = {
      {"年度工作总结.docx", "~$年度工作总结.docx"},
      {"年度工作总结稿.docx", "~$度工作总结稿.docx"},
      {"年度工作总结初稿.docx", "~$工作总结初稿.docx"},
      {"2023.10年度总结.docx", "~$23.10年度总结.docx"},
  };
  for (const auto& [name, mark] : names) {
    const test::TemporaryFolder folder;
    const auto file = folder.with(name, "PK");
    (void)folder.with(mark, byWang());
    const auto there = openElsewhere(file);
    ASSERT_TRUE(there) << name;
    EXPECT_EQ(there->program, "Word/WPS");
    EXPECT_EQ(there->user, "王核") << name;
    EXPECT_TRUE(there->orThis.empty()) << name;
  }
}

TEST(OpenElsewhere, ANameThatAnotherFilesMarkEndsWithIsFree) {
  const test::TemporaryFolder folder;
  (void)folder.with("甲乙丙丁年度工作总结.docx", "PK");
  (void)folder.with("~$丙丁年度工作总结.docx", byWang());
  for (const char* name : {"乙丙丁年度工作总结.docx", "丙丁年度工作总结.docx", "丁年度总结.docx"})
    EXPECT_FALSE(openElsewhere(folder.with(name, "PK"))) << name;
}

TEST(OpenElsewhere, AFileYetToBeMadeIsFreeThoughItsSiblingIsOpen) {
  const test::TemporaryFolder folder;
  (void)folder.with("上半年区直机关工作总结.docx", "PK");
  (void)folder.with("~$年区直机关工作总结.docx", byWang());
  EXPECT_TRUE(openElsewhere(folder.path() / "上半年区直机关工作总结.docx"));
  EXPECT_FALSE(openElsewhere(folder.path() / "下半年区直机关工作总结.docx"));
}

TEST(OpenElsewhere, TwoFilesWithOneMarkAreBothDoubtful) {
  const test::TemporaryFolder folder;
  const auto first = folder.with("一季度公文处理情况.docx", "PK");
  const auto second = folder.with("二季度公文处理情况.docx", "PK");
  (void)folder.with("~$度公文处理情况.docx", byWang());
  EXPECT_EQ(openElsewhere(first)->orThis, second);
  EXPECT_EQ(openElsewhere(second)->orThis, first);
}

TEST(OpenElsewhere, AnyBytesInTheMarkAreSafe) {
  for (const std::size_t size : {0U, 1U, 54U, 55U, 57U, 162U, 4096U, 100'000U}) {
    const test::TemporaryFolder folder;
    const auto file = folder.with("a.docx", "PK");
    (void)folder.with("~$a.docx", std::string(size, '\xff'));
    EXPECT_TRUE(openElsewhere(file)) << size;
    (void)folder.with(".~lock.a.docx#", std::string(size, '\\'));
    EXPECT_TRUE(openElsewhere(file)) << size;
  }
}

}  // namespace
}  // namespace moxian
