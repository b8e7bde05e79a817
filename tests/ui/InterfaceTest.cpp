#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTimer>

#include "tests/ui/Window.h"
#include "ui/Dialogs.h"
#include "ui/Icons.h"

namespace moxian {
namespace {

class InterfaceTest : public WindowTest {
 protected:
  QString menus() {
    QStringList titles;
    for (const QAction* action : window->menuBar()->actions()) titles.append(action->text());
    return titles.join(u' ');
  }
};

TEST_F(InterfaceTest, SpeaksChineseFirst) {
  EXPECT_TRUE(menus().startsWith(
      u"文件(&F) 编辑(&E) 查看(&V) 检查(&C) 建议(&S) 导出(&X) 审阅(&R) 帮助(&H)"_s))
      << menus().toStdString();
}

TEST_F(InterfaceTest, SwitchesTheLanguageWithoutARestart) {
  ASSERT_TRUE(services->language.use(u"en"_s).has_value());
  EXPECT_TRUE(until([this] { return menus().contains(u"File"_s); })) << menus().toStdString();
  ASSERT_TRUE(services->language.use(u"zh_TW"_s).has_value());
  EXPECT_TRUE(until([this] { return menus().contains(u"檔案"_s); })) << menus().toStdString();
  ASSERT_TRUE(services->language.use(u"zh_CN"_s).has_value());
  EXPECT_TRUE(until([this] { return menus().contains(u"文件"_s); })) << menus().toStdString();
}

TEST_F(InterfaceTest, TheTitleNamesTheProgramOnceInEachLanguage) {
  for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
    ASSERT_TRUE(services->language.use(code).has_value());
    // Qt adds the name to a title that does not end with it.
    EXPECT_TRUE(until([this] {
      return window->windowTitle().endsWith(QGuiApplication::applicationDisplayName());
    })) << window->windowTitle().toStdString();
  }
}

TEST_F(InterfaceTest, NoKeyMeansTwoThings) {
  QSet<QString> seen;
  for (const QAction* action : window->findChildren<QAction*>())
    for (const QKeySequence& keys : action->shortcuts()) {
      EXPECT_FALSE(seen.contains(keys.toString())) << keys.toString().toStdString();
      seen.insert(keys.toString());
    }
}

TEST_F(InterfaceTest, WhoGoesOnTypingAnswersNoQuestion) {
  bool stillThere = false;
  QTimer::singleShot(0, [&] {
    QWidget* box = QApplication::activeModalWidget();
    ASSERT_NE(box, nullptr);
    QTest::keyClick(box, Qt::Key_N);
    stillThere = box->isVisible();
    for (QPushButton* button : box->findChildren<QPushButton*>())
      if (button->text() == u"不保存(&N)"_s) return button->click();
  });
  const Question question{
      u"未保存"_s, u"要保存吗？"_s, {u"保存(&S)"_s, u"不保存(&N)"_s, u"取消"_s}};
  const qsizetype meant = desktopDialogs()->ask(window.get(), question);
  EXPECT_TRUE(stillThere);
  EXPECT_EQ(meant, 1);
}

TEST_F(InterfaceTest, EveryActionSaysWhatItDoes) {
  for (int act = 0; act < static_cast<int>(Act::Count); ++act) {
    const QAction* action = window->actionTable()[static_cast<Act>(act)];
    EXPECT_FALSE(action->text().isEmpty()) << act;
    EXPECT_FALSE(action->statusTip().isEmpty()) << act;
    EXPECT_FALSE(action->toolTip().isEmpty()) << act;
  }
}

TEST_F(InterfaceTest, EveryActionIsInAMenu) {
  QSet<const QAction*> reachable;
  for (const QMenu* menu : window->menuBar()->findChildren<QMenu*>())
    for (const QAction* action : menu->actions()) reachable.insert(action);
  for (int act = 0; act < static_cast<int>(Act::Count); ++act) {
    const QAction* action = window->actionTable()[static_cast<Act>(act)];
    EXPECT_TRUE(reachable.contains(action)) << action->text().toStdString();
  }
}

TEST_F(InterfaceTest, TheWindowFitsASmallScreenWithEveryPaneOpen) {
  for (QDockWidget* dock : window->findChildren<QDockWidget*>()) dock->show();
  constexpr QSize kScreen(1280, 800);
  constexpr QSize kFrame(16, 48);
  QStringList needs;
  for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
    needs.append(u"%1 %2x%3"_s.arg(dock->objectName())
                     .arg(dock->minimumSizeHint().width())
                     .arg(dock->minimumSizeHint().height()));
  }
  const QSize least = window->minimumSizeHint();
  EXPECT_LE(least.width(), kScreen.width() - kFrame.width()) << needs.join(u", "_s).toStdString();
  EXPECT_LE(least.height(), kScreen.height() - kFrame.height())
      << least.height() << ": " << needs.join(u", "_s).toStdString();
}

TEST_F(InterfaceTest, EveryIconHasADrawing) {
  for (int act = 0; act < static_cast<int>(Act::Count); ++act) {
    const QAction* action = window->actionTable()[static_cast<Act>(act)];
    if (action->icon().isNull()) continue;
    EXPECT_FALSE(action->icon().pixmap(20).toImage().allGray() &&
                 action->icon().pixmap(20).isNull())
        << action->text().toStdString();
  }
  for (const QString& name : {u"error"_s, u"warning"_s, u"hint"_s, u"present"_s, u"thin"_s,
                              u"missing"_s, u"close"_s, u"up"_s, u"down"_s}) {
    const QImage drawn = icon(name, Qt::red).pixmap(16).toImage();
    bool ink = false;
    for (int y = 0; y < drawn.height(); ++y)
      for (int x = 0; x < drawn.width(); ++x) ink = ink || qAlpha(drawn.pixel(x, y)) > 128;
    EXPECT_TRUE(ink) << name.toStdString();
  }
}

/// What a screen reader says of a widget, asked without the store of such faces that Qt keeps for
/// the whole process: what that holds of widgets of earlier tests may be gone.
class Face : public QAccessibleWidget {
 public:
  explicit Face(QWidget& widget) : QAccessibleWidget(&widget) {}
  ~Face() override = default;
  [[nodiscard]] QString name() const {
    const auto* button = qobject_cast<const QAbstractButton*>(widget());
    const QString said = text(QAccessible::Name);
    return said.isEmpty() && button != nullptr ? button->text() : said;
  }
};

TEST_F(InterfaceTest, WidgetsThatTakeTheFocusHaveAName) {
  for (QWidget* widget : window->findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) continue;
    if (widget->objectName().startsWith(u"qt_"_s)) continue;
    // Qt makes the bar of stacked panes; its tabs bear the panes' names.
    if (widget->inherits("QTabBar") && widget->parentWidget() == window.get()) continue;
    EXPECT_FALSE(Face(*widget).name().isEmpty())
        << widget->metaObject()->className() << " " << widget->objectName().toStdString();
  }
}

TEST_F(InterfaceTest, TheWindowComesBackAsItWasLeft) {
  window->findChild<QWidget*>(u"outlineDock"_s)->hide();
  window->close();
  window = std::make_unique<MainWindow>(*services);
  window->QWidget::show();
  EXPECT_FALSE(window->findChild<QWidget*>(u"outlineDock"_s)->isVisible());
}

TEST(TranslationsTest, NothingIsLeftUntranslated) {
  for (const QString& name : {u"moxian_zh_TW.ts"_s, u"moxian_en.ts"_s}) {
    QFile file(QDir(QString::fromUtf8(MOXIAN_TRANSLATIONS)).filePath(name));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_GT(text.count(u"<message>"_s), 200) << name.toStdString();
    EXPECT_FALSE(text.contains(u"type=\"unfinished\""_s)) << name.toStdString();
  }
}

TEST(TranslationsTest, NothingIsTranslatedTwiceInOnePlace) {
  static const QRegularExpression source(u"<name>(.*?)</name>|<source>(.*?)</source>"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
  for (const QString& name : {u"moxian_zh_TW.ts"_s, u"moxian_en.ts"_s}) {
    QFile file(QDir(QString::fromUtf8(MOXIAN_TRANSLATIONS)).filePath(name));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QSet<QString> contexts;
    QSet<QString> sources;
    for (auto it = source.globalMatch(text); it.hasNext();) {
      const auto match = it.next();
      const bool context = match.hasCaptured(1);
      if (context) sources.clear();
      QSet<QString>& known = context ? contexts : sources;
      const QString words = match.captured(context ? 1 : 2);
      EXPECT_FALSE(known.contains(words)) << name.toStdString() << ": " << words.toStdString();
      known.insert(words);
    }
  }
}

TEST(TranslationsTest, PlaceholdersSurviveTranslation) {
  static const QRegularExpression message(
      u"<source>(.*?)</source>\\s*<translation>(.*?)</translation>"_s,
      QRegularExpression::DotMatchesEverythingOption);
  static const QRegularExpression mark(u"%\\d"_s);
  const auto marks = [](const QString& text) {
    QStringList all;
    for (auto it = mark.globalMatch(text); it.hasNext();) all.append(it.next().captured());
    all.sort();
    return all;
  };
  for (const QString& name : {u"moxian_zh_TW.ts"_s, u"moxian_en.ts"_s}) {
    QFile file(QDir(QString::fromUtf8(MOXIAN_TRANSLATIONS)).filePath(name));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (auto it = message.globalMatch(text); it.hasNext();) {
      const auto match = it.next();
      EXPECT_EQ(marks(match.captured(1)), marks(match.captured(2)))
          << match.captured(1).toStdString();
    }
  }
}

}  // namespace
}  // namespace moxian
