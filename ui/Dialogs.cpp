#include "ui/Dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QFontDialog>
#include <QIdentityProxyModel>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPushButton>
#include <QRegularExpression>

namespace moxian {
namespace {

QString withEnding(const QString& chosen, const QString& suggested) {
  if (chosen.isEmpty() || !QFileInfo(chosen).suffix().isEmpty()) return chosen;
  const QString ending = QFileInfo(suggested).suffix();
  return ending.isEmpty() ? chosen : chosen + u'.' + ending;
}

/// "纯文本 (*.txt *.md)" gives txt; nothing for all files.
QString firstEnding(const QString& filter) {
  static const QRegularExpression pattern(QStringLiteral("\\(\\*\\.(\\w+)"));
  return pattern.match(filter).captured(1);
}

/// The name typed so far follows the kind that was chosen.
void useEnding(QFileDialog& dialog, const QString& ending) {
  if (ending.isEmpty()) return;
  dialog.setDefaultSuffix(ending);
  const QStringList chosen = dialog.selectedFiles();
  if (chosen.isEmpty() || QFileInfo(chosen.constFirst()).isDir()) return;
  dialog.selectFile(QFileInfo(chosen.constFirst()).completeBaseName() + u'.' + ending);
}

/// The rows of Qt's own file dialog in the language of the interface: Qt writes sizes and dates in
/// that of the system, and the kind of a folder in English.
class FileRows : public QIdentityProxyModel {
 public:
  using QIdentityProxyModel::QIdentityProxyModel;

  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
    const auto* files = qobject_cast<const QFileSystemModel*>(sourceModel());
    const QModelIndex file = mapToSource(index);
    if (role != Qt::DisplayRole || files == nullptr || !file.isValid())
      return QIdentityProxyModel::data(index, role);
    if (index.column() == kindColumn && files->isDir(file))
      return QCoreApplication::translate("moxian::Dialogs", "文件夹");
    if (index.column() == sizeColumn && !files->isDir(file))
      return QLocale().formattedDataSize(files->size(file));
    if (index.column() == dateColumn)
      return QLocale().toString(files->lastModified(file), QLocale::ShortFormat);
    return QIdentityProxyModel::data(index, role);
  }

 private:
  // The columns of QFileSystemModel.
  static constexpr int sizeColumn = 1;
  static constexpr int kindColumn = 2;
  static constexpr int dateColumn = 3;
};

QStringList choose(QWidget* parent, const QString& title, const QString& folder,
                   const QString& filter, QFileDialog::FileMode mode) {
  QFileDialog dialog(parent, title, folder, filter);
  dialog.setFileMode(mode);
  dialog.setOption(QFileDialog::ShowDirsOnly, mode == QFileDialog::Directory);
  dialog.setProxyModel(new FileRows(&dialog));
  return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles() : QStringList();
}

/// Letters choose an answer with Alt only: Qt takes bare ones too, and who goes on typing while a
/// question comes up has thrown his draft away.
class QuestionBox : public QMessageBox {
 public:
  using QMessageBox::QMessageBox;

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    const bool bare = !(event->modifiers() & (Qt::AltModifier | Qt::ControlModifier));
    if (bare && !event->text().isEmpty() && event->text().front().isLetterOrNumber())
      return event->ignore();
    QMessageBox::keyPressEvent(event);
  }
};

class DesktopDialogs : public Dialogs {
 public:
  QString openFile(QWidget* parent, const QString& title, const QString& folder,
                   const QString& filter) override {
    return choose(parent, title, folder, filter, QFileDialog::ExistingFile).value(0);
  }

  QStringList openFiles(QWidget* parent, const QString& title, const QString& folder,
                        const QString& filter) override {
    return choose(parent, title, folder, filter, QFileDialog::ExistingFiles);
  }

  QString openFolder(QWidget* parent, const QString& title, const QString& folder) override {
    return choose(parent, title, folder, {}, QFileDialog::Directory).value(0);
  }

  QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                   const QString& filter) override {
    QFileDialog dialog(parent, title, QFileInfo(suggested).path(), filter);
    dialog.setProxyModel(new FileRows(&dialog));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggested).suffix());
    dialog.selectFile(QFileInfo(suggested).fileName());
    for (const QString& name : dialog.nameFilters())
      if (firstEnding(name) == QFileInfo(suggested).suffix()) dialog.selectNameFilter(name);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog](const QString& name) { useEnding(dialog, firstEnding(name)); });
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return {};
    return withEnding(dialog.selectedFiles().constFirst(), suggested);
  }

  qsizetype ask(QWidget* parent, const Question& question) override {
    QuestionBox box(question.failure ? QMessageBox::Warning : QMessageBox::Question, question.title,
                    question.text, QMessageBox::NoButton, parent);
    QList<QAbstractButton*> buttons;
    for (qsizetype i = 0; i < question.answers.size(); ++i) {
      // One role for all keeps them in the order given on every desktop.
      buttons.append(box.addButton(question.answers[i], QMessageBox::ActionRole));
    }
    box.setDefaultButton(
        qobject_cast<QPushButton*>(question.final ? buttons.constLast() : buttons.constFirst()));
    box.setEscapeButton(buttons.constLast());
    box.exec();
    const qsizetype chosen = buttons.indexOf(box.clickedButton());
    return chosen < 0 ? question.answers.size() - 1 : chosen;
  }

  void tell(QWidget* parent, const QString& title, const QString& text) override {
    QMessageBox::warning(parent, title, text);
  }

  std::optional<int> askNumber(QWidget* parent, const QString& title, const QString& label,
                               int value, int highest) override {
    bool accepted = false;
    const int number = QInputDialog::getInt(parent, title, label, value, 1, highest, 1, &accepted);
    return accepted ? std::optional(number) : std::nullopt;
  }

  std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                 const QString& value) override {
    bool accepted = false;
    const QString text =
        QInputDialog::getText(parent, title, label, QLineEdit::Normal, value, &accepted);
    return accepted ? std::optional(text) : std::nullopt;
  }

  std::optional<QFont> askFont(QWidget* parent, const QString& title,
                               const QFont& present) override {
    bool accepted = false;
    const QFont font = QFontDialog::getFont(&accepted, present, parent, title);
    return accepted ? std::optional(font) : std::nullopt;
  }

  bool askPrinter(QWidget* parent, QPrinter& printer) override {
    QPrintDialog dialog(&printer, parent);
    dialog.setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange);
    return dialog.exec() == QDialog::Accepted;
  }
};

}  // namespace

Dialogs::~Dialogs() = default;

std::unique_ptr<Dialogs> desktopDialogs() {
  return std::make_unique<DesktopDialogs>();
}

}  // namespace moxian
