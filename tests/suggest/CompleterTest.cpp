#include "core/suggest/Completer.h"

#include <gmock/gmock.h>

#include "core/suggest/StarterProse.h"
#include "core/text/Characters.h"
#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class CompleterTest : public CorpusFixture {
 protected:
  Completer completer(const std::vector<std::string>& texts) {
    Corpus corpus = Corpus::open(database(), Corpus::Mode::ReadWrite).value();
    int number = 0;
    for (const auto& text : texts) {
      importInto(corpus, {write("r" + std::to_string(number++) + ".txt", text)});
    }
    return Completer::make(corpus).value();
  }

  static std::vector<std::u16string> textsOf(const std::vector<Candidate>& candidates) {
    std::vector<std::u16string> texts;
    for (const auto& each : candidates) texts.push_back(each.text);
    return texts;
  }

  /// Every number of two digits or more in the candidates offered while `draft` is typed that the
  /// draft does not hold yet.
  static std::vector<std::u16string> foreignFigures(Completer& completer,
                                                    std::u16string_view draft) {
    std::vector<std::u16string> foreign;
    completer.reset({});
    for (std::size_t i = 0; i < draft.size(); ++i) {
      for (const auto& each : completer.candidates(5)) {
        std::u16string digits;
        for (const char16_t c : each.text + u"。") {
          if (isAsciiDigit(c)) {
            digits += c;
          } else if (digits.size() > 1 && draft.substr(0, i).find(digits) == draft.npos) {
            foreign.push_back(std::exchange(digits, {}));
          } else {
            digits.clear();
          }
        }
      }
      completer.append(draft.substr(i, 1));
    }
    return foreign;
  }
};

TEST_F(CompleterTest, GoesOnAsEarlierReportsDid) {
  Completer made = completer({kReport});
  made.reset({});
  made.append(u"认真履行");
  const auto found = made.candidates(5);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text.substr(0, 2), u"职责");
  EXPECT_EQ(found[0].source, u"云溪县水利局2023年工作总结");
  EXPECT_GT(found[0].p, 0.0);
  EXPECT_LE(found[0].p, 1.0);
}

TEST_F(CompleterTest, NoCandidateMerelyExtendsAnother) {
  Completer made = completer({kReport});
  made.reset({});
  for (const char16_t c : std::u16string_view(u"云溪县水利局抓好河道巡查，加快管网改造。")) {
    made.append({&c, 1});
    const auto texts = textsOf(made.candidates(5));
    EXPECT_LE(texts.size(), 5U);
    for (const auto& a : texts) {
      EXPECT_GE(a.size(), 2U);
      EXPECT_EQ(std::ranges::count_if(texts, [&](const auto& b) { return b.starts_with(a); }), 1);
    }
  }
}

TEST_F(CompleterTest, NeverOffersAFigureOfAnotherReport) {
  Completer made = completer({kReport});
  EXPECT_THAT(foreignFigures(made, toUtf16(kReport)), IsEmpty());
}

TEST_F(CompleterTest, AnOfferThatTheWriterWentPastCountsAsLessLikely) {
  Completer made = completer({kReport});
  const std::u16string_view draft = u"云溪县水利局认真履行职责，抓好河道巡查";
  int passed = 0;
  for (std::size_t i = 1; i < draft.size(); ++i) {
    made.reset({});
    made.append(draft.substr(0, i));
    const auto first = made.candidates(5);
    if (first.empty() || !first[0].ghost || first[0].text.size() < 3) continue;
    ++passed;
    made.append(first[0].text.substr(0, 1));
    const std::u16string rest = first[0].text.substr(1);
    for (const auto& each : made.candidates(5)) {
      EXPECT_TRUE(each.text != rest || each.p < first[0].p);
    }
  }
  EXPECT_GT(passed, 0);
}

TEST_F(CompleterTest, AnOfferThatWasTakenLowersNothing) {
  Completer made = completer({kReport});
  made.append(u"认真履行");
  const auto first = made.candidates(5);
  ASSERT_FALSE(first.empty());
  made.append(first[0].text);
  Completer fresh = completer({kReport});
  fresh.append(u"认真履行" + first[0].text);
  const auto after = made.candidates(5);
  const auto wanted = fresh.candidates(5);
  ASSERT_EQ(textsOf(after), textsOf(wanted));
  for (std::size_t i = 0; i < after.size(); ++i) EXPECT_GE(after[i].p, wanted[i].p);
}

TEST_F(CompleterTest, OffersThatProveRightAreTrustedMoreInTheSameDraft) {
  // The writer follows last year's report and takes what is offered.
  Completer made = completer({kReport});
  const std::u16string draft = toUtf16(kReport);
  made.reset({});
  for (std::size_t at = 0; at < draft.size();) {
    const auto offers = made.candidates(5);
    const bool right = !offers.empty() && offers[0].ghost &&
                       std::u16string_view(draft).substr(at).starts_with(offers[0].text);
    const std::size_t length = right ? offers[0].text.size() : 1;
    made.append(std::u16string_view(draft).substr(at, length));
    at += length;
  }
  Completer fresh = completer({kReport});
  fresh.reset({});
  fresh.append(draft);
  for (Completer* each : {&made, &fresh}) each->append(u"云溪县水利局认真履行");
  const auto trusted = made.candidates(5);
  const auto wanted = fresh.candidates(5);
  ASSERT_FALSE(wanted.empty());
  ASSERT_EQ(trusted.at(0).text, wanted[0].text);
  EXPECT_GT(trusted[0].p, wanted[0].p);
}

TEST_F(CompleterTest, ATraditionalDraftIsReadAndAnsweredInItsOwnCharacters) {
  Completer made = completer({kReport});
  made.reset(u"雲溪縣水利局2024年工作總結");
  made.append(u"2024年，雲溪縣水利局認真履行");
  const auto found = made.candidates(5);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text.substr(0, 2), u"職責");
  EXPECT_EQ(found[0].source, u"云溪县水利局2023年工作总结");
}

TEST_F(CompleterTest, TypingCharacterByCharacterFindsTheScriptToo) {
  Completer made = completer({kReport});
  made.reset({});
  for (const char16_t c : std::u16string_view(u"雲溪縣水利局認真履行職責，各項工作穩步"))
    made.append({&c, 1});
  const auto found = made.candidates(5);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text.substr(0, 2), u"推進");
}

TEST_F(CompleterTest, TheStarterCorpusDoesNotEndALineWithEverySentence) {
  EXPECT_EQ(starterProse(u"甲。\n乙。\n丙。\n丁。\n"), u"甲。乙。丙。\n丁。");
  EXPECT_EQ(starterProse(u"〔我局〕办理〔数量〕件，占〔百分比〕，见〔文件名称〕。"),
            u"我局办理0件，占0%，见〔文件名称〕。");
}

TEST_F(CompleterTest, NoCandidateEndsInsideASlot) {
  std::string report = "云溪县民政局2023年工作总结\n一、工作开展情况\n";
  for (const char* slot : {"责任科室", "牵头单位", "经办人员", "乡镇名称", "社区名称", "学校名称",
                           "村组名称", "企业名称"}) {
    report += "按照安排，〔" + std::string(slot) + "〕办结。\n";
  }
  Completer made = completer({report});
  made.reset({});
  made.append(u"按照安排");
  const auto candidates = made.candidates(5);
  EXPECT_FALSE(candidates.empty());
  for (const auto& each : candidates) {
    EXPECT_EQ(std::ranges::count(each.text, u'〔'), std::ranges::count(each.text, u'〕'));
  }
}

TEST_F(CompleterTest, LessEagerShowsLess) {
  Completer made = completer({kReport, kReport});
  const auto shown = [&](Eagerness eagerness) {
    made.setEagerness(eagerness);
    made.reset({});
    int count = 0;
    for (const char16_t c :
         std::u16string_view(u"云溪县水利局抓好河道巡查，加快管网改造，认真履行职责。")) {
      made.append({&c, 1});
      const auto found = made.candidates(5);
      if (!found.empty() && found[0].ghost) ++count;
    }
    return count;
  };
  EXPECT_LE(shown(Eagerness::Seldom), shown(Eagerness::Normal));
  EXPECT_LE(shown(Eagerness::Normal), shown(Eagerness::Often));
}

TEST_F(CompleterTest, StartsAnewAfterReset) {
  Completer made = completer({kReport});
  made.append(u"全年巡查");
  made.reset({});
  const auto fresh = textsOf(made.candidates(5));
  Completer other = completer({});
  made.reset({});
  EXPECT_EQ(textsOf(made.candidates(5)), fresh);
}

TEST_F(CompleterTest, AnEmptyCorpusOffersNothingAtFirst) {
  Completer made = completer({});
  made.reset({});
  EXPECT_THAT(made.candidates(5), IsEmpty());
  made.append(u"二〇二三年");
  EXPECT_NO_FATAL_FAILURE((void)made.candidates(5));
}

}  // namespace
}  // namespace moxian
