#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/corpus/Corpus.h"
#include "core/report/Reader.h"

namespace moxian {

/// A test with a folder of its own and a corpus file in it.
class CorpusFixture : public ::testing::Test {
 protected:
  CorpusFixture() {
    std::string path = (std::filesystem::temp_directory_path() / "moxian-test-XXXXXX").string();
    m_folder = ::mkdtemp(path.data());
  }
  ~CorpusFixture() override {
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
  }

  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return m_folder / name; }
  [[nodiscard]] std::filesystem::path database() const { return file("corpus.db"); }

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(file(name).parent_path());
    EXPECT_TRUE(writeFile(file(name), text).has_value());
    return file(name);
  }

  [[nodiscard]] Corpus open(Corpus::Mode mode = Corpus::Mode::ReadWrite) const {
    auto corpus = Corpus::open(database(), mode);
    EXPECT_TRUE(corpus.has_value()) << (corpus ? "" : corpus.error().detail);
    return std::move(corpus.value());
  }

  static const ReportReader& reader() {
    static const ReportReader shared = ReportReader::load().value();
    return shared;
  }

  static Result<std::u16string> load(const std::filesystem::path& path) {
    auto bytes = readFile(path);
    if (!bytes) return std::unexpected(bytes.error());
    return toUtf16(*bytes);
  }

  static ImportSummary importInto(Corpus& corpus, const std::vector<std::filesystem::path>& paths) {
    auto summary = corpus.import(paths, reader(), load);
    EXPECT_TRUE(summary.has_value()) << (summary ? "" : summary.error().detail);
    return summary.value();
  }

  static std::vector<std::u16string> search(const Corpus& corpus, std::u16string_view query,
                                            std::optional<Role> role = {}) {
    std::vector<std::u16string> texts;
    const auto found = corpus.search(query, role, 20);
    EXPECT_TRUE(found.has_value()) << (found ? "" : found.error().detail);
    for (const auto& each : found.value()) texts.push_back(each.text);
    return texts;
  }

  static constexpr const char* kReport =
      "云溪县水利局2023年工作总结\n"
      "2023年，云溪县水利局认真履行职责，各项工作稳步推进。现将有关情况总结如下：\n"
      "一、主要工作\n"
      "（一）抓好河道管护。全年巡查河道326次，清理漂浮物41吨，河面保持整洁。\n"
      "（二）办好民生实事。新建农村供水工程12处，解决了8600人的饮水困难；供水水质全部达标。\n"
      "二、存在问题\n"
      "部分老旧管网漏损较高，改造资金还有缺口。\n"
      "三、下一步工作\n"
      "加快老旧管网改造，力争明年六月底前完成首批工程。\n";

 private:
  std::filesystem::path m_folder;
};

}  // namespace moxian
