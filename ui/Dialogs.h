#pragma once

#include <QFont>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

class QPrinter;
class QWidget;

namespace moxian {

/// A question with its answers; the first is the default, the last is what Escape gives.
struct Question {
  QString title;
  QString text;
  QStringList answers;
  bool failure = false;  ///< tells that something failed: shown with a warning sign
  bool final = false;    ///< the first answer cannot be taken back, so Enter is the last one
};

/// What the program asks people through modal dialogs. Tests put a scripted one in its place.
class Dialogs {
 public:
  Dialogs() = default;
  Dialogs(const Dialogs&) = delete;
  Dialogs& operator=(const Dialogs&) = delete;
  virtual ~Dialogs();

  /// Paths the user chose; empty if he cancelled. `filter` as QFileDialog has it.
  [[nodiscard]] virtual QString openFile(QWidget* parent, const QString& title,
                                         const QString& folder, const QString& filter) = 0;
  [[nodiscard]] virtual QStringList openFiles(QWidget* parent, const QString& title,
                                              const QString& folder, const QString& filter) = 0;
  [[nodiscard]] virtual QString openFolder(QWidget* parent, const QString& title,
                                           const QString& folder) = 0;
  /// `suggested` is a whole path; its ending is added where the user gives none.
  [[nodiscard]] virtual QString saveFile(QWidget* parent, const QString& title,
                                         const QString& suggested, const QString& filter) = 0;
  /// Index of the answer.
  [[nodiscard]] virtual qsizetype ask(QWidget* parent, const Question& question) = 0;
  /// A failure the user must know of.
  virtual void tell(QWidget* parent, const QString& title, const QString& text) = 0;
  [[nodiscard]] virtual std::optional<int> askNumber(QWidget* parent, const QString& title,
                                                     const QString& label, int value,
                                                     int highest) = 0;
  /// A line of text; nothing if the user cancelled.
  [[nodiscard]] virtual std::optional<QString> askText(QWidget* parent, const QString& title,
                                                       const QString& label,
                                                       const QString& value) = 0;
  [[nodiscard]] virtual std::optional<QFont> askFont(QWidget* parent, const QString& title,
                                                     const QFont& present) = 0;
  /// Sets the printer up; false if the user cancelled.
  [[nodiscard]] virtual bool askPrinter(QWidget* parent, QPrinter& printer) = 0;
};

/// The desktop's own dialogs.
[[nodiscard]] std::unique_ptr<Dialogs> desktopDialogs();

}  // namespace moxian
