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
  /// What it is about, such as "disk": a later notice about the same takes its place. Empty: it
  /// stands for itself.
  QString topic = {};
};

/// A strip above the editor that shows one notice at a time, the newest, and says how many wait
/// under it; each comes to light when the one above is closed or answered.
class NoticeBar : public QFrame {
  Q_OBJECT
 public:
  explicit NoticeBar(QWidget* parent = nullptr);
  enum class Where { Top, Under };
  /// Shows it at once, or under those that are there.
  void post(const Notice& notice, Where where = Where::Top);
  /// What the notices of a topic were about has passed.
  void withdraw(const QString& topic);
  /// Adds a sentence to the notices of a topic, once.
  void remark(const QString& topic, const QString& sentence);
  /// Takes all away: they were about another draft or what is saved now.
  void clear();
  [[nodiscard]] QString text() const;

 Q_SIGNALS:
  /// It was closed or answered, just before what was chosen is done: whoever had the keys before
  /// wants them back, since Qt gives them to the next widget of the window.
  void answered();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void showTop();
  void closeTop();

  std::vector<Notice> m_notices;  ///< the shown one last
  QLabel* m_icon;
  QLabel* m_text;
  QLabel* m_more;
  QHBoxLayout* m_choices;
  QToolButton* m_close;
};

}  // namespace moxian
