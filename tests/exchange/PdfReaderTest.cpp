#include "core/exchange/PdfReader.h"

#include <gtest/gtest.h>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/exchange/Export.h"
#include "core/exchange/PdfParagraphs.h"
#include "tests/exchange/Draft.h"
#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

using namespace test;

constexpr double kSize = 16;
constexpr double kPitch = 29;
constexpr double kLeft = 80;
constexpr double kRight = kLeft + 28 * kSize;

/// A line of the official page; `letters` wide, `indent` letters in, on row `row`.
PdfLine line(const std::string& text, int row, double indent, double letters, double size = kSize) {
  const double left = kLeft + indent * kSize;
  return {toUtf16(text), left, left + letters * size, row * kPitch, row * kPitch + size, size};
}

std::string joined(std::vector<PdfPage> pages) {
  dropHeadersAndFooters(pages);
  return toUtf8(paragraphs(pages));
}

TEST(PdfParagraphs, LinesOfAParagraphGoTogether) {
  EXPECT_EQ(joined({{line("青岚区民政局", 0, 10, 6, 22), line("2023年工作总结", 1, 8.5, 8, 22),
                     line("今年以来，全区", 3, 2, 26), line("持续推进改革，", 4, 0, 28),
                     line("成效明显。", 5, 0, 5), line("一、主要工作", 6, 2, 6),
                     line("强化公开，办理", 7, 2, 26), line("申请35件。", 8, 0, 6)}}),
            "青岚区民政局2023年工作总结\n今年以来，全区持续推进改革，成效明显。\n一、主要工作\n强化"
            "公开，办理申请35件。\n");
}

TEST(PdfParagraphs, AParagraphGoesOnOverPages) {
  EXPECT_EQ(joined({{line("第一段开头，", 0, 2, 26), line("仍是第一段，", 1, 0, 28),
                     line("还是第一段，", 2, 0, 28), line("— 1 —", 4, 12, 3)},
                    {line("到此为止。", 0, 0, 5), line("第二段开头，", 1, 2, 26),
                     line("结束。", 2, 0, 3), line("— 2 —", 4, 12, 3)}}),
            "第一段开头，仍是第一段，还是第一段，到此为止。\n第二段开头，结束。\n");
}

TEST(PdfParagraphs, RunningHeadsGoAndTheirLikeInTheTextStay) {
  std::vector<PdfPage> pages;
  const std::string names[] = {"", "甲", "乙", "丙", "丁"};
  for (int i = 1; i <= 4; ++i) {
    pages.push_back({line("云溪县工作简报 第" + std::to_string(i) + "期", 0, 4, 12),
                     line("正文" + names[i] + "。", 3, 2, 4), line("云溪县工作简报", 4, 2, 7),
                     line(names[i] + "末行。", 5, 2, 3), line(names[i] + "尾行。", 6, 2, 3),
                     line(std::to_string(i) + "/4", 8, 13, 2)});
  }
  const std::size_t dropped = dropHeadersAndFooters(pages);
  EXPECT_EQ(dropped, 8U);
  const std::string text = toUtf8(paragraphs({pages[0]}));
  EXPECT_TRUE(text.starts_with("正文甲。\n云溪县工作简报"));
  EXPECT_FALSE(text.contains("第1期") || text.contains("1/4"));
}

TEST(PdfParagraphs, AWiderGapAndOtherLettersPart) {
  EXPECT_EQ(joined({{line("全宽的一行没有句号", 0, 0, 28), line("隔开的一行没有句号", 2, 0, 28),
                     line("紧接着的一行没有句号", 3, 0, 28), line("小字的一行", 4, 0, 28, 10),
                     line("小字的二行", 5, 0, 20, 10), line("小字的三行", 6, 0, 9, 10)}}),
            "全宽的一行没有句号\n隔开的一行没有句号紧接着的一行没有句号\n小字的一行\n小字的二行\n小"
            "字的三行\n");
}

TEST(PdfParagraphs, WordsOfLettersKeepTheirSpace) {
  std::u16string text = u"open";
  joinPrinted(text, u"government");
  EXPECT_EQ(text, u"open government");
  joinPrinted(text, u"信息");
  joinPrinted(text, u"公开");
  EXPECT_EQ(text, u"open government信息公开");
  text = u"infor-";
  joinPrinted(text, u"mation");
  EXPECT_EQ(text, u"information");
}

std::string exported(const std::string& text) {
  const Draft draft = draftOf(text);
  std::vector<ExportNote> notes;
  return toPdf(draft.text, draft.outline, {}, notes).value();
}

TEST(PdfReader, AnExportedDraftComesBackParagraphByParagraph) {
  const std::string text = longDraft(6000);
  const auto read = readPdf(exported(text), "稿.pdf");
  ASSERT_TRUE(read);
  const auto expected = linesOf(text);
  const auto got = linesOf(toUtf8(read->text));
  std::size_t at = 0;
  for (const std::string& wanted : expected) {
    if (wanted.empty()) continue;
    ASSERT_LT(at, got.size());
    EXPECT_EQ(withoutSpaces(toUtf16(got[at++])), withoutSpaces(toUtf16(wanted)));
  }
  EXPECT_EQ(at, got.size());
}

TEST(PdfReader, APasswordIsNamedAsSuch) {
  if (!hasProgram("qpdf")) GTEST_SKIP() << "qpdf is not installed";
  const TemporaryFolder folder;
  const auto plain = folder.with("a.pdf", exported("题目\n正文。"));
  const auto locked = folder.path() / "b.pdf";
  ASSERT_EQ(
      run("qpdf --encrypt geheim geheim 256 -- " + plain.string() + " " + locked.string()).code, 0);
  const auto read = readPdf(readFile(locked).value(), "b.pdf");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::EncryptedFile);
}

TEST(PdfReader, BrokenAndEmptyFilesSayWhatTheyAre) {
  const auto code = [](const std::string& bytes) {
    const auto read = readPdf(bytes, "稿.pdf");
    return read ? ErrorCode::Cancelled : read.error().code;
  };
  EXPECT_EQ(code(""), ErrorCode::DamagedFile);
  EXPECT_EQ(code("%PDF-1.7\nnothing"), ErrorCode::DamagedFile);
  const std::string scan =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 "
      "R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n";
  EXPECT_EQ(code(scan), ErrorCode::TextMissing);
}

}  // namespace
}  // namespace moxian
