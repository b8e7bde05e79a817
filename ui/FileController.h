#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "ui/DocumentFile.h"
#include "ui/NoticeBar.h"
#include "ui/RecentFiles.h"
#include "ui/Services.h"

namespace moxian {

class DraftEditor;

/// Opens, saves and watches the file of the draft in the editor, and asks before anything is lost.
class FileController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller; `window` is the parent of its dialogs.
  FileController(DraftEditor& editor, Services& services, NoticeBar& notices, QWidget* window);

  [[nodiscard]] const DocumentFile& file() const { return m_file; }
  /// The name to show; that of an unsaved draft where there is no file.
  [[nodiscard]] QString displayName() const;
  /// True for a new draft in which nothing was written.
  [[nodiscard]] bool untouched() const;

  /// The path to offer when saving: the file's own, or one made of the first line.
  [[nodiscard]] QString suggestedPath() const;

  /// Each asks about unsaved changes first; false if the user cancelled or it failed. What comes
  /// out of a DOCX, PDF or page is a new draft; what was left behind is told.
  bool newDraft();
  bool chooseAndOpen();
  bool open(const QString& path);
  /// Reads the file again, in another encoding where one is given.
  bool reload(std::optional<Encoding> encoding = {});

  bool save();
  bool saveAs();
  /// The encoding or line ending of the next save.
  void setEncoding(Encoding encoding);
  void setLineEnding(LineEnding ending);

  /// Asks what to do with unsaved changes: true if the draft may be given up now.
  [[nodiscard]] bool mayClose();

 Q_SIGNALS:
  /// Another draft stands in the editor.
  void draftReplaced();
  /// Another file, another name or another way of storing.
  void fileChanged();
  void message(const QString& text);

 private:
  bool load(const QString& path, std::optional<Encoding> encoding);
  bool loadForeign(const QString& path);
  void show(const DocumentFile& file, std::u16string_view text);
  void cannotOpen(const Error& error, const QString& path);
  void noticeAbout(const DocumentFile& file);
  bool writeTo(const QString& path);
  [[nodiscard]] bool mayOverwrite(const QString& path, const std::u16string& text);
  bool saveFailed(const Error& error, const QString& path);
  void watch();
  void lookAtDisk();
  [[nodiscard]] qsizetype ask(const QString& title, const QString& text,
                              const QStringList& answers) const;

  DraftEditor& m_editor;
  Services& m_services;
  NoticeBar& m_notices;
  QWidget* m_window;
  DocumentFile m_file;
  QString m_suggested;  ///< path to offer for a draft that came out of a DOCX, PDF or page
  QFileSystemWatcher m_watcher;
  QTimer m_settle;
};

/// The filters of the dialogs: what can be read, and what drafts are saved as.
[[nodiscard]] QString openFilter();
[[nodiscard]] QString saveFilter();

}  // namespace moxian
