#include "core/text/ScriptConverter.h"

#include <gtest/gtest.h>

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
  EXPECT_EQ(fromTaiwan(u"嚴格執行檔案管理程序，方便群眾查詢"), "严格执行档案管理程序，方便群众查询");
}

TEST_F(ScriptConverterTest, MainlandWordingIsNotReworded) {
  EXPECT_EQ(fromMainland(u"規範工作程序，完善製度，幹部於云溪縣"), "规范工作程序，完善制度，干部于云溪县");
}

TEST_F(ScriptConverterTest, SimplifiedTextConvertsEitherWay) {
  EXPECT_EQ(toUtf8(m_converter.toTraditional(u"发布政务信息", Wording::Mainland)), "發佈政務信息");
  EXPECT_EQ(toUtf8(m_converter.toTraditional(u"发布政务信息", Wording::Taiwan)), "釋出政務資訊");
}

TEST_F(ScriptConverterTest, FoldingKeepsEveryOffset) {
  const std::u16string_view text = u"一、存在的問題（𠮷）";
  const std::u16string folded = m_converter.folded(text);
  EXPECT_EQ(folded.size(), text.size());
  EXPECT_EQ(toUtf8(folded), "一、存在的问题（𠮷）");
}

}  // namespace
}  // namespace moxian
