#include "core/store/Chunks.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/store/Support.h"

namespace moxian {
namespace {

std::set<std::u16string> parts(const std::u16string& text) {
  std::set<std::u16string> out;
  for (const Span span : passages(text)) out.emplace(span.of(text));
  return out;
}

void expectCover(const std::u16string& text) {
  std::size_t at = 0;
  for (const Span span : passages(text)) {
    EXPECT_EQ(span.begin, at);
    EXPECT_GT(span.length(), 0U);
    EXPECT_LE(span.length(), 4096U);
    at = span.end;
  }
  EXPECT_EQ(at, text.size());
}

TEST(Passages, CoverEveryTextWithoutGaps) {
  expectCover(u"");
  expectCover(u"\n");
  expectCover(u"一行");
  expectCover(std::u16string(4096, u'字'));
  expectCover(std::u16string(4097, u'字'));
  expectCover(std::u16string(300, u'字') + u"\n" + std::u16string(9000, u'句') + u"\n");
  expectCover(std::u16string(10000, u'\n'));
  for (std::uint32_t seed = 1; seed < 20; ++seed) expectCover(test::report(20000, seed));
}

TEST(Passages, AnEditChangesFewOfThem) {
  const std::u16string before = test::report(200000);
  const std::set<std::u16string> old = parts(before);
  for (const std::size_t at : {std::size_t{20}, before.size() / 2, before.size() - 1}) {
    std::u16string after = before;
    after.insert(at, u"新增一句。");
    std::size_t changed = 0;
    for (const std::u16string& part : parts(after)) changed += old.contains(part) ? 0 : 1;
    EXPECT_GE(changed, 1U);
    EXPECT_LE(changed, 3U);
  }
}

}  // namespace
}  // namespace moxian
