#include <gtest/gtest.h>

#include <QTextBlock>
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTextCursor>
#include <QTextDocument>

#include "core/report/Reader.h"
#include "ui/Cards.h"
#include "ui/FindingsModel.h"
#include "ui/OutlineModel.h"
#include "ui/SuggestionsModel.h"

namespace moxian {
namespace {

using namespace Qt::StringLiterals;
using Tester = QAbstractItemModelTester;

Finding finding(std::string rule, std::size_t at, Severity severity = Severity::Warning) {
  Finding made;
  made.rule = std::move(rule);
  made.span = {at, at + 1};
  made.severity = severity;
  return made;
}

class FindingsModelTest : public ::testing::Test {
 protected:
  FindingsModelTest() {
    EXPECT_TRUE(language.use(u"zh_CN"_s).has_value());
    document.setPlainText(u"甲\n乙\n丙\n丁"_s);
  }
  Language language;
  QTextDocument document;
  FindingsModel model{language};
  Tester tester{&model, Tester::FailureReportingMode::Fatal};
};

TEST_F(FindingsModelTest, KeepsItsWordWhileRowsComeAndGo) {
  model.setFindings({finding("a", 0), finding("b", 2), finding("c", 4)}, document);
  model.setFindings({finding("a", 0), finding("c", 4)}, document);
  model.setFindings({finding("x", 0), finding("a", 0), finding("c", 4), finding("y", 6)}, document);
  model.setFindings({}, document);
  model.setFindings({finding("z", 0)}, document);
  EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(FindingsModelTest, RowsThatStayAreNotTakenOut) {
  model.setFindings({finding("a", 0), finding("b", 2), finding("c", 4)}, document);
  const QPersistentModelIndex last(model.index(2, 0));
  model.setFindings({finding("a", 0), finding("c", 5)}, document);
  ASSERT_TRUE(last.isValid());
  EXPECT_EQ(model.finding(last.row()).rule, "c");
}

TEST_F(FindingsModelTest, LinesCountFromOne) {
  model.setFindings({finding("a", 0), finding("b", 4)}, document);
  EXPECT_EQ(model.index(1, FindingsModel::LineColumn).data().toString(), u"3"_s);
}

TEST_F(FindingsModelTest, OnlyRowsThatLookDifferentAreToldToTheViews) {
  model.setFindings({finding("a", 0), finding("b", 2), finding("c", 4)}, document);
  const QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
  model.setFindings({finding("a", 0), finding("b", 2), finding("c", 4)}, document);
  EXPECT_EQ(told.count(), 0);
  QTextCursor(document.findBlockByNumber(1)).insertText(u"新\n"_s);
  model.setFindings({finding("a", 0), finding("b", 4), finding("c", 6)}, document);
  ASSERT_EQ(told.count(), 1);
  EXPECT_EQ(told.at(0).at(0).toModelIndex().row(), 1);
  EXPECT_EQ(told.at(0).at(1).toModelIndex().row(), 2);
}

TEST_F(FindingsModelTest, TheFilterShowsWhatItIsAskedFor) {
  FindingsFilter filter;
  filter.setSourceModel(&model);
  const Tester filterTester(&filter, Tester::FailureReportingMode::Fatal);
  model.setFindings({finding("a", 0, Severity::Error), finding("b", 2, Severity::Hint)}, document);
  filter.setShown(Severity::Error, false);
  ASSERT_EQ(filter.rowCount(), 1);
  filter.setShown(Severity::Error, true);
  filter.setCategory(Category::Numbering);
  EXPECT_EQ(filter.rowCount(), 0);
  filter.setCategory({});
  EXPECT_EQ(filter.rowCount(), 2);
}

TEST(SuggestionsModelTest, KeepsItsWord) {
  SuggestionsModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  Suggestion one;
  one.text = u"加强队伍建设。";
  one.source = u"语料库";
  model.setSuggestions({one});
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_TRUE(model.index(0, 0).data(CardDetailRole).toString().contains(u"语料库"_s));
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  model.setSuggestions({one});
  EXPECT_EQ(reset.count(), 0);
  model.setSuggestions({});
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(OutlineModelTest, KeepsItsWordAndKnowsTheHeadingOfAPlace) {
  const auto reader = ReportReader::load();
  ASSERT_TRUE(reader.has_value()) << reader.error().subject << reader.error().detail;
  OutlineModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  const std::u16string text =
      u"云溪县民政局2024年工作总结\n一、主要工作\n（一）做好救助\n正文。\n二、下一步打算\n正文。\n";
  const Outline outline = reader->read(text, Lines(text), "annual-summary");
  EXPECT_TRUE(model.setOutline(outline, text));
  EXPECT_FALSE(model.setOutline(outline, text));
  const auto place = static_cast<int>(text.find(u"二、")) + 1;
  EXPECT_TRUE(model.at(place).data().toString().startsWith(u"二、"_s));
  EXPECT_FALSE(model.at(0).isValid());
  EXPECT_TRUE(model.setOutline({}, {}));
}

}  // namespace
}  // namespace moxian
