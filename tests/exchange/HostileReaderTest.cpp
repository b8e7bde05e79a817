#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>

#include "core/base/Files.h"
#include "core/base/Messages.h"
#include "core/exchange/DocxReader.h"
#include "core/exchange/Package.h"
#include "core/exchange/PackageReader.h"
#include "tests/exchange/DocxPackage.h"

namespace moxian {
namespace {

using namespace test;

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// The code that reading gives; Cancelled if it succeeds.
ErrorCode codeOf(const std::string& bytes, const std::string& name = "稿.docx") {
  const auto read = readDocx(bytes, name);
  return read ? ErrorCode::Cancelled : read.error().code;
}

TEST(HostileDocx, ADoctypeIsRefused) {
  const std::string document =
      R"(<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>)"
      R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>)";
  EXPECT_EQ(codeOf(docxOf("", {{"word/document.xml", document}})), ErrorCode::DamagedFile);
}

TEST(HostileDocx, NestingBeyondTheLimitIsRefused) {
  const std::string deep = repeated("<w:ins>", 400) + r("深") + repeated("</w:ins>", 400);
  EXPECT_EQ(codeOf(docxOf("<w:p>" + deep + "</w:p>")), ErrorCode::DamagedFile);
  EXPECT_EQ(codeOf(docxOf(repeated("<w:x>", 1'000'000))), ErrorCode::DamagedFile);
}

TEST(HostileDocx, BrokenXmlIsDamaged) {
  EXPECT_EQ(codeOf(docxOf("<w:p><w:r>")), ErrorCode::DamagedFile);
  EXPECT_EQ(codeOf(docxOf(p("甲"), {{"word/styles.xml", "<w:styles>"}})), ErrorCode::DamagedFile);
}

TEST(HostileDocx, APartThatInflatesBeyondTheLimitIsTooLarge) {
  EXPECT_EQ(codeOf(docxOf("<w:p>" + std::string(65U << 20U, ' ') + "</w:p>")),
            ErrorCode::FileTooLarge);
}

TEST(HostileDocx, TooManyElementsAreTooLarge) {
  EXPECT_EQ(codeOf(docxOf(repeated("<w:p/>", (4U << 20U) + 1))), ErrorCode::FileTooLarge);
}

TEST(HostileDocx, TooManyEntriesAreTooLarge) {
  std::vector<PackagePart> parts;
  for (int i = 0; i < 2001; ++i) parts.push_back({"x" + std::to_string(i), ""});
  EXPECT_EQ(codeOf(packed(parts).value()), ErrorCode::FileTooLarge);
}

TEST(HostileDocx, TruncatedAndForeignFilesSayWhatTheyAre) {
  const std::string whole = docxOf(p("甲"));
  for (std::size_t length = 0; length < whole.size(); length += 37) {
    EXPECT_EQ(codeOf(whole.substr(0, length)), ErrorCode::DamagedFile) << length;
  }
  EXPECT_EQ(codeOf("纯文字"), ErrorCode::DamagedFile);
  EXPECT_EQ(codeOf("%PDF-1.7"), ErrorCode::UnknownFormat);
  EXPECT_EQ(codeOf(packed({{"xl/workbook.xml", "<workbook/>"}}).value()), ErrorCode::UnknownFormat);
}

TEST(HostileDocx, FlippedBytesNeverCrash) {
  const std::string whole =
      docxOf(p("青岚区") + "<w:tbl><w:tr><w:tc>" + p("1") + "</w:tc></w:tr></w:tbl>");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string broken = whole;
    broken[at] = static_cast<char>(broken[at] ^ 0x15);
    static_cast<void>(codeOf(broken));
  }
}

TEST(HostileDocx, APasswordIsNamedAsSuch) {
  EXPECT_EQ(codeOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0')),
            ErrorCode::EncryptedFile);
}

TEST(HostileDocx, AnEncryptedEntryIsNamedAsSuch) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  const std::string document = "<w:document/>";
  zip_source_t* part = zip_source_buffer(archive, document.data(), document.size(), 0);
  const zip_int64_t index = zip_file_add(archive, "word/document.xml", part, 0);
  ASSERT_EQ(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "x"),
            0);
  ASSERT_EQ(zip_close(archive), 0);
  zip_stat_t info{};
  zip_source_stat(source, &info);
  std::string bytes(info.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  zip_error_fini(&error);
  EXPECT_EQ(codeOf(bytes), ErrorCode::EncryptedFile);
}

TEST(HostileDocx, ASpanOfAMillionColumnsIsCut) {
  EXPECT_LT(textOf(R"(<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>)" +
                   p("甲") + "</w:tc><w:tc>" + p("乙") + "</w:tc></w:tr></w:tbl>")
                .size(),
            500U);
}

TEST(HostileDocx, StylesThatInheritInACircleEnd) {
  const std::string styles = partOf(
      "w:styles", R"(<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>)"
                  R"(<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>)");
  EXPECT_EQ(textOf(p("甲", R"(<w:pStyle w:val="A"/>)"), {{"word/styles.xml", styles}}), "甲\n");
}

TEST(PackageReader, LimitsCountWhatIsInflatedOverAllParts) {
  const std::string bytes =
      packed({{"a", std::string(900, 'a')}, {"b", std::string(900, 'b')}}).value();
  auto package = PackageReader::open(bytes, "包.docx", {.partBytes = 1000, .totalBytes = 1000});
  ASSERT_TRUE(package);
  EXPECT_TRUE(package->part("a"));
  const auto second = package->part("b");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::FileTooLarge);
  EXPECT_EQ(second.error().subject, "包.docx");
}

TEST(PackageReader, NamesAreFoundInAnyCaseAndMissingOnesAreNone) {
  const std::string bytes = packed({{"Word/Document.xml", "x"}}).value();
  auto package = PackageReader::open(bytes, "包.docx");
  ASSERT_TRUE(package);
  EXPECT_EQ(package->part("word/document.xml").value(), "x");
  EXPECT_EQ(package->part("word/none.xml").value(), std::nullopt);
}

// the collection of hard files beside the repository, where it is there
TEST(SharedDocx, EveryFileIsReadOrRefusedWithASentence) {
  const std::filesystem::path folder = std::filesystem::path(MOXIAN_SHARED) / "docx";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared files beside the repository";
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(messages);
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto bytes = readFile(entry.path());
    ASSERT_TRUE(bytes);
    const auto read = readDocx(*bytes, entry.path().filename().string());
    if (read) continue;
    EXPECT_FALSE(messages->text(read.error()).starts_with("【")) << entry.path();
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(read.error().code, name.find("password") != name.npos ? ErrorCode::EncryptedFile
                                                                    : ErrorCode::DamagedFile);
  }
}

}  // namespace
}  // namespace moxian
