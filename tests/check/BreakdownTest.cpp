#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <sstream>

#include "Fixtures.h"
#include "core/base/Files.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

constexpr std::string_view kRule = "arithmetic.breakdown";

/// A line of a real report whose parts add up, and their digits.
struct TrueBreakdown {
  std::u16string line;
  std::vector<std::string> terms;
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::stringstream stream(text);
  for (std::string cell; std::getline(stream, cell, at);) out.push_back(cell);
  return out;
}

std::string lineOf(const std::filesystem::path& folder, const std::string& seed, int number) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(seed)) continue;
    const auto bytes = readFile(entry.path());
    if (bytes) return split(*bytes, '\n').at(static_cast<std::size_t>(number) - 1);
  }
  return {};
}

std::vector<TrueBreakdown> trueBreakdowns() {
  const std::filesystem::path shared = MOXIAN_SHARED;
  const auto table = readFile(shared / "gold" / "defects.tsv");
  std::vector<TrueBreakdown> out;
  if (!table) return out;
  for (const std::string& row : split(*table, '\n')) {
    const auto cells = split(row, '\t');
    if (cells.size() < 6 || cells[5] != "sum_ok") continue;
    const std::string sum = cells[4].substr(0, cells[4].find('='));
    out.push_back({toUtf16(lineOf(shared / "seeds", cells[0], std::stoi(cells[1]))),
                   split(sum, '+')});
  }
  return out;
}

bool isDigitAt(std::u16string_view line, std::size_t at) {
  return at < line.size() && line[at] >= u'0' && line[at] <= u'9';
}

/// The line with the n-th of the terms changed; terms stand in order behind the whole.
std::u16string changed(const TrueBreakdown& one, std::size_t n, int by) {
  std::u16string line = one.line;
  std::size_t from = 0;
  int whole = 0;
  for (const std::string& term : one.terms) whole += std::stoi(term);
  const auto find = [&](const std::u16string& digits) {
    std::size_t at = line.find(digits, from);
    while (at != line.npos && (isDigitAt(line, at + digits.size()) ||
                               (at > 0 && isDigitAt(line, at - 1)))) {
      at = line.find(digits, at + 1);
    }
    EXPECT_NE(at, line.npos) << toUtf8(digits);
    return at;
  };
  from = find(toUtf16(std::to_string(whole))) + 1;
  std::size_t at = 0;
  for (std::size_t i = 0; i <= n; ++i) {
    // Two parts may stand in another order than in the table.
    at = line.find(toUtf16(one.terms[i]), from);
    if (one.terms.size() > 2) {
      at = find(toUtf16(one.terms[i]));
      from = at + one.terms[i].size();
    } else {
      at = find(toUtf16(one.terms[i]));
    }
  }
  line.replace(at, one.terms[n].size(), toUtf16(std::to_string(std::stoi(one.terms[n]) + by)));
  return line;
}

TEST(Breakdown, StaysSilentOnTheTrueOnesOfRealReports) {
  const auto all = trueBreakdowns();
  if (all.empty()) GTEST_SKIP() << "the shared reports are not here";
  for (const TrueBreakdown& one : all) {
    EXPECT_TRUE(check(one.line, kRule).empty()) << toUtf8(one.line);
  }
}

TEST(Breakdown, FindsEveryChangedTermOfRealReports) {
  const auto all = trueBreakdowns();
  if (all.empty()) GTEST_SKIP() << "the shared reports are not here";
  for (const TrueBreakdown& one : all) {
    for (std::size_t n = 0; n < one.terms.size(); ++n) {
      for (const int by : {1, -1, 100}) {
        EXPECT_EQ(check(changed(one, n, by), kRule).size(), 1U)
            << one.terms[n] << " by " << by << " in " << toUtf8(changed(one, n, by));
      }
    }
  }
}

TEST(Breakdown, ShowsTheSumInTheSentence) {
  const auto found = check(u"共受理申请34件，其中线上20件、线下15件。", kRule);
  ASSERT_EQ(found.size(), 1U);
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(messages);
  const std::string text = message(found[0], *messages);
  EXPECT_TRUE(text.contains("20+15")) << text;
  EXPECT_TRUE(text.contains("35")) << text;
  EXPECT_TRUE(text.contains("34")) << text;
}

}  // namespace
}  // namespace moxian
