#include "ui/RewriteController.h"

#include <algorithm>

#include "core/suggest/Rewriting.h"
#include "core/text/Characters.h"
#include "core/text/Lines.h"
#include "ui/CheckController.h"
#include "ui/DraftEditor.h"

namespace moxian {

namespace {

constexpr std::u16string_view ends = u"。！？!?\n";

/// The sentence around a place: from behind the last 。 to the next one, on one line.
Span sentenceAt(std::u16string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? text.npos : text.find_last_of(ends, at - 1);
  const std::size_t after = text.find_first_of(ends, at);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  std::size_t end = after == text.npos ? text.size() : after;
  if (end < text.size() && text[end] != u'\n') ++end;
  return trimmedSpan(Span{begin, std::max(begin, end)}.of(text)).shifted(begin);
}

bool isTableLine(std::u16string_view line) {
  return line.find_first_of(u"|｜\t") != line.npos;
}

/// The lines around a place that look like those of one table.
Span tableAt(std::u16string_view text, const Lines& lines, std::size_t at) {
  std::size_t first = lines.lineAt(at);
  std::size_t last = first;
  const auto isTable = [&](std::size_t line) { return isTableLine(lines.span(line).of(text)); };
  while (first > 0 && isTable(first - 1)) --first;
  while (last + 1 < lines.count() && isTable(last + 1)) ++last;
  return {lines.span(first).begin, lines.span(last).end};
}

}  // namespace

RewriteController::RewriteController(DraftEditor& editor, const CheckController& check,
                                     QObject* parent)
    : QObject(parent), m_editor(editor), m_check(check) {}

Span RewriteController::stretch(Form form) const {
  const std::u16string& text = m_check.text();
  const Lines lines(text);
  const Span chosen = m_check.places().inFinal(m_editor.selected());
  if (chosen.empty()) {
    switch (form) {
      case Form::TableToSentence:
        return tableAt(text, lines, chosen.begin);
      case Form::SentenceToTable:
        return sentenceAt(text, chosen.begin);
      case Form::LinesToRun:
      case Form::RunToLines:
        return lines.span(lines.lineAt(chosen.begin));
    }
  }
  if (form == Form::RunToLines || form == Form::SentenceToTable) return chosen;
  // A selection that ends behind a line end means the lines before it.
  const std::size_t last =
      chosen.end > chosen.begin && text[chosen.end - 1] == u'\n' ? chosen.end - 1 : chosen.end;
  return {lines.span(lines.lineAt(chosen.begin)).begin, lines.span(lines.lineAt(last)).end};
}

Result<std::optional<std::u16string>> RewriteController::rewritten(Form form,
                                                                   std::u16string_view text) {
  if (form == Form::LinesToRun) return linesAsRun(text);
  if (form == Form::RunToLines) return runAsLines(text);
  if (!m_measures) {
    auto loaded = Measures::load();
    if (!loaded) return std::unexpected(loaded.error());
    m_measures = std::move(*loaded);
  }
  return form == Form::TableToSentence ? tableAsSentence(text, *m_measures)
                                       : sentenceAsTable(text, *m_measures);
}

void RewriteController::rewrite(Form form) {
  const std::u16string text = m_check.text();
  const Span span = stretch(form);
  auto result = rewritten(form, span.of(text));
  if (!result) {
    Q_EMIT failed(result.error());
    return;
  }
  if (!*result) {
    Q_EMIT message(refusal(form));
    return;
  }
  std::u16string with = std::move(**result);
  const std::size_t length = with.size();
  // What follows a table or a list begins a line of its own.
  const bool lines = form == Form::RunToLines || form == Form::SentenceToTable;
  if (lines && span.end < text.size() && text[span.end] != u'\n') with += u'\n';
  m_editor.apply(m_check.places().inDraft(Edit{span, std::move(with)}));
  m_editor.select(m_check.places().inDraft(Span{span.begin, span.begin + length}));
  m_editor.setFocus();
}

void RewriteController::selectSentence() {
  const Span chosen = m_editor.selected();
  if (!chosen.empty()) return;
  const Span sentence = sentenceAt(m_check.text(), m_check.places().inFinal(chosen.begin));
  if (!sentence.empty()) m_editor.select(m_check.places().inDraft(sentence));
}

QString RewriteController::refusal(Form form) {
  switch (form) {
    case Form::LinesToRun:
      return tr("请先选中两行以上的文字");
    case Form::RunToLines:
      return tr("这里没有“一是……二是……”");
    case Form::TableToSentence:
      return tr("这里没有除第一列外都是数字的表格");
    case Form::SentenceToTable:
      return tr("这里没有能排成表格的“其中”句");
  }
  return {};
}

}  // namespace moxian
