#include "ui/RewriteController.h"

#include <algorithm>

#include "core/suggest/Rewriting.h"
#include "core/text/Characters.h"
#include "core/text/Lines.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"

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

RewriteController::RewriteController(DraftEditor& editor, QObject* parent)
    : QObject(parent), m_editor(editor) {}

Span RewriteController::stretch(Form form) const {
  const std::u16string text = draftText(*m_editor.document());
  const Lines lines(text);
  const Span chosen = m_editor.selected();
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

std::optional<std::u16string> RewriteController::rewritten(Form form, std::u16string_view text) {
  if (form == Form::LinesToRun) return linesAsRun(text);
  if (form == Form::RunToLines) return runAsLines(text);
  if (!m_measures) {
    auto loaded = Measures::load();
    if (!loaded) return {};
    m_measures = std::move(*loaded);
  }
  return form == Form::TableToSentence ? tableAsSentence(text, *m_measures)
                                       : sentenceAsTable(text, *m_measures);
}

void RewriteController::rewrite(Form form) {
  const std::u16string text = draftText(*m_editor.document());
  const Span span = stretch(form);
  auto result = rewritten(form, span.of(text));
  if (!result) {
    Q_EMIT message(refusal(form));
    return;
  }
  const std::size_t length = result->size();
  // What follows a table or a list begins a line of its own.
  const bool lines = form == Form::RunToLines || form == Form::SentenceToTable;
  if (lines && span.end < text.size() && text[span.end] != u'\n') *result += u'\n';
  m_editor.apply({{span, *result}});
  m_editor.select({span.begin, span.begin + length});
  m_editor.setFocus();
}

void RewriteController::selectSentence() {
  if (!m_editor.selected().empty()) return;
  const Span sentence = sentenceAt(draftText(*m_editor.document()), m_editor.selected().begin);
  if (!sentence.empty()) m_editor.select(sentence);
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
