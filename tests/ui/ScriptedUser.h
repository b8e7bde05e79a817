#pragma once

#include <QQueue>
#include <QString>
#include <QStringList>

#include "ui/Dialogs.h"

namespace moxian {

/// Answers in the place of a user. What a dialog asks for comes from a queue; an empty queue is a
/// user who cancels.
class ScriptedUser : public Dialogs {
 public:
  QQueue<QString> paths;    ///< for each file dialog
  QQueue<QString> answers;  ///< texts of the buttons to press
  QQueue<int> numbers;
  QQueue<QString> texts;
  QString printer;         ///< file to print into; empty cancels
  QStringList asked;       ///< every question
  QStringList buttons;     ///< of the last question, with their Alt keys
  QString openedAt;        ///< folder that the last dialog for opening started in
  QStringList told;        ///< every failure that was shown
  QString lastSuggestion;  ///< path that the last save dialog offered

  QString openFile(QWidget*, const QString&, const QString& folder, const QString&) override;
  QStringList openFiles(QWidget*, const QString&, const QString& folder, const QString&) override;
  QString openFolder(QWidget*, const QString&, const QString& folder) override;
  QString saveFile(QWidget*, const QString&, const QString& suggested, const QString&) override;
  qsizetype ask(QWidget*, const Question& question) override;
  void tell(QWidget*, const QString&, const QString& text) override;
  std::optional<int> askNumber(QWidget*, const QString&, const QString&, int, int) override;
  std::optional<QString> askText(QWidget*, const QString&, const QString&, const QString&) override;
  std::optional<QFont> askFont(QWidget*, const QString&, const QFont&) override;
  bool askPrinter(QWidget*, QPrinter& target) override;

 private:
  [[nodiscard]] QString nextPath();
};

}  // namespace moxian
