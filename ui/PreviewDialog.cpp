#include "ui/PreviewDialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <array>

#include "ui/Colours.h"
#include "ui/Icons.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr double pointsPerInch = 72;
constexpr int fitPage = 0;
constexpr int fitWidth = -1;
constexpr std::array percents{50, 75, 100, 125, 150, 200, 300};
constexpr int desk = 16;  // pixels around the sheet

}  // namespace

PreviewDialog::PreviewDialog(PdfPages pages, const QString& notes, const QString& warning,
                             QWidget* parent)
    : QDialog(parent),
      m_pages(std::move(pages)),
      m_sheet(new QLabel),
      m_area(new QScrollArea),
      m_number(new QSpinBox),
      m_zoom(new QComboBox) {
  setObjectName(u"previewDialog"_s);
  setWindowTitle(tr("打印预览"));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  build(notes, warning);
  connect(m_number, &QSpinBox::valueChanged, this, [this](int number) { goTo(number - 1); });
  connect(m_zoom, &QComboBox::currentIndexChanged, this, &PreviewDialog::showPage);
  const QSize room = parent != nullptr ? parent->window()->size() : QSize(900, 800);
  resize(std::min(room.width() - 40, 1000), room.height() - 40);
  goTo(0);
}

QToolButton* PreviewDialog::button(const QString& iconName, const QString& tip) {
  auto* made = new QToolButton;
  made->setIcon(icon(iconName));
  made->setAutoRaise(true);
  made->setToolTip(tip);
  made->setAccessibleName(tip);
  return made;
}

void PreviewDialog::build(const QString& notes, const QString& warning) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(8, 6, 8, 6);
  m_previous = button(u"previous"_s, tr("上一页（Page Up）"));
  m_next = button(u"next"_s, tr("下一页（Page Down）"));
  connect(m_previous, &QToolButton::clicked, this, [this] { goTo(m_page - 1); });
  connect(m_next, &QToolButton::clicked, this, [this] { goTo(m_page + 1); });
  m_number->setRange(1, std::max(m_pages.count(), 1));
  m_number->setSuffix(tr(" / %1 页").arg(m_pages.count()));
  m_number->setAccessibleName(tr("页码"));
  m_zoom->setAccessibleName(tr("缩放"));
  m_zoom->addItem(tr("整页"), fitPage);
  m_zoom->addItem(tr("页宽"), fitWidth);
  for (const int percent : percents) m_zoom->addItem(u"%1%"_s.arg(percent), percent);
  auto* print = new QPushButton(icon(u"print"_s), tr("打印…"));
  auto* save = new QPushButton(icon(u"pdf"_s), tr("导出 PDF…"));
  print->setAutoDefault(false);
  save->setAutoDefault(false);
  connect(print, &QPushButton::clicked, this, &PreviewDialog::printRequested);
  connect(save, &QPushButton::clicked, this, &PreviewDialog::exportRequested);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_previous, m_number, m_next, m_zoom})
    bar->addWidget(widget);
  bar->addStretch();
  bar->addWidget(save);
  bar->addWidget(print);
  column->addLayout(bar);
  if (!warning.isEmpty()) {
    auto* strip = new QLabel(warning);
    strip->setObjectName(u"previewWarning"_s);
    strip->setContentsMargins(12, 0, 12, 6);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colourOf(Severity::Warning, colours));
    strip->setPalette(colours);
    column->addWidget(strip);
  }
  m_sheet->setAlignment(Qt::AlignCenter);
  m_area->setWidget(m_sheet);
  m_area->setAlignment(Qt::AlignCenter);
  m_area->setFrameShape(QFrame::NoFrame);
  QPalette colours = palette();
  colours.setColor(QPalette::Window, deskColour(colours));
  m_area->setPalette(colours);
  m_area->viewport()->installEventFilter(this);
  column->addWidget(m_area, 1);
  if (notes.isEmpty()) return;
  auto* remarks = new QLabel(notes);
  remarks->setWordWrap(true);
  remarks->setMargin(8);
  remarks->hide();
  column->addWidget(remarks);
  auto* show = new QPushButton(tr("排版说明（%1 条）").arg(notes.count(u'\n') + 1));
  show->setCheckable(true);
  show->setAutoDefault(false);
  connect(show, &QPushButton::toggled, remarks, &QWidget::setVisible);
  bar->insertWidget(bar->count() - 2, show);
}

void PreviewDialog::goTo(int page) {
  m_page = std::clamp(page, 0, std::max(m_pages.count() - 1, 0));
  const QSignalBlocker quiet(m_number);
  m_number->setValue(m_page + 1);
  m_previous->setEnabled(m_page > 0);
  m_next->setEnabled(m_page + 1 < m_pages.count());
  m_area->verticalScrollBar()->setValue(0);
  showPage();
}

double PreviewDialog::dotsPerInch() const {
  const int percent = m_zoom->currentData().toInt();
  if (percent > 0) return logicalDpiX() * percent / 100.0;
  const QSizeF page = m_pages.size(m_page);
  if (page.isEmpty()) return logicalDpiX();
  const QSize room = m_area->maximumViewportSize() - QSize(2 * desk, 2 * desk);
  const double wide =
      (room.width() - (percent == fitWidth ? m_area->verticalScrollBar()->sizeHint().width() : 0)) /
      page.width();
  const double high = room.height() / page.height();
  return std::max(pointsPerInch * (percent == fitWidth ? wide : std::min(wide, high)), 20.0);
}

void PreviewDialog::showPage() {
  const double ratio = devicePixelRatioF();
  QPixmap sheet = QPixmap::fromImage(m_pages.render(m_page, dotsPerInch() * ratio));
  sheet.setDevicePixelRatio(ratio);
  m_sheet->setPixmap(sheet);
  m_sheet->resize(sheet.deviceIndependentSize().toSize() + QSize(2 * desk, 2 * desk));
  m_sheet->setAccessibleName(tr("第 %1 页，共 %2 页").arg(m_page + 1).arg(m_pages.count()));
}

void PreviewDialog::step(int by) {
  QScrollBar* bar = m_area->verticalScrollBar();
  const bool end = by > 0 ? bar->value() >= bar->maximum() : bar->value() <= bar->minimum();
  if (!end) {
    bar->setValue(bar->value() + by * bar->pageStep());
    return;
  }
  const int before = m_page;
  goTo(m_page + by);
  if (by < 0 && m_page != before) bar->setValue(bar->maximum());
}

void PreviewDialog::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_PageDown:
      return step(1);
    case Qt::Key_PageUp:
      return step(-1);
    case Qt::Key_Home:
      return goTo(0);
    case Qt::Key_End:
      return goTo(m_pages.count() - 1);
    default:
      QDialog::keyPressEvent(event);
  }
}

bool PreviewDialog::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Wheel) return QDialog::eventFilter(watched, event);
  const auto* wheel = static_cast<QWheelEvent*>(event);
  const int turn = wheel->angleDelta().y();
  if (wheel->modifiers().testFlag(Qt::ControlModifier)) {
    const int index = m_zoom->currentIndex() + (turn > 0 ? 1 : -1);
    m_zoom->setCurrentIndex(std::clamp(index, 0, m_zoom->count() - 1));
    return true;
  }
  const QScrollBar* bar = m_area->verticalScrollBar();
  const bool end = turn < 0 ? bar->value() >= bar->maximum() : bar->value() <= bar->minimum();
  if (!end || turn == 0) return false;
  step(turn < 0 ? 1 : -1);
  return true;
}

void PreviewDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  if (m_zoom->currentData().toInt() <= 0) showPage();
}

}  // namespace moxian
