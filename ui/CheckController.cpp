#include "ui/CheckController.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/check/Scan.h"
#include "core/review/Markup.h"
#include "ui/DraftText.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

constexpr int typingPause = 150;          // ms without a change before the document is checked
constexpr std::size_t largeChange = 200;  // characters: pasted or opened, nobody is typing
constexpr int restPause = 3000;           // ms without a change before a sentence counts as written

/// Rules that a sentence breaks just by not being finished yet: about its end, and about pairs.
constexpr std::array<std::string_view, 2> endRules = {"truncated.end", "punctuation.missing-final"};
constexpr std::array<std::string_view, 2> pairRules = {"punctuation.unpaired-bracket",
                                                       "punctuation.quotes"};

}  // namespace

CheckController::CheckController(QTextDocument& document, ReportReader reader, RuleSet rules,
                                 QObject* parent)
    : QObject(parent),
      m_document(document),
      m_checker(std::move(reader), std::move(rules)),
      m_outline(std::make_shared<Outline>()) {
  m_pause.setSingleShot(true);
  connect(&m_pause, &QTimer::timeout, this, &CheckController::startDocumentCheck);
  m_rest.setSingleShot(true);
  connect(&m_rest, &QTimer::timeout, this, [this] {
    const std::size_t before = m_findings.size();
    collectFindings();
    if (m_findings.size() != before) Q_EMIT findingsChanged();
  });
  connect(&document, &QTextDocument::contentsChange, this, &CheckController::contentsChanged);
  m_draft = draftText(document);
  m_checker.setText(m_draft);
  changed(true);
}

CheckController::~CheckController() {
  m_stop.request_stop();
}

void CheckController::setComposing(bool composing) {
  m_composing = composing;
  if (!composing && m_behind) synchronise();
}

void CheckController::setProfile(const QString& name) {
  CheckOptions options = m_checker.options();
  if (options.profile == name.toStdString()) return;
  options.profile = name.toStdString();
  m_checker.setOptions(std::move(options));
  changed(true);
}

void CheckController::setRulesOff(const QStringList& ids) {
  CheckOptions options = m_checker.options();
  options.rulesOff.clear();
  for (const QString& id : ids) options.rulesOff.push_back(id.toStdString());
  if (options.rulesOff == m_checker.options().rulesOff) return;
  m_checker.setOptions(std::move(options));
  changed(true);
}

void CheckController::setPrevious(const std::u16string& text) {
  CheckOptions options = m_checker.options();
  options.previous =
      text.empty() ? nullptr : previousReport(text, m_checker.reader(), m_checker.rules());
  m_checker.setOptions(std::move(options));
  changed(true);
}

void CheckController::setDismissals(Dismissals dismissals) {
  m_dismissals = std::move(dismissals);
  collectFindings();
  Q_EMIT findingsChanged();
}

void CheckController::collectFindings() {
  m_findings = m_dismissals.left(m_checker.findings(), m_checker.text());
  m_places.intoDraft(m_findings);
  if (m_rest.isActive()) holdBackUnfinished();
}

/// Somebody who writes at the end of a paragraph is not told that its sentence has no end.
void CheckController::holdBackUnfinished() {
  const std::u16string_view text = m_draft;
  if (m_typedTo > text.size()) return;
  if (m_typedTo < text.size() && text[m_typedTo] != u'\n') return;
  const std::size_t line = text.substr(0, m_typedTo).rfind(u'\n') + 1;  // 0 without one
  const std::size_t sentence = std::max(line, sentenceStart(text, m_typedTo));
  std::erase_if(m_findings, [&](const Finding& finding) {
    const std::size_t end = finding.span.end;
    if (end > m_typedTo || end <= sentence) return false;
    if (std::ranges::contains(endRules, finding.rule)) return finding.span.begin >= line;
    return std::ranges::contains(pairRules, finding.rule) && finding.span.begin >= sentence &&
           finding.variant != "direction" && finding.variant != "close";
  });
}

void CheckController::finishSentence() {
  m_rest.stop();
  collectFindings();
  Q_EMIT findingsChanged();
}

void CheckController::dismiss(const Cause& cause, bool everywhere, const QString& reason) {
  Dismissals dismissals = m_dismissals;
  Finding checked = cause.finding;
  for (const Span place : cause.places) {
    checked.span = m_places.inFinal(place);
    dismissals.add(Dismissals::of(checked, m_checker.text(), everywhere, toU16(reason)));
  }
  setDismissals(std::move(dismissals));
  Q_EMIT dismissalsChanged();
}

void CheckController::restoreDismissed() {
  setDismissals({});
  Q_EMIT dismissalsChanged();
}

void CheckController::contentsChanged(int from, int /*removed*/, int added) {
  if (m_composing) {
    m_behind = true;
    return;
  }
  // Qt counts the paragraph end behind the text in some changes, so the lengths decide.
  const std::size_t before = m_draft.size();
  const std::size_t now = draftLength(m_document);
  const auto begin = static_cast<std::size_t>(from);
  const std::size_t end = std::min(begin + static_cast<std::size_t>(added), now);
  const std::size_t tail = now - end;
  if (begin > end || begin + tail > before) return synchronise();
  replace({begin, before - tail}, draftText(m_document, {begin, end}));
}

void CheckController::synchronise() {
  m_behind = false;
  const Replacement change = difference(m_draft, draftText(m_document));
  replace(change.span, change.with);
}

void CheckController::replace(Span span, const std::u16string& with) {
  // Colouring a paragraph anew is reported as a change too.
  if (span.of(m_draft) == with) {
    if (m_hiddenLater) follow(*std::exchange(m_hiddenLater, std::nullopt));
    return;
  }
  m_draft.replace(span.begin, span.length(), with);
  m_typedTo = span.begin + with.size();
  if (span.length() > largeChange || with.size() > largeChange)
    m_rest.stop();
  else
    m_rest.start(restPause);
  Q_EMIT edited(span, with);
  auto hidden = m_hiddenLater ? std::exchange(m_hiddenLater, std::nullopt)
                : m_hiddenNow ? m_hiddenNow()
                              : std::nullopt;
  if (hidden) return follow(std::move(*hidden));
  const bool beside = besideHidden(span);
  const Span checked = m_places.inFinal(span);
  std::vector<Span> moved = movedBy(m_places.hidden(), span, with.size());
  if (!beside) return follow(std::move(moved));
  m_places = FinalPlaces(std::move(moved));
  edit(checked, with);
}

/// True if nothing hidden is in a range or around it.
bool CheckController::besideHidden(Span span) const {
  const auto& hidden = m_places.hidden();
  const auto next = std::ranges::upper_bound(hidden, span.begin, {}, &Span::end);
  return next == hidden.end() || next->begin >= span.end;
}

void CheckController::setHidden(std::vector<Span> hidden) {
  if (m_behind) {
    m_hiddenLater = std::move(hidden);
  } else if (hidden != m_places.hidden()) {
    follow(std::move(hidden));
  }
}

/// The document has changed, or what of it is hidden: the text that is checked follows.
void CheckController::follow(std::vector<Span> hidden) {
  m_places = FinalPlaces(std::move(hidden));
  const Replacement change = difference(m_checker.text(), without(m_draft, m_places.hidden()));
  if (!change.span.empty() || !change.with.empty()) return edit(change.span, change.with);
  collectFindings();  // they stand elsewhere now
  Q_EMIT findingsChanged();
}

void CheckController::edit(Span span, std::u16string_view with) {
  const bool large = span.length() > largeChange || with.size() > largeChange;
  const bool whole = span.begin == 0 && span.end == m_checker.text().size();
  if (whole)
    m_checker.setText(std::u16string(with));
  else
    m_checker.edit(span, with);
  if (whole && large) {
    m_waiting = true;
    m_outline = std::make_shared<Outline>();
    Q_EMIT outlineChanged();
  }
  changed(large);
}

void CheckController::changed(bool large) {
  collectFindings();
  m_stop.request_stop();  // of a text that has moved on
  m_pause.start(large ? 0 : typingPause);
  Q_EMIT findingsChanged();
}

void CheckController::startDocumentCheck() {
  if (m_checking || m_composing) {
    m_pause.start(typingPause);
    return;
  }
  m_checking = true;
  m_stop = std::stop_source();
  m_worker.run(
      m_checker.documentJob(m_stop.get_token()),
      [this](DocumentCheck result) { adopt(std::move(result)); },
      [this](const QString& reason) {
        m_checking = false;
        m_waiting = false;
        Q_EMIT failed(reason);
      });
}

void CheckController::adopt(DocumentCheck result) {
  m_checking = false;
  // Of a text that has moved on: the pause after that change brings the next check.
  if (!m_checker.adopt(std::move(result))) return;
  m_outline = std::make_shared<Outline>(m_checker.outline());
  m_settledRevision = m_checker.revision();
  m_waiting = false;
  collectFindings();
  Q_EMIT findingsChanged();
  Q_EMIT outlineChanged();
}

}  // namespace moxian
