#include "tests/ui/ScriptedUser.h"

#include <gtest/gtest.h>

#include <QPrinter>
#include <QRegularExpression>

namespace moxian {

QString ScriptedUser::nextPath() {
  return paths.isEmpty() ? QString() : paths.dequeue();
}

QString ScriptedUser::openFile(QWidget*, const QString&, const QString& folder, const QString&) {
  openedAt = folder;
  return nextPath();
}

QStringList ScriptedUser::openFiles(QWidget*, const QString&, const QString& folder,
                                    const QString&) {
  openedAt = folder;
  QStringList all;
  while (!paths.isEmpty()) all.append(paths.dequeue());
  return all;
}

QString ScriptedUser::openFolder(QWidget*, const QString&, const QString& folder) {
  openedAt = folder;
  return nextPath();
}

QString ScriptedUser::saveFile(QWidget*, const QString&, const QString& suggested, const QString&) {
  lastSuggestion = suggested;
  return nextPath();
}

qsizetype ScriptedUser::ask(QWidget*, const Question& question) {
  asked.append(question.text);
  buttons = question.answers;
  QStringList captions = question.answers;
  static const QRegularExpression altKey(QStringLiteral("\\(&\\w\\)|&"));
  captions.replaceInStrings(altKey, QString());
  if (answers.isEmpty()) return question.answers.size() - 1;
  const QString answer = answers.dequeue();
  const qsizetype chosen = captions.indexOf(answer);
  EXPECT_GE(chosen, 0) << "no button " << answer.toStdString() << " among "
                       << question.answers.join(u'/').toStdString();
  return std::max<qsizetype>(chosen, 0);
}

void ScriptedUser::tell(QWidget*, const QString&, const QString& text) {
  told.append(text);
}

std::optional<int> ScriptedUser::askNumber(QWidget*, const QString&, const QString&, int, int) {
  return numbers.isEmpty() ? std::nullopt : std::optional(numbers.dequeue());
}

std::optional<QString> ScriptedUser::askText(QWidget*, const QString&, const QString&,
                                             const QString&) {
  return texts.isEmpty() ? std::nullopt : std::optional(texts.dequeue());
}

std::optional<QFont> ScriptedUser::askFont(QWidget*, const QString&, const QFont&) {
  return std::nullopt;
}

bool ScriptedUser::askPrinter(QWidget*, QPrinter& target) {
  target.setOutputFileName(printer);
  return !printer.isEmpty();
}

}  // namespace moxian
