#include "core/exchange/DocxReaderRuns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/base/Utf.h"
#include "core/exchange/DocxStyles.h"

namespace moxian {
namespace {

using namespace std::string_view_literals;

/// All characters in an element; without xml:space="preserve" those at the ends that are spaces
/// belong to the file's layout (ECMA-376-1, 17.3.3.31).
std::string charactersIn(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) text += child.value();
  if (attribute(node, "xml:space") == "preserve") return text;
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t from = text.find_first_not_of(kSpaces);
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(kSpaces) + 1 - from);
}

char16_t symbolCode(std::string_view hexadecimal) {
  std::uint16_t code = 0;
  std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), code, 16);
  return static_cast<char16_t>(code);
}

}  // namespace

const std::span<const DocxReaderRuns::Rule> DocxReaderRuns::kInlineRules = [] {
  using R = DocxReaderRuns;
  static constexpr std::array kRules = {
      Rule{"w:r", &R::run},
      Rule{"w:ins", &R::tracked},
      Rule{"w:del", &R::tracked},
      Rule{"w:moveFrom", &R::tracked},
      Rule{"w:moveTo", &R::tracked},
      Rule{"w:hyperlink", &R::inlines},
      Rule{"w:smartTag", &R::inlines},
      Rule{"w:customXml", &R::inlines},
      Rule{"w:fldSimple", &R::inlines},
      Rule{"w:dir", &R::inlines},
      Rule{"w:bdo", &R::inlines},
      Rule{"w:sdt", &R::control},
      Rule{"mc:AlternateContent", &R::alternative},
      Rule{"w:commentRangeStart", &R::commentStart},
      Rule{"w:commentRangeEnd", &R::commentEnd},
      Rule{"w:moveFromRangeStart", &R::moveRange},
      Rule{"w:moveFromRangeEnd", &R::moveRange},
      Rule{"w:moveToRangeStart", &R::moveRange},
      Rule{"w:moveToRangeEnd", &R::moveRange},
      Rule{"m:oMath", &R::equation},
      Rule{"m:oMathPara", &R::equation},
  };
  return std::span<const Rule>(kRules);
}();

const std::span<const DocxReaderRuns::Rule> DocxReaderRuns::kRunRules = [] {
  using R = DocxReaderRuns;
  static constexpr std::array kRules = {
      Rule{"w:t", &R::text},
      Rule{"w:delText", &R::text},
      Rule{"w:tab", &R::tab},
      Rule{"w:ptab", &R::tab},
      Rule{"w:br", &R::breakIn},
      Rule{"w:cr", &R::lineBreak},
      Rule{"w:noBreakHyphen", &R::hyphen},
      Rule{"w:sym", &R::symbol},
      Rule{"w:ruby", &R::ruby},
      Rule{"w:fldChar", &R::fieldCharacter},
      Rule{"w:instrText", &R::instruction},
      Rule{"w:delInstrText", &R::instruction},
      Rule{"w:footnoteReference", &R::footnote},
      Rule{"w:endnoteReference", &R::endnote},
      Rule{"w:commentReference", &R::commentReference},
      Rule{"w:drawing", &R::boxesIn},
      Rule{"w:pict", &R::boxesIn},
      Rule{"mc:AlternateContent", &R::runAlternative},
  };
  return std::span<const Rule>(kRules);
}();

void DocxReaderRuns::each(pugi::xml_node parent, std::span<const Rule> rules) {
  for (const pugi::xml_node node : parent.children()) {
    const std::string_view name = node.name();
    const auto rule = std::ranges::find(rules, name, &Rule::element);
    if (rule != rules.end()) (this->*rule->handler)(node);
  }
}

void DocxReaderRuns::inlines(pugi::xml_node parent) {
  each(parent, kInlineRules);
}

void DocxReaderRuns::runContent(pugi::xml_node parent) {
  each(parent, kRunRules);
}

void DocxReaderRuns::say(std::u16string_view characters) {
  if (m_fields.visible() && !m_hidden) m_flow.text(characters);
}

DocxReaderFields DocxReaderRuns::enter(DocxReaderFields fields) {
  return std::exchange(m_fields, std::move(fields));
}

std::vector<DocxLater> DocxReaderRuns::takeBoxes() {
  return std::exchange(m_boxes, {});
}

std::vector<DocxLater> DocxReaderRuns::takeNotes() {
  return std::exchange(m_notes, {});
}

void DocxReaderRuns::tracked(pugi::xml_node node) {
  m_flow.open(changeOf(node, DocxChange::Target::Text));
  inlines(node);
  m_flow.close();
}

void DocxReaderRuns::control(pugi::xml_node node) {
  inlines(node.child("w:sdtContent"));
}

void DocxReaderRuns::alternative(pugi::xml_node node) {
  inlines(chosenBranch(node));
}

void DocxReaderRuns::runAlternative(pugi::xml_node node) {
  runContent(chosenBranch(node));
}

void DocxReaderRuns::equation(pugi::xml_node node) {
  if (std::string_view(node.name()) == "m:t") say(toUtf16(charactersIn(node)));
  for (const pugi::xml_node child : node.children()) equation(child);
}

void DocxReaderRuns::commentStart(pugi::xml_node node) {
  m_flow.commentStart(std::string(attribute(node, "w:id")));
}

void DocxReaderRuns::commentEnd(pugi::xml_node node) {
  m_flow.commentEnd(std::string(attribute(node, "w:id")));
}

void DocxReaderRuns::moveRange(pugi::xml_node node) {
  const std::string_view element = node.name();
  const auto act = element.starts_with("w:moveFrom") ? DocxChange::Act::MoveFrom
                                                     : DocxChange::Act::MoveTo;
  m_flow.moveRange(act, element.ends_with("Start") ? attribute(node, "w:name") : "");
}

void DocxReaderRuns::commentReference(pugi::xml_node node) {
  m_flow.commentReference(std::string(attribute(node, "w:id")));
}

void DocxReaderRuns::run(pugi::xml_node node) {
  const pugi::xml_node properties = node.child("w:rPr");
  if (attribute(properties.child("w:rStyle"), "w:val") == kDocxAutomaticBreak) return;
  m_face = attribute(properties.child("w:rFonts"), "w:ascii");
  m_hidden = isOn(properties.child("w:vanish"));
  if (m_hidden && m_fields.visible() && node.child("w:t")) m_context.losses.add(Loss::HiddenText);
  runContent(node);
  m_hidden = false;
}

void DocxReaderRuns::text(pugi::xml_node node) {
  std::u16string characters = toUtf16(charactersIn(node));
  for (char16_t& c : characters) {
    if (!isSymbolCode(c)) continue;
    const auto known = m_context.symbols.unicode(m_face, c);
    if (!known) m_context.losses.add(Loss::Symbols);
    c = known.value_or(c);
  }
  say(characters);
}

void DocxReaderRuns::tab(pugi::xml_node /*node*/) {
  say(u"\t");
}

/// A page or column break at the start of a paragraph moves the whole paragraph.
void DocxReaderRuns::breakIn(pugi::xml_node node) {
  const std::string_view type = attribute(node, "w:type");
  const bool moves = type == "page" || type == "column";
  if (!moves || !m_flow.paragraphText().empty()) lineBreak(node);
}

void DocxReaderRuns::lineBreak(pugi::xml_node /*node*/) {
  if (m_fields.visible() && !m_hidden) m_flow.lineBreak();
}

void DocxReaderRuns::hyphen(pugi::xml_node /*node*/) {
  say(u"-");
}

void DocxReaderRuns::symbol(pugi::xml_node node) {
  const char16_t code = symbolCode(attribute(node, "w:char"));
  const auto known = m_context.symbols.unicode(attribute(node, "w:font"), code);
  const bool lost = !known && (code < 0x20 || isSymbolCode(code));
  if (lost) m_context.losses.add(Loss::Symbols);
  const char16_t shown = lost ? u'□' : known.value_or(code);
  say({&shown, 1});
}

void DocxReaderRuns::ruby(pugi::xml_node node) {
  const bool hidden = m_hidden;
  inlines(node.child("w:rubyBase"));
  m_hidden = hidden;
}

void DocxReaderRuns::fieldCharacter(pugi::xml_node node) {
  const auto ended = m_fields.take(node, m_flow.size());
  if (!ended || !ended->visible || m_flow.size() > ended->resultStart) return;
  const std::u16string shown = shownByField(*ended);
  if (shown.empty() && isField(ended->instruction, "EQ")) m_context.losses.add(Loss::Equations);
  say(shown);
}

void DocxReaderRuns::instruction(pugi::xml_node node) {
  m_fields.instruction(node.child_value());
}

void DocxReaderRuns::footnote(pugi::xml_node node) {
  note(m_context.footnotes, node, u"注");
}

void DocxReaderRuns::endnote(pugi::xml_node node) {
  note(m_context.endnotes, node, u"尾注");
}

void DocxReaderRuns::note(const DocxNotes& notes, pugi::xml_node reference,
                          const std::u16string& kind) {
  const auto found = notes.find(attribute(reference, "w:id"));
  if (found == notes.end() || !m_fields.visible() || m_hidden) return;
  std::u16string& mark = m_noteMarks[kind + toUtf16(found->first)];
  if (mark.empty()) {
    mark = u"［" + kind + toUtf16(std::to_string(++m_noteCounts[kind])) + u"］";
    m_notes.push_back({found->second, mark, m_flow.openChanges()});
  }
  say(mark);
}

/// Finds the text boxes of a drawing; each of its alternatives holds the same ones.
void DocxReaderRuns::boxesIn(pugi::xml_node node) {
  if (!m_fields.visible() || m_hidden) return;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:txbxContent") {
      m_boxes.push_back({child, {}, m_flow.openChanges()});
    } else {
      boxesIn(name == "mc:AlternateContent" ? chosenBranch(child) : child);
    }
  }
}

}  // namespace moxian
