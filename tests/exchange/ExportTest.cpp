#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/Files.h"
#include "core/base/Messages.h"
#include "core/exchange/Export.h"
#include "tests/exchange/Draft.h"
#include "tests/exchange/Tools.h"

namespace moxian {
namespace {

TEST(Export, EndingOfTheFileChoosesTheFormat) {
  EXPECT_EQ(formatOf("a.txt").value(), Format::Txt);
  EXPECT_EQ(formatOf("a.md").value(), Format::Txt);
  EXPECT_EQ(formatOf("总结.DOCX").value(), Format::Docx);
  EXPECT_EQ(formatOf("a.b.Pdf").value(), Format::Pdf);
  EXPECT_EQ(formatOf("a.html").value(), Format::Html);
  EXPECT_EQ(formatOf("a.htm").value(), Format::Html);
  EXPECT_EQ(formatOf("a.doc").error().code, ErrorCode::UnknownFormat);
  EXPECT_EQ(formatOf("pdf").error().code, ErrorCode::UnknownFormat);
}

TEST(Export, WritesEveryFormat) {
  const test::Draft draft = test::draftOf(test::fullDraft());
  const test::TemporaryFolder folder;
  for (const auto& [name, start] : {std::pair{"a.txt", "云溪县"},
                                    {"a.docx", "PK"},
                                    {"a.pdf", "%PDF-"},
                                    {"a.html", "<!DOCTYPE html>"}}) {
    const auto file = folder.path() / name;
    ASSERT_TRUE(exportFile(file, draft.text, draft.outline, {})) << name;
    EXPECT_TRUE(readFile(file)->starts_with(start)) << name;
  }
  EXPECT_EQ(*readFile(folder.path() / "a.txt"), test::fullDraft());
}

TEST(Export, CancellingLeavesTheOldFileAsItWas) {
  const test::Draft draft = test::draftOf(test::fullDraft());
  const test::TemporaryFolder folder;
  for (const char* name : {"old.pdf", "old.docx", "old.html"}) {
    const auto file = folder.with(name, "old");
    const auto result =
        exportFile(file, draft.text, draft.outline, {}, [](double) { return false; });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(*readFile(file), "old");
  }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 3)
      << "nothing left beside";
}

TEST(Export, FolderThatIsNotThereIsNamedInTheError) {
  const test::Draft draft = test::draftOf("总结\n正文。\n");
  const auto result = exportFile("/nowhere/at/all/a.docx", draft.text, draft.outline, {});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::FolderUnwritable);
  EXPECT_THAT(result.error().subject, testing::HasSubstr("/nowhere/at/all"));
}

TEST(Export, EveryNoteHasASentenceInEveryLanguage) {
  for (const char* language : {"zh_CN", "zh_TW", "en"}) {
    const auto messages = Messages::load(language);
    ASSERT_TRUE(messages) << language;
    for (const char* key : {"FaceReplaced", "GlyphsMissing", "ControlsLeftOut"}) {
      EXPECT_TRUE(messages->has(std::string("export.") + key)) << language << " " << key;
    }
  }
}

std::string htmlOf(const std::string& text, ExportOptions options = {}) {
  const test::Draft draft = test::draftOf(text);
  std::vector<ExportNote> notes;
  return toHtml(draft.text, draft.outline, options, notes).value();
}

TEST(Html, MarkupInTheDraftStaysText) {
  const std::string html = htmlOf("标题<script>\n<img src=x onerror=alert(1)> & \"引号\"。\n");
  EXPECT_THAT(html, testing::Not(testing::HasSubstr("<script>")));
  EXPECT_THAT(html, testing::Not(testing::HasSubstr("<img")));
  EXPECT_THAT(html, testing::HasSubstr("&lt;img src=x onerror=alert(1)&gt; &amp;"));
}

TEST(Html, HeadingsTablesAndTitleAreElements) {
  const std::string html = htmlOf(test::fullDraft());
  EXPECT_THAT(html, testing::HasSubstr(
                        "<h1>云溪县教育局关于2023年工作总结<br/>和2024年工作打算的报告</h1>"));
  EXPECT_THAT(html, testing::HasSubstr("<h2>一、主要工作</h2>"));
  EXPECT_THAT(
      html, testing::HasSubstr("<span class=\"run-in head2\">（二）优化布局结构。</span>全年新建"));
  EXPECT_THAT(html, testing::HasSubstr("<th>指标</th>"));
  EXPECT_THAT(html, testing::HasSubstr("<td colspan=\"4\""));
  EXPECT_THAT(html, testing::HasSubstr("lang=\"zh-CN\""));
}

TEST(Html, StandsAlone) {
  const std::string html = htmlOf(test::fullDraft());
  for (const char* outside : {"src=", "href=", "url(", "@import"}) {
    EXPECT_THAT(html, testing::Not(testing::HasSubstr(outside)));
  }
  EXPECT_THAT(html, testing::Not(testing::HasSubstr("<td/>"))) << "HTML takes <td/> for a start";
}

TEST(Html, StyleSheetIsNotEscaped) {
  const std::string html = htmlOf(test::fullDraft());
  const std::string style =
      html.substr(html.find("<style>"), html.find("</style>") - html.find("<style>"));
  EXPECT_THAT(style, testing::Not(testing::HasSubstr("&")));
}

}  // namespace
}  // namespace moxian
