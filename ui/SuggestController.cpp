#include "ui/SuggestController.h"

#include "core/text/Script.h"
#include "ui/DraftEditor.h"
#include "ui/ScriptChange.h"

namespace moxian {
namespace {

constexpr int rest = 120;            // ms the cursor must stand still
constexpr std::size_t offered = 30;  // sentences

/// The corpus is kept in simplified characters; a traditional draft asks in them and is answered in
/// its own script and wording.
std::vector<Suggestion> inScript(const Suggester& suggester, SuggestContext context) {
  const auto& converter = sharedConverter();
  if (!converter || detectScript(context.draft) == Script::Simplified) {
    return suggester.suggest(context, offered);
  }
  const Wording wording = converter->wording(context.draft);
  for (auto* part : {&context.draft, &context.typed, &context.topic}) {
    *part = converter->toSimplified(*part, wording);
  }
  auto suggestions = suggester.suggest(context, offered);
  for (Suggestion& each : suggestions) {
    each.text = converter->toTraditional(each.text, wording);
    each.slots = writtenSlots(each.text);
  }
  return suggestions;
}

}  // namespace

SuggestController::SuggestController(DraftEditor& editor, CheckController& check,
                                     CorpusService& corpus, SuggestionsDock& dock, QObject* parent)
    : QObject(parent), m_editor(editor), m_check(check), m_corpus(corpus), m_dock(dock) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(rest);
  connect(&m_rest, &QTimer::timeout, this, &SuggestController::ask);
  connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &SuggestController::request);
  connect(&check, &CheckController::outlineChanged, this, &SuggestController::request);
  connect(&dock, &SuggestionsDock::roleChosen, this, &SuggestController::ask);
  connect(&corpus, &CorpusService::ready, this, &SuggestController::ask);
  connect(&corpus, &CorpusService::failed, this, &SuggestController::showState);
  showState();
  request();
}

void SuggestController::suggestFor(Role role) {
  m_dock.show();
  m_dock.raise();
  m_dock.chooseRole(role);
}

void SuggestController::request() {
  m_rest.start();
}

void SuggestController::showState() {
  switch (m_corpus.state()) {
    case CorpusService::State::Building:
      return m_dock.setState(tr("正在准备语料库…"));
    case CorpusService::State::Failed:
      return m_dock.setState(tr("语料库打不开，暂时没有建议"));
    case CorpusService::State::Ready:
      return m_dock.setState({});
  }
}

void SuggestController::ask() {
  showState();
  const auto suggester = m_corpus.suggester();
  if (suggester == nullptr || m_editor.composing()) return;
  // The outline of an older text would give the role of another place; the next one is on its way.
  if (!m_check.settled()) return;
  if (m_asking) return request();
  SuggestContext context = contextAt(
      m_check.text(), *m_check.outline(), m_check.places().inFinal(m_editor.selected().begin));
  m_dock.setRoleAtCursor(context.role);
  if (const auto role = m_dock.chosenRole()) context.role = *role;
  m_asking = true;
  m_worker.run([suggester, context = std::move(context)] { return inScript(*suggester, context); },
      [this](std::vector<Suggestion> suggestions) {
        m_asking = false;
        m_dock.setSuggestions(std::move(suggestions));
      },
      [this](const QString& reason) {
        m_asking = false;  // the next place asks again
        Worker::report(reason);
      });
}

}  // namespace moxian
