#pragma once

#include <QDockWidget>

#include "core/base/Span.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace moxian {

/// The places 〔…〕 of a draft that wait to be filled, by the part they stand in, each with the
/// words around it and, after a roll-over, last year's value. Hidden until asked for.
class OpenSlotsDock : public QDockWidget {
  Q_OBJECT
 public:
  explicit OpenSlotsDock(QWidget* parent = nullptr);

  /// The open places of a text, ascending.
  void setSlots(std::u16string_view text, const std::vector<Span>& slots);
  void retranslate();

 Q_SIGNALS:
  void jump(moxian::Span slot);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitColumns();
  void choose(const QTreeWidgetItem* item);
  void showCount();

  QTreeWidget* m_list;
  QLabel* m_count;
  qsizetype m_open = 0;
  qsizetype m_lastYears = 0;  ///< of these with last year's value
};

}  // namespace moxian
