#include "core/corpus/StarterFile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/Files.h"
#include "core/base/Resources.h"

namespace moxian {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string problemOf(const std::string& text) {
  const auto file = parseStarter(text, "a.txt");
  EXPECT_FALSE(file.has_value());
  return file ? "" : file.error().detail;
}

const std::string kHead = "# 领域：水利\n# 机关：县水利局\n";

TEST(StarterFile, ReadsSectionsSentencesAndSlots) {
  const auto file = parseStarter(
      kHead + "\n# 说明\n[problems]\n部分管网老化。\n[next_steps]\n〔date:时限〕前改造〔figure:数量〕公里；\n",
      "a.txt");
  ASSERT_TRUE(file.has_value()) << file.error().detail;
  EXPECT_EQ(file->field, u"水利");
  EXPECT_EQ(file->office, u"县水利局");
  ASSERT_THAT(file->sentences, SizeIs(2));
  EXPECT_EQ(file->sentences[0].role, Role::Problems);
  EXPECT_EQ(file->sentences[1].text, u"〔时限〕前改造〔数量〕公里；");
  ASSERT_THAT(file->sentences[1].slots, SizeIs(2));
  EXPECT_EQ(file->sentences[1].slots[1], (SlotMark{{7, 11}, "figure"}));
}

TEST(StarterFile, ErrorsNameTheLine) {
  EXPECT_THAT(problemOf("随便写的。\n"), HasSubstr("line 1"));
  EXPECT_THAT(problemOf("# 领域：水利\n[problems]\n"), HasSubstr("line 2"));
  EXPECT_THAT(problemOf(kHead + "[outro]\n"), HasSubstr("line 3: unknown section"));
  EXPECT_THAT(problemOf(kHead + "部分管网老化。\n"), HasSubstr("line 3"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n部分管网老化\n"), HasSubstr("line 4"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n改造〔数量〕公里。\n"), HasSubstr("without kind"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n改造〔length:数量〕公里。\n"), HasSubstr("'length'"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n改造〔figure:〕公里。\n"), HasSubstr("hint"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n改造〔figure:数量公里。\n"), HasSubstr("〔 without 〕"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n改造数量〕公里。\n"), HasSubstr("〕 without 〔"));
  EXPECT_THAT(problemOf(kHead), HasSubstr("no sentence"));
  EXPECT_THAT(problemOf(""), HasSubstr("empty"));
  EXPECT_THAT(problemOf(kHead + "[problems]\r\n"), HasSubstr("LF"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n\xff\xfe。\n"), HasSubstr("UTF-8"));
}

TEST(StarterFile, TheShippedFilesAreAsDocumented) {
  const auto files = starterFiles(resourceRoot() / "corpus");
  ASSERT_TRUE(files.has_value());
  ASSERT_FALSE(files->empty());
  for (const auto& path : *files) {
    const auto file = parseStarter(readFile(path).value(), path.string());
    EXPECT_TRUE(file.has_value()) << file.error().subject << ": " << file.error().detail;
  }
}

}  // namespace
}  // namespace moxian
