#include "ui/FileController.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextBlock>
#include <algorithm>

#include "core/exchange/Import.h"
#include "ui/Busy.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int settle = 300;  // ms; programs replace files in several steps
constexpr char16_t unreadable = 0xFFFD;

/// Files that hold more than text; a draft is taken out of them.
bool foreign(const QString& path) {
  const QString ending = QFileInfo(path).suffix().toLower();
  return QStringList{u"docx"_s, u"pdf"_s, u"html"_s, u"htm"_s}.contains(ending);
}

QString opening(const QString& path) {
  return FileController::tr("正在打开“%1”……").arg(QFileInfo(path).fileName());
}

}  // namespace

QString openFilter() {
  return FileController::tr("文稿") + u" (*.txt *.md *.docx *.pdf *.html *.htm *.TXT);;"_s +
         FileController::tr("所有文件") + u" (*)"_s;
}

QString saveFilter() {
  return FileController::tr("纯文本") + u" (*.txt *.md);;"_s + FileController::tr("所有文件") +
         u" (*)"_s;
}

FileController::FileController(DraftEditor& editor, Services& services, NoticeBar& notices,
                               QWidget* window)
    : QObject(window),
      m_editor(editor),
      m_services(services),
      m_notices(notices),
      m_window(window) {
  m_settle.setSingleShot(true);
  m_settle.setInterval(settle);
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
  connect(&m_settle, &QTimer::timeout, this, &FileController::lookAtDisk);
}

QString FileController::displayName() const {
  if (m_file.named()) return QFileInfo(fromPath(m_file.path())).fileName();
  return m_suggested.isEmpty() ? tr("未命名文稿") : QFileInfo(m_suggested).completeBaseName();
}

bool FileController::untouched() const {
  return !m_file.named() && m_editor.document()->isEmpty();
}

bool FileController::newDraft() {
  if (!mayClose()) return false;
  m_suggested.clear();
  show(DocumentFile(), {});
  return true;
}

bool FileController::chooseAndOpen() {
  const QString folder = m_services.settings.get(settings::lastFolder);
  const QString path = m_services.dialogs->openFile(m_window, tr("打开文稿"), folder, openFilter());
  return !path.isEmpty() && open(path);
}

bool FileController::open(const QString& path) {
  return mayClose() && load(QFileInfo(path).absoluteFilePath(), {});
}

bool FileController::reload(std::optional<Encoding> encoding) {
  if (!m_file.named()) return false;
  const bool lose = m_editor.document()->isModified();
  if (lose && ask(tr("重新载入"), tr("重新载入“%1”会丢掉没有保存的修改。").arg(displayName()),
                  {tr("重新载入"), tr("取消")}) != 0)
    return false;
  return load(fromPath(m_file.path()), encoding);
}

bool FileController::load(const QString& path, std::optional<Encoding> encoding) {
  if (foreign(path)) return loadForeign(path);
  using Loaded = Result<DocumentFile::Loaded>;
  const Loaded loaded = busyResult<Loaded>(m_window, opening(path), [&](JobGate& gate) {
    Loaded read = DocumentFile::load(toPath(path), encoding);
    return gate.cancelled() ? Loaded(fail(ErrorCode::Cancelled)) : std::move(read);
  });
  if (!loaded) {
    cannotOpen(loaded.error(), path);
    return false;
  }
  m_suggested.clear();
  show(loaded->file, loaded->text);
  RecentFiles(m_services.settings).add(path);
  m_services.settings.set(settings::lastFolder, QFileInfo(path).path());
  noticeAbout(m_file);
  return true;
}

bool FileController::loadForeign(const QString& path) {
  using Imported = Result<ImportedText>;
  const Imported imported = busyResult<Imported>(m_window, opening(path), [&](JobGate& gate) {
    Imported read = importFile(toPath(path));
    return gate.cancelled() ? Imported(fail(ErrorCode::Cancelled)) : std::move(read);
  });
  if (!imported) {
    cannotOpen(imported.error(), path);
    return false;
  }
  const QFileInfo source(path);
  m_suggested = source.dir().filePath(source.completeBaseName() + u".txt"_s);
  show(DocumentFile(), imported->text);
  m_editor.document()->setModified(true);
  QStringList lines{tr("文字取自“%1”，保存时另存为文本文件，原文件不变。").arg(source.fileName())};
  for (const ImportLoss& loss : imported->losses) {
    const std::string count = std::to_string(loss.count);
    lines.append(fromUtf8(m_services.language.messages().text("import." + loss.key, {&count, 1})));
  }
  if (lines.size() > 1) lines[0] += tr("没有带过来的：");
  m_notices.post({lines.join(u'\n'), Severity::Hint, {}});
  return true;
}

void FileController::show(const DocumentFile& file, std::u16string_view text) {
  m_file = file;
  m_notices.hide();
  m_editor.setDraft(text);
  watch();
  Q_EMIT draftReplaced();
  Q_EMIT fileChanged();
}

void FileController::cannotOpen(const Error& error, const QString& path) {
  if (error.code == ErrorCode::FileMissing) RecentFiles(m_services.settings).remove(path);
  if (error.code != ErrorCode::Cancelled)
    m_services.dialogs->tell(m_window, tr("打不开文件"), m_services.language.sentence(error));
}

void FileController::noticeAbout(const DocumentFile& file) {
  if (file.invalid() > 0)
    m_notices.post({tr("文件里有 %1 处字节不是 %2 "
                       "文字，显示为“�”。换一种编码重新打开试试（状态栏右侧可以选）；"
                       "直接保存会丢掉这些字节。")
                        .arg(file.invalid())
                        .arg(fromUtf8(name(file.encoding()))),
                    Severity::Error,
                    {}});
  else if (file.mixedLineEndings())
    m_notices.post({tr("文件里混用了几种换行符，保存时会统一。"), Severity::Hint, {}});
}

bool FileController::save() {
  return m_file.named() ? writeTo(fromPath(m_file.path())) : saveAs();
}

bool FileController::saveAs() {
  const QString path =
      m_services.dialogs->saveFile(m_window, tr("另存为"), suggestedPath(), saveFilter());
  return !path.isEmpty() && writeTo(QFileInfo(path).absoluteFilePath());
}

QString FileController::suggestedPath() const {
  if (m_file.named()) return fromPath(m_file.path());
  if (!m_suggested.isEmpty()) return m_suggested;
  QString folder = m_services.settings.get(settings::lastFolder);
  if (folder.isEmpty())
    folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  // The first line of a draft is its title in most cases.
  QString title = m_editor.document()->firstBlock().text().trimmed().left(40);
  title.remove(u'/');
  return QDir(folder).filePath((title.isEmpty() ? displayName() : title) + u".txt"_s);
}

bool FileController::writeTo(const QString& path) {
  const std::u16string text = draftText(*m_editor.document());
  if (!mayOverwrite(path, text)) return false;
  const Result<void> saved =
      busyResult<Result<void>>(m_window, tr("正在保存……"),
                               [&](JobGate& /*gate*/) { return m_file.save(toPath(path), text); });
  if (!saved) return saveFailed(saved.error(), path);
  m_editor.document()->setModified(false);
  m_notices.hide();
  RecentFiles(m_services.settings).add(path);
  m_services.settings.set(settings::lastFolder, QFileInfo(path).path());
  watch();
  Q_EMIT fileChanged();
  Q_EMIT message(tr("已保存到 %1").arg(QDir::toNativeSeparators(path)));
  return true;
}

bool FileController::mayOverwrite(const QString& path, const std::u16string& text) {
  if (toPath(path) != m_file.path()) return true;
  if (m_file.changedOutside() &&
      ask(tr("文件已被修改"),
          tr("“%1”在打开以后被其他程序修改或删除了。要用这里的内容覆盖吗？").arg(displayName()),
          {tr("覆盖"), tr("取消")}) != 0)
    return false;
  return m_file.invalid() == 0 || !text.contains(unreadable) ||
         ask(tr("有无法识别的字节"),
             tr("打开时有 %1 处字节无法识别，保存后它们会变成“�”，不能恢复。仍要保存吗？")
                 .arg(m_file.invalid()),
             {tr("仍要保存"), tr("取消")}) == 0;
}

bool FileController::saveFailed(const Error& error, const QString& path) {
  const QString sentence = m_services.language.sentence(error);
  if (error.code == ErrorCode::NotEncodable) {
    if (ask(tr("保存没有成功"), sentence, {tr("改用 UTF-8 保存"), tr("取消")}) != 0) return false;
    m_file.setEncoding(Encoding::Utf8);
    return writeTo(path);
  }
  return ask(tr("保存没有成功"), sentence, {tr("另存为……"), tr("取消")}) == 0 && saveAs();
}

void FileController::setEncoding(Encoding encoding) {
  m_file.setEncoding(encoding);
  m_editor.document()->setModified(true);
  Q_EMIT fileChanged();
}

void FileController::setLineEnding(LineEnding ending) {
  m_file.setLineEnding(ending);
  m_editor.document()->setModified(true);
  Q_EMIT fileChanged();
}

bool FileController::mayClose() {
  if (!m_editor.document()->isModified()) return true;
  switch (ask(tr("保存修改"), tr("“%1”的修改还没有保存。要保存吗？").arg(displayName()),
              {tr("保存"), tr("不保存"), tr("取消")})) {
    case 0:
      return save();
    case 1:
      return true;
    default:
      return false;
  }
}

qsizetype FileController::ask(const QString& title, const QString& text,
                              const QStringList& answers) const {
  return m_services.dialogs->ask(m_window, {title, text, answers});
}

void FileController::watch() {
  if (const QStringList before = m_watcher.files(); !before.isEmpty())
    m_watcher.removePaths(before);
  if (m_file.named()) m_watcher.addPath(fromPath(m_file.path()));
}

void FileController::lookAtDisk() {
  if (!m_file.changedOutside()) {
    watch();  // a file that was replaced is watched no longer
    return;
  }
  // Written again with the same content, by a backup for example: nothing to tell.
  auto now = DocumentFile::load(m_file.path(), m_file.encoding());
  if (now && now->text == draftText(*m_editor.document())) {
    m_file = std::move(now->file);
    m_editor.document()->setModified(false);
    watch();
    return;
  }
  const bool there = now.has_value();
  Notice notice{there ? tr("“%1”被其他程序修改了。").arg(displayName())
                      : tr("“%1”被删除或移走了；保存会重新建立它。").arg(displayName()),
                Severity::Warning,
                {}};
  const auto keep = [this] { m_editor.document()->setModified(true); };
  if (there) {
    notice.choices.push_back({tr("重新载入"), [this] { reload(m_file.encoding()); }});
    notice.choices.push_back({tr("保留这里的内容"), keep});
  } else {
    keep();
  }
  m_notices.post(notice);
  watch();
}

}  // namespace moxian
