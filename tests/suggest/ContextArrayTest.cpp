#include "core/suggest/ContextArray.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace moxian {
namespace {

/// Positions that stand behind a context, found with the array.
std::vector<std::uint32_t> behind(const ContextArray& contexts, std::u16string_view context) {
  auto interval = contexts.all();
  for (std::size_t i = 0; i < context.size(); ++i) {
    interval = contexts.narrowed(interval, i, keyOf(context, context.size() - 1 - i));
  }
  std::vector<std::uint32_t> positions;
  for (auto i = interval.begin; i < interval.end; ++i) positions.push_back(contexts.position(i));
  std::ranges::sort(positions);
  return positions;
}

std::u16string texts(std::initializer_list<std::u16string_view> all) {
  std::u16string joined(1, symbol::kEnd);
  for (const auto text : all) joined.append(text).push_back(symbol::kEnd);
  return joined;
}

TEST(ContextArray, FindsEveryPlaceBehindAContext) {
  const ContextArray contexts(texts({u"公开信息，公开政策", u"主动公开工作"}));
  EXPECT_EQ(behind(contexts, u"公开"), (std::vector<std::uint32_t>{3, 8, 15}));
  EXPECT_EQ(behind(contexts, u"动公开"), (std::vector<std::uint32_t>{15}));
  EXPECT_TRUE(behind(contexts, u"私下").empty());
}

TEST(ContextArray, AContextEndsWhereItsTextBegins) {
  const ContextArray contexts(texts({u"工作总结", u"公开工作"}));
  EXPECT_EQ(behind(contexts, u"工作"), (std::vector<std::uint32_t>{3}));
  EXPECT_TRUE(behind(contexts, u"结公").empty());
}

TEST(ContextArray, FiguresAndEnumerationsAreOfOneKind) {
  const ContextArray contexts(texts({u"公开12条。二是加强", u"公开98条。三是强化"}));
  EXPECT_EQ(behind(contexts, u"公开45条").size(), 2U);
  EXPECT_EQ(behind(contexts, u"。五是").size(), 2U);
}

TEST(ContextArray, LongCommonContextsAreTold) {
  const std::u16string same(60, u'好');
  const ContextArray contexts(texts({same + u"甲", same + u"乙"}));
  EXPECT_EQ(behind(contexts, std::u16string(24, u'好')).size(), 74U);
}

TEST(ContextArray, TextsThatAreAddedLaterAreFoundAsIfTheyHadBeenThere) {
  const auto before = texts({u"公开信息，公开政策", u"主动公开工作"});
  const auto added = texts({u"公开12条。二是加强公开", u"工作总结"});
  const ContextArray extended(ContextArray(before), added);
  const ContextArray whole(before + added.substr(1));
  EXPECT_EQ(extended.text(), whole.text());
  for (const auto context : {u"公开", u"工作", u"动公开", u"公开45条", u"。五是", u"，"}) {
    EXPECT_EQ(behind(extended, context), behind(whole, context));
  }
  EXPECT_TRUE(ContextArray::fits(extended.tables()));
}

TEST(ContextArray, ContextsOfHundredsOfThousandsOfPlacesAreToldApart) {
  std::mt19937 random(3);
  std::u16string text(700'000, u' ');
  for (char16_t& c : text) c = random() % 2 == 0 ? u'甲' : u'乙';
  const std::u16string joined = texts({std::u16string_view(text).substr(0, 300'000),
                                       std::u16string_view(text).substr(300'000)});
  const ContextArray contexts{std::u16string(joined)};
  for (std::size_t length = 8; length <= 14; length += 3) {
    const std::u16string context = text.substr(length * 1'000, length);
    std::vector<std::uint32_t> expected;
    for (std::size_t at = joined.find(context); at != joined.npos; at = joined.find(context, at + 1)) {
      const auto place = static_cast<std::uint32_t>(at + length);
      if (joined[place] != symbol::kEnd) expected.push_back(place);
    }
    EXPECT_EQ(behind(contexts, context), expected) << length;
  }
}

TEST(ContextArray, NothingIsFoundInNothing) {
  EXPECT_TRUE(behind(ContextArray(), u"公").empty());
  EXPECT_TRUE(behind(ContextArray(texts({})), u"公").empty());
}

}  // namespace
}  // namespace moxian
