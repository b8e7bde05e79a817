#include "core/exchange/DocxReaderFlow.h"

#include <algorithm>

namespace moxian {
namespace {

/// Characters that no XML document may hold (XML 1.0, 2.2), and the anchor of embedded objects.
bool isForbidden(char16_t c) {
  return (c < 0x20 && c != u'\t' && c != u'\n' && c != u'\r') || c >= 0xFFFE || c == 0xFFFC;
}

/// A character as it may stand in a line, in a cell without what would end the cell.
char16_t lineCharacter(char16_t c, bool inCell) {
  if (c == u'\n' || c == u'\r') return u' ';
  if (inCell && c == u'\t') return u' ';
  if (inCell && c == u'|') return u'｜';
  return c;
}

}  // namespace

void DocxReaderFlow::append(std::u16string_view characters) {
  if (size() + characters.size() > kMostText) {
    m_tooLong = true;
    return;
  }
  m_docx.text += characters;
}

void DocxReaderFlow::appendKept(std::u16string_view characters) {
  append(characters);
  for (View* view : {&m_final, &m_original}) {
    if (view->removing > 0) continue;
    view->line += characters.size();
    view->paragraph += characters.size();
  }
}

void DocxReaderFlow::text(std::u16string_view characters) {
  std::u16string clean;
  clean.reserve(characters.size());
  for (const char16_t c : characters) {
    if (!isForbidden(c)) clean += lineCharacter(c, inCell());
  }
  appendKept(clean);
}

void DocxReaderFlow::lineBreak() {
  appendKept(inCell() ? u" " : u"\n");
  if (inCell()) return;
  for (View* view : {&m_final, &m_original}) {
    if (view->removing == 0) view->line = 0;
  }
}

void DocxReaderFlow::moveRange(DocxChange::Act act, std::string_view name) {
  (act == DocxChange::Act::MoveFrom ? m_moveFrom : m_moveTo) = name;
}

void DocxReaderFlow::nameMove(DocxChange& change) const {
  if (change.act == DocxChange::Act::MoveFrom) change.move = m_moveFrom;
  if (change.act == DocxChange::Act::MoveTo) change.move = m_moveTo;
}

void DocxReaderFlow::open(const DocxChange& change) {
  m_open.push_back(m_docx.changes.size());
  m_docx.changes.push_back(change);
  m_docx.changes.back().span = {size(), size()};
  nameMove(m_docx.changes.back());
  ++viewWithout(change.act).removing;
}

void DocxReaderFlow::close() {
  DocxChange& change = m_docx.changes[m_open.back()];
  m_open.pop_back();
  change.span.end = size();
  --viewWithout(change.act).removing;
}

std::vector<DocxChange> DocxReaderFlow::openChanges() const {
  std::vector<DocxChange> changes;
  for (const std::size_t index : m_open) {
    changes.push_back(m_docx.changes[index]);
    changes.back().target = DocxChange::Target::Text;
  }
  return changes;
}

void DocxReaderFlow::beginParagraph() {
  if (inCell() && m_cellParagraphs > 0) {
    if (!m_docx.text.ends_with(u' ')) append(u" ");
    for (const std::size_t mark : m_marks) m_docx.changes[mark].span.end = size();
  }
  m_joins.clear();
  for (const std::size_t mark : m_marks) {
    if (viewWithout(m_docx.changes[mark].act).line > 0) m_joins.push_back(mark);
  }
  m_marks.clear();
  m_commentPoints.clear();
  m_paragraphStart = size();
  m_firstChange = m_docx.changes.size();
  m_final.paragraph = m_original.paragraph = 0;
}

bool DocxReaderFlow::gone(const std::vector<DocxChange>& markChanges) const {
  return m_final.paragraph == 0 && std::ranges::any_of(markChanges, [](const DocxChange& change) {
           return removes(change.act);
         });
}

void DocxReaderFlow::endParagraph(std::u16string_view label,
                                  const std::vector<DocxChange>& markChanges) {
  std::vector<DocxChange> marks = markChanges;
  if (!label.empty()) insertLabel(label);
  const std::size_t end = size();
  if (!inCell()) append(u"\n");
  for (DocxChange& mark : marks) {
    mark.span = {end, size()};
    nameMove(mark);
    if (!label.empty()) giveLabel(label.size(), mark);
    m_marks.push_back(m_docx.changes.size());
    m_docx.changes.push_back(mark);
  }
  for (const std::size_t join : m_joins) {
    // where the mark before goes, this paragraph continues a line and takes no label
    m_docx.changes[join].span.end = m_paragraphStart + label.size();
  }
  endLine(markChanges);
}

/// Puts the label before the paragraph; all that was noted in the paragraph moves on.
void DocxReaderFlow::insertLabel(std::u16string_view label) {
  if (size() + label.size() > kMostText) {
    m_tooLong = true;
    return;
  }
  m_docx.text.insert(m_paragraphStart, label);
  for (std::size_t i = m_firstChange; i < m_docx.changes.size(); ++i) {
    m_docx.changes[i].span = m_docx.changes[i].span.shifted(label.size());
  }
  for (std::size_t* point : m_commentPoints) *point += label.size();
}

/// If the whole paragraph goes with its mark, its label goes with the first change in it, or with
/// the mark if the paragraph is empty.
void DocxReaderFlow::giveLabel(std::size_t length, DocxChange& mark) {
  if (viewWithout(mark.act).paragraph > 0) return;
  const std::size_t textStart = m_paragraphStart + length;
  for (std::size_t i = m_firstChange; i < m_docx.changes.size(); ++i) {
    DocxChange& change = m_docx.changes[i];
    const bool same = removes(change.act) == removes(mark.act);
    if (same && change.span.begin == textStart && !change.span.empty()) {
      change.span.begin = m_paragraphStart;
      return;
    }
  }
  if (mark.span.begin == textStart) mark.span.begin = m_paragraphStart;
}

/// A line goes on in a view that takes the mark out, and ends in the other.
void DocxReaderFlow::endLine(const std::vector<DocxChange>& markChanges) {
  const auto takenOutOf = [&](bool final) {
    return std::ranges::any_of(
        markChanges, [&](const DocxChange& change) { return removes(change.act) == final; });
  };
  if (!takenOutOf(true)) m_final.line = 0;
  if (!takenOutOf(false)) m_original.line = 0;
  if (inCell()) ++m_cellParagraphs;
}

void DocxReaderFlow::breakChain() {
  for (const std::size_t index : m_marks) {
    DocxChange& mark = m_docx.changes[index];
    const bool stays = !inCell() && viewWithout(mark.act).line > 0;
    if (stays && !mark.span.empty()) mark.span.begin = --mark.span.end;
  }
  m_marks.clear();
  m_final.line = m_original.line = 0;
}

void DocxReaderFlow::beginRow() {
  breakChain();
  if (!inCell()) append(u"|");
}

void DocxReaderFlow::endRow() {
  breakChain();
  if (!inCell()) append(u"\n");
}

void DocxReaderFlow::beginCell() {
  breakChain();
  if (++m_cells > 1) return;
  append(u" ");
  m_cellParagraphs = 0;
}

void DocxReaderFlow::endCell() {
  breakChain();
  if (--m_cells > 0) return;
  append(m_docx.text.ends_with(u' ') ? u"|" : u" |");
}

void DocxReaderFlow::setPoint(std::optional<std::size_t>& point) {
  if (point) return;
  point = size();
  m_commentPoints.push_back(&*point);
}

void DocxReaderFlow::commentStart(const std::string& id) {
  setPoint(m_ranges[id].begin);
}

void DocxReaderFlow::commentEnd(const std::string& id) {
  setPoint(m_ranges[id].end);
}

void DocxReaderFlow::commentReference(const std::string& id) {
  setPoint(m_ranges[id].reference);
}

std::optional<Span> DocxReaderFlow::commentRange(const std::string& id) const {
  const auto found = m_ranges.find(id);
  if (found == m_ranges.end()) return std::nullopt;
  const Range& range = found->second;
  const auto begin = range.begin ? range.begin : range.reference ? range.reference : range.end;
  const auto end = range.end ? range.end : range.reference ? range.reference : begin;
  if (!begin || !end) return std::nullopt;
  return Span{std::min(*begin, *end), std::max(*begin, *end)};
}

}  // namespace moxian
