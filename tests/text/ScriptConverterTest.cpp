#include "core/text/ScriptConverter.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

class ScriptConverterTest : public testing::Test {
 protected:
  const ScriptConverter m_converter = ScriptConverter::load().value();

  std::string fromTaiwan(std::u16string_view text) const {
    return toUtf8(m_converter.toSimplified(text, Wording::Taiwan));
  }
  std::string fromMainland(std::u16string_view text) const {
    return toUtf8(m_converter.toSimplified(text, Wording::Mainland));
  }
  std::string toTraditional(std::u16string_view text) const {
    return toUtf8(m_converter.toTraditional(text, Wording::Mainland));
  }
};

TEST_F(ScriptConverterTest, TellsTaiwanWordingFromMainlandWording) {
  EXPECT_EQ(m_converter.wording(u"主動釋出政府資訊，透過網際網路公開檔案"), Wording::Taiwan);
  EXPECT_EQ(m_converter.wording(u"主動發布政府信息，通過互聯網公開文件"), Wording::Mainland);
  EXPECT_EQ(m_converter.wording(u"年度工作總結"), Wording::Mainland);
}

TEST_F(ScriptConverterTest, TaiwanWordingBecomesMainlandWording) {
  EXPECT_EQ(fromTaiwan(u"釋出政務資訊，完善網際網路平臺"), "发布政务信息，完善互联网平台");
}

TEST_F(ScriptConverterTest, WordsThatBothSidesShareKeepTheirMeaning) {
  EXPECT_EQ(fromTaiwan(u"嚴格執行檔案管理程序，方便群眾查詢"),
            "严格执行档案管理程序，方便群众查询");
}

TEST_F(ScriptConverterTest, MainlandWordingIsNotReworded) {
  EXPECT_EQ(fromMainland(u"規範工作程序，完善製度，幹部於云溪縣"),
            "规范工作程序，完善制度，干部于云溪县");
}

TEST_F(ScriptConverterTest, SimplifiedTextConvertsEitherWay) {
  EXPECT_EQ(toUtf8(m_converter.toTraditional(u"发布政务信息", Wording::Mainland)), "發布政務信息");
  EXPECT_EQ(toUtf8(m_converter.toTraditional(u"发布政务信息", Wording::Taiwan)), "發布政務資訊");
}

TEST_F(ScriptConverterTest, AdministrativeReconsiderationIsNotWrittenAsDuplication) {
  EXPECT_EQ(toTraditional(u"行政复议、复核复查、批复和答复"), "行政復議、複核複查、批復和答覆");
}

TEST_F(ScriptConverterTest, PaymentAndDevelopmentAreNotTakenForHair) {
  EXPECT_EQ(toTraditional(u"补助金发放，牵头发布，加强管理发展"),
            "補助金發放，牽頭發布，加強管理發展");
  EXPECT_EQ(toTraditional(u"理发店、美发行业和头发"), "理髮店、美髮行業和頭髮");
}

TEST_F(ScriptConverterTest, WordsThatMeetAreNotTakenForAnother) {
  EXPECT_EQ(toTraditional(u"机关系统征求意见，三天后制定，说明了五年历史"),
            "機關系統徵求意見，三天後制定，說明了五年歷史");
  EXPECT_EQ(toTraditional(u"若干部门会签、网签，贴标签，系统制造"),
            "若干部門會簽、網簽，貼標籤，系統製造");
}

TEST_F(ScriptConverterTest, FixedWordsAreNotCutOutOfTwoOthers) {
  EXPECT_EQ(toTraditional(u"发挥联席会议机制作用，推进治理体系数字化"),
            "發揮聯席會議機制作用，推進治理體系數字化");
  EXPECT_EQ(toTraditional(u"现行体制造成若干法律空白，编制作用与控制作用有限"),
            "現行體制造成若干法律空白，編制作用與控制作用有限");
}

TEST_F(ScriptConverterTest, CharactersAreThoseOfTaiwanAndNoRareVariants) {
  EXPECT_EQ(toTraditional(u"为群众着想，里面的面粉、床位，核查污染湿地，启动秘书"),
            "為群眾著想，裡面的麵粉、床位，核查污染濕地，啟動秘書");
}

TEST_F(ScriptConverterTest, OfficeWordsDoNotBecomeThoseOfComputers) {
  EXPECT_EQ(toUtf8(m_converter.toTraditional(u"优化窗口服务对象的权力运行，讨论通过后注销",
                                             Wording::Taiwan)),
            "優化窗口服務對象的權力運行，討論通過後註銷");
}

TEST_F(ScriptConverterTest, TheStarterCorpusComesBackFromEitherWording) {
  std::size_t sentences = 0;
  for (const auto& file : std::filesystem::directory_iterator(resourceRoot() / "corpus")) {
    if (file.path().extension() != ".txt") continue;
    std::istringstream lines(readFile(file.path()).value());
    for (std::string line; std::getline(lines, line); ++sentences) {
      const std::u16string start = toUtf16(line);
      for (const Wording wording : {Wording::Mainland, Wording::Taiwan}) {
        const std::u16string there = m_converter.toTraditional(start, wording);
        EXPECT_EQ(toUtf8(m_converter.toSimplified(there, wording)), line) << toUtf8(there);
      }
    }
  }
  EXPECT_GT(sentences, 800U);
}

TEST_F(ScriptConverterTest, FoldingKeepsEveryOffset) {
  const std::u16string_view text = u"一、存在的問題（𠮷）";
  const std::u16string folded = m_converter.folded(text);
  EXPECT_EQ(folded.size(), text.size());
  EXPECT_EQ(toUtf8(folded), "一、存在的问题（𠮷）");
}

}  // namespace
}  // namespace moxian
