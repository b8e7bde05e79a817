#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "tests/base/SourceTree.h"

namespace moxian {
namespace {

/// Words that say that something was left; cut in two so that this file passes.
const std::regex& leftOver() {
  static const std::regex words(
      "\\b(TO"
      "DO|FIX"
      "ME|X"
      "XX|HA"
      "CK|not implemen"
      "ted)\\b");
  return words;
}

std::string textOf(const std::string& path) {
  for (const SourceFile& file : sourceTree()) {
    if (file.path == path) return file.text;
  }
  ADD_FAILURE() << "no file " << path;
  return {};
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string packageOf(std::string line) {
  line.erase(std::min(line.find('#'), line.size()));
  std::erase_if(line, [](char c) { return c == ' ' || c == '\t'; });
  return line;
}

class PackageList : public testing::TestWithParam<const char*> {};

TEST_P(PackageList, HoldsOnePackageOfDebianALine) {
  // Debian Policy 5.6.1
  const std::regex name("[a-z0-9][a-z0-9+.-]+");
  std::set<std::string> seen;
  for (const std::string& line : lines(textOf(GetParam()))) {
    const std::string package = packageOf(line);
    if (package.empty()) continue;
    EXPECT_TRUE(std::regex_match(package, name)) << line;
    EXPECT_TRUE(seen.insert(package).second) << package << " stands there twice";
  }
  EXPECT_GT(seen.size(), 5U);
}

INSTANTIATE_TEST_SUITE_P(House, PackageList,
                         testing::Values("app/packages.list", "tests/packages.list"),
                         [](const auto& parameter) {
                           return std::string(parameter.param).substr(0, 3) == "app" ? "app"
                                                                                     : "tests";
                         });

TEST(House, NoPackageIsInBothLists) {
  std::set<std::string> app;
  for (const std::string& line : lines(textOf("app/packages.list"))) app.insert(packageOf(line));
  for (const std::string& line : lines(textOf("tests/packages.list"))) {
    const std::string package = packageOf(line);
    EXPECT_TRUE(package.empty() || !app.contains(package)) << package;
  }
}

TEST(House, NamesNoPackageHostAndNoPathOfAMachine) {
  const std::regex host("(deb|security|registry|snapshot|mirrors?)\\.[a-z]+\\.(org|com|cn|net)");
  const std::regex path(
      "(^|[^.A-Za-z0-9_])/(wo"
      "rk|fa"
      "rm|home/[a-z]+)/");
  for (const SourceFile& file : sourceTree()) {
    std::size_t number = 0;
    for (const std::string& line : lines(file.text)) {
      ++number;
      if (line.size() > 20000) continue;  // a picture or a database, not text
      EXPECT_FALSE(std::regex_search(line, host)) << file.path << ':' << number;
      EXPECT_FALSE(std::regex_search(line, path)) << file.path << ':' << number;
    }
  }
}

TEST(House, NothingIsLeftToDoInTheSources) {
  for (const SourceFile& file : sourceTree()) {
    const bool code = file.path.ends_with(".cpp") || file.path.ends_with(".h");
    if (!code || file.path.starts_with("tests/")) continue;
    std::smatch found;
    EXPECT_FALSE(std::regex_search(file.text, found, leftOver()))
        << file.path << ": " << found.str();
  }
}

TEST(House, HeadersAreGuardedAndSourcesStayShort) {
  for (const SourceFile& file : sourceTree()) {
    const bool ours = file.path.starts_with("core/") || file.path.starts_with("ui/") ||
                      file.path.starts_with("app/");
    if (!ours) continue;
    if (file.path.ends_with(".h")) {
      EXPECT_NE(file.text.find("#pragma once"), std::string::npos) << file.path;
    }
    if (file.path.ends_with(".cpp")) {
      EXPECT_LE(lines(file.text).size(), 600U) << file.path;
    }
  }
}

TEST(House, ScriptsStopAtTheFirstFailure) {
  for (const char* script :
       {"app/start", "app/main-job", "app/prepare", "app/build", "app/within", "tests/run"}) {
    const std::string text = textOf(script);
    EXPECT_TRUE(text.starts_with("#!/usr/bin/env bash\n")) << script;
    EXPECT_NE(text.find("set -euo pipefail"), std::string::npos) << script;
  }
}

TEST(House, ScriptsFitOnOneScreen) {
  for (const char* script :
       {"app/start", "app/main-job", "app/prepare", "app/build", "app/within", "tests/run"}) {
    EXPECT_LE(lines(textOf(script)).size(), 50U) << script;
  }
}

}  // namespace
}  // namespace moxian
