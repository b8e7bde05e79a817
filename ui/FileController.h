#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <functional>

#include "core/review/MarkedDraft.h"
#include "core/store/Salvage.h"
#include "ui/DocumentFile.h"
#include "ui/NoticeBar.h"
#include "ui/RecentFiles.h"
#include "ui/Services.h"
#include "ui/Worker.h"

namespace moxian {

class DraftEditor;

/// Opens, saves and watches the document in the editor, keeps its edits in a journal, and asks
/// before anything is lost.
class FileController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller; `window` is the parent of its dialogs.
  FileController(DraftEditor& editor, Services& services, NoticeBar& notices, QWidget* window);

  [[nodiscard]] const DocumentFile& file() const { return m_file; }
  [[nodiscard]] OpenDocument& document() { return m_document; }
  /// The name to show; that of an unsaved draft where there is no file.
  [[nodiscard]] QString displayName() const;
  /// The same without an ending, for the names of files that are made of it.
  [[nodiscard]] QString baseName() const;
  /// True while another person writes the document.
  [[nodiscard]] bool readOnly() const { return m_document.readOnly(); }

  /// The path to offer when saving: the file's own, or one made of the first line.
  [[nodiscard]] QString suggestedPath() const;

  /// Each asks about unsaved changes first; false if the user cancelled or it failed. What comes
  /// out of a DOCX, PDF or page is a new draft; what was left behind is told, and the file itself
  /// is kept in the document that the draft is saved as. During a save, open() waits for its end.
  bool newDraft();
  bool chooseAndOpen();
  bool open(const QString& path);
  /// Reads the file again, in another encoding where one is given.
  bool reload(std::optional<Encoding> encoding = {});
  /// A draft with marks that has no file yet, under a name to offer, with a notice about it.
  /// `decided`: a person's decisions are in it, so that closing asks about it even untouched.
  void showMade(const MarkedDraft& draft, const std::vector<Dismissal>& dismissals,
                const QString& suggested, const QString& notice, bool decided);
  /// Shows what a crash left behind.
  void show(OpenDocument::Opened recovered);

  bool save();
  bool saveAs();
  /// The same with a .moxian document suggested, for what plain text cannot hold.
  bool saveAsDocument();
  /// Writes to another file and stays with this one.
  bool saveCopy();
  /// Saves and keeps the state under a name; only .moxian documents have versions.
  bool saveVersion(const QString& name);
  /// The encoding or line ending of the next save.
  void setEncoding(Encoding encoding);
  void setLineEnding(LineEnding ending);

  /// "auto" where none was chosen for this draft.
  [[nodiscard]] QString profile() const;
  void setProfile(const QString& name);
  /// What the reading of the draft found, kept beside the text.
  void setSubject(const std::u16string& unit, std::optional<int> year);

  /// Changes, comments and dismissed findings. Their ranges follow the text; whoever keeps better
  /// track of them answers collectMarks().
  [[nodiscard]] const Marks& marks() const { return m_marks; }
  /// A person changed them: they go into the journal, and the draft counts as changed.
  void setMarks(Marks marks);
  /// What keeps better track of them tells how they stand: they go into the journal alone, since
  /// the edit that changed them has been noted.
  void followMarks(Marks marks);

  /// The text changed: `span` of the text before gave way to `with`.
  void record(Span span, std::u16string_view with);

  /// Asks what to do with unsaved changes: true if the draft may be given up now.
  [[nodiscard]] bool mayClose();
  /// The clean end of the document, after mayClose().
  void close();

  /// Looks at the disk soon: the file may have been changed, and the other writer may be gone.
  void lookAtDisk();

 Q_SIGNALS:
  /// Another draft stands in the editor.
  void draftReplaced();
  /// Another file, another name or another way of storing.
  void fileChanged();
  void message(const QString& text);
  /// Before the draft is written: put the present marks here.
  void collectMarks(moxian::Marks& marks);

 private:
  // opening
  bool load(const QString& path, std::optional<Encoding> encoding);
  bool loadForeign(const QString& path);
  bool revert(std::optional<Encoding> encoding);
  bool atWork();
  void adopt(OpenDocument document, const LoadedDraft& loaded);
  void adoptNew(const std::u16string& text, const QString& suggested, const Marks& marks = {});
  void fill(const LoadedDraft& loaded, std::u16string_view journalled);
  void cannotOpen(const Error& error, const QString& path);
  void offerSalvage(const Error& error, const QString& path);
  void exportRest(const Salvage& rest, const QString& path);
  void noticeAbout(const LoadedDraft& loaded);
  void noticeDamage(const DocumentDamage& damage);
  [[nodiscard]] StoreSettings storeSettings();

  // saving
  enum class Target { Own, Other, Copy };
  struct Order {
    QString path;
    Target target = Target::Own;
    DocumentSave how;
  };
  bool write(Order order);
  [[nodiscard]] bool marksAreAtStake(const Order& order, const Draft& draft) const;
  [[nodiscard]] bool mayLose(const Order& order, const Draft& draft);
  bool saveFailed(const Error& error, Order order);
  void written(const Order& order, const Draft& draft, const SaveOutcome& outcome);
  [[nodiscard]] Draft draft();
  [[nodiscard]] QString pathForSaving(const QString& title, const QString& suggested);

  // watching
  void watch();
  void lookSoon() { m_settle.start(); }
  void found(const FileWatch::Finding& finding);
  void tellChanged();
  void tellGone(const FileWatch::Finding& finding);
  void compareWithDisk();
  void tellReadOnly(bool newer = false);
  void keepMine();
  bool tryLock();
  bool takeTheirs();
  void takeLock();
  void journalTurned(const std::optional<Error>& error);

  [[nodiscard]] qsizetype ask(const QString& title, const QString& text,
                              const QStringList& answers) const;
  [[nodiscard]] QString nameOf(const LockOwner& owner) const;

  DraftEditor& m_editor;
  Services& m_services;
  NoticeBar& m_notices;
  QWidget* m_window;
  DocumentFile m_file;
  DraftProperties m_properties;
  Marks m_marks;
  QString m_suggested;  ///< path to offer for a draft that has no file yet
  struct Origin {
    std::string name;
    std::string bytes;
  };
  std::optional<Origin> m_origin;      ///< the file a draft was taken out of, until it is kept
  bool m_textOnly = false;             ///< this plain file may be saved without the draft's marks
  bool m_filling = false;              ///< a whole draft goes into the editor: no edit of a person
  bool m_busy = false;                 ///< the document is at work on another thread
  DiskState m_told = DiskState::Same;  ///< what the user knows of the file
  std::uint64_t m_turn = 0;            ///< counts what makes an earlier look at the disk stale
  QFileSystemWatcher m_watcher;
  QTimer m_settle;
  QTimer m_rounds;  ///< where nobody tells of changes: network places, locks
  Worker m_looker;
  OpenDocument m_document;  ///< last: its journal calls back
};

/// The filters of the dialogs: what can be read, and what drafts are saved as.
[[nodiscard]] QString openFilter();
[[nodiscard]] QString saveFilter();

}  // namespace moxian
