#include "core/exchange/HtmlReader.h"

#include <gtest/gtest.h>

#include "core/base/Utf.h"

namespace moxian {
namespace {

std::string textOf(const std::string& html) {
  const auto read = readHtml(html, "页.html");
  if (!read) {
    ADD_FAILURE() << read.error().detail;
    return {};
  }
  return toUtf8(read->text);
}

TEST(HtmlReader, BlocksAreLines) {
  EXPECT_EQ(
      textOf(
          "<!DOCTYPE html><html><head><title>标题栏</title></head><body><h1>年度总结</h1>"
          "<p>第一段<b>重点</b>。<p>第二段<br>换行</p><div>尾<span>部</span></div></body></html>"),
      "年度总结\n第一段重点。\n第二段\n换行\n尾部\n");
}

TEST(HtmlReader, WhiteSpaceIsWhatABrowserShows) {
  EXPECT_EQ(textOf("<p>  今年\n 以来   全区 </p><p>GB/T\n9704</p>"), "今年以来 全区\nGB/T 9704\n");
  EXPECT_EQ(textOf("<p>&nbsp;&nbsp;&emsp;首行缩进</p><pre>甲\n  乙</pre>"), "首行缩进\n甲\n乙\n");
}

TEST(HtmlReader, ReferencesBecomeCharacters) {
  EXPECT_EQ(
      textOf(
          "<p>&ldquo;放管服&rdquo; A&amp;B &#27426;&#x8FCE; &lt;p&gt; &unknown; 5&lt6 &#150;</p>"),
      "“放管服” A&B 欢迎 <p> &unknown; 5<6 –\n");
}

TEST(HtmlReader, ScriptsStylesNavigationAndHiddenThingsAreNotText) {
  EXPECT_EQ(
      textOf("<style>p{}</style><script>if (a<b) document.write('<p>假</p>')</script>"
             "<nav><p>首页</p><nav>内</nav></nav><div style='color:red; DISPLAY : "
             "none'>藏<div>藏</div></div>"
             "<div hidden>藏</div><select><option>选项</select><noscript>无</noscript><p>正文</p>"
             "<!-- <p>注释</p> --><![if x]>旧<![endif]>"),
      "正文\n旧\n");
}

TEST(HtmlReader, NavigationWithoutEndDoesNotHideThePage) {
  EXPECT_EQ(textOf("<nav>导航<p>正文</p>"), "导航\n正文\n");
}

TEST(HtmlReader, DataTablesAreLinesOfCells) {
  EXPECT_EQ(textOf("<table><caption>表一</caption><tr><th>事项<th>件数</tr><tr><td>新收</"
                   "td><td><p>3</p><p>5</p>"
                   "</td></tr></table><p>后文</p>"),
            "表一\n| 事项 | 件数 |\n| 新收 | 3 5 |\n后文\n");
}

TEST(HtmlReader, SpansKeepTheColumnsInPlace) {
  EXPECT_EQ(textOf("<table><tr><td rowspan=2>甲<td colspan=2>乙</tr><tr><td>1<td>2</tr></table>"),
            "| 甲 | 乙 | |\n| | 1 | 2 |\n");
}

TEST(HtmlReader, TablesThatArrangeThePageAreNotTables) {
  EXPECT_EQ(textOf("<table><tr><td>左栏</td><td><table><tr><td>a</td><td>b</td></tr></table><p>文</"
                   "p></td></tr></table>"),
            "左栏\n| a | b |\n文\n");
  EXPECT_EQ(textOf("<table><tr><td><p>一段</p><p>二段</p></td></tr></table>"), "一段\n二段\n");
}

TEST(HtmlReader, OrderedListsKeepTheirNumbers) {
  EXPECT_EQ(textOf("<ol start=3><li>甲<li>乙<ul><li>内</ul></ol>"), "3. 甲\n4. 乙\n内\n");
}

TEST(HtmlReader, RubyLeavesTheBaseText) {
  const auto read = readHtml("<p><ruby>岚<rp>(<rt>lán<rp>)</ruby>区</p>", "页.html");
  ASSERT_TRUE(read);
  EXPECT_EQ(toUtf8(read->text), "岚区\n");
}

TEST(HtmlReader, TheEncodingIsTheOneThatFits) {
  // 政务公开 in GB 18030
  const std::string gbk = "\xD5\xFE\xCE\xF1\xB9\xAB\xBF\xAA";
  const auto declared = readHtml("<meta charset=gb2312><p>" + gbk, "页.html");
  ASSERT_TRUE(declared);
  EXPECT_EQ(toUtf8(declared->text), "政务公开\n");
  EXPECT_EQ(declared->encoding, Encoding::Gb18030);
  EXPECT_EQ(
      textOf(
          "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>其实是统一码</p>"),
      "其实是统一码\n");
}

TEST(HtmlReader, PicturesAndMergedCellsAreCounted) {
  const auto read =
      readHtml("<p>文<img src=a><img src=b></p><table><tr><td colspan=2>x</table>", "页.html");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->losses, (std::vector<ImportLoss>{{"pictures", 2}, {"mergedCells", 1}}));
}

TEST(HtmlReader, AnyInputIsRead) {
  EXPECT_EQ(textOf("文<"), "文<\n");
  EXPECT_EQ(textOf("文<p class='a"), "文\n");
  EXPECT_EQ(textOf("</p></table></td>文<td>格</tr><!-"), "文\n格\n");
  EXPECT_EQ(textOf("<table><tr><td>甲<td>乙"), "| 甲 | 乙 |\n");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<table><tr><td><div>";
  EXPECT_EQ(textOf(deep + "底"), "底\n");
}

}  // namespace
}  // namespace moxian
