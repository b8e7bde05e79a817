#include "core/review/MarkedDraft.h"

#include <utility>

namespace moxian {

void applyEdits(std::u16string& text, const std::vector<Edit>& edits) {
  std::u16string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out += Span{at, edit.span.begin}.of(text);
    out += edit.with;
    at = edit.span.end;
  }
  out += Span{at, text.size()}.of(text);
  text = std::move(out);
}

std::vector<Edit> reversed(std::u16string_view text, const std::vector<Edit>& edits) {
  std::vector<Edit> back;
  std::size_t added = 0;
  std::size_t removed = 0;
  for (const Edit& edit : edits) {
    const std::size_t begin = edit.span.begin + added - removed;
    back.push_back({{begin, begin + edit.with.size()}, std::u16string(edit.span.of(text))});
    added += edit.with.size();
    removed += edit.span.length();
  }
  return back;
}

MarkedDraft::MarkedDraft(std::u16string text, Markup markup)
    : m_text(std::move(text)), m_markup(std::move(markup)) {}

std::u16string MarkedDraft::finalText() const {
  return without(m_text, hiddenIn(m_markup, true));
}

std::u16string MarkedDraft::originalText() const {
  return without(m_text, hiddenIn(m_markup, false));
}

void MarkedDraft::step(const std::vector<Edit>& edits, const Markup& before) {
  Step step{edits, reversed(m_text, edits), {}};
  const auto length = static_cast<std::ptrdiff_t>(m_text.size());
  applyEdits(m_text, edits);
  step.markup =
      MarkupPatch::between(before, m_markup, static_cast<std::ptrdiff_t>(m_text.size()) - length);
  m_steps.resize(m_done);
  m_steps.push_back(std::move(step));
  ++m_done;
}

void MarkedDraft::replace(Span span, std::u16string_view with) {
  const Markup before = m_markup;
  m_markup.replaced(span, with.size());
  step({{span, std::u16string(with)}}, before);
}

void MarkedDraft::trackedReplace(Span span, std::u16string_view with, const Stamp& stamp) {
  const Markup before = m_markup;
  step(m_markup.track(span, with, stamp), before);
}

void MarkedDraft::resolve(const ChangeFilter& filter, bool accept,
                          const std::optional<Settler>& settler) {
  const Markup before = m_markup;
  if (settler) {
    m_markup.noteSettled(settledChanges(m_text, m_markup.chosenBy(filter), accept, *settler));
  }
  std::vector<Edit> edits;
  for (const Span span : m_markup.resolve(filter, accept)) edits.push_back({span, {}});
  step(edits, before);
}

Settlement MarkedDraft::settle(const ChangeFilter& filter, bool accept,
                               const std::optional<Settler>& settler) {
  const Markup before = m_markup;
  Settlement done = settleChanges(m_markup, m_text, filter, accept, settler);
  std::vector<Edit> edits;
  for (const Span span : done.out) edits.push_back({span, {}});
  step(edits, before);
  return done;
}

std::int64_t MarkedDraft::addComment(Comment comment) {
  const Markup before = m_markup;
  const std::int64_t id = m_markup.addComment(std::move(comment));
  step({}, before);
  return id;
}

void MarkedDraft::removeComment(std::int64_t id) {
  const Markup before = m_markup;
  m_markup.removeComment(id);
  step({}, before);
}

void MarkedDraft::setCommentState(std::int64_t id, CommentState state) {
  const Markup before = m_markup;
  m_markup.setCommentState(id, state);
  step({}, before);
}

bool MarkedDraft::undo() {
  if (m_done == 0) return false;
  const Step& step = m_steps[--m_done];
  applyEdits(m_text, step.back);
  step.markup.undo(m_markup);
  return true;
}

bool MarkedDraft::redo() {
  if (m_done == m_steps.size()) return false;
  const Step& step = m_steps[m_done++];
  applyEdits(m_text, step.forth);
  step.markup.redo(m_markup);
  return true;
}

}  // namespace moxian
