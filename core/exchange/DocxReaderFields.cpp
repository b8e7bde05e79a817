#include "core/exchange/DocxReaderFields.h"

#include <algorithm>

#include "core/base/Utf.h"
#include "core/exchange/DocxReaderXml.h"

namespace moxian {
namespace {

/// Counts the begins and ends of a story.
class Balance : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (std::string_view(node.name()) != "w:fldChar") return true;
    const std::string_view type = attribute(node, "w:fldCharType");
    m_open += type == "begin" ? 1 : type == "end" ? -1 : 0;
    return m_open >= 0;
  }
  [[nodiscard]] bool even() const { return m_open == 0; }

 private:
  long m_open = 0;
};

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The last argument of `EQ \o(a,b)` without the switches and brackets around it.
std::string overstruck(std::string_view instruction) {
  const std::size_t o = instruction.find("\\o");
  if (o == instruction.npos) return {};
  const std::size_t close = instruction.rfind(')');
  if (close == instruction.npos || close < o) return {};
  const std::size_t from = instruction.find_last_of(",;(", close);
  if (from == instruction.npos || from < o) return {};
  return std::string(instruction.substr(from + 1, close - from - 1));
}

std::u16string checkBox(pugi::xml_node data) {
  const pugi::xml_node box = data.child("w:checkBox");
  const pugi::xml_node state =
      box.child("w:checked") ? box.child("w:checked") : box.child("w:default");
  return isOn(state) ? u"☑" : u"☐";
}

std::u16string chosenLine(pugi::xml_node data) {
  const pugi::xml_node list = data.child("w:ddList");
  const auto chosen = list.child("w:result") ? list.child("w:result") : list.child("w:default");
  int skip = number(chosen, "w:val").value_or(0);
  for (const pugi::xml_node line : list.children("w:listEntry")) {
    if (skip-- == 0) return toUtf16(attribute(line, "w:val"));
  }
  return {};
}

}  // namespace

DocxReaderFields::DocxReaderFields(pugi::xml_node story) {
  Balance balance;
  m_balanced = story.traverse(balance) && balance.even();
}

std::optional<DocxReaderFields::Ended> DocxReaderFields::take(pugi::xml_node fieldCharacter,
                                                              std::size_t at) {
  const std::string_view type = attribute(fieldCharacter, "w:fldCharType");
  if (!m_balanced) return std::nullopt;
  if (type == "begin") {
    m_open.push_back({fieldCharacter, {}, false, at});
    ++m_instructions;
  } else if (type == "separate" && !m_open.empty() && !m_open.back().inResult) {
    m_open.back().inResult = true;
    m_open.back().resultStart = at;
    --m_instructions;
  } else if (type == "end" && !m_open.empty()) {
    Field field = std::move(m_open.back());
    m_open.pop_back();
    if (!field.inResult) --m_instructions;
    return Ended{std::move(field.instruction), field.begin, visible(), field.resultStart,
                 field.inResult};
  }
  return std::nullopt;
}

void DocxReaderFields::instruction(std::string_view text) {
  if (!m_open.empty() && !m_open.back().inResult) m_open.back().instruction += text;
}

bool isField(std::string_view instruction, std::string_view kind) {
  const std::size_t from = std::min(instruction.find_first_not_of(' '), instruction.size());
  const std::string_view word = instruction.substr(from, kind.size());
  const std::string_view rest = instruction.substr(from + word.size());
  return std::ranges::equal(word, kind, {}, upper) &&
         (rest.empty() || rest.front() == ' ' || rest.front() == '\\');
}

std::u16string shownByField(const DocxReaderFields::Ended& field) {
  const pugi::xml_node data = field.begin.child("w:ffData");
  if (isField(field.instruction, "FORMCHECKBOX")) return checkBox(data);
  if (isField(field.instruction, "FORMDROPDOWN")) return chosenLine(data);
  if (isField(field.instruction, "EQ")) return toUtf16(overstruck(field.instruction));
  return {};
}

}  // namespace moxian
