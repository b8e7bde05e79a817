#pragma once

#include <QFrame>
#include <functional>
#include <vector>

#include "core/check/Finding.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace moxian {

/// Something to tell that needs no answer at once.
struct Notice {
  struct Choice {
    QString text;
    std::function<void()> act;  ///< may be empty: only closes the notice
  };
  QString text;
  Severity severity = Severity::Hint;
  std::vector<Choice> choices;
};

/// A strip above the editor that shows one notice at a time; the newest wins.
class NoticeBar : public QFrame {
  Q_OBJECT
 public:
  explicit NoticeBar(QWidget* parent = nullptr);
  /// Shows it at once, in the place of the one before.
  void post(const Notice& notice);
  [[nodiscard]] QString text() const;

 Q_SIGNALS:
  /// It was closed or answered, just before what was chosen is done: whoever had the keys before
  /// wants them back, since Qt gives them to the next widget of the window.
  void answered();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  QLabel* m_icon;
  QLabel* m_text;
  QHBoxLayout* m_choices;
  QToolButton* m_close;
};

}  // namespace moxian
