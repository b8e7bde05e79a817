#include "core/report/Signals.h"

#include "core/base/Resources.h"
#include "core/report/HeadingRoles.h"
#include "core/report/NumberParser.h"
#include "core/report/TomlReader.h"
#include "tests/report/Reading.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr int kYear = 2023;  // the year the examples of later_year are read with

const PlainMaker& plain() {
  static const PlainMaker maker = PlainMaker::load().value();
  return maker;
}

const SignalTable& table() {
  static const SignalTable signals =
      SignalTable::load(TomlReader::open(resourceRoot() / "rules" / "roles.toml").value(), plain())
          .value();
  return signals;
}

std::u16string withoutNumber(std::u16string_view text) {
  const auto number = parseNumber(text);
  return std::u16string(number ? text.substr(number->length) : text);
}

/// All that a text says where the signal is looked for.
Evidence said(std::u16string_view text, const Signal& signal) {
  if (signal.where == Where::Heading) return headingEvidence(withoutNumber(text), table(), {kYear});
  return table().evidence(text, signal.where, namesLaterYear(text, {kYear}, 16));
}

TEST(Signals, ExamplesSpeakForTheirRoleMoreThanForAnyOther) {
  for (const Signal& signal : table().all()) {
    if (signal.weight < 0) continue;
    const Evidence evidence = said(signal.example, signal);
    for (std::size_t other = 0; other < evidence.size(); ++other) {
      EXPECT_LE(evidence[other], at(evidence, signal.role)) << toUtf8(signal.example);
    }
  }
}

TEST(Signals, CounterExamplesDoNotSpeakForTheRole) {
  for (const Signal& signal : table().all()) {
    const double counter = at(said(signal.counter, signal), signal.role);
    if (signal.weight > 0) {
      EXPECT_LT(counter, at(said(signal.example, signal), signal.role)) << toUtf8(signal.counter);
    } else {
      EXPECT_GT(counter, 0) << "the trap catches too much: " << toUtf8(signal.counter);
    }
  }
}

TEST(Signals, TrapsTakeTheEvidenceAway) {
  for (const Signal& signal : table().all()) {
    if (signal.weight >= 0) continue;
    EXPECT_LT(at(said(signal.example, signal), signal.role), 2.0) << toUtf8(signal.example);
  }
}

TEST(Signals, MatchAtStartAtEndAndAcrossGaps) {
  PhraseFinder finder;
  finder.add(u"^下一步", 0);
  finder.add(u"不足$", 1);
  finder.add(u"存在…问题", 2);
  const auto found = [&](std::u16string_view text) {
    std::vector<std::size_t> ids;
    finder.find(text, [&](std::size_t id) { ids.push_back(id); });
    return ids;
  };
  EXPECT_EQ(found(u"下一步工作"), (std::vector<std::size_t>{0}));
  EXPECT_TRUE(found(u"关于下一步工作").empty());
  EXPECT_EQ(found(u"工作中的不足"), (std::vector<std::size_t>{1}));
  EXPECT_TRUE(found(u"不足之处").empty());
  EXPECT_EQ(found(u"存在的主要困难和问题"), (std::vector<std::size_t>{2}));
  EXPECT_TRUE(found(u"问题仍然存在").empty());
  EXPECT_TRUE(found(u"存在隐患，暴露问题").empty()) << "a gap ends at a mark";
  finder.add(u"针对……将", 3);
  EXPECT_EQ(found(u"针对短板，我局将整改"), (std::vector<std::size_t>{3}));
}

TEST(Signals, AnEntryThatIsNotAsDocumentedIsRefusedWithItsLine) {
  const fs::path file = fs::path(::testing::TempDir()) / "roles.toml";
  const std::string good =
      "[[signal]]\nrole = \"problems\"\nwhere = \"heading\"\nweight = 3.0\nwords = [\"问题\"]\n"
      "example = \"存在问题\"\ncounter = \"工作情况\"\n";
  const auto load = [&](const std::string& text) {
    std::ofstream(file) << text;
    return SignalTable::load(TomlReader::open(file).value(), plain());
  };
  EXPECT_TRUE(load(good));
  for (const auto& [part, with] : std::vector<std::pair<std::string, std::string>>{
           {"example = \"存在问题\"", "example = \"存在不足\""},
           {"role = \"problems\"", "role = \"worries\""},
           {"where = \"heading\"", "where = \"header\""},
           {"weight = 3.0", "weight = \"3\""},
           {"words = [\"问题\"]", "words = []"},
           {"words = [\"问题\"]", "wrods = [\"问题\"]"},
           {"counter = \"工作情况\"\n", ""},
       }) {
    std::string bad = good;
    bad.replace(bad.find(part), part.size(), with);
    const auto loaded = load(bad);
    ASSERT_FALSE(loaded) << with;
    EXPECT_EQ(loaded.error().code, ErrorCode::ResourceInvalid);
    EXPECT_NE(loaded.error().detail.find("line "), std::string::npos);
  }
  fs::remove(file);
}

}  // namespace
}  // namespace moxian
