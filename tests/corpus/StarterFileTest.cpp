#include "core/corpus/StarterFile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/corpus/Likeness.h"

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
  const auto file = parseStarter(kHead +
                                     "\n# "
                                     "说明\n[problems]\n部分管网老化。\n[next_steps]\n〔date:"
                                     "时限〕前改造〔figure:数量〕公里；\n",
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
  EXPECT_THAT(problemOf(kHead + "[problems]\n改造〔figure:数量公里。\n"),
              HasSubstr("〔 without 〕"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n改造数量〕公里。\n"), HasSubstr("〕 without 〔"));
  EXPECT_THAT(problemOf(kHead), HasSubstr("no sentence"));
  EXPECT_THAT(problemOf(""), HasSubstr("empty"));
  EXPECT_THAT(problemOf(kHead + "[problems]\r\n"), HasSubstr("LF"));
  EXPECT_THAT(problemOf(kHead + "[problems]\n\xff\xfe。\n"), HasSubstr("UTF-8"));
}

std::vector<StarterFile> shipped() {
  std::vector<StarterFile> files;
  const auto paths = starterFiles(resourceRoot() / "corpus").value();
  for (const auto& path : paths) {
    auto file = parseStarter(readFile(path).value(), path.string());
    EXPECT_TRUE(file.has_value()) << file.error().subject << ": " << file.error().detail;
    if (file) files.push_back(std::move(*file));
  }
  return files;
}

/// What README.md of the corpus asks of a sentence; empty if it is so.
std::string faultOf(const StarterSentence& sentence) {
  std::u16string outside;  // its slots
  bool inSlot = false;
  for (const char16_t c : sentence.text) {
    if (c == u'〔') inSlot = true;
    if (!inSlot) outside += c;
    if (c == u'〕') inSlot = false;
  }
  if (sentence.slots.empty()) return "no slot";
  if (sentence.text.size() < 25 || sentence.text.size() > 120) return "length";
  if (std::ranges::count(outside, u'。') != 1 || outside.back() != u'。')
    return "not one 。 at its end";
  if (std::ranges::any_of(outside, [](char16_t c) { return c < 0x80; }))
    return "half-width character";
  static const SlotFinder finder = SlotFinder::load().value();
  for (const SlotMark& slot : finder.find(outside)) {
    if (slot.kind == "figure" || slot.kind == "number") return "figure in clear";
  }
  return "";
}

TEST(StarterFile, TheShippedSentencesAreAsDocumented) {
  for (const StarterFile& file : shipped()) {
    for (const StarterSentence& each : file.sentences) {
      EXPECT_EQ(faultOf(each), "")
          << toUtf8(file.field) << " line " << each.line << ": " << toUtf8(each.text);
    }
  }
}

TEST(StarterFile, TheShippedFilesHoldEnoughOfEachPart) {
  const auto files = shipped();
  EXPECT_GE(files.size(), 14U);
  std::size_t all = 0;
  for (const StarterFile& file : files) {
    std::map<Role, int> count;
    for (const StarterSentence& each : file.sentences) ++count[each.role];
    EXPECT_GE(count[Role::Intro], 3) << toUtf8(file.field);
    EXPECT_GE(count[Role::WorkDone], 18) << toUtf8(file.field);
    EXPECT_GE(count[Role::Problems], 8) << toUtf8(file.field);
    EXPECT_GE(count[Role::NextSteps], 12) << toUtf8(file.field);
    EXPECT_GE(count[Role::Closing], 2) << toUtf8(file.field);
    all += file.sentences.size();
  }
  EXPECT_GE(all, 800U);
}

/// What the texts of a folder say, without figures and marks; empty if there is no such folder.
std::string textsOf(const std::filesystem::path& folder) {
  std::string texts;
  std::error_code none;
  for (const auto& draft : std::filesystem::directory_iterator(folder, none)) {
    texts += likenessKey(toUtf16(readFile(draft.path()).value()));
  }
  return texts;
}

TEST(StarterFile, NoShippedSentenceIsThereTwiceOrInADraft) {
  const std::string drafts = textsOf(MOXIAN_TEST_DATA "/drafts") + textsOf(MOXIAN_SHARED "/seeds");
  std::set<std::string> seen;
  for (const StarterFile& file : shipped()) {
    for (const StarterSentence& each : file.sentences) {
      const std::string key = likenessKey(each.text);
      EXPECT_TRUE(seen.insert(key).second) << toUtf8(each.text);
      EXPECT_EQ(drafts.find(key), std::string::npos) << toUtf8(each.text);
    }
  }
}

}  // namespace
}  // namespace moxian
