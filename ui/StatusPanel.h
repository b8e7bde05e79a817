#pragma once

#include <QObject>
#include <QTimer>

#include "ui/DocumentFile.h"

class QLabel;
class QStatusBar;
class QToolButton;

namespace moxian {

class CheckController;
class DraftEditor;

/// The right end of the status bar: characters as clerks count them, place of the cursor, and how
/// the file is stored, which a click changes.
class StatusPanel : public QObject {
  Q_OBJECT
 public:
  /// All outlive the panel.
  StatusPanel(DraftEditor& editor, const CheckController& check, QStatusBar& bar);

  void setFile(const DocumentFile& file);
  /// Says beside the count which text of a draft with changes is counted; empty if there is one.
  void setBasis(const QString& basis);
  /// Counts and places are those of a view of the draft that can only be read while it is shown
  /// (it outlives the panel), with what it holds as setBasis(); of the draft itself without one.
  void setReading(DraftEditor* reading, const QString& basis);
  void retranslate();

 Q_SIGNALS:
  /// Read the file again in this encoding.
  void reopenRequested(moxian::Encoding encoding);
  /// Store it in this one from the next save on.
  void encodingChosen(moxian::Encoding encoding);
  void lineEndingChosen(moxian::LineEnding ending);
  /// The place of the cursor was clicked.
  void goToLineRequested();

 private:
  void showPlace();
  void showCount();
  void fillEncodings();
  void fillEndings();

  DraftEditor& m_editor;
  const CheckController& m_check;
  QLabel* m_count;
  QToolButton* m_place;
  QToolButton* m_encoding;
  QToolButton* m_ending;
  QTimer m_later;
  QString m_basis;
  DraftEditor* m_reading = nullptr;
  QString m_readingBasis;
  Encoding m_encodingNow = Encoding::Utf8;
  LineEnding m_endingNow = LineEnding::Lf;
  bool m_named = false;
};

}  // namespace moxian
