#include "ui/ReviewFiles.h"

#include <QFileInfo>
#include <QMainWindow>
#include <algorithm>

#include "core/review/Compare.h"
#include "core/review/FinalPlaces.h"
#include "core/review/Sections.h"
#include "ui/Busy.h"
#include "ui/CheckController.h"
#include "ui/FileController.h"
#include "ui/MergeDialog.h"
#include "ui/RecentFiles.h"
#include "ui/Reviewer.h"
#include "ui/Services.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

ReviewFiles::ReviewFiles(QMainWindow& window, Reviewer& reviewer, FileController& files,
                         CheckController& check, Services& services)
    : QObject(&window),
      m_window(window),
      m_reviewer(reviewer),
      m_documents(files),
      m_check(check),
      m_services(services) {}

/// A file of the user's choice; nothing if he gave up or it cannot be read.
std::optional<MarkedFile> ReviewFiles::ask(const QString& title, QString& name) {
  const QString folder = RecentFiles(m_services.settings).folder();
  const QString path = m_services.dialogs->openFile(&m_window, title, folder, openFilter());
  if (path.isEmpty()) return {};
  m_services.settings.set(settings::lastFolder, QFileInfo(path).path());
  name = QFileInfo(path).fileName();
  using Read = Result<MarkedFile>;
  Read read =
      busyResult<Read>(&m_window, tr("正在打开“%1”…").arg(name), [&](JobGate& gate) -> Read {
        Read file = readMarked(toPath(path));
        if (gate.cancelled()) return fail(ErrorCode::Cancelled);
        return file;
      });
  if (read) return std::move(*read);
  if (read.error().code != ErrorCode::Cancelled)
    m_services.dialogs->tell(&m_window, tr("打不开文件"),
                             m_services.language.sentence(read.error()));
  return {};
}

void ReviewFiles::compare() {
  QString name;
  const auto older = ask(tr("选择旧稿"), name);
  if (!older) return;
  using Compared = Result<MarkedDraft>;
  const Stamp stamp{tr("比较").toStdString(), timeNow()};
  const Compared compared = busyResult<Compared>(
      &m_window, tr("正在比较…"), [&, now = m_reviewer.finalText()](JobGate& gate) -> Compared {
        MarkedDraft draft = moxian::compare(older->draft.finalText(), now, stamp);
        if (gate.cancelled()) return fail(ErrorCode::Cancelled);
        return draft;
      });
  if (!compared) return;
  const std::size_t count = compared->markup().count({});
  if (count == 0) return Q_EMIT message(tr("与“%1”没有差别").arg(name));
  Q_EMIT made(*compared, m_documents.marks().dismissals,
              tr("%1（比较）").arg(m_documents.baseName()),
              tr("从“%1”到“%2”有 %3 处改动，标为修订。两份文件都没有变。")
                  .arg(name, m_documents.displayName())
                  .arg(count),
              false);
}

void ReviewFiles::merge() {
  QString name;
  const auto other = ask(tr("选择另一份审阅稿"), name);
  if (!other) return;
  auto merged = mergeCopies(m_reviewer.draft(), other->draft);
  if (!merged) {
    m_services.dialogs->tell(&m_window, tr("没有合并"),
                             tr("“%1”修订前的文字与这份文稿不同，不是同一份文稿的审阅稿。"
                                "可以改用“与旧稿比较”。")
                                 .arg(name));
    return;
  }
  if (merged->conflicts.empty())
    return showMerged(std::move(*merged), other->others.dismissals, name);
  auto* dialog = new MergeDialog(std::move(*merged), m_documents.displayName(), name, &m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this,
          [this, dialog, name, others = other->others.dismissals] {
            showMerged(dialog->settled(settler(dialog->merged())), others, name);
          });
  dialog->open();
}

/// The reviewer of this window, and the sections of a draft.
Settler ReviewFiles::settler(const MarkedDraft& draft) const {
  const std::u16string text = draft.finalText();
  const Outline outline = m_services.reader.read(text, Lines(text), m_check.profile());
  return {{m_reviewer.author().toStdString(), timeNow()},
          [sections = Sections(outline, text, FinalPlaces(hiddenIn(draft.markup(), true)))](
              std::size_t place) { return sections.name(sections.at(place)); }};
}

void ReviewFiles::showMerged(Merged merged, const std::vector<Dismissal>& others,
                             const QString& name) {
  const Markup& markup = merged.draft.markup();
  QString notice = tr("“%1”与“%2”合并后有 %3 处修订、%4 条批注。两份文件都没有变。")
                       .arg(m_documents.displayName(), name)
                       .arg(markup.count({}))
                       .arg(markup.commentPlaces().size());
  if (!merged.conflicts.empty())
    notice += tr("合并时有 %1 处两人改得不同，都留在文稿里，请在审阅栏里选定。").arg(merged.conflicts.size());
  std::vector<Dismissal> dismissals = m_documents.marks().dismissals;
  for (const Dismissal& each : others)
    if (!std::ranges::contains(dismissals, each)) dismissals.push_back(each);
  Q_EMIT made(merged.draft, dismissals, tr("%1（合并）").arg(m_documents.baseName()), notice, true);
}

/// What a draft that is to be signed still has open, as a line of its own.
QString ReviewFiles::stillOpen() const {
  m_check.finishSentence();
  const Markup& markup = m_reviewer.markup();
  const std::size_t changes = markup.count({});
  const auto comments = std::ranges::count_if(markup.comments(), [](const Comment& each) {
    return each.parent == 0 && each.state != CommentState::Resolved;
  });
  const auto errors = std::ranges::count(m_check.findings(), Severity::Error, &Finding::severity);
  QStringList open;
  if (changes > 0) open.append(tr("%1 处修订没有处理").arg(changes));
  if (comments > 0) open.append(tr("%1 条批注没有解决").arg(comments));
  if (errors > 0) open.append(tr("%1 处错误没有改").arg(errors));
  QString told =
      open.isEmpty() ? QString() : u'\n' + tr("文稿里还有 %1。").arg(open.join(tr("、")));
  if (!m_check.settled()) told += u'\n' + tr("检查还没有做完。");
  return told;
}

void ReviewFiles::signOff() {
  Marks marks = m_documents.marks();
  const QStringList levels{tr("初审"), tr("复核"), tr("终审")};
  QStringList signedBy;
  for (const SignOff& each : marks.signOffs)
    signedBy.append(
        tr("%1：%2").arg(levels.at(static_cast<int>(each.level) - 1), fromUtf8(each.author)));
  QStringList answers = levels;
  if (!signedBy.isEmpty()) answers.append(tr("撤回最后一次签批"));
  answers.append(tr("取消"));
  const QString so =
      signedBy.isEmpty() ? tr("还没有人签批。") : tr("已签：%1。").arg(signedBy.join(tr("；")));
  const qsizetype answer = m_services.dialogs->ask(
      &m_window, {tr("签批"), tr("%1\n签哪一级？").arg(so + stillOpen()), answers});
  if (answer < 0 || answer == answers.size() - 1) return;
  if (answer == levels.size()) {
    marks.signOffs.pop_back();
    m_documents.setMarks(std::move(marks));
    return Q_EMIT message(tr("最后一次签批已撤回"));
  }
  const auto name =
      m_services.dialogs->askText(&m_window, tr("签批"), tr("姓名："), m_reviewer.author());
  if (!name || name->trimmed().isEmpty()) return;
  const auto opinion = m_services.dialogs->askText(&m_window, tr("签批"), tr("意见："), tr("同意"));
  if (!opinion) return;
  marks.signOffs.push_back({static_cast<SignLevel>(answer + 1), name->trimmed().toStdString(),
                            timeNow(), toU16(opinion->trimmed())});
  m_documents.setMarks(std::move(marks));
  Q_EMIT message(tr("%1已签：%2").arg(levels.at(answer), name->trimmed()));
}

std::u16string ReviewFiles::sheet() const {
  MarkedFile file{.draft = m_reviewer.draft(), .others = m_documents.marks()};
  const std::u16string text = file.draft.finalText();
  const Outline outline = m_services.reader.read(text, Lines(text), m_check.profile());
  return reviewSheetOf(file, outline, m_services.language.messages());
}

}  // namespace moxian
