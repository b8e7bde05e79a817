#include "ui/OpenSlotsDock.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/suggest/RollOver.h"
#include "core/text/Lines.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

enum Column { PlaceColumn, LastYearColumn, PromptColumn, LineColumn, Columns };
constexpr int beginRole = Qt::UserRole;
constexpr int endRole = Qt::UserRole + 1;
constexpr std::size_t before = 8;  // characters shown before a slot, which must not be elided
constexpr std::size_t behind = 14;

/// The words around a slot on its line, the slot itself as a gap.
QString placeOf(std::u16string_view line, Span slot) {
  const std::size_t begin = slot.begin > before ? slot.begin - before : 0;
  const std::u16string_view after = line.substr(slot.end);
  QString text = begin > 0 ? u"…"_s : QString();
  text += toQString(line.substr(begin, slot.begin - begin)) + u"〔　〕"_s;
  text += toQString(after.substr(0, behind));
  return after.size() > behind ? text + u'…' : text;
}

}  // namespace

OpenSlotsDock::OpenSlotsDock(QWidget* parent)
    : QDockWidget(parent), m_list(new QTreeWidget), m_count(new QLabel) {
  setObjectName(u"openSlotsDock"_s);
  m_list->setObjectName(u"openSlotsList"_s);
  m_count->setObjectName(u"openSlotsCount"_s);
  m_count->setMargin(6);
  m_list->setColumnCount(Columns);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->header()->setStretchLastSection(false);
  m_list->header()->setSectionResizeMode(PlaceColumn, QHeaderView::Stretch);
  m_list->setTextElideMode(Qt::ElideRight);
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_count);
  column->addWidget(m_list, 1);
  setWidget(body);
  connect(m_list, &QTreeWidget::itemClicked, this, &OpenSlotsDock::choose);
  connect(m_list, &QTreeWidget::itemActivated, this, &OpenSlotsDock::choose);
  retranslate();
}

void OpenSlotsDock::setSlots(std::u16string_view text, const std::vector<Span>& slots) {
  const int scrolled = m_list->verticalScrollBar()->value();
  m_list->clear();
  m_open = std::ssize(slots);
  m_lastYears = 0;
  const Lines lines(text);
  QList<QTreeWidgetItem*> items;
  for (const Span slot : slots) {
    const std::size_t number = lines.lineAt(slot.begin);
    const Span line = lines.span(number);
    const Span inLine{slot.begin - line.begin, slot.end - line.begin};
    const auto lastYear = lastYearsValue(slot.of(text));
    const std::u16string prompt(Span{slot.begin + 1, slot.end - 1}.of(text));
    auto* item = new QTreeWidgetItem;
    item->setText(PlaceColumn, placeOf(line.of(text), inLine));
    item->setToolTip(PlaceColumn, toQString(line.of(text)));
    item->setText(LastYearColumn, lastYear ? toQString(*lastYear) : QString());
    item->setToolTip(LastYearColumn, item->text(LastYearColumn));
    item->setText(PromptColumn, toQString(lastYear ? thisYearsHint(slot.of(text)) : prompt));
    item->setToolTip(PromptColumn, item->text(PromptColumn));
    item->setText(LineColumn, QString::number(number + 1));
    item->setData(0, beginRole, static_cast<qulonglong>(slot.begin));
    item->setData(0, endRole, static_cast<qulonglong>(slot.end));
    if (lastYear) ++m_lastYears;
    items.append(item);
  }
  m_list->addTopLevelItems(items);
  m_list->verticalScrollBar()->setValue(scrolled);
  showCount();
  fitColumns();
}

/// Last year's values are what the list is read for: they get what they need up to two fifths of
/// the width, prompts up to a quarter, the place what is left. Empty columns are not shown.
void OpenSlotsDock::fitColumns() {
  const int width = m_list->viewport()->width();
  const auto fit = [&](Column column, int most) {
    m_list->resizeColumnToContents(column);
    const int least = m_list->header()->sectionSizeHint(column);
    m_list->setColumnWidth(column, std::min(m_list->columnWidth(column), std::max(most, least)));
  };
  const auto isShown = [&](Column column) {
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
      if (!m_list->topLevelItem(row)->text(column).isEmpty()) return true;
    }
    return false;
  };
  m_list->setColumnHidden(LastYearColumn, !isShown(LastYearColumn));
  m_list->setColumnHidden(PromptColumn, !isShown(PromptColumn));
  fit(LastYearColumn, width * 2 / 5);
  fit(PromptColumn, width / 4);
  fit(LineColumn, width);
}

void OpenSlotsDock::resizeEvent(QResizeEvent* event) {
  QDockWidget::resizeEvent(event);
  fitColumns();
}

void OpenSlotsDock::choose(const QTreeWidgetItem* item) {
  Q_EMIT jump({item->data(0, beginRole).toULongLong(), item->data(0, endRole).toULongLong()});
}

void OpenSlotsDock::showCount() {
  if (m_open == 0) {
    m_count->setText(tr("没有要填的空"));
  } else if (m_lastYears == 0) {
    m_count->setText(tr("还有 %1 处没有填").arg(m_open));
  } else {
    m_count->setText(tr("还有 %1 处没有填，其中 %2 处写着去年的值").arg(m_open).arg(m_lastYears));
  }
}

void OpenSlotsDock::retranslate() {
  setWindowTitle(tr("待填清单"));
  m_list->setAccessibleName(tr("待填清单"));
  m_list->setHeaderLabels({tr("位置"), tr("去年"), tr("提示"), tr("行")});
  showCount();
}

}  // namespace moxian
