#include "ui/CompletionList.h"

#include <QKeyEvent>
#include <algorithm>

#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int textRole = Qt::UserRole;
constexpr int padding = 12;  // pixels
constexpr int longestSource = 24;  // characters shown

QString shortened(const QString& text) {
  return text.size() <= longestSource ? text : text.left(longestSource - 1) + u'…';
}

}  // namespace

CompletionList::CompletionList(QWidget* parent) : QListWidget(parent) {
  setObjectName(u"completionList"_s);
  setFocusPolicy(Qt::NoFocus);
  setFrameShape(QFrame::Box);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAutoFillBackground(true);
  hide();
  connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(row(item)); });
}

void CompletionList::open(const std::vector<Candidate>& candidates, const QRect& cursor) {
  clear();
  setAccessibleName(tr("续写候选"));
  for (const Candidate& each : candidates) {
    const QString text = toQString(each.text);
    QString shown = text;
    shown.replace(u'\n', u'↵');
    QString line = u"%1  %2"_s.arg(count() + 1).arg(shown);
    if (!each.source.empty()) line += u"　　— "_s + shortened(toQString(each.source));
    auto* item = new QListWidgetItem(line, this);
    item->setData(textRole, text);
    item->setData(Qt::AccessibleTextRole, u"%1 %2"_s.arg(count()).arg(shown));
  }
  setCurrentRow(0);
  const int border = 2 * frameWidth();
  const QSize size(std::min(sizeHintForColumn(0) + border + padding, parentWidget()->width()),
                   sizeHintForRow(0) * count() + border);
  const bool below = cursor.bottom() + size.height() < parentWidget()->height();
  const int left = std::clamp(cursor.left(), 0, std::max(0, parentWidget()->width() - size.width()));
  setGeometry({{left, below ? cursor.bottom() + 2 : cursor.top() - 2 - size.height()}, size});
  show();
  raise();
  tellLine();
}

void CompletionList::tellLine() {
  Q_EMIT lineReached(currentItem()->data(Qt::AccessibleTextRole).toString());
}

bool CompletionList::handleKey(const QKeyEvent& key) {
  if (key.modifiers() != Qt::NoModifier && key.modifiers() != Qt::KeypadModifier) return false;
  switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
      const int step = key.key() == Qt::Key_Down ? 1 : count() - 1;
      setCurrentRow((currentRow() + step) % count());
      tellLine();
      return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: choose(currentRow()); return true;
    case Qt::Key_Escape: hide(); return true;
    default: break;
  }
  const int number = key.key() - Qt::Key_1;
  if (number < 0 || number >= count()) return false;
  choose(number);
  return true;
}

void CompletionList::choose(int row) {
  const QString text = item(row)->data(textRole).toString();
  hide();
  Q_EMIT chosen(text);
}

}  // namespace moxian
