#include "core/exchange/Import.h"

#include <gtest/gtest.h>

#include "core/base/Messages.h"
#include "core/base/Utf.h"
#include "core/exchange/ImportLosses.h"
#include "core/exchange/SymbolTable.h"
#include "tests/exchange/DocxPackage.h"
#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

using namespace test;

ImportedText imported(const std::string& name, const std::string& bytes) {
  auto read = importBytes(bytes, name);
  if (read) return std::move(*read);
  ADD_FAILURE() << moxian::name(read.error().code) << ": " << read.error().detail;
  return {};
}

TEST(Import, TheContentDecidesAboutTheFormat) {
  EXPECT_EQ(imported("稿.doc", docxOf(p("正文"))).format, ImportFormat::Docx);
  EXPECT_EQ(imported("稿.doc", "<html><p>网页</p>").format, ImportFormat::Html);
  EXPECT_EQ(imported("稿.htm", "只有文字").format, ImportFormat::Html);
  EXPECT_EQ(imported("稿.txt", "只有文字\n").format, ImportFormat::Text);
  EXPECT_EQ(toUtf8(imported("稿.txt", "只有<文字>\r\n").text), "只有<文字>\n");
}

TEST(Import, TrackedChangesCountAsAccepted) {
  const ImportedText text = imported(
      "稿.docx",
      docxOf("<w:p>" + r("甲") + "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>"));
  EXPECT_EQ(toUtf8(text.text), "甲\n");
}

TEST(Import, ADocxThatIsNoneIsDamaged) {
  const auto read = importBytes("胡乱", "稿.docx");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::DamagedFile);
  EXPECT_EQ(read.error().subject, "稿.docx");
}

TEST(Import, AFileThatIsNotThereIsNamed) {
  const auto read = importFile("/没有/这个.docx");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::FileMissing);
}

TEST(Import, AFileIsReadWithItsEncoding) {
  const TemporaryFolder folder;
  const auto read = importFile(folder.with("a.txt", "\xEF\xBB\xBF政务公开"));
  ASSERT_TRUE(read);
  EXPECT_EQ(toUtf8(read->text), "政务公开");
  EXPECT_EQ(read->encoding, Encoding::Utf8);
}

TEST(Import, EveryLossHasASentenceInEveryLanguage) {
  for (const char* language : {"zh_CN", "zh_TW", "en"}) {
    const auto messages = Messages::load(language);
    ASSERT_TRUE(messages);
    for (int i = 0; i <= static_cast<int>(Loss::DetachedComments); ++i) {
      const std::string key = "import." + std::string(name(static_cast<Loss>(i)));
      EXPECT_TRUE(messages->has(key)) << language << ' ' << key;
    }
  }
}

TEST(SymbolTable, FacesAreFoundInAnyCase) {
  const auto table = SymbolTable::load();
  ASSERT_TRUE(table) << table.error().detail;
  EXPECT_EQ(table->unicode("wingdings", 0xF0FC), u'✓');
  EXPECT_EQ(table->unicode("Symbol", 0x61), u'α');
  EXPECT_EQ(table->unicode("SimSun", 0x61), std::nullopt);
}

}  // namespace
}  // namespace moxian
