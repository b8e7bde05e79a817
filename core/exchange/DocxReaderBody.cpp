#include "core/exchange/DocxReaderBody.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/Characters.h"

namespace moxian {
namespace {

using namespace std::string_view_literals;

constexpr int kBodyText = 9;  // w:outlineLvl of what is no heading

bool isTracked(std::string_view name) {
  return name == "w:ins" || name == "w:del" || name == "w:moveFrom" || name == "w:moveTo";
}

bool isWrapper(std::string_view name) {
  return name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml";
}

/// The rows of a table or the cells of a row, through content controls around them.
std::vector<pugi::xml_node> membersOf(pugi::xml_node parent, std::string_view element) {
  std::vector<pugi::xml_node> members;
  for (const pugi::xml_node node : parent.children()) {
    const std::string_view name = node.name();
    if (name == element) members.push_back(node);
    if (isWrapper(name)) std::ranges::copy(membersOf(node, element), std::back_inserter(members));
  }
  return members;
}

/// True for a table that only frames its content: every row is one cell, and there is one row or a
/// table inside.
bool isFrame(const std::vector<pugi::xml_node>& rows) {
  bool nested = false;
  for (const pugi::xml_node row : rows) {
    const auto cells = membersOf(row, "w:tc");
    if (cells.size() != 1) return false;
    nested = nested || cells.front().child("w:tbl");
  }
  return nested || rows.size() == 1;
}

bool startsNumbered(std::u16string_view text) {
  return !text.empty() && (isAsciiDigit(text.front()) ||
                           u"一二三四五六七八九十（(第①②③④⑤⑥⑦⑧⑨"sv.find(text.front()) != text.npos);
}

/// What stands between a label and its text: nothing after a full-width mark or before Chinese.
std::u16string_view gapAfter(const DocxLabel& label, std::u16string_view text) {
  if (label.after == DocxLabel::After::Nothing || text.empty()) return {};
  if (label.bullet) return u" ";
  const bool wide =
      label.text.back() > u'\x7F' || isHan(text.front()) || isFullWidthMark(text.front());
  return wide || isSpace(text.front()) ? u"" : u" ";
}

}  // namespace

void DocxReaderBody::story(pugi::xml_node parent) {
  static_cast<void>(m_runs.enter(DocxReaderFields(parent)));
  blocks(parent);
  // a note may refer to further ones
  for (auto notes = m_runs.takeNotes(); !notes.empty(); notes = m_runs.takeNotes()) {
    for (const DocxLater& note : notes) later(note);
  }
  m_flow.breakChain();
}

void DocxReaderBody::blocks(pugi::xml_node parent) {
  for (const pugi::xml_node node : parent.children()) block(node);
}

void DocxReaderBody::block(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "w:p" || name == "m:oMathPara" || name == "m:oMath") return paragraph(node);
  if (name == "w:tbl") return table(node);
  if (isWrapper(name)) return blocks(node);
  if (isTracked(name)) return trackedBlocks(node);
  if (name == "mc:AlternateContent") return blocks(chosenBranch(node));
  if (name == "w:commentRangeStart") return m_runs.commentStart(node);
  if (name == "w:commentRangeEnd") return m_runs.commentEnd(node);
  if (name.starts_with("w:move")) m_runs.moveRange(node);
}

void DocxReaderBody::trackedBlocks(pugi::xml_node node) {
  m_flow.open(changeOf(node, DocxChange::Target::Text));
  blocks(node);
  m_flow.close();
}

void DocxReaderBody::paragraph(pugi::xml_node node) {
  const pugi::xml_node properties = node.child("w:pPr");
  const auto marks = changesIn(properties.child("w:rPr"), DocxChange::Target::ParagraphMark);
  m_flow.beginParagraph();
  m_runs.say(std::exchange(m_mark, {}));
  m_runs.inlines(node);
  m_flow.endParagraph(labelOf(properties, marks), marks);
  for (const DocxLater& box : m_runs.takeBoxes()) later(box);
}

std::u16string DocxReaderBody::labelOf(pugi::xml_node properties,
                                       const std::vector<DocxChange>& marks) {
  const auto label = m_context.numbering.next(properties, !m_flow.gone(marks));
  if (!label) {
    countHeading(properties);
    return {};
  }
  return label->text + std::u16string(gapAfter(*label, m_flow.paragraphText()));
}

void DocxReaderBody::countHeading(pugi::xml_node properties) {
  const auto direct = number(properties.child("w:outlineLvl"), "w:val");
  const auto& style = m_context.styles.style(attribute(properties.child("w:pStyle"), "w:val"));
  const int level = direct.value_or(style.outline.value_or(kBodyText));
  const std::u16string_view text = trimmed(m_flow.paragraphText());
  if (level < kBodyText && !text.empty() && !startsNumbered(text)) {
    m_context.losses.add(Loss::UnnumberedHeadings);
  }
}

void DocxReaderBody::table(pugi::xml_node node) {
  const auto rows = membersOf(node, "w:tr");
  const bool frame = isFrame(rows);
  for (const pugi::xml_node each : rows) row(each, frame);
}

void DocxReaderBody::row(pugi::xml_node node, bool loose) {
  const pugi::xml_node properties = node.child("w:trPr");
  const auto cells = membersOf(node, "w:tc");
  if (cells.empty()) return;
  const auto changes = changesIn(properties, DocxChange::Target::Row);
  m_flow.breakChain();
  for (const DocxChange& change : changes) m_flow.open(change);
  if (loose) {
    blocks(cells.front());
    m_flow.breakChain();
  } else {
    m_flow.beginRow();
    emptyCells(number(properties.child("w:gridBefore"), "w:val").value_or(0));
    for (const pugi::xml_node each : cells) cell(each);
    emptyCells(number(properties.child("w:gridAfter"), "w:val").value_or(0));
    m_flow.endRow();
  }
  for (std::size_t i = 0; i < changes.size(); ++i) m_flow.close();
}

void DocxReaderBody::cell(pugi::xml_node node) {
  m_flow.beginCell();
  blocks(node);
  m_flow.endCell();
  const pugi::xml_node span = node.child("w:tcPr").child("w:gridSpan");
  emptyCells(number(span, "w:val").value_or(1) - 1);
}

void DocxReaderBody::emptyCells(int count) {
  for (int i = 0; i < std::min(count, kMostColumns); ++i) {
    m_flow.beginCell();
    m_flow.endCell();
  }
}

void DocxReaderBody::later(const DocxLater& inside) {
  m_flow.breakChain();
  for (const DocxChange& change : inside.changes) m_flow.open(change);
  DocxReaderFields around = m_runs.enter(DocxReaderFields(inside.blocks));
  m_mark = inside.mark;
  blocks(inside.blocks);
  static_cast<void>(m_runs.enter(std::move(around)));
  m_flow.breakChain();
  for (std::size_t i = 0; i < inside.changes.size(); ++i) m_flow.close();
}

}  // namespace moxian
