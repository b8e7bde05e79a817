#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-font.h>
#include <poppler/cpp/poppler-page.h>
#include <poppler/cpp/poppler-toc.h>

#include <cstdlib>
#include <memory>

#include "core/base/Utf.h"
#include "core/exchange/Export.h"
#include "tests/exchange/Draft.h"
#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

using test::draftOf;
using test::fullDraft;
using test::withoutSpaces;

constexpr double kLeft = 1588 / 20.0;
constexpr double kRight = kLeft + 442.2;

/// A PDF as poppler reads it.
class Read {
 public:
  explicit Read(const std::string& bytes)
      : m_bytes(bytes),
        m_document(poppler::document::load_from_raw_data(m_bytes.data(),
                                                         static_cast<int>(m_bytes.size()))) {}
  [[nodiscard]] poppler::document& document() const { return *m_document; }
  [[nodiscard]] int pages() const { return m_document->pages(); }
  [[nodiscard]] std::string text(int page) const {
    const std::unique_ptr<poppler::page> one(m_document->create_page(page));
    const auto utf8 = one->text({}, poppler::page::non_raw_non_physical_layout).to_utf8();
    return {utf8.begin(), utf8.end()};
  }
  /// All characters but spaces and page numbers.
  [[nodiscard]] std::string characters() const {
    std::u16string all;
    for (int i = 0; i < pages(); ++i) {
      std::u16string page = withoutSpaces(toUtf16(text(i)));
      const std::u16string number = u"—" + toUtf16(std::to_string(i + 1)) + u"—";
      const std::size_t at = page.rfind(number);
      if (at != page.npos) page.erase(at, number.size());
      all += page;
    }
    return toUtf8(all);
  }
  [[nodiscard]] std::vector<poppler::text_box> boxes(int page) const {
    return std::unique_ptr<poppler::page>(m_document->create_page(page))->text_list();
  }

 private:
  std::string m_bytes;
  std::unique_ptr<poppler::document> m_document;
};

std::string pdfOf(const std::string& text, std::vector<ExportNote>& notes,
                  const ExportOptions& options = {}) {
  const test::Draft draft = draftOf(text);
  return toPdf(draft.text, draft.outline, options, notes).value();
}
std::string pdfOf(const std::string& text) {
  std::vector<ExportNote> notes;
  return pdfOf(text, notes);
}

std::string charactersOf(const std::string& draft) {
  std::u16string all = withoutSpaces(toUtf16(draft));
  std::erase(all, u'|');
  const std::size_t rule = all.find(u"------------");
  if (rule != all.npos) all.erase(rule, 12);
  return toUtf8(all);
}

TEST(Pdf, GivesBackTheVeryCharactersOfTheDraft) {
  for (const std::string& text : {fullDraft(), test::longDraft(8000)}) {
    EXPECT_EQ(Read(pdfOf(text)).characters(), charactersOf(text));
  }
}

TEST(Pdf, CharactersThatShareAGlyphWithRadicalsStayThemselves) {
  const std::string text =
      "工人长门高龙金工作总结\n一、工作\n工人、长门、高龙、金马、车见贝风飞食鱼鸟麦黄黑鼎鼓鼠鼻齐齿"
      "龟，"
      "人口、大小、女子、山水、心手、文日月木火、牛犬、玉瓜田皮目石、立竹米羊耳肉臣自舟色虫行衣西言"
      "走足身里雨青面音首香骨。\n";
  const std::string read = Read(pdfOf(text)).characters();
  EXPECT_EQ(read, charactersOf(text));
  for (const char16_t c : toUtf16(read)) {
    EXPECT_FALSE(c >= 0x2E80 && c <= 0x2FDF) << "radical U+" << std::hex << static_cast<int>(c);
  }
}

TEST(Pdf, TraditionalDraftGivesBackItsCharacters) {
  const std::string text =
      "雲溪縣教育局2023年工作總結\n一、主要工作\n全縣學校辦學條件進一步改善，「雙減」工作紮實推進，"
      "教師隊伍結構優化，群眾滿意度達到95.6%。\n";
  std::vector<ExportNote> notes;
  const Read read(pdfOf(text, notes));
  EXPECT_EQ(read.characters(), charactersOf(text));
  for (const auto& font : read.document().fonts()) {
    EXPECT_THAT(font.name(), testing::Not(testing::HasSubstr("CJKsc")));
  }
}

TEST(Pdf, FontsAreEmbeddedAsSubsets) {
  const Read read(pdfOf(fullDraft()));
  const auto fonts = read.document().fonts();
  EXPECT_GE(fonts.size(), 3U);
  for (const auto& font : fonts) {
    EXPECT_TRUE(font.is_embedded()) << font.name();
    EXPECT_TRUE(font.is_subset()) << font.name();
  }
}

TEST(Pdf, HeadingsBecomeOutlineEntriesByLevel) {
  const Read read(pdfOf(fullDraft()));
  const std::unique_ptr<poppler::toc> toc(read.document().create_toc());
  ASSERT_TRUE(toc);
  const auto title = [](const poppler::toc_item* item) {
    const auto utf8 = item->title().to_utf8();
    return std::string(utf8.begin(), utf8.end());
  };
  const auto roots = toc->root()->children();
  ASSERT_FALSE(roots.empty());
  EXPECT_EQ(title(roots[0]), "云溪县教育局关于2023年工作总结和2024年工作打算的报告");
  const auto first = roots[0]->children();
  ASSERT_EQ(first.size(), 3U);
  EXPECT_EQ(title(first[0]), "一、主要工作");
  EXPECT_EQ(title(first[1]), "二、存在问题");
  const auto second = first[0]->children();
  ASSERT_EQ(second.size(), 2U);
  EXPECT_EQ(title(second[1]), "（二）优化布局结构") << "the words of a run-in heading only";
}

TEST(Pdf, PageHas22LinesOf28CharactersFromMarginToMargin) {
  const Read read(pdfOf(test::longDraft(4000)));
  ASSERT_GE(read.pages(), 4);
  for (int page = 1; page <= 2; ++page) {
    const auto lines = test::linesOf(read.text(page));
    std::size_t full = 0;
    std::size_t longest = 0;
    for (const std::string& line : lines) {
      const std::size_t length = withoutSpaces(toUtf16(line)).size();
      full += length > 0 ? 1 : 0;
      longest = std::max(longest, length);
    }
    EXPECT_EQ(full, 23U) << "22 lines and the page number";
    EXPECT_EQ(longest, 28U);
    double left = 1000;
    double right = 0;
    for (const auto& box : read.boxes(page)) {
      left = std::min(left, box.bbox().left());
      right = std::max(right, box.bbox().right());
    }
    EXPECT_NEAR(left, kLeft, 0.5);
    EXPECT_NEAR(right, kRight, 0.5);
  }
}

TEST(Pdf, PageNumbersAlternateBetweenTheOuterMargins) {
  const Read read(pdfOf(test::longDraft(3000)));
  ASSERT_GE(read.pages(), 3);
  for (int page = 0; page < 3; ++page) {
    double x = 0;
    for (const auto& box : read.boxes(page)) {
      const auto utf8 = box.text().to_utf8();
      if (std::string(utf8.begin(), utf8.end()) == std::to_string(page + 1)) x = box.bbox().left();
    }
    if (page % 2 == 0) {
      EXPECT_GT(x, kRight - 60) << "odd: right";
      EXPECT_LT(x, kRight - 14) << "a character away from the margin";
    } else {
      EXPECT_LT(x, kLeft + 60) << "even: left";
      EXPECT_GT(x, kLeft + 14) << "a character away from the margin";
    }
  }
}

TEST(Pdf, PropertiesNameTitleAndAuthor) {
  std::vector<ExportNote> notes;
  const Read read(
      pdfOf(fullDraft(), notes,
            {.layout = Layout::Gb9704, .author = u"云溪县教育局", .subject = u"年度总结"}));
  const auto utf8 = [](const poppler::ustring& text) {
    const auto bytes = text.to_utf8();
    return std::string(bytes.begin(), bytes.end());
  };
  EXPECT_EQ(utf8(read.document().get_title()),
            "云溪县教育局关于2023年工作总结和2024年工作打算的报告");
  EXPECT_EQ(utf8(read.document().get_author()), "云溪县教育局");
  EXPECT_EQ(utf8(read.document().get_subject()), "年度总结");
}

TEST(Pdf, AttachmentsStartTheirOwnPages) {
  const Read read(pdfOf(fullDraft()));
  ASSERT_EQ(read.pages(), 4);
  EXPECT_TRUE(read.text(2).starts_with("附件1\n")) << read.text(2);
  EXPECT_TRUE(read.text(3).starts_with("附件2\n")) << read.text(3);
}

TEST(Pdf, HeadingIsNotLeftAloneAtTheFootOfAPage) {
  std::string text = "总结\n一、情况\n";
  for (int i = 0; i < 18; ++i) text += "第" + std::to_string(i) + "行。\n";
  text += "二、问题\n问题较多。\n";  // title, blank, heading, 18 lines: the second heading would be
                                     // line 22
  const Read read(pdfOf(text));
  ASSERT_EQ(read.pages(), 2);
  EXPECT_THAT(read.text(0), testing::Not(testing::HasSubstr("二、问题")));
  EXPECT_TRUE(read.text(1).starts_with("二、问题"));
}

TEST(Pdf, SignatureNeverStandsAloneOnAPage) {
  for (int filling = 10; filling < 24; ++filling) {
    std::string text = "总结\n一、情况\n";
    for (int i = 0; i < filling; ++i) text += "第" + std::to_string(i) + "行。\n";
    text += "最后一段文字。\n云溪县教育局\n2024年1月5日\n";
    const Read read(pdfOf(text));
    EXPECT_THAT(read.text(read.pages() - 1), testing::HasSubstr("最后一段文字")) << filling;
  }
}

TEST(Pdf, ShortTableStandsWithItsHeadingOnOnePage) {
  for (int lines = 12; lines < 24; ++lines) {
    std::string text = "工作总结\n";
    for (int i = 0; i < lines; ++i) text += "办理信访件。\n";
    text += "一、签批\n| 级别 | 姓名 |\n| 初审 | 甲 |\n| 复核 | 丙 |\n| 终审 | 乙 |\n";
    const Read pdf(pdfOf(text));
    for (int page = 0; page < pdf.pages(); ++page) {
      const std::string words = pdf.text(page);
      const bool heading = words.find("签批") != std::string::npos;
      for (const char* row : {"级别", "初审", "复核", "终审"})
        EXPECT_EQ(words.find(row) != std::string::npos, heading) << row << ", " << lines;
    }
  }
}

TEST(Pdf, LongTableRepeatsItsHeadAndLosesNoRow) {
  std::string text = "总结\n| 序号 | 事项 |\n";
  for (int i = 1; i <= 80; ++i)
    text += "| " + std::to_string(i) + " | 事项" + std::to_string(i) + " |\n";
  const Read read(pdfOf(text));
  ASSERT_GE(read.pages(), 2);
  for (int page = 0; page < read.pages(); ++page)
    EXPECT_THAT(read.text(page), testing::HasSubstr("序号"));
  for (int i = 1; i <= 80; ++i) {
    EXPECT_THAT(read.characters(), testing::HasSubstr("事项" + std::to_string(i)));
  }
}

TEST(Pdf, CellHigherThanThePageLosesNothing) {
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "项";
  const Read read(pdfOf("总结\n| 序号 | 内容 |\n| 一 | " + words + " |\n"));
  std::size_t count = 0;
  for (const char16_t c : toUtf16(read.characters())) count += c == u'项' ? 1 : 0;
  EXPECT_EQ(count, 3000U);
  EXPECT_GE(read.pages(), 2);
}

TEST(Pdf, NothingLeavesTheTextArea) {
  std::string endless = "总结\n网址";
  for (int i = 0; i < 300; ++i) endless += "abcdefg";
  endless += "结束，“引文”，（括号）；《书名》。\n";
  const Read read(pdfOf(endless));
  for (int page = 0; page < read.pages(); ++page) {
    for (const auto& box : read.boxes(page)) EXPECT_LE(box.bbox().right(), kRight + 16);
  }
  EXPECT_EQ(read.characters(), charactersOf(endless));
}

TEST(Pdf, SaysWhichFaceStoodIn) {
  std::vector<ExportNote> notes;
  static_cast<void>(pdfOf(fullDraft(), notes));
  const bool fangSong = test::run("fc-list 仿宋_GB2312 family").out.empty() &&
                        test::run("fc-list FangSong family").out.empty() &&
                        test::hasProgram("fc-list");
  if (!fangSong) GTEST_SKIP() << "the official face is installed, or fc-list is not";
  const auto note = std::ranges::find_if(notes, [](const ExportNote& n) {
    return n.key == "FaceReplaced" && n.arguments[0] == "仿宋_GB2312";
  });
  ASSERT_NE(note, notes.end());
  EXPECT_FALSE(note->arguments[1].empty());
}

TEST(Pdf, CharactersWithoutAGlyphAreNamed) {
  std::vector<ExportNote> notes;
  static_cast<void>(pdfOf("总结\n甲\xF1\x9A\xAA\xAA乙。\n", notes));  // U+5AAAA, unassigned
  const bool named = std::ranges::any_of(notes, [](const ExportNote& n) {
    return n.key == "GlyphsMissing" && n.arguments[0] == "\xF1\x9A\xAA\xAA";
  });
  EXPECT_TRUE(named);
}

TEST(Pdf, WithoutAnyChineseFaceSaysSo) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  const test::TemporaryFolder folder;
  const auto config = folder.with("fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
  EXPECT_EXIT(
      {
        ::setenv("FONTCONFIG_FILE", config.c_str(), 1);
        std::vector<ExportNote> notes;
        const auto pdf = toPdf(u"总结\n", Outline{}, {}, notes);
        std::exit(!pdf && pdf.error().code == ErrorCode::FontMissing ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
}

TEST(Pdf, EmptyDraftIsOnePage) {
  std::vector<ExportNote> notes;
  EXPECT_EQ(Read(toPdf(u"", Outline{}, {}, notes).value()).pages(), 1);
}

TEST(Pdf, PlainLayoutGivesTheSameCharacters) {
  std::vector<ExportNote> notes;
  const Read read(
      pdfOf(fullDraft(), notes, {.layout = Layout::Plain, .author = {}, .subject = {}}));
  EXPECT_EQ(read.characters(), charactersOf(fullDraft()));
}

TEST(Pdf, ProgressRisesAndCancellingEndsTheWork) {
  const test::Draft draft = draftOf(test::longDraft(20000));
  std::vector<ExportNote> notes;
  std::vector<double> shares;
  ASSERT_TRUE(toPdf(draft.text, draft.outline, {}, notes, [&](double share) {
    shares.push_back(share);
    return true;
  }));
  EXPECT_GT(shares.size(), 50U);
  EXPECT_TRUE(std::ranges::is_sorted(shares));
  EXPECT_LE(shares.back(), 1);
  const auto cancelled =
      toPdf(draft.text, draft.outline, {}, notes, [](double share) { return share < 0.3; });
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
}

}  // namespace
}  // namespace moxian
