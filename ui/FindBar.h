#pragma once

#include <QFrame>
#include <QTimer>

#include "ui/Search.h"
#include "ui/Settings.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace moxian {

class DraftEditor;

/// Find and replace below the editor. Matches are marked while typing the words; replacing all of
/// them is one undo step.
class FindBar : public QFrame {
  Q_OBJECT
 public:
  /// Both outlive the bar.
  FindBar(DraftEditor& editor, Settings& settings, QWidget* parent = nullptr);

  /// Opens it for the selected words, with or without the row for replacing.
  void open(bool replacing);
  void findNext(bool forward);
  void replaceOne();
  void replaceAll();

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void build();
  void retranslate();
  [[nodiscard]] SearchQuery query() const;
  void lookAnew();
  void search();
  void showCount();
  void say(const QString& text, bool bad);

  DraftEditor& m_editor;
  Settings& m_settings;
  QLineEdit* m_words;
  QLineEdit* m_replacement;
  QWidget* m_replaceRow;
  QCheckBox* m_case;
  QCheckBox* m_whole;
  QCheckBox* m_regular;
  QToolButton* m_previous;
  QToolButton* m_next;
  QToolButton* m_close;
  QToolButton* m_one;
  QToolButton* m_all;
  QLabel* m_label;
  QLabel* m_replaceLabel;
  QLabel* m_count;
  std::vector<Span> m_found;
  qsizetype m_replaced = 0;  ///< by the last 全部替换, as long as nothing else was looked for
  QTimer m_again;
};

}  // namespace moxian
