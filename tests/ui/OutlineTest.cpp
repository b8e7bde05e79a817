#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QListWidget>
#include <QTextBlock>
#include <QTextLayout>
#include <QTreeView>
#include <algorithm>

#include "tests/ui/Window.h"
#include "ui/Colours.h"
#include "ui/Labels.h"

namespace moxian {
namespace {

const QString withoutProblems =
    u"云溪县民政局2024年工作总结\n"
    "2024年，我局围绕群众关心的事项开展工作，现将有关情况总结如下：\n"
    "一、主要工作情况\n"
    "（一）做好困难群众救助\n"
    "全年发放救助资金320万元，惠及困难群众1260户，入户走访2300次，办结率达到100%"
    "。建立动态监测机制，"
    "每月比对数据，及时将符合条件的家庭纳入保障范围，做到应保尽保、应退尽退。\n"
    "（二）推进养老服务\n"
    "新建村级养老服务站12个，为老年人提供助餐服务4.6万人次，组织护理员培训5期，参训210人。\n"
    "二、2025年工作打算\n"
    "一是继续扩大助餐服务范围，新建服务站8个；二是加强护理员培训，全年培训不少于6期；"
    "三是完善救助对象动态管理，每季度开展一次核查，切实把好事办好、实事办实。\n"_s;

class OutlineTest : public WindowTest {
 protected:
  /// True if the words are drawn in the colour of headings or bold like 1.
  bool isDrawnAsHeading(const QString& words) {
    const QTextCursor found = editor().document()->find(words);
    const QTextBlock line = found.block();
    const QColor heading = colourOf(Ink::Heading, editor().palette());
    const int at = found.selectionStart() - line.position();
    for (const auto& range : line.layout()->formats())
      if (range.start <= at && at < range.start + range.length)
        return range.format.foreground().color() == heading ||
               range.format.fontWeight() == QFont::Bold;
    return false;
  }

  QString parts() {
    QStringList lines;
    const auto& list = child<QListWidget>(u"parts"_s);
    for (int row = 0; row < list.count(); ++row) lines.append(list.item(row)->text());
    return lines.join(u'\n');
  }
};

TEST_F(OutlineTest, AMissingPartIsNamedInWords) {
  editor().setDraft(withoutProblems.toStdU16String());
  ASSERT_TRUE(checked());
  EXPECT_TRUE(parts().contains(u"存在问题：缺少"_s)) << parts().toStdString();
  EXPECT_TRUE(parts().contains(u"主要工作：已有"_s)) << parts().toStdString();
}

TEST_F(OutlineTest, WritingTheMissingPartTurnsItPresent) {
  editor().setDraft(withoutProblems.toStdU16String());
  ASSERT_TRUE(checked());
  editor().moveCursor(QTextCursor::End);
  type(
      u"三、存在的主要问题\n"
      "一是救助政策宣传还不够深入，个别偏远村组群众对申请条件了解不多；二是基层工作人员力量不足，"
      "十二个乡镇中有八个没有专职人员；三是信息系统之间数据不能共享，影响了办理效率。\n"_s);
  ASSERT_TRUE(checked());
  EXPECT_FALSE(parts().contains(u"缺少"_s)) << parts().toStdString();
}

TEST_F(OutlineTest, BelowAnAdvertTheDraftStillHasItsParts) {
  editor().setDraft(
      (withoutProblems + u"更多范文请访问云溪文库 www.example.com\n"_s).toStdU16String());
  ASSERT_TRUE(checked());
  editor().moveCursor(QTextCursor::End);
  press(Qt::Key_Return);
  ASSERT_TRUE(checked());
  const auto& outline = *window->check().outline();
  ASSERT_EQ(outline.reportAt(static_cast<std::size_t>(editor().textCursor().blockNumber())),
            nullptr);
  EXPECT_TRUE(parts().contains(u"存在问题：缺少"_s)) << parts().toStdString();
}

TEST_F(OutlineTest, TheFirstCheckSaysThatItRuns) {
  editor().setDraft(withoutProblems.repeated(50).toStdU16String());
  EXPECT_EQ(parts(), u"正在检查…"_s);
  ASSERT_TRUE(checked());
  EXPECT_TRUE(parts().contains(u"缺少"_s)) << parts().toStdString();
}

TEST_F(OutlineTest, TheKindsSpeakTheLanguageOfTheInterface) {
  editor().setDraft(withoutProblems.toStdU16String());
  ASSERT_TRUE(checked());
  auto& kinds = child<QComboBox>(u"profile"_s);
  EXPECT_EQ(kinds.itemText(0), u"自动（年度工作总结）"_s);
  ASSERT_TRUE(services->language.use(u"en"_s).has_value());
  EXPECT_TRUE(until([&] { return kinds.itemText(0).contains(u"Annual summary"_s); }))
      << kinds.itemText(0).toStdString();
  EXPECT_GE(kinds.findText(u"Work plan"_s), 0);
  ASSERT_TRUE(services->language.use(u"zh_CN"_s).has_value());
}

TEST_F(OutlineTest, APartHasOneNameInWindowAndMessages) {
  for (const Role role : {Role::Intro, Role::WorkDone, Role::Problems, Role::NextSteps,
                          Role::ProblemsAndNext, Role::Closing})
    EXPECT_EQ(label(role).toStdString(),
              services->language.messages().text("cli.role." + std::string(name(role))));
  const Profile* annual = services->reader.profiles().find("annual-summary");
  ASSERT_NE(annual, nullptr);
  for (const ProfilePart& part : annual->parts)
    EXPECT_EQ(label(part.role).toStdU16String(), part.headings.front()) << "named when it lacks";
}

const QString withItems =
    u"云溪县水务局2025年工作总结\n"
    "一、主要工作\n"
    "（一）加强供水保障。全年投入资金3480万元，新建水厂2座。\n"
    "二、2026年工作打算\n"
    "（一）续建青石水库除险加固工程，计划投资860万元。\n"
    "（二）新建农村供水工程6处。\n"
    "附件：1.供水工程清单\n"
    "2.水质检测结果\n"
    "云溪县水务局\n2025年12月26日\n"_s;

TEST_F(OutlineTest, ItemsAndAttachmentsAreNotDrawnAsHeadings) {
  editor().setDraft(withItems.toStdU16String());
  ASSERT_TRUE(checked());
  for (const QString& heading : {u"主要工作"_s, u"加强供水保障"_s, u"2026年工作打算"_s})
    EXPECT_TRUE(isDrawnAsHeading(heading)) << heading.toStdString();
  for (const QString& item : {u"续建青石水库"_s, u"新建农村供水"_s, u"水质检测结果"_s})
    EXPECT_FALSE(isDrawnAsHeading(item)) << item.toStdString();
}

TEST_F(OutlineTest, ALineAboveDoesNotMakeItemsHeadings) {
  editor().setDraft(withItems.toStdU16String());
  ASSERT_TRUE(checked());
  editor().moveCursor(QTextCursor::Start);
  press(Qt::Key_Return);
  EXPECT_FALSE(isDrawnAsHeading(u"续建青石水库"_s));
  EXPECT_TRUE(isDrawnAsHeading(u"主要工作"_s));
  ASSERT_TRUE(checked());
  EXPECT_FALSE(isDrawnAsHeading(u"续建青石水库"_s));
  EXPECT_TRUE(isDrawnAsHeading(u"主要工作"_s));
}

TEST_F(OutlineTest, AnItemThatBecomesAHeadingIsDrawnAsOne) {
  QString items = withItems;
  items.replace(u"新建农村供水工程6处"_s, u"建成农村供水工程6处，年内通水"_s);
  editor().setDraft(items.toStdU16String());
  ASSERT_TRUE(checked());
  EXPECT_FALSE(isDrawnAsHeading(u"建成农村供水"_s));
  QTextCursor words = editor().document()->find(u"建成农村供水工程6处，年内通水"_s);
  editor().setTextCursor(words);
  type(u"抓好农村供水。全年建成工程6处"_s);
  ASSERT_TRUE(checked());
  EXPECT_TRUE(isDrawnAsHeading(u"抓好农村供水"_s));
  EXPECT_FALSE(isDrawnAsHeading(u"全年建成"_s));
}

TEST_F(OutlineTest, FiguresOfItemsAreColouredLikeThoseOfTheText) {
  editor().setDraft(withItems.toStdU16String());
  ASSERT_TRUE(checked());
  const QTextBlock line = editor().document()->find(u"860"_s).block();
  const auto formats = line.layout()->formats();
  EXPECT_TRUE(std::ranges::any_of(formats, [&](const auto& range) {
    return line.text().mid(range.start, range.length) == u"860万"_s;
  }));
}

TEST_F(OutlineTest, LinesOfAContentsListAreNotDrawnAsHeadings) {
  const QString report =
      u"云溪县%1局2025年工作总结\n一、主要工作\n新建站点12个，培训210人，走访群众1260户，"
      "办结事项640件，各项任务按期完成，群众满意度稳步提高。组织专题学习9次，开展检查4轮，"
      "整改隐患63处，没有发生责任事故，年度预算执行率达到98.5%，比上年提高2.1个百分点。\n"_s;
  editor().setDraft(
      (u"目录\n一、云溪县水务局2025年工作总结 1\n二、云溪县民政局2025年工作总结 3\n"_s +
       report.arg(u"水务"_s) + report.arg(u"民政"_s))
          .toStdU16String());
  ASSERT_TRUE(checked());
  ASSERT_EQ(window->check().outline()->reports.size(), 2U);
  EXPECT_FALSE(isDrawnAsHeading(u"云溪县水务局2025年工作总结 1"_s));
  EXPECT_FALSE(isDrawnAsHeading(u"云溪县民政局2025年工作总结 3"_s));
  EXPECT_TRUE(isDrawnAsHeading(u"主要工作"_s));
}

TEST_F(OutlineTest, AClickOnAHeadingGoesThere) {
  editor().setDraft(withoutProblems.toStdU16String());
  ASSERT_TRUE(checked());
  auto& tree = child<QTreeView>(u"headings"_s);
  ASSERT_EQ(tree.model()->rowCount(), 2);
  const QModelIndex second = tree.model()->index(1, 0);
  QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(second).center());
  EXPECT_TRUE(editor().textCursor().block().text().startsWith(u"二、2025年工作打算"_s));
}

TEST_F(OutlineTest, TheMarkedHeadingIsThatOfTheCursorAfterTypingBeforeTheNext) {
  editor().setDraft(withoutProblems.toStdU16String());
  ASSERT_TRUE(checked());
  const auto& tree = child<QTreeView>(u"headings"_s);
  QTextCursor cursor = editor().document()->find(u"参训210人。"_s);
  cursor.clearSelection();
  editor().setTextCursor(cursor);
  ASSERT_TRUE(tree.currentIndex().data().toString().contains(u"养老服务"_s));
  type(u"另有志愿者40人长期上门。"_s);
  ASSERT_TRUE(checked());
  EXPECT_TRUE(tree.currentIndex().data().toString().contains(u"养老服务"_s))
      << tree.currentIndex().data().toString().toStdString();
}

TEST_F(OutlineTest, SubheadingsStandBelowTheirHeading) {
  editor().setDraft(withoutProblems.toStdU16String());
  ASSERT_TRUE(checked());
  const auto* model = child<QTreeView>(u"headings"_s).model();
  EXPECT_EQ(model->rowCount(model->index(0, 0)), 2);
}

TEST_F(OutlineTest, APastedCompilationShowsWhatEachReportLacks) {
  const QDir seeds(QString::fromUtf8(MOXIAN_SHARED) + u"/seeds"_s);
  const QStringList files = seeds.entryList({u"000_*.txt"_s}, QDir::Files);
  if (files.isEmpty()) GTEST_SKIP() << "the shared seeds are not here";
  QFile file(seeds.filePath(files.constFirst()));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  QApplication::clipboard()->setText(QString::fromUtf8(file.readAll()));
  run(Act::Paste);
  ASSERT_TRUE(checked());
  bool missing = false;
  for (const Report& report : window->check().outline()->reports) {
    editor().select({report.blocks.front().span.begin, report.blocks.front().span.begin});
    EXPECT_EQ(child<QListWidget>(u"parts"_s).count(), 3);
    missing = missing || parts().contains(u"缺少"_s);
  }
  EXPECT_TRUE(missing);
}

TEST_F(OutlineTest, ChoosingNoProfileStopsAskingForParts) {
  editor().setDraft(withoutProblems.toStdU16String());
  ASSERT_TRUE(checked());
  auto& profiles = child<QComboBox>(u"profile"_s);
  profiles.setCurrentIndex(profiles.findData(u"none"_s));
  Q_EMIT profiles.activated(profiles.currentIndex());
  ASSERT_TRUE(checked());
  EXPECT_FALSE(parts().contains(u"缺少"_s)) << parts().toStdString();
  run(Act::New);
  EXPECT_EQ(profiles.currentData(), u"auto"_s) << "a choice is for one draft";
}

}  // namespace
}  // namespace moxian
