// How documents leave the window: saved here, there or beside, and what is asked before.
#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "core/text/Script.h"
#include "ui/Busy.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"
#include "ui/FileController.h"
#include "ui/StoreDefaults.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t unreadable = 0xFFFD;

/// Marks that plain text has no place for.
bool holdsMore(const Marks& marks) {
  return !marks.changes.empty() || !marks.comments.empty() || !marks.signOffs.empty() ||
         !marks.settled.empty();
}

bool plain(const QString& path) {
  return documentFormatOf(toPath(path)) == DocumentFormat::PlainText;
}

}  // namespace

bool FileController::save() {
  return m_file.named() ? write({fromPath(m_file.path()), Target::Own, {}}) : saveAs();
}

bool FileController::saveAs() {
  const QString suggested = suggestedPath();
  if (plain(suggested) && holdsMore(draft().marks)) return saveAsDocument();
  const QString path = pathForSaving(tr("另存为"), suggested);
  return !path.isEmpty() && write({path, Target::Other, {}});
}

bool FileController::saveAsDocument() {
  const QFileInfo plain(suggestedPath());
  const QString path = pathForSaving(tr("另存为墨线文稿"),
                                     plain.dir().filePath(plain.completeBaseName() + u".moxian"_s));
  return !path.isEmpty() && write({path, Target::Other, {}});
}

bool FileController::saveCopy() {
  const QFileInfo own(suggestedPath());
  const QString path = pathForSaving(
      tr("保存副本"),
      own.dir().filePath(tr("%1（副本）").arg(own.completeBaseName()) + u'.' + own.suffix()));
  return !path.isEmpty() && write({path, Target::Copy, {}});
}

bool FileController::saveVersion(const QString& name) {
  if (!m_file.moxian()) return false;
  DocumentSave how;
  how.version =
      NewVersion{VersionKind::Named, name.toStdString(), versionAuthor(m_services.settings), {}};
  return write({fromPath(m_file.path()), Target::Own, how});
}

QString FileController::pathForSaving(const QString& title, const QString& suggested) {
  const QString path = m_services.dialogs->saveFile(m_window, title, suggested, saveFilter());
  return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
}

Draft FileController::draft() {
  Draft out;
  out.text = draftText(*m_editor.document());
  m_properties.script = detectScript(out.text);
  Q_EMIT collectMarks(m_marks);
  out.properties = m_properties;
  out.marks = m_marks;
  return out;
}

bool FileController::write(Order order) {
  if (atWork()) return false;
  const Draft now = draft();
  if (marksAreAtStake(order, now)) {
    const qsizetype answer =
        ask(tr("修订、批注和签批存不进纯文本"),
            tr("“%1”是纯文本，只能存文字：批注和签批会丢失，标为删除的文字会当作正文存进去。")
                .arg(displayName()),
            {tr("另存为墨线文稿…"), tr("只保存文字"), tr("取消")});
    if (answer == 0) return saveAsDocument();
    if (answer != 1) return false;
    m_textOnly = true;
  }
  if (!mayLose(order, now)) return false;
  if (m_origin && !plain(order.path))
    order.how.attachments = {{m_origin->name, std::as_bytes(std::span(m_origin->bytes))}};
  order.how.author = versionAuthor(m_services.settings);
  ++m_turn;
  m_busy = true;
  using Saved = Result<SaveOutcome>;
  const std::filesystem::path path = toPath(order.path);
  if (order.target != Target::Copy) m_document.announceSave(path, now);
  const std::function<Saved(JobGate&)> work = [&](JobGate& /*gate*/) {
    switch (order.target) {
      case Target::Own:
        return m_document.save(now, order.how);
      case Target::Other:
        return m_document.saveAs(path, now, order.how);
      case Target::Copy:
        break;
    }
    return m_document.saveCopy(path, now, order.how);
  };
  const Saved saved = busyResult<Saved>(m_window, tr("正在保存…"), work, &m_editor);
  m_busy = false;
  if (!saved) return saveFailed(saved.error(), std::move(order));
  written(order, now, *saved);
  return true;
}

/// True where a plain file would be written over without the marks of its draft, and nobody has
/// said yet that this is wanted.
bool FileController::marksAreAtStake(const Order& order, const Draft& draft) const {
  return holdsMore(draft.marks) && !m_textOnly && order.target == Target::Own &&
         plain(order.path) && !m_file.moxian();
}

/// Asks where saving would lose what is not text, or bytes that were never understood.
bool FileController::mayLose(const Order& order, const Draft& draft) {
  const bool bytes = order.target == Target::Own && m_file.invalid() > 0 &&
                     draft.text.find(unreadable) != std::u16string::npos;
  if (bytes && ask(tr("有无法识别的字节"),
                   tr("打开时有 %1 处字节无法识别，保存后它们会变成“�”，不能恢复。仍要保存吗？")
                       .arg(m_file.invalid()),
                   {tr("仍要保存"), tr("取消")}) != 0)
    return false;
  const bool more = m_file.moxian() || holdsMore(draft.marks);
  return !more || order.target != Target::Other || !plain(order.path) ||
         ask(tr("存为纯文本"),
             tr("纯文本只能存文字：版本、修订、批注和收存的原件不会带过去。仍要存为纯文本吗？"),
             {tr("仍要保存"), tr("取消")}) == 0;
}

bool FileController::saveFailed(const Error& error, Order order) {
  const QString title = tr("保存没有成功");
  const QString sentence = m_services.language.sentence(error);
  const bool changed = error.code == ErrorCode::FileChanged;
  if (changed || (error.code == ErrorCode::FileMissing && order.target == Target::Own)) {
    const QString text = changed ? tr("“%1”在打开以后被其他人或程序修改了。要用这里的内容覆盖吗？")
                                 : tr("“%1”已经不在原来的位置了。要在那里重新建立它吗？");
    const qsizetype answer = ask(
        changed ? tr("文件已被修改") : tr("文件不见了"), text.arg(displayName()),
        {changed ? tr("覆盖") : tr("重新建立"), changed ? tr("比较…") : tr("另存为…"), tr("取消")});
    if (answer == 1 && changed) compareWithDisk();
    if (answer == 1 && !changed) return saveAs();
    order.how.overwrite = true;
    return answer == 0 && write(std::move(order));
  }
  if (error.code == ErrorCode::NotEncodable) {
    const Question question{title, sentence, {tr("改用 UTF-8 保存"), tr("取消")}, true};
    if (m_services.dialogs->ask(m_window, question) != 0) return false;
    setEncoding(Encoding::Utf8);
    return write(std::move(order));
  }
  const bool direct = error.code == ErrorCode::FolderUnwritable &&
                      order.how.way == WriteWay::Beside && QFileInfo::exists(order.path);
  QStringList answers{tr("另存为…"), tr("取消")};
  if (direct) answers.insert(1, tr("直接写入原文件"));
  const QString warning = tr("也可以直接写入原文件，但写入中途断电或出错会损坏它。");
  const qsizetype answer = m_services.dialogs->ask(
      m_window, {title, direct ? sentence + u'\n' + warning : sentence, answers, true});
  if (answer == 0) return saveAs();
  order.how.way = WriteWay::Direct;
  return direct && answer == 1 && write(std::move(order));
}

void FileController::written(const Order& order, const Draft& draft, const SaveOutcome& outcome) {
  const QString shown = QDir::toNativeSeparators(order.path);
  if (order.target == Target::Copy) {
    Q_EMIT message(tr("副本已保存到 %1").arg(shown));
    return;
  }
  LoadedDraft stored;
  stored.draft.properties = m_properties;
  m_file = DocumentFile(m_document, stored);
  if (m_file.moxian()) m_origin.reset();
  m_told = DiskState::Same;
  m_editor.setReadOnly(readOnly());
  // What was typed while the save was at work is not in the file.
  if (m_document.editedSinceSave())
    m_document.goOn(draft, this->draft());
  else
    m_editor.document()->setModified(false);
  m_notices.clear();
  RecentFiles(m_services.settings).add(order.path);
  m_services.settings.set(settings::lastFolder, QFileInfo(order.path).path());
  watch();
  Q_EMIT fileChanged();
  Q_EMIT message(tr("已保存到 %1").arg(shown));
  QStringList lost;
  if (!outcome.historyComplete) lost.append(tr("较早的版本或收存的原件没能全部带过来。"));
  if (outcome.effects.otherNames > 0)
    lost.append(tr("这个文件还有别的名字（硬链接），它们仍指向保存以前的内容。"));
  if (outcome.effects.ownerChanged) lost.append(tr("文件的所有者变成了您。"));
  if (!lost.isEmpty())
    m_notices.post({tr("文字已保存。") + lost.join(QString()), Severity::Warning, {}});
}

void FileController::setEncoding(Encoding encoding) {
  m_file.setEncoding(encoding);
  m_properties.encoding = encoding;
  // UTF-16 files cannot be told apart without their mark; the others do not want one.
  m_properties.byteOrderMark = encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
  m_editor.document()->setModified(true);
  Q_EMIT fileChanged();
}

void FileController::setLineEnding(LineEnding ending) {
  m_file.setLineEnding(ending);
  m_properties.lineEnding = ending;
  m_editor.document()->setModified(true);
  Q_EMIT fileChanged();
}

bool FileController::mayClose() {
  if (atWork()) return false;
  if (!m_editor.document()->isModified()) return true;
  switch (ask(tr("保存修改"), tr("“%1”的修改还没有保存。要保存吗？").arg(displayName()),
              {tr("保存(&S)"), tr("不保存(&N)"), tr("取消(&C)")})) {
    case 0:
      return save() && mayClose();  // asks again about what was typed during the save
    case 1:
      return true;
    default:
      return false;
  }
}

void FileController::close() {
  m_document.close();
}

}  // namespace moxian
