#pragma once

#include <QDialog>

#include "ui/PdfPages.h"

class QComboBox;
class QLabel;
class QScrollArea;
class QSpinBox;
class QToolButton;

namespace moxian {

/// Shows the pages of the very PDF that an export would write.
class PreviewDialog : public QDialog {
  Q_OBJECT
 public:
  /// `notes`: what the export had to do otherwise than asked, one a line; `warning`: what is shown
  /// at once. Both may be empty.
  PreviewDialog(PdfPages pages, const QString& notes, const QString& warning,
                QWidget* parent = nullptr);

  /// From 0; one past the end goes to the last.
  void goTo(int page);
  [[nodiscard]] int page() const { return m_page; }
  [[nodiscard]] const PdfPages& pages() const { return m_pages; }

 Q_SIGNALS:
  void printRequested();
  void exportRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build(const QString& notes, const QString& warning);
  QToolButton* button(const QString& iconName, const QString& tip);
  void showPage();
  [[nodiscard]] double dotsPerInch() const;
  void step(int by);

  PdfPages m_pages;
  int m_page = 0;
  QLabel* m_sheet;
  QScrollArea* m_area;
  QSpinBox* m_number;
  QComboBox* m_zoom;
  QToolButton* m_previous = nullptr;
  QToolButton* m_next = nullptr;
};

}  // namespace moxian
