#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/report/Reader.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using Row = std::map<std::string, std::string>;

/// Reads a tab-separated table with a header row.
std::vector<Row> table(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> header;
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    if (header.empty()) {
      header = row;
      continue;
    }
    Row named;
    for (std::size_t c = 0; c < header.size() && c < row.size(); ++c) named[header[c]] = row[c];
    rows.push_back(named);
  }
  return rows;
}

class SharedSeeds : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(shared / "seeds")) GTEST_SKIP() << "no shared seeds beside the project";
    for (const auto& entry : fs::directory_iterator(shared / "seeds")) {
      const std::string key = entry.path().filename().string().substr(0, 3);
      outlines.emplace(key, outline(entry.path()));
    }
  }

  static Outline outline(const fs::path& file) {
    const std::u16string text = toUtf16(readFile(file).value());
    return ReportReader::load().value().read(text, Lines(text));
  }

  const fs::path shared = MOXIAN_SHARED;
  std::map<std::string, Outline> outlines;
};

TEST_F(SharedSeeds, EveryReportOfACompilationStartsWhereItShould) {
  std::map<std::string, std::set<std::size_t>> wanted;
  for (const Row& row : table(shared / "gold" / "segments.tsv")) {
    wanted[row.at("seed")].insert(std::stoul(row.at("first_line")));
  }
  for (const auto& [key, outline] : outlines) {
    std::set<std::size_t> found;
    for (const Report& report : outline.reports) found.insert(report.firstLine + 1);
    EXPECT_EQ(found, wanted[key]) << key;
  }
}

TEST_F(SharedSeeds, MissingAndPresentPartsAreToldApart) {
  std::map<std::string, std::pair<std::string, std::size_t>> starts;
  for (const Row& row : table(shared / "gold" / "segments.tsv")) {
    starts[row.at("report")] = {row.at("seed"), std::stoul(row.at("first_line"))};
  }
  int wrong = 0;
  int all = 0;
  for (const Row& row : table(shared / "gold" / "verdicts.tsv")) {
    if (row.at("doc_type") == "work_plan") continue;
    const auto& [key, line] = starts.at(row.at("report"));
    const Report* report = outlines.at(key).reportAt(line - 1);
    ASSERT_NE(report, nullptr) << row.at("report");
    for (const RequiredPart& part : report->required) {
      const bool present = part.presence != Presence::Missing;
      ++all;
      if (present != (row.at(std::string(name(part.role))) == "present")) ++wrong;
    }
  }
  EXPECT_LE(wrong * 20, all);  // 95 in 100
}

TEST_F(SharedSeeds, ContentsEntriesWithoutABodyAreNamed) {
  std::size_t wanted = 0;
  for (const Row& row : table(shared / "gold" / "toc_map.tsv")) {
    wanted += row.at("report").empty() || row.at("report") == "-" ? 1U : 0U;
  }
  EXPECT_EQ(outlines.at("000").missingBodies.size(), wanted);
}

}  // namespace
}  // namespace moxian
