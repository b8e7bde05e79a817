#include "tests/ui/Script.h"

#include <gtest/gtest.h>

#include <QPrinter>

namespace moxian {

QString Script::nextPath() {
  return paths.isEmpty() ? QString() : paths.dequeue();
}

QString Script::openFile(QWidget*, const QString&, const QString&, const QString&) {
  return nextPath();
}

QStringList Script::openFiles(QWidget*, const QString&, const QString&, const QString&) {
  QStringList all;
  while (!paths.isEmpty()) all.append(paths.dequeue());
  return all;
}

QString Script::openFolder(QWidget*, const QString&, const QString&) {
  return nextPath();
}

QString Script::saveFile(QWidget*, const QString&, const QString& suggested, const QString&) {
  lastSuggestion = suggested;
  return nextPath();
}

qsizetype Script::ask(QWidget*, const Question& question) {
  asked.append(question.text);
  if (answers.isEmpty()) return question.answers.size() - 1;
  const QString answer = answers.dequeue();
  const qsizetype chosen = question.answers.indexOf(answer);
  EXPECT_GE(chosen, 0) << "no button " << answer.toStdString() << " among "
                       << question.answers.join(u'/').toStdString();
  return std::max<qsizetype>(chosen, 0);
}

void Script::tell(QWidget*, const QString&, const QString& text) {
  told.append(text);
}

std::optional<int> Script::askNumber(QWidget*, const QString&, const QString&, int, int) {
  return numbers.isEmpty() ? std::nullopt : std::optional(numbers.dequeue());
}

std::optional<QFont> Script::askFont(QWidget*, const QString&, const QFont&) {
  return std::nullopt;
}

bool Script::askPrinter(QWidget*, QPrinter& target) {
  target.setOutputFileName(printer);
  return !printer.isEmpty();
}

}  // namespace moxian
