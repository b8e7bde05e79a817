// What happens to the document outside this window: other writers, other programs, full disks.
#include <QFileInfo>
#include <QLocale>

#include "core/store/Recovery.h"
#include "ui/Busy.h"
#include "ui/CompareDialog.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"
#include "ui/FileController.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

const QString diskTopic = u"disk"_s;
const QString journalTopic = u"journal"_s;

}  // namespace

void FileController::watch() {
  const QStringList before = m_watcher.files() + m_watcher.directories();
  if (!before.isEmpty()) m_watcher.removePaths(before);
  if (m_file.named()) m_watcher.addPath(fromPath(m_file.path()));
}

void FileController::lookAtDisk() {
  if (!m_document.named() || m_busy) return;
  if ((readOnly() && tryLock()) || !m_document.watch()) return;
  m_looker.run([watch = *m_document.watch()]() mutable { return watch.look(); },
               [this, turn = m_turn](const FileWatch::Finding& finding) {
                 if (turn == m_turn && !m_busy) found(finding);
               });
}

void FileController::found(const FileWatch::Finding& finding) {
  watch();  // a file that was replaced is watched no longer
  if (finding.state == m_told) return;
  const bool back = m_told == DiskState::Unreachable;
  m_told = finding.state;
  switch (finding.state) {
    case DiskState::Same:
      if (back) m_notices.withdraw(diskTopic);
      return;
    case DiskState::Changed:
      return readOnly() ? tellReadOnly(true) : tellChanged();
    default:
      return tellGone(finding);
  }
}

void FileController::tellChanged() {
  m_notices.post({tr("“%1”被其他人或程序修改了。").arg(displayName()),
                  Severity::Warning,
                  {{tr("取用磁盘上的"), [this] { reload(m_file.encoding()); }},
                   {tr("保留这里的"), [this] { keepMine(); }},
                   {tr("比较…"), [this] { compareWithDisk(); }}},
                  diskTopic});
}

void FileController::keepMine() {
  m_document.keepMine();
  ++m_turn;
  m_told = DiskState::Same;
  m_editor.document()->setModified(true);
}

void FileController::tellGone(const FileWatch::Finding& finding) {
  m_editor.document()->setModified(true);  // nothing on the disk holds it any more
  Notice notice{{}, Severity::Warning, {}, diskTopic};
  DocumentSave over;
  over.overwrite = true;
  if (finding.state == DiskState::Moved) {
    const QString place = fromPath(finding.movedTo);
    notice.text = tr("“%1”改名为“%2”了。").arg(displayName(), QFileInfo(place).fileName());
    notice.choices.push_back(
        {tr("保存到新的名字"), [this, place, over] { write({place, Target::Other, over}); }});
  } else if (finding.state == DiskState::Deleted) {
    notice.text = tr("“%1”被删除或移走了；保存会重新建立它。").arg(displayName());
  } else {
    notice.text = tr("“%1”所在的位置连不上了，内容还在这里。接通以后再保存，或另存到别处。")
                      .arg(displayName());
  }
  if (finding.state != DiskState::Unreachable)
    notice.choices.push_back(
        {tr("存回原处"), [this, over] { write({fromPath(m_file.path()), Target::Own, over}); }});
  notice.choices.push_back({tr("另存为…"), [this] { saveAs(); }});
  m_notices.post(notice);
}

void FileController::compareWithDisk() {
  using Text = Result<std::u16string>;
  const QString path = fromPath(m_file.path());
  const Text disk = busyResult<Text>(
      m_window, tr("正在打开“%1”…").arg(displayName()),
      [&](JobGate& /*gate*/) { return textInFile(toPath(path), m_file.encoding()); });
  if (!disk) return cannotOpen(disk.error(), path);
  CompareDialog dialog({tr("磁盘上的"), *disk}, {tr("这里的"), draftText(*m_editor.document())},
                       {tr("取用磁盘上的"), tr("保留这里的")}, m_window);
  dialog.exec();
  if (dialog.answer() == 0) revert(m_file.encoding());
  if (dialog.answer() == 1) keepMine();
  if (dialog.answer() < 0) tellChanged();
}

QString FileController::nameOf(const LockOwner& owner) const {
  if (owner.user.empty()) return tr("另一个人");
  return owner.process.host.empty()
             ? fromUtf8(owner.user)
             : tr("%1（电脑 %2）").arg(fromUtf8(owner.user), fromUtf8(owner.process.host));
}

void FileController::tellReadOnly(bool newer) {
  const LockOwner& owner = *m_document.owner();
  const QString since =
      owner.since == 0
          ? tr("不知何时")
          : QLocale().toString(QDateTime::fromMSecsSinceEpoch(owner.since), QLocale::ShortFormat);
  Notice notice{tr("“%1”正由 %2 编辑（%3 起），这里只能看；对方关闭以后自动可以修改。")
                    .arg(displayName(), nameOf(owner), since),
                Severity::Warning,
                {{tr("另存一份来修改…"), [this] { saveAs(); }}}};
  if (newer) {
    notice.text += tr("对方刚保存了新的内容。");
    notice.choices.insert(notice.choices.begin(), {tr("看新的"), [this] { takeTheirs(); }});
  }
  if (livenessOf(owner.process) == Liveness::Unknown)
    notice.choices.push_back({tr("接管…"), [this] { takeLock(); }});
  m_notices.post(notice);
}

/// True if the other has gone and the draft may be written now.
bool FileController::tryLock() {
  const auto free = m_document.retryLock();
  if (!free || !*free) return false;
  if (takeTheirs()) Q_EMIT message(tr("对方已经关闭“%1”，现在可以修改了").arg(displayName()));
  return true;
}

/// Reads what the other wrote.
bool FileController::takeTheirs() {
  return revert(m_file.moxian() ? std::nullopt : std::optional(m_file.encoding()));
}

void FileController::takeLock() {
  const QString who = nameOf(*m_document.owner());
  if (ask(tr("接管编辑"),
          tr("只有确认 %1 已经不在编辑时才接管，不然会互相覆盖。要接管吗？").arg(who),
          {tr("接管"), tr("取消")}) != 0)
    return tellReadOnly();
  if (const auto taken = m_document.takeLock(); !taken) {
    m_services.dialogs->tell(m_window, tr("不能接管"), m_services.language.sentence(taken.error()));
    return tellReadOnly();
  }
  takeTheirs();
}

void FileController::journalTurned(const std::optional<Error>& error) {
  if (!error) {
    m_notices.withdraw(journalTopic);
    Q_EMIT message(tr("自动保护恢复了"));
    return;
  }
  m_notices.post({tr("自动保护暂时不起作用，意外退出会丢失没有保存的修改，请勤保存。") +
                      m_services.language.sentence(*error),
                  Severity::Warning,
                  {},
                  journalTopic});
}

}  // namespace moxian
