#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QSpinBox>

#include "tests/ui/Window.h"
#include "ui/DraftText.h"

namespace moxian {
namespace {

class SkeletonWindowTest : public WindowTest {
 protected:
  /// Opens the dialog and fills it in.
  void ask(const QString& kind, const QString& unit, int year, const QString& topic) {
    run(Act::NewFromSkeleton);
    ASSERT_NE(dialog(), nullptr);
    auto& kinds = child<QComboBox>(u"skeletonKind"_s);
    kinds.setCurrentIndex(kinds.findData(kind));
    ASSERT_GE(kinds.currentIndex(), 0);
    child<QLineEdit>(u"skeletonUnit"_s).setText(unit);
    child<QSpinBox>(u"skeletonYear"_s).setValue(year);
    child<QLineEdit>(u"skeletonTopic"_s).setText(topic);
  }
  [[nodiscard]] QDialog* dialog() { return window->findChild<QDialog*>(u"skeletonDialog"_s); }
  std::u16string chosen() { return draftText(*editor().document(), editor().selected()); }
};

TEST_F(SkeletonWindowTest, UnitYearAndFieldFillANewReport) {
  ask(u"annual-summary"_s, u" 青岚区民政局 "_s, 2024, u"政务公开"_s);
  dialog()->accept();
  EXPECT_TRUE(text().startsWith(u"青岚区民政局2024年政务公开工作总结\n"_s));
  EXPECT_TRUE(text().contains(u"2025年，我局将"_s));
  EXPECT_TRUE(chosen().starts_with(u"〔"));
  ASSERT_TRUE(checked());
  EXPECT_TRUE(hasFinding(u"placeholder"_s));
}

TEST_F(SkeletonWindowTest, TabVisitsThePromptsAndUndoEmptiesTheDraft) {
  ask(u"half-year-summary"_s, u"青岚区民政局"_s, 2024, {});
  dialog()->accept();
  const std::u16string first = chosen();
  type(u"全年进展顺利"_s);
  press(Qt::Key_Tab);
  EXPECT_TRUE(chosen().starts_with(u"〔"));
  EXPECT_NE(chosen(), first);
  while (editor().document()->isUndoAvailable()) run(Act::Undo);
  EXPECT_EQ(text(), QString());
}

TEST_F(SkeletonWindowTest, TheUnitIsRememberedForTheNextReport) {
  ask(u"work-plan"_s, u"青岚区民政局"_s, 2025, {});
  dialog()->accept();
  ASSERT_TRUE(until([this] { return dialog() == nullptr; }));
  editor().document()->setModified(false);
  run(Act::NewFromSkeleton);
  EXPECT_EQ(child<QLineEdit>(u"skeletonUnit"_s).text(), u"青岚区民政局"_s);
}

TEST_F(SkeletonWindowTest, CancellingLeavesTheDraft) {
  type(u"写了一半"_s);
  run(Act::NewFromSkeleton);
  dialog()->reject();
  EXPECT_EQ(text(), u"写了一半"_s);
}

TEST_F(SkeletonWindowTest, AnUnsavedDraftIsAskedAboutFirst) {
  type(u"写了一半"_s);
  ask(u"annual-summary"_s, u"青岚区民政局"_s, 2024, {});
  dialog()->accept();
  EXPECT_FALSE(script->asked.isEmpty());
  EXPECT_EQ(text(), u"写了一半"_s);  // an empty queue of answers cancels
}

}  // namespace
}  // namespace moxian
