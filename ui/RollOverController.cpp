#include "ui/RollOverController.h"

#include <QFileInfo>
#include <QStatusBar>
#include <QToolButton>

#include "core/exchange/MarkedFile.h"
#include "core/suggest/RollOver.h"
#include "core/text/Lines.h"
#include "ui/CheckController.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"
#include "ui/FileController.h"
#include "ui/OpenSlotsDock.h"
#include "ui/RecentFiles.h"
#include "ui/Slots.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

RollOverController::RollOverController(DraftEditor& editor, CheckController& check,
                                       FileController& files, Services& services,
                                       NoticeBar& notices, OpenSlotsDock& dock, QStatusBar& bar,
                                       QWidget* window)
    : QObject(window),
      m_editor(editor),
      m_check(check),
      m_files(files),
      m_services(services),
      m_notices(notices),
      m_dock(dock),
      m_window(window),
      m_open(new QToolButton) {
  m_open->setObjectName(u"openSlots"_s);
  m_open->setAutoRaise(true);
  m_open->setFocusPolicy(Qt::TabFocus);
  bar.insertPermanentWidget(0, m_open);
  connect(m_open, &QToolButton::clicked, this, [this] {
    m_editor.goToSlot(true);
    m_editor.setFocus();
  });
  connect(&check, &CheckController::outlineChanged, this, &RollOverController::count);
  connect(&dock, &QDockWidget::visibilityChanged, this, &RollOverController::count);
  connect(&dock, &OpenSlotsDock::jump, this, [this](Span slot) {
    m_editor.select(slot);
    m_editor.setFocus();
  });
  retranslate();
}

void RollOverController::start() {
  const QString folder = RecentFiles(m_services.settings).folder();
  const QString path =
      m_services.dialogs->openFile(m_window, tr("选择去年的文稿"), folder, openFilter());
  if (path.isEmpty()) return;
  m_services.settings.set(settings::lastFolder, QFileInfo(path).path());
  const auto lastYear = readText(toPath(path));
  if (!lastYear) {
    m_services.dialogs->tell(m_window, tr("打不开文件"),
                             m_services.language.sentence(lastYear.error()));
    return;
  }
  show(*lastYear, QFileInfo(path).fileName());
}

void RollOverController::show(std::u16string_view lastYear, const QString& name) {
  const auto finder = SlotFinder::load();
  if (!finder) {
    m_services.dialogs->tell(m_window, tr("不能沿用"),
                             m_services.language.sentence(finder.error()));
    return;
  }
  const Outline outline = m_services.reader.read(lastYear, Lines(lastYear));
  const std::optional<int> year = outline.reports.empty() ? std::nullopt : outline.reports[0].year;
  const RolledOver rolled = rollOver(lastYear, *finder, year);
  if (!m_files.newDraft()) return;
  m_editor.apply({{Span{0, 0}, rolled.text}});
  m_editor.moveCursor(QTextCursor::Start);
  m_editor.goToSlot(true);
  showSlots();
  m_editor.setFocus();
  m_notices.post({tr("沿用“%1”：年份顺延 %2 处，数字、日期和文号留空 %3 处，空里写着去年的值。"
                     "按 F4 跳到下一处，填好后按 Tab 接着跳；填完之前状态栏一直显示还剩几处。")
                      .arg(name)
                      .arg(rolled.years)
                      .arg(rolled.slots),
                  Severity::Hint,
                  {}});
}

void RollOverController::showSlots() {
  m_dock.show();
  m_dock.raise();
}

void RollOverController::count() {
  const std::vector<Span> open = openSlots(m_check.text());
  m_slots = open.size();
  if (m_dock.isVisible()) m_dock.setSlots(m_check.text(), open);
  showButton();
}

void RollOverController::retranslate() {
  showButton();
  m_dock.retranslate();
}

void RollOverController::showButton() {
  m_open->setVisible(m_slots > 0);
  m_open->setText(tr("待填 %1 处").arg(m_slots));
  m_open->setToolTip(tr("转到下一个要填的空"));
  m_open->setAccessibleName(m_open->text());
}

}  // namespace moxian
