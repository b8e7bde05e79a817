#include "ui/SuggestController.h"

#include "core/text/Characters.h"
#include "core/text/Script.h"
#include "ui/DraftEditor.h"
#include "ui/ScriptChange.h"

namespace moxian {
namespace {

constexpr int rest = 120;            // ms the cursor must stand still
constexpr std::size_t offered = 30;  // sentences

constexpr std::size_t least = 6;     // characters of a selection that can be worded otherwise

/// The corpus is kept in simplified characters; a traditional draft asks in them and is answered in
/// its own script and wording.
template <class Ask>
std::vector<Suggestion> inScript(SuggestContext context, const Ask& ask) {
  const auto& converter = sharedConverter();
  if (!converter || detectScript(context.draft) == Script::Simplified) return ask(context);
  const Wording wording = converter->wording(context.draft);
  for (auto* part : {&context.draft, &context.typed, &context.topic}) {
    *part = converter->toSimplified(*part, wording);
  }
  auto suggestions = ask(context);
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

const Corpus* SuggestController::Lookup::opened() {
  if (!corpus) {
    auto found = CorpusService::open(Corpus::Mode::ReadOnly);
    if (found) corpus.emplace(std::move(*found));
  }
  return corpus ? &*corpus : nullptr;
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
  const Span chosen = m_check.places().inFinal(m_editor.selected());
  SuggestContext context = contextAt(m_check.text(), *m_check.outline(), chosen.begin);
  const std::u16string_view selected = trimmed(chosen.of(m_check.text()));
  const bool field = selected.starts_with(u'〔') && selected.ends_with(u'〕');
  const bool rewording = selected.size() >= least && !selected.contains(u'\n') && !field;
  if (rewording) context.typed = selected;
  m_dock.setPlace(context.role, rewording);
  if (const auto role = m_dock.chosenRole()) context.role = *role;
  context.taken = m_corpus.taken();
  m_asking = true;
  m_worker.run(
      [suggester, context = std::move(context), rewording, lookup = m_lookup] {
        return inScript(context, [&](const SuggestContext& asked) {
          return rewording ? suggester->reworded(asked.typed, asked.role, offered)
                           : suggester->suggest(asked, offered, lookup->opened());
        });
      },
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
