#include <gtest/gtest.h>

#include <array>
#include <map>
#include <regex>

#include "tests/base/SourceTree.h"

namespace moxian {
namespace {

// from the bottom up; a folder may include those before it
constexpr std::array kRooms = {"core/base",     "core/text",    "core/report", "core/corpus",
                               "core/check",    "core/suggest", "core/review", "core/store",
                               "core/exchange", "ui",           "app"};

/// How far up a path lies; -1 outside the rooms.
int heightOf(const std::string& path) {
  for (std::size_t i = 0; i < kRooms.size(); ++i) {
    if (path.starts_with(std::string(kRooms[i]) + "/")) return static_cast<int>(i);
  }
  return -1;
}

bool isCode(const std::string& path) {
  return path.ends_with(".cpp") || path.ends_with(".h");
}

/// What a file includes, with the line: quoted names first, then those in angle brackets.
std::vector<std::pair<std::string, std::size_t>> includes(const SourceFile& file, char open,
                                                          char close) {
  const std::regex line(std::string("(^|\n)[ \t]*#[ \t]*include[ \t]*") + open + "([^" + close +
                        "\n]+)" + close);
  std::vector<std::pair<std::string, std::size_t>> out;
  for (std::sregex_iterator at(file.text.begin(), file.text.end(), line), end; at != end; ++at) {
    out.emplace_back((*at)[2], lineOf(file.text, static_cast<std::size_t>(at->position(2))));
  }
  return out;
}

TEST(Layering, NoFileIncludesFromARoomAbove) {
  std::size_t seen = 0;
  for (const SourceFile& file : sourceTree()) {
    const int height = heightOf(file.path);
    if (height < 0 || !isCode(file.path)) continue;
    for (const auto& [included, line] : includes(file, '"', '"')) {
      ++seen;
      EXPECT_LE(heightOf(included), height)
          << file.path << ':' << line << " includes " << included << " from above";
    }
  }
  EXPECT_GT(seen, 50U) << "the test does not see the sources any more";
}

TEST(Layering, ProgramsAreNotIncludedByTheirOwnLibraries) {
  for (const SourceFile& file : sourceTree()) {
    if (!isCode(file.path) || heightOf(file.path) < 0 || file.path.starts_with("app/")) continue;
    for (const auto& [included, line] : includes(file, '"', '"')) {
      EXPECT_FALSE(included.starts_with("app/") || included.starts_with("tests/"))
          << file.path << ':' << line << " includes " << included;
    }
  }
}

TEST(Layering, IncludesAreWrittenFromTheRoot) {
  for (const SourceFile& file : sourceTree()) {
    if (!isCode(file.path) || heightOf(file.path) < 0) continue;
    for (const auto& [included, line] : includes(file, '"', '"')) {
      // moc and uic write their files beside the sources
      const bool made = included.ends_with(".moc") || included.starts_with("ui_");
      EXPECT_TRUE(made || heightOf(included) >= 0)
          << file.path << ':' << line << " includes " << included;
    }
  }
}

TEST(Layering, TheCoreAndTheCommandLineKnowNoQt) {
  for (const SourceFile& file : sourceTree()) {
    const bool free = file.path.starts_with("core/") || file.path.starts_with("app/cli/");
    if (!free || !isCode(file.path)) continue;
    for (const auto& [included, line] : includes(file, '<', '>')) {
      const bool qt =
          std::regex_match(included, std::regex("Q[A-Z].*|Qt.*/.*|KSyntax.*|KF6.*|q[a-z]+\\.h"));
      EXPECT_FALSE(qt) << file.path << ':' << line << " includes " << included;
    }
  }
}

TEST(Layering, NoRoomOfTheCoreLinksQtOrARoomAbove) {
  for (const SourceFile& file : sourceTree()) {
    if (!file.path.starts_with("core/") || !file.path.ends_with("CMakeLists.txt")) continue;
    EXPECT_EQ(file.text.find("Qt6::"), std::string::npos) << file.path;
    EXPECT_EQ(file.text.find("KF6"), std::string::npos) << file.path;
    EXPECT_EQ(file.text.find("moxian_ui"), std::string::npos) << file.path;
  }
}

}  // namespace
}  // namespace moxian
