// How documents come into the window: new, opened, taken out of other formats, found after a crash.
#include "ui/FileController.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextBlock>
#include <algorithm>

#include "core/base/Utf.h"
#include "core/exchange/Import.h"
#include "core/text/Script.h"
#include "ui/Busy.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"
#include "ui/RecentFiles.h"
#include "ui/StoreDefaults.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int settle = 300;    // ms; programs replace files in several steps
constexpr int round = 10'000;  // ms between looks where nobody tells of changes

/// Files that hold more than text; a draft is taken out of them.
bool foreign(const QString& path) {
  const QString ending = QFileInfo(path).suffix().toLower();
  return QStringList{u"docx"_s, u"docm"_s, u"pdf"_s, u"html"_s, u"htm"_s}.contains(ending);
}

QString opening(const QString& path) {
  return FileController::tr("正在打开“%1”…").arg(QFileInfo(path).fileName());
}

bool same(const QString& path, const std::filesystem::path& other) {
  std::error_code different;
  return !other.empty() && std::filesystem::equivalent(toPath(path), other, different);
}

/// A place that moves with an edit.
std::size_t moved(std::size_t place, Span edit, std::size_t with) {
  if (place <= edit.begin) return place;
  return place >= edit.end ? place - edit.length() + with : edit.begin;
}

}  // namespace

QString openFilter() {
  return FileController::tr("文稿") +
         u" (*.moxian *.txt *.md *.docx *.docm *.pdf *.html *.htm *.TXT);;"_s +
         FileController::tr("所有文件") + u" (*)"_s;
}

QString saveFilter() {
  return FileController::tr("墨线文稿") + u" (*.moxian);;"_s + FileController::tr("纯文本") +
         u" (*.txt *.md);;"_s + FileController::tr("所有文件") + u" (*)"_s;
}

FileController::FileController(DraftEditor& editor, Services& services, NoticeBar& notices,
                               QWidget* window)
    : QObject(window),
      m_editor(editor),
      m_services(services),
      m_notices(notices),
      m_window(window),
      m_document(OpenDocument::untitled(storeSettings())) {
  m_settle.setSingleShot(true);
  m_settle.setInterval(settle);
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileController::lookSoon);
  connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileController::lookSoon);
  connect(&m_settle, &QTimer::timeout, this, &FileController::lookAtDisk);
  connect(&m_rounds, &QTimer::timeout, this, &FileController::lookAtDisk);
  m_rounds.start(round);
  if (const auto error = m_document.journalError()) journalTurned(error);
}

StoreSettings FileController::storeSettings() {
  StoreSettings out = moxian::storeSettings(m_services.settings);
  out.journal.changed = [this](const std::optional<Error>& error) {
    QMetaObject::invokeMethod(this, [this, error] { journalTurned(error); }, Qt::QueuedConnection);
  };
  return out;
}

QString FileController::displayName() const {
  if (m_file.named()) return QFileInfo(fromPath(m_file.path())).fileName();
  return m_suggested.isEmpty() ? tr("未命名文稿") : QFileInfo(m_suggested).completeBaseName();
}

QString FileController::baseName() const {
  return m_file.named() ? QFileInfo(displayName()).completeBaseName() : displayName();
}

bool FileController::newDraft() {
  if (!mayClose()) return false;
  adoptNew({}, {});
  return true;
}

bool FileController::chooseAndOpen() {
  const QString folder = RecentFiles(m_services.settings).folder();
  const QString path = m_services.dialogs->openFile(m_window, tr("打开文稿"), folder, openFilter());
  return !path.isEmpty() && open(path);
}

bool FileController::open(const QString& path) {
  if (m_busy) {
    whenFree(this, [this, path] { open(path); });
    Q_EMIT message(tr("正在保存，完成以后打开“%1”。").arg(QFileInfo(path).fileName()));
    return false;
  }
  return mayClose() && load(QFileInfo(path).absoluteFilePath(), {});
}

bool FileController::reload(std::optional<Encoding> encoding) {
  if (atWork()) return false;
  if (!m_file.named()) return false;
  const bool lose = m_editor.document()->isModified();
  if (lose && ask(tr("重新载入"), tr("重新载入“%1”会丢掉没有保存的修改。").arg(displayName()),
                  {tr("重新载入"), tr("取消")}) != 0)
    return false;
  return revert(encoding);
}

bool FileController::load(const QString& path, std::optional<Encoding> encoding) {
  if (foreign(path)) return loadForeign(path);
  if (same(path, m_document.path())) return revert(encoding);
  using Opened = Result<OpenDocument::Opened>;
  Opened opened =
      busyResult<Opened>(m_window, opening(path), [&, settings = storeSettings()](JobGate& gate) {
        Opened read = OpenDocument::open(toPath(path), settings, encoding);
        return gate.cancelled() ? Opened(fail(ErrorCode::Cancelled)) : std::move(read);
      });
  if (!opened) {
    cannotOpen(opened.error(), path);
    return false;
  }
  adopt(std::move(opened->document), opened->loaded);
  RecentFiles(m_services.settings).add(path);
  m_services.settings.set(settings::lastFolder, QFileInfo(path).path());
  return true;
}

bool FileController::revert(std::optional<Encoding> encoding) {
  if (atWork()) return false;
  using Loaded = Result<LoadedDraft>;
  const QString path = fromPath(m_document.path());
  ++m_turn;
  m_busy = true;
  const Loaded loaded = busyResult<Loaded>(
      m_window, opening(path), [&](JobGate& /*gate*/) { return m_document.revert(encoding); });
  m_busy = false;
  if (!loaded) {
    cannotOpen(loaded.error(), path);
    return false;
  }
  fill(*loaded, loaded->draft.text);
  return true;
}

bool FileController::loadForeign(const QString& path) {
  struct Taken {
    ImportedText text;
    std::string bytes;
  };
  using Imported = Result<Taken>;
  Imported imported = busyResult<Imported>(m_window, opening(path), [&](JobGate& gate) -> Imported {
    auto bytes = readFile(toPath(path));
    if (!bytes) return std::unexpected(bytes.error());
    auto read = importBytes(*bytes, toPath(path));
    if (!read) return std::unexpected(read.error());
    if (gate.cancelled()) return fail(ErrorCode::Cancelled);
    return Taken{std::move(*read), std::move(*bytes)};
  });
  if (!imported) {
    cannotOpen(imported.error(), path);
    return false;
  }
  const QFileInfo source(path);
  Marks marks;
  const auto& marked = imported->text.marked;
  if (marked) {
    marks.changes = marked->markup().changes();
    marks.comments = marked->markup().comments();
  }
  marks.tracking = imported->text.tracking;
  adoptNew(marked ? marked->text() : imported->text.text,
           source.dir().filePath(source.completeBaseName() + u".moxian"_s), marks);
  m_origin = Origin{toPath(source.fileName()).string(), std::move(imported->bytes)};
  QStringList lines{
      tr("文字取自“%1”，原文件不变；保存为墨线文稿时把它一并收存。").arg(source.fileName())};
  if (marks.tracking) lines.append(tr("原文件开着修订，这里接着记录。"));
  const qsizetype told = lines.size();
  for (const ImportLoss& loss : imported->text.losses) {
    const std::string count = std::to_string(loss.count);
    lines.append(fromUtf8(m_services.language.messages().text("import." + loss.key, {&count, 1})));
  }
  if (lines.size() > told) lines[told - 1] += tr("没有带过来的：");
  m_notices.post({lines.join(u'\n'), Severity::Hint, {}});
  return true;
}

/// True, and told, while another thread has the document.
bool FileController::atWork() {
  if (m_busy) Q_EMIT message(tr("文稿正在保存或读取，请稍后再试。"));
  return m_busy;
}

void FileController::adopt(OpenDocument document, const LoadedDraft& loaded) {
  m_document.close();
  m_document = std::move(document);
  m_suggested.clear();
  m_origin.reset();
  fill(loaded, loaded.draft.text);
}

/// A draft without a file. What it was made of is there still: nobody is asked about it before it
/// is touched.
void FileController::adoptNew(const std::u16string& text, const QString& suggested,
                              const Marks& marks) {
  m_document.close();
  m_document = OpenDocument::untitled(storeSettings());
  m_suggested = suggested;
  m_origin.reset();
  LoadedDraft loaded;
  loaded.draft.text = text;
  loaded.draft.marks = marks;
  fill(loaded, {});
  if (marks != Marks{}) m_document.marked(m_marks);
}

void FileController::showMade(const MarkedDraft& draft, const std::vector<Dismissal>& dismissals,
                              const QString& suggested, const QString& notice, bool decided) {
  Marks marks;
  marks.dismissals = dismissals;
  marks.changes = draft.markup().changes();
  marks.comments = draft.markup().comments();
  marks.settled = draft.markup().settled();
  const QDir folder(RecentFiles(m_services.settings).folder());
  adoptNew(draft.text(), folder.filePath(suggested + u".moxian"_s), marks);
  m_editor.document()->setModified(decided);
  m_notices.post({notice, Severity::Hint, {}});
}

void FileController::show(OpenDocument::Opened recovered) {
  adopt(std::move(recovered.document), recovered.loaded);
  m_editor.document()->setModified(true);
  const QString title = fromUtf8(m_document.title());
  if (!m_document.named() && !title.isEmpty()) {
    const QDir folder(RecentFiles(m_services.settings).folder());
    m_suggested =
        folder.filePath(tr("%1（找回）").arg(QFileInfo(title).completeBaseName()) + u".moxian"_s);
  }
  m_notices.post({tr("这是上次意外退出时还没有保存的内容，请核对后保存。"), Severity::Warning, {}});
  Q_EMIT fileChanged();
}

/// `journalled`: the text that the edits in the journal go on from.
void FileController::fill(const LoadedDraft& loaded, std::u16string_view journalled) {
  ++m_turn;
  m_told = DiskState::Same;
  m_file = DocumentFile(m_document, loaded);
  m_properties = loaded.draft.properties;
  m_marks = loaded.draft.marks;
  m_textOnly = false;
  m_notices.clear();
  m_filling = true;
  m_editor.setDraft(loaded.draft.text);
  m_filling = false;
  // The editor may hold a text otherwise than the file did: all kinds of line ends are one to it.
  const std::u16string shown = draftText(*m_editor.document());
  const Replacement change = difference(journalled, shown);
  if (shown != journalled) m_document.edited(change.span.begin, change.span.length(), change.with);
  m_editor.setReadOnly(readOnly());
  watch();
  Q_EMIT draftReplaced();
  // in the order and form in which they are told from now on
  Q_EMIT collectMarks(m_marks);
  Q_EMIT fileChanged();
  noticeAbout(loaded);
}

void FileController::cannotOpen(const Error& error, const QString& path) {
  if (error.code == ErrorCode::FileMissing) RecentFiles(m_services.settings).remove(path);
  if (error.code == ErrorCode::DamagedDocument) return offerSalvage(error, path);
  if (error.code != ErrorCode::Cancelled)
    m_services.dialogs->tell(m_window, tr("打不开文件"), m_services.language.sentence(error));
}

void FileController::noticeAbout(const LoadedDraft& loaded) {
  if (const auto error = m_document.journalError()) journalTurned(error);
  if (loaded.invalid > 0)
    m_notices.post({tr("文件里有 %1 处字节不是 %2 "
                       "文字，显示为“�”。换一种编码重新打开试试（状态栏右侧可以选）；"
                       "直接保存会丢掉这些字节。")
                        .arg(loaded.invalid)
                        .arg(fromUtf8(name(m_file.encoding()))),
                    Severity::Error,
                    {}});
  else if (loaded.mixedLineEndings)
    m_notices.post({tr("文件里混用了几种换行符，保存时会统一。"), Severity::Hint, {}});
  if (m_document.moxian() != nullptr && m_document.moxian()->damage().any())
    noticeDamage(m_document.moxian()->damage());
  if (readOnly()) tellReadOnly();
}

QString FileController::suggestedPath() const {
  if (m_file.named()) return fromPath(m_file.path());
  if (!m_suggested.isEmpty()) return m_suggested;
  const QString folder = RecentFiles(m_services.settings).folder();
  // The first line of a draft is its title in most cases.
  QString title = m_editor.document()->firstBlock().text().trimmed().left(40);
  title.remove(u'/');
  return QDir(folder).filePath((title.isEmpty() ? displayName() : title) + u".moxian"_s);
}

void FileController::record(Span span, std::u16string_view with) {
  if (m_filling) return;
  m_document.edited(span.begin, span.length(), with);
  const auto follow = [&](Span& range) {
    range = {moved(range.begin, span, with.size()), moved(range.end, span, with.size())};
  };
  for (StoredChange& change : m_marks.changes) follow(change.range);
  for (StoredComment& comment : m_marks.comments) follow(comment.range);
}

void FileController::followMarks(Marks marks) {
  m_marks = std::move(marks);
  m_document.marked(m_marks);
}

void FileController::setMarks(Marks marks) {
  followMarks(std::move(marks));
  m_editor.document()->setModified(true);
}

QString FileController::profile() const {
  return m_properties.profile.empty() ? u"auto"_s : fromUtf8(m_properties.profile);
}

void FileController::setProfile(const QString& name) {
  if (name == profile()) return;
  m_properties.profile = name == u"auto"_s ? std::string() : name.toStdString();
  // Plain text has no place for it.
  if (m_file.moxian()) m_editor.document()->setModified(true);
}

void FileController::setSubject(const std::u16string& unit, std::optional<int> year) {
  m_properties.unit = toUtf8(unit);
  m_properties.year = year.value_or(0);
}

qsizetype FileController::ask(const QString& title, const QString& text,
                              const QStringList& answers) const {
  return m_services.dialogs->ask(m_window, {title, text, answers});
}

}  // namespace moxian
