// What the main window does with findings: show, walk, explain, mend.
#include <QMenu>
#include <QStatusBar>
#include <algorithm>
#include <iterator>
#include <utility>

#include "ui/CheckController.h"
#include "ui/DraftEditor.h"
#include "ui/FindingsDock.h"
#include "ui/Labels.h"
#include "ui/MainWindow.h"
#include "ui/ReviewController.h"
#include "ui/RulesDialog.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int messageTime = 6000;  // ms in the status bar

}  // namespace

void MainWindow::showFindings() {
  m_findingsLater.stop();
  m_findings->setDismissed(m_check->dismissals().all().size());
  m_findings->setFindings(m_check->findings(), *m_editor->document(), m_check->waiting());
  if (std::exchange(m_cursorMoved, false) || m_findings->current() == nullptr) followCursor();
}

/// The current finding is one at the cursor; none where there is none.
void MainWindow::followCursor() {
  const std::size_t cursor = m_editor->selected().begin;
  const std::vector<Finding> here = findingsAt(cursor);
  const Finding* current = m_findings->current();
  if (current != nullptr && current->span.begin <= cursor && cursor <= current->span.end) {
    m_findings->makeCurrent(Finding(*current));
    return;
  }
  const auto hasFix = [](const Finding& finding) { return !finding.fixes.empty(); };
  const auto fixable = std::ranges::find_if(here, hasFix);
  if (fixable != here.end() && m_findings->makeCurrent(*fixable)) return;
  for (const Finding& finding : here)
    if (m_findings->makeCurrent(finding)) return;
  m_findings->clearCurrent();
}

void MainWindow::jumpTo(const Finding& finding) {
  showFindings();
  m_findings->makeCurrent(finding);
  m_editor->select(finding.span);
  statusBar()->showMessage(fromUtf8(message(finding, m_services.language.messages())), messageTime);
}

void MainWindow::explain(const Finding& finding) {
  const Messages& messages = m_services.language.messages();
  const std::string key = "rules." + finding.rule;
  const QString text =
      tr("%1\n\n%2\n\n错：%3\n对：%4\n\n依据：%5（%6）")
          .arg(fromUtf8(message(finding, messages)), fromUtf8(messages.text(key + ".why")),
               fromUtf8(messages.text(key + ".wrong")), fromUtf8(messages.text(key + ".right")),
               fromUtf8(messages.text(key + ".source")), fromUtf8(finding.rule));
  m_services.dialogs->tell(this, fromUtf8(messages.text(key + ".name")), text);
}

void MainWindow::showRules() {
  RulesDialog dialog(m_services, this);
  connect(&dialog, &RulesDialog::changed, this, [this] {
    const QStringList off = m_services.settings.get(settings::rulesOff);
    for (MainWindow* window : all()) window->m_check->setRulesOff(off);
  });
  dialog.exec();
}

void MainWindow::walkFindings(bool forward) {
  showFindings();
  const Finding* finding = m_findings->walk(m_editor->selected(), forward);
  if (finding == nullptr) {
    const QString nothing =
        m_editor->document()->isEmpty() ? tr("还没有可检查的内容") : tr("没有发现问题");
    statusBar()->showMessage(m_check->waiting() ? tr("正在检查…") : nothing, messageTime);
    return;
  }
  jumpTo(Finding(*finding));
}

std::vector<Finding> MainWindow::findingsAt(std::size_t offset) const {
  std::vector<Finding> found;
  for (const Finding& finding : m_check->findings())
    if (finding.span.begin <= offset && offset <= finding.span.end) found.push_back(finding);
  // The narrowest range is the one meant.
  std::ranges::stable_sort(found, {}, [](const Finding& finding) { return finding.span.length(); });
  return found;
}

/// Of the current finding, whether the cursor or the list chose it.
void MainWindow::applyFixAtCursor() {
  showFindings();
  if (const Finding* current = m_findings->current()) {
    if (!current->fixes.empty()) return applyFix(Finding(*current), 0);
    statusBar()->showMessage(tr("当前的问题不能自动修改"), messageTime);
    return;
  }
  // The filter may hide it.
  for (const Finding& finding : findingsAt(m_editor->selected().begin))
    if (!finding.fixes.empty()) return applyFix(finding, 0);
  statusBar()->showMessage(tr("光标处没有可以自动修改的问题"), messageTime);
}

void MainWindow::dismissAtCursor() {
  showFindings();
  if (m_findings->current() != nullptr) return m_findings->offerDismissing();
  statusBar()->showMessage(tr("光标处没有问题"), messageTime);
}

void MainWindow::dismiss(const Cause& cause, bool everywhere, const QString& reason) {
  const std::size_t place = cause.finding.span.begin;
  m_check->dismiss(cause, everywhere, reason);
  goOnFrom(place);
}

/// The next finding is the current one when one is done with, though the cursor is still there.
void MainWindow::goOnFrom(std::size_t place) {
  statusBar()->clearMessage();  // it may still name what is done with
  m_cursorMoved = false;
  m_findings->makeNextCurrent(place);
  showFindings();
}

void MainWindow::dismissForOwnReason(const Cause& cause, bool everywhere) {
  const auto reason =
      m_services.dialogs->askText(this, tr("不再提示"), tr("为什么不用改？原因会写进审阅单。"), {});
  if (!reason) return;
  if (reason->trimmed().isEmpty()) {
    statusBar()->showMessage(tr("没有写原因，仍然提示"), messageTime);
    return;
  }
  dismiss(cause, everywhere, reason->trimmed());
}

void MainWindow::applyFix(const Finding& finding, std::size_t fix) {
  // The list may be some keys behind; only what still stands in the text so is changed.
  const Cause same = causeOf(finding);
  const Fix& wanted = finding.fixes.at(fix);
  const auto now = std::ranges::find_if(same.finding.fixes, [&](const Fix& other) {
    return other.title == wanted.title && other.arguments == wanted.arguments;
  });
  if (now == same.finding.fixes.end()) return showFindings();
  const std::vector<Edit> edits = now->edits;
  m_editor->apply(edits, DraftEditor::Caret::BehindFirst);  // the walk goes on from there
  goOnFrom(edits.front().span.begin);
}

/// The finding as it stands in the draft now with all its fixes, those for its whole cause first;
/// nothing to mend if it is gone.
Cause MainWindow::causeOf(const Finding& finding) const {
  const std::vector<Finding>& all = m_check->findings();
  const auto same = std::ranges::find_if(all, [&](const Finding& other) {
    return other.rule == finding.rule && other.span == finding.span &&
           other.arguments == finding.arguments;
  });
  if (same == all.end()) return {};
  if (same->cause.empty()) return {*same, {same->span}};
  std::vector<Finding> alike;
  std::ranges::copy_if(all, std::back_inserter(alike), [&](const Finding& other) {
    return other.rule == same->rule && other.cause == same->cause;
  });
  Cause out = causesOf(alike).front();
  // its own fix, which may be that of another place than the first
  out.finding.fixes.resize(out.finding.fixes.size() - alike.front().fixes.size());
  out.finding.fixes.insert(out.finding.fixes.end(), same->fixes.begin(), same->fixes.end());
  return out;
}

QString MainWindow::tipAt(std::size_t offset) const {
  QStringList lines;
  for (const Finding& finding : findingsAt(offset)) {
    QString line = tr("%1：%2").arg(label(finding.severity),
                                    fromUtf8(message(finding, m_services.language.messages())));
    if (!finding.fixes.empty())
      line += tr("（%1：%2）")
                  .arg((*m_actions)[Act::ApplyFix]->shortcut().toString(),
                       fromUtf8(title(finding.fixes.front(), m_services.language.messages())));
    lines.append(line);
  }
  if (const QString marked = m_review->reviewer().tipAt(offset); !marked.isEmpty())
    lines.append(marked);
  return lines.join(u'\n');
}

void MainWindow::addFixes(QMenu& menu, std::size_t offset) {
  QAction* first = menu.actions().value(0);
  bool any = false;
  for (const Finding& each : findingsAt(offset)) {
    Finding finding = each;
    finding.fixes = causeOf(each).finding.fixes;
    for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
      auto* action =
          new QAction(fromUtf8(title(finding.fixes[i], m_services.language.messages())), &menu);
      connect(action, &QAction::triggered, this, [this, finding, i] { applyFix(finding, i); });
      menu.insertAction(first, action);
      any = true;
    }
  }
  if (any) menu.insertSeparator(first);
}

}  // namespace moxian
