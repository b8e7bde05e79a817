// How the main window joins its parts: which action does what and who listens to whom.
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QStatusBar>
#include <QTextBlock>
#include <QTreeView>
#include <algorithm>

#include "core/check/BatchReport.h"
#include "core/exchange/StoredDismissals.h"
#include "ui/Busy.h"
#include "ui/Cards.h"
#include "ui/CheckController.h"
#include "ui/CheckPanels.h"
#include "ui/Colours.h"
#include "ui/CompletionController.h"
#include "ui/CorpusWindow.h"
#include "ui/DraftEditor.h"
#include "ui/DraftHighlighter.h"
#include "ui/DraftText.h"
#include "ui/FileController.h"
#include "ui/FindBar.h"
#include "ui/FindingsDock.h"
#include "ui/Fonts.h"
#include "ui/HelpDialogs.h"
#include "ui/ImportController.h"
#include "ui/MainWindow.h"
#include "ui/Menus.h"
#include "ui/NoticeBar.h"
#include "ui/OutlineDock.h"
#include "ui/ReviewController.h"
#include "ui/ReviewFiles.h"
#include "ui/RewriteController.h"
#include "ui/RollOverController.h"
#include "ui/SkeletonController.h"
#include "ui/Slots.h"
#include "ui/StatusPanel.h"
#include "ui/StoreDefaults.h"
#include "ui/Strings.h"
#include "ui/SuggestController.h"
#include "ui/VersionsDialog.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int messageTime = 6000;  // ms in the status bar
constexpr int smallest = 6;        // points
constexpr int largest = 72;

}  // namespace

void MainWindow::connectFiles() {
  on(Act::New, [this] { m_files->newDraft(); });
  on(Act::NewFromSkeleton, [this] { m_skeleton->start(); });
  on(Act::NewFromLastYear, [this] { m_rollOver->start(); });
  on(Act::NewWindow, [this] { show(m_services); });
  on(Act::Open, [this] { m_files->chooseAndOpen(); });
  on(Act::Reload, [this] { m_files->reload(m_files->file().encoding()); });
  on(Act::Save, [this] { m_files->save(); });
  on(Act::SaveAs, [this] { m_files->saveAs(); });
  on(Act::SaveCopy, [this] { m_files->saveCopy(); });
  on(Act::Versions, [this] { showVersions(); });
  on(Act::Close, [this] { close(); });
  on(Act::Quit, [] {
    if (!stopAllBusy(&QApplication::closeAllWindows)) QApplication::closeAllWindows();
  });
  connect(m_recent, &RecentFiles::chosen, this, &MainWindow::openFile);
  connect(m_editor, &DraftEditor::filesDropped, this, &MainWindow::openDropped);
  connect(m_files, &FileController::draftReplaced, this, [this] {
    m_outline->setProfile(m_files->profile());
    m_check->setProfile(m_files->profile());
    if (const std::string name = m_files->profile().toStdString();
        !m_services.reader.profiles().knows(name)) {
      const std::string file = m_files->displayName().toStdString();
      m_notices->post({fromUtf8(unknownProfileText(file, name, m_services.language.messages())),
                       Severity::Warning,
                       {}});
    }
    m_check->setDismissals(dismissalsOf(m_files->marks().dismissals));
  });
  connect(m_files, &FileController::fileChanged, this, [this] {
    m_status->setFile(m_files->file());
    updateTitle();
  });
  connect(m_files, &FileController::message, this,
          [this](const QString& text) { statusBar()->showMessage(text, messageTime); });
  connect(m_editor->document(), &QTextDocument::modificationChanged, this,
          &MainWindow::updateTitle);
  connect(m_status, &StatusPanel::reopenRequested, m_files,
          [this](Encoding encoding) { m_files->reload(encoding); });
  connect(m_status, &StatusPanel::encodingChosen, m_files, &FileController::setEncoding);
  connect(m_status, &StatusPanel::lineEndingChosen, m_files, &FileController::setLineEnding);
  connect(m_status, &StatusPanel::goToLineRequested, this, &MainWindow::goToLine);
}

/// What goes into the document beside the text, and into its journal.
void MainWindow::connectDocument() {
  connect(m_check, &CheckController::edited, m_files, &FileController::record);
  connect(m_outline, &OutlineDock::profileChosen, m_files, &FileController::setProfile);
  connect(m_check, &CheckController::failed, this, [this](const QString& reason) {
    m_notices->post({tr("检查中断了（%1），编辑和保存照常。").arg(reason), Severity::Warning, {}});
  });
  connect(m_check, &CheckController::outlineChanged, m_files, [this] {
    const auto& reports = m_check->outline()->reports;
    if (!reports.empty()) m_files->setSubject(reports.front().unit, reports.front().year);
  });
}

void MainWindow::showVersions() {
  auto* dialog = new VersionsDialog(*m_files, m_services, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setPresent([this] { return draftText(*m_editor->document()); });
  connect(dialog, &VersionsDialog::restoreRequested, this, [this](const std::u16string& text) {
    const Replacement change = difference(draftText(*m_editor->document()), text);
    m_editor->apply({{change.span, change.with}});
    statusBar()->showMessage(tr("已恢复这个版本的文字；撤销可以退回"), messageTime);
  });
  dialog->open();
}

void MainWindow::connectEditing() {
  on(Act::Undo, [this] { m_editor->undo(); });
  on(Act::Redo, [this] { m_editor->redo(); });
  on(Act::Cut, [this] { m_editor->cut(); });
  on(Act::Copy, [this] { m_editor->copy(); });
  on(Act::Paste, [this] { m_editor->paste(); });
  on(Act::SelectAll, [this] { m_editor->selectAll(); });
  on(Act::Find, [this] { m_find->open(false); });
  on(Act::Replace, [this] { m_find->open(true); });
  on(Act::FindNext, [this] { m_find->findNext(true); });
  on(Act::FindPrevious, [this] { m_find->findNext(false); });
  on(Act::GoToLine, [this] { goToLine(); });
  connectRewriting();
  on(Act::ToSimplified, [this] { convertScript(ScriptChange::Simplified); });
  on(Act::ToTraditional, [this] { convertScript(ScriptChange::Traditional); });
  on(Act::ToTaiwan, [this] { convertScript(ScriptChange::Taiwan); });
  const auto follow = [this](Act act, auto signal) {
    QAction* action = (*m_actions)[act];
    action->setEnabled(false);
    connect(m_editor, signal, action, &QAction::setEnabled);
  };
  follow(Act::Undo, &QPlainTextEdit::undoAvailable);
  follow(Act::Redo, &QPlainTextEdit::redoAvailable);
  follow(Act::Cut, &QPlainTextEdit::copyAvailable);
  follow(Act::Copy, &QPlainTextEdit::copyAvailable);
}

void MainWindow::connectRewriting() {
  using Form = RewriteController::Form;
  on(Act::Reword, [this] {
    m_rewrite->selectSentence();
    focusSuggestions();
  });
  for (const auto& [act, form] : {std::pair{Act::LinesToRun, Form::LinesToRun},
                                  {Act::RunToLines, Form::RunToLines},
                                  {Act::TableToSentence, Form::TableToSentence},
                                  {Act::SentenceToTable, Form::SentenceToTable}})
    on(act, [this, form] { m_rewrite->rewrite(form); });
  connect(m_rewrite, &RewriteController::message, this,
          [this](const QString& text) { statusBar()->showMessage(text, messageTime); });
  connect(m_rewrite, &RewriteController::failed, this, [this](const Error& error) {
    statusBar()->showMessage(m_services.language.sentence(error), messageTime);
  });
}

void MainWindow::connectView() {
  on(Act::ZoomIn, [this] { zoom(1); });
  on(Act::ZoomOut, [this] { zoom(-1); });
  on(Act::ZoomReset, [this] { setFontSize(settings::fontSize.fallback); });
  on(Act::Font, [this] { chooseFont(); });
  on(Act::NextPane, [this] { nextPane(); });
  connect((*m_actions)[Act::PageColumn], &QAction::toggled, this, [this](bool on) {
    m_services.settings.set(settings::pageColumn, on);
    setPageColumn(on);
  });
  connect((*m_actions)[Act::FullScreen], &QAction::toggled, this,
          [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
  for (const DraftEditor* page : {m_editor, &m_review->reading()})
    connect(page, &DraftEditor::zoomRequested, this, &MainWindow::zoom);
  connect(m_menus, &Menus::languageChosen, this, &MainWindow::switchLanguage);
  connect(m_menus, &Menus::appearanceChosen, this, [this](const QString& name) {
    m_services.settings.set(settings::appearance, name);
    applyAppearance(name);
  });
}

void MainWindow::connectChecking() {
  connect(m_editor, &DraftEditor::composingChanged, m_check, &CheckController::setComposing);
  connect(m_check, &CheckController::findingsChanged, this, [this] {
    std::vector<Mark> marks;
    for (const Finding& finding : m_check->findings())
      marks.push_back({finding.span, finding.severity});
    m_editor->setMarks(std::move(marks));
    if (!m_findingsLater.isActive()) m_findingsLater.start();
  });
  connect(&m_findingsLater, &QTimer::timeout, this, &MainWindow::showFindings);
  const auto markHeading = [this] {
    const auto cursor = static_cast<std::size_t>(m_editor->textCursor().position());
    const std::size_t place = m_check->places().inFinal(cursor);
    const auto before = std::u16string_view(m_check->text()).substr(0, place);
    m_outline->setCursor(static_cast<int>(place),
                         static_cast<int>(std::ranges::count(before, u'\n')));
  };
  connect(m_check, &CheckController::outlineChanged, this, [this, markHeading] {
    m_outline->setOutline(m_check->outline(), m_check->text(), m_check->waiting());
    markHeading();  // the headings may have moved under the cursor
    m_editor->highlighter().setOutline(*m_check->outline(), [this](std::size_t place) {
      return m_check->places().inDraft(place);
    });
  });
  connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, [this, markHeading] {
    m_cursorMoved = true;
    if (!m_findingsLater.isActive()) m_findingsLater.start();
    markHeading();
  });
  connect(m_outline, &OutlineDock::jump, this, [this](int offset) {
    const std::size_t place = m_check->places().inDraft(static_cast<std::size_t>(offset));
    m_editor->select({place, place});
    m_editor->setFocus();
  });
  connect(m_outline, &OutlineDock::missingChosen, m_suggest, &SuggestController::suggestFor);
  connect(m_outline, &OutlineDock::profileChosen, m_check, &CheckController::setProfile);
  connect(m_findings, &FindingsDock::jump, this, &MainWindow::jumpTo);
  connect(m_findings, &FindingsDock::fixRequested, this, &MainWindow::applyFix);
  connect(m_findings, &FindingsDock::dismissRequested, this, &MainWindow::dismiss);
  connect(m_findings, &FindingsDock::ownReasonRequested, this, &MainWindow::dismissForOwnReason);
  connect(m_findings, &FindingsDock::restoreRequested, m_check, &CheckController::restoreDismissed);
  connect(m_check, &CheckController::dismissalsChanged, this, [this] {
    Marks marks = m_files->marks();
    marks.dismissals = storedDismissals(m_check->dismissals(), marks.dismissals,
                                        m_review->reviewer().author().toStdString());
    m_files->setMarks(std::move(marks));
  });
  connect(m_findings, &FindingsDock::explainRequested, this, &MainWindow::explain);
  on(Act::ComparePrevious, [this] { m_panels->compareWithPrevious(); });
  on(Act::CheckFolder, [this] { m_panels->checkFolder(); });
  m_check->setRulesOff(m_services.settings.get(settings::rulesOff));
  on(Act::Rules, [this] { showRules(); });
  connect(m_panels, &CheckPanels::openRequested, this,
          [this](const QString& path) { show(m_services, path); });
  m_editor->setTips([this](std::size_t offset) { return tipAt(offset); });
  m_editor->setMenuHead([this](QMenu& menu, std::size_t offset) { addFixes(menu, offset); });
  on(Act::ShowFigures, [this] { m_panels->showFigures(); });
  on(Act::ShowProblems, [this] { m_panels->showProblems(); });
  on(Act::CheckNow, [this] {
    m_findings->show();
    m_findings->raise();
    m_findings->list().setFocus();
  });
  on(Act::NextFinding, [this] { walkFindings(true); });
  on(Act::PreviousFinding, [this] { walkFindings(false); });
  on(Act::ApplyFix, [this] { applyFixAtCursor(); });
  on(Act::DismissFinding, [this] { dismissAtCursor(); });
}

/// The whole draft becomes another script in one undo step.
void MainWindow::convertScript(ScriptChange change) {
  Reviewer& reviewer = m_review->reviewer();
  const auto struck = reviewer.tracking() ? hiddenIn(reviewer.markup(), true) : std::vector<Span>();
  const auto edits = scriptEdits(draftText(*m_editor->document()), struck, change);
  if (!edits) {
    m_services.dialogs->tell(this, tr("没有转换"), m_services.language.sentence(edits.error()));
  } else if (edits->edits.empty()) {
    statusBar()->showMessage(tr("没有要转换的字"), messageTime);
  } else {
    reviewer.expect(edits->edits);
    m_editor->applyAround(edits->edits);
    reviewer.expect({});
    statusBar()->showMessage(tr("转换了 %1 行，可以撤销").arg(edits->lines), messageTime);
  }
}

void MainWindow::showCorpus() {
  if (m_corpus == nullptr) {
    m_corpus = new CorpusWindow(m_services, this);
    connect(m_corpus, &CorpusWindow::insertRequested, this, &MainWindow::insertSuggestion);
  }
  m_corpus->show();
  m_corpus->raise();
  m_corpus->activateWindow();
}

void MainWindow::insertSuggestion(const Suggestion& suggestion) {
  const FinalPlaces& places = m_check->places();
  const std::u16string_view text = m_check->text();
  const std::size_t at = places.inFinal(m_editor->selected()).begin;
  const auto below = m_check->settled() ? belowTitle(text, *m_check->outline(), at) : std::nullopt;
  const std::size_t line = at == 0 ? 0 : text.rfind(u'\n', at - 1) + 1;
  // A first line that the sentence goes on with is no title, though it may look like one.
  const Insertion join = joined(text.substr(line, at - line), suggestion);
  if (!below || join.dropped > 0 || join.text.size() < suggestion.text.size()) {
    m_editor->insertSuggestion(suggestion);
  } else {
    m_editor->insertBelow(places.inDraft(*below), suggestion);
  }
}

void MainWindow::connectSuggesting() {
  on(Act::CorpusWindow, [this] { showCorpus(); });
  connect(m_suggestions, &SuggestionsDock::insertRequested, this,
          [this](const Suggestion& suggestion) {
            m_editor->setFocus();
            insertSuggestion(suggestion);
            m_services.corpus->noteTaken(suggestion);
          });
  on(Act::Complete, [this] { m_complete->showList(); });
  connect(m_complete, &CompletionController::nothingFound, this,
          [this] { statusBar()->showMessage(tr("这里没有可以续写的内容"), messageTime); });
  connect(m_menus, &Menus::ghostChosen, this, [this](const QString& code) {
    m_services.settings.set(settings::ghost, code);
    m_complete->setReadiness(code);
  });
  on(Act::Suggest, [this] { focusSuggestions(); });
  on(Act::ShowSlots, [this] { m_rollOver->showSlots(); });
  on(Act::NextSlot, [this] { m_editor->goToSlot(true); });
  on(Act::PreviousSlot, [this] { m_editor->goToSlot(false); });
  on(Act::ImportFiles, [this] { m_import->importFiles(); });
  on(Act::ImportFolder, [this] { m_import->importFolder(); });
  connect(m_services.corpus.get(), &CorpusService::ready, this, [this] {
    statusBar()->showMessage(tr("语料库已就绪，共 %1 句").arg(m_services.corpus->sentences()),
                             messageTime);
  });
  connect(m_services.corpus.get(), &CorpusService::failed, this, &MainWindow::corpusFailed);
  connect(m_services.corpus.get(), &CorpusService::notKept, this, [this](const Error& error) {
    m_notices->post({tr("用过的句子没有记下来：%1").arg(m_services.language.sentence(error)),
                     Severity::Warning,
                     {}});
  });
  if (m_services.corpus->state() == CorpusService::State::Building)
    statusBar()->showMessage(tr("正在准备语料库…"));
  if (const auto& error = m_services.corpus->error()) corpusFailed(*error);
}

void MainWindow::connectExport() {
  on(Act::ExportDocx, [this] { m_export->exportAs(draft(), Format::Docx); });
  on(Act::ExportPdf, [this] { m_export->exportAs(draft(), Format::Pdf); });
  on(Act::ExportHtml, [this] { m_export->exportAs(draft(), Format::Html); });
  on(Act::ExportText, [this] { m_export->exportAs(draft(), Format::Txt); });
  on(Act::Preview, [this] { m_export->preview(draft()); });
  on(Act::Print, [this] { m_export->print(draft()); });
  connect(m_check, &CheckController::edited, m_export, &ExportController::draftEdited);
}

void MainWindow::connectReview() {
  const auto say = [this](const QString& text) { statusBar()->showMessage(text, messageTime); };
  connect(m_review, &ReviewController::message, this, say);
  connect(&m_review->files(), &ReviewFiles::message, this, say);
  connect(m_review, &ReviewController::notice, this,
          [this](const Notice& notice) { m_notices->post(notice); });
  connect(m_review, &ReviewController::passed, m_notices, &NoticeBar::withdraw);
  connect(&m_review->files(), &ReviewFiles::made, this,
          [this](const MarkedDraft& draft, const std::vector<Dismissal>& dismissals,
                 const QString& name, const QString& notice,
                 bool decided) { show(m_services, draft, dismissals, name, notice, decided); });
  connect(&m_review->files(), &ReviewFiles::sheetRequested, this,
          [this](const std::u16string& sheet) {
            ExportController::Draft alone;
            alone.text = sheet;
            alone.titled = true;
            alone.profile = "none";
            const QFileInfo source(draft().path);
            alone.path =
                source.dir().filePath(tr("%1审阅单").arg(source.completeBaseName()) + u".docx"_s);
            m_export->exportSheet(alone);
          });
  connect(m_review, &ReviewController::basisChanged, this, [this](const QString& basis) {
    m_status->setBasis(basis);
    m_findings->setBasis(basis);
  });
  connect(m_review, &ReviewController::readingChanged, m_status, &StatusPanel::setReading);
  connect(m_findings, &FindingsDock::commentRequested, m_review,
          [this](const Finding& finding) { m_review->commentFindings({finding}); });
}

void MainWindow::connectHelp() {
  on(Act::Shortcuts, [this] { showShortcuts(this, *m_actions); });
  on(Act::About, [this] { showAbout(this); });
  on(Act::AboutQt, [this] { QMessageBox::aboutQt(this); });
}

void MainWindow::goToLine() {
  const int lines = m_editor->document()->blockCount();
  const int now = m_editor->textCursor().blockNumber() + 1;
  const auto line = m_services.dialogs->askNumber(this, tr("转到行"),
                                                  tr("行号（1 至 %1）：").arg(lines), now, lines);
  if (!line) return;
  const auto place =
      static_cast<std::size_t>(m_editor->document()->findBlockByNumber(*line - 1).position());
  m_editor->select({place, place});
  m_editor->setFocus();
}

void MainWindow::zoom(int points) {
  setFontSize(m_services.settings.get(settings::fontSize) + points);
}

void MainWindow::setFontSize(int points) {
  const int size = std::clamp(points, smallest, largest);
  m_services.settings.set(settings::fontSize, size);
  const QFont font = draftFont(m_services.settings.get(settings::fontFamily), size);
  for (DraftEditor* page : {m_editor, &m_review->reading()}) page->setDraftFont(font);
}

void MainWindow::setPageColumn(bool on) {
  for (DraftEditor* page : {m_editor, &m_review->reading()}) page->setPageColumn(on);
}

void MainWindow::chooseFont() {
  const auto font = m_services.dialogs->askFont(this, tr("正文字体"), m_editor->font());
  if (!font) return;
  m_services.settings.set(settings::fontFamily, font->family());
  setFontSize(font->pointSize());
}

void MainWindow::nextPane() {
  const QList<QWidget*> panes{m_editor, m_outline->findChild<QTreeView*>(), &m_findings->list(),
                              &m_suggestions->list()};
  const qsizetype now = panes.indexOf(QApplication::focusWidget());
  for (qsizetype i = 1; i <= panes.size(); ++i) {
    QWidget* pane = panes[(now + i) % panes.size()];
    if (!pane->isVisible()) continue;
    pane->setFocus(Qt::TabFocusReason);
    return;
  }
}

void MainWindow::focusSuggestions() {
  m_suggestions->show();
  m_suggestions->raise();
  CardList& list = m_suggestions->list();
  if (!list.currentIndex().isValid()) list.setCurrentIndex(list.model()->index(0, 0));
  list.setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::switchLanguage(const QString& code) {
  if (auto used = m_services.language.use(code); !used) {
    m_services.dialogs->tell(this, tr("语言没有切换"), m_services.language.sentence(used.error()));
    return;
  }
  m_services.settings.set(settings::language, code);
}

void MainWindow::corpusFailed(const Error& error) {
  statusBar()->clearMessage();
  // Notices about the draft matter more.
  m_notices->post({tr("写作建议暂时用不了：%1").arg(m_services.language.sentence(error)),
                   Severity::Warning,
                   {{tr("重试"), [this] { m_services.corpus->start(); }}},
                   u"corpus"_s},
                  NoticeBar::Where::Under);
}

qsizetype MainWindow::unfilled() const {
  std::vector<Span> fields = openSlots(m_check->text());
  for (Span& field : fields) field = m_check->places().inDraft(field);
  const auto others = std::ranges::count_if(m_check->findings(), [&](const Finding& finding) {
    return finding.category == Category::Placeholder &&
           std::ranges::none_of(fields, [&](Span field) { return field.overlaps(finding.span); });
  });
  return std::ssize(fields) + others;
}

ExportController::Draft MainWindow::draft() const {
  const QString path =
      m_files->file().named() ? fromPath(m_files->file().path()) : m_files->suggestedPath();
  ExportController::Draft out{draftText(*m_editor->document()), m_check->profile(), path,
                              unfilled()};
  const Reviewer& reviewer = m_review->reviewer();
  if (!reviewer.markup().empty()) {
    out.marked = std::make_shared<const MarkedDraft>(reviewer.draft());
    out.text = reviewer.againstOriginal() ? reviewer.originalText() : reviewer.finalText();
    out.original = reviewer.againstOriginal();
  }
  out.tracking = reviewer.tracking();
  if (m_services.settings.get(settings::reviewSheet)) out.sheet = m_review->files().sheet();
  return out;
}

}  // namespace moxian
