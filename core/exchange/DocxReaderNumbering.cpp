#include "core/exchange/DocxReaderNumbering.h"

#include <algorithm>

#include "core/base/Utf.h"

namespace moxian {
namespace {

constexpr std::int64_t kMostStart =
    1'000'000'000;  // far beyond any list, and safe to count on from

std::optional<std::size_t> levelNumber(pugi::xml_node node) {
  const auto value = number(node, "w:ilvl");
  if (!value || *value < 0 || *value >= static_cast<int>(DocxReaderNumbering::kLevels)) return {};
  return static_cast<std::size_t>(*value);
}

std::int64_t startValue(pugi::xml_node node) {
  return std::clamp<std::int64_t>(number(node, "w:val").value_or(1), -kMostStart, kMostStart);
}

DocxLabel::After afterOf(pugi::xml_node level) {
  const std::string_view value = attribute(level.child("w:suff"), "w:val");
  if (value == "nothing") return DocxLabel::After::Nothing;
  return value == "space" ? DocxLabel::After::Space : DocxLabel::After::Tab;
}

/// The number format, which stands in an alternative where a custom one is used.
std::string_view formatOf(pugi::xml_node level) {
  pugi::xml_node format = level.child("w:numFmt");
  if (!format) {
    format = level.child("mc:AlternateContent").child("mc:Fallback").child("w:numFmt");
  }
  const std::string_view value = attribute(format, "w:val");
  return value.empty() ? "decimal" : value;
}

}  // namespace

DocxReaderNumbering::DocxReaderNumbering(const pugi::xml_document* numbering,
                                         const DocxReaderStyles& styles, const SymbolTable& symbols)
    : m_styles(styles), m_symbols(symbols) {
  if (numbering == nullptr) return;
  const pugi::xml_node root = numbering->child("w:numbering");
  for (const pugi::xml_node node : root.children("w:abstractNum")) {
    Abstract abstract;
    abstract.styleLink = attribute(node.child("w:numStyleLink"), "w:val");
    for (const pugi::xml_node level : node.children("w:lvl")) {
      if (const auto n = levelNumber(level)) readLevel(level, abstract.levels[*n]);
    }
    m_abstracts.emplace(attribute(node, "w:abstractNumId"), std::move(abstract));
  }
  for (const pugi::xml_node node : root.children("w:num")) readNum(node);
  followLinks();
}

void DocxReaderNumbering::readLevel(pugi::xml_node node, Level& level) {
  level.start = startValue(node.child("w:start"));
  level.format = formatOf(node);
  level.text = toUtf16(attribute(node.child("w:lvlText"), "w:val")).substr(0, kMostLabel);
  level.restart = number(node.child("w:lvlRestart"), "w:val");
  level.legal = isOn(node.child("w:isLgl"));
  level.after = afterOf(node);
  level.style = attribute(node.child("w:pStyle"), "w:val");
  level.font = attribute(node.child("w:rPr").child("w:rFonts"), "w:ascii");
}

void DocxReaderNumbering::readNum(pugi::xml_node node) {
  Num num;
  num.abstract = attribute(node.child("w:abstractNumId"), "w:val");
  for (const pugi::xml_node changed : node.children("w:lvlOverride")) {
    const auto n = levelNumber(changed);
    if (!n) continue;
    if (const auto level = changed.child("w:lvl")) readLevel(level, num.levels[*n]);
    if (const auto start = changed.child("w:startOverride")) num.starts[*n] = startValue(start);
  }
  m_nums.emplace(attribute(node, "w:numId"), std::move(num));
}

/// A list that refers to a numbering style has the levels of the style's list, and starts of its
/// own.
void DocxReaderNumbering::followLinks() {
  for (auto& [id, num] : m_nums) {
    const auto abstract = m_abstracts.find(num.abstract);
    if (abstract == m_abstracts.end() || abstract->second.styleLink.empty()) continue;
    const auto linked = m_nums.find(m_styles.numberingOf(abstract->second.styleLink));
    if (linked == m_nums.end()) continue;
    num.abstract = linked->second.abstract;
    num.levels.insert(linked->second.levels.begin(), linked->second.levels.end());
    num.starts.insert(linked->second.starts.begin(), linked->second.starts.end());
  }
}

const DocxReaderNumbering::Level& DocxReaderNumbering::levelOf(const Num& num,
                                                               std::size_t level) const {
  static const Level kPlain;
  if (const auto own = num.levels.find(level); own != num.levels.end()) return own->second;
  const auto abstract = m_abstracts.find(num.abstract);
  return abstract == m_abstracts.end() ? kPlain : abstract->second.levels.at(level);
}

std::optional<std::size_t> DocxReaderNumbering::tiedLevel(const Num& num,
                                                          std::string_view style) const {
  for (std::size_t level = 0; !style.empty() && level < kLevels; ++level) {
    if (levelOf(num, level).style == style) return level;
  }
  return std::nullopt;
}

/// The paragraph's own word, then the level tied to its style, then what the style says.
std::size_t DocxReaderNumbering::levelIndex(const Num& num, const DocxNumberRef& direct,
                                            std::string_view styleId) const {
  const DocxStyle& style = m_styles.style(styleId);
  auto level = direct.level ? std::optional(static_cast<std::size_t>(std::max(*direct.level, 0)))
                            : tiedLevel(num, styleId);
  if (!level) level = tiedLevel(num, style.numberedBy);
  if (!level && direct.num.empty())
    level = static_cast<std::size_t>(std::max(style.number.level.value_or(0), 0));
  return std::min(level.value_or(0), kLevels - 1);
}

std::optional<DocxLabel> DocxReaderNumbering::next(pugi::xml_node paragraphProperties,
                                                   bool counts) {
  const std::string_view styleId = attribute(paragraphProperties.child("w:pStyle"), "w:val");
  const DocxNumberRef direct = numberRef(paragraphProperties);
  const std::string& id = direct.num.empty() ? m_styles.style(styleId).number.num : direct.num;
  const auto found = id.empty() || id == "0" ? m_nums.end() : m_nums.find(id);
  if (found == m_nums.end()) return std::nullopt;
  const Num& num = found->second;
  const std::size_t level = levelIndex(num, direct, styleId);
  const Counters before = m_counters[num.abstract];
  const std::array<bool, kLevels> started = m_started[id];
  count(id, num, level);
  DocxLabel label = this->label(num, level);
  if (!counts) {
    m_counters[num.abstract] = before;
    m_started[id] = started;
  }
  if (label.text.empty()) return std::nullopt;
  return label;
}

void DocxReaderNumbering::count(const std::string& id, const Num& num, std::size_t level) {
  Counters& counters = m_counters[num.abstract];
  const auto start = num.starts.find(level);
  bool& started = m_started[id].at(level);
  if (start != num.starts.end() && !started) {
    counters.at(level) = start->second;
  } else if (counters.at(level)) {
    ++*counters.at(level);
  } else {
    counters.at(level) = start != num.starts.end() ? start->second : levelOf(num, level).start;
  }
  started = true;
  for (std::size_t deeper = level + 1; deeper < kLevels; ++deeper) {
    const auto restart = levelOf(num, deeper).restart;
    if (!restart || static_cast<int>(level) < *restart) counters.at(deeper).reset();
  }
}

DocxLabel DocxReaderNumbering::label(const Num& num, std::size_t level) const {
  const Level& shape = levelOf(num, level);
  const Counters& counters = m_counters.at(num.abstract);
  DocxLabel label{{}, shape.after, shape.format == "bullet"};
  for (std::size_t i = 0; i < shape.text.size(); ++i) {
    const char16_t c = shape.text[i];
    const char16_t digit = i + 1 < shape.text.size() ? shape.text[i + 1] : u'\0';
    if (c != u'%' || digit < u'1' || digit > u'9' || label.bullet) {
      label.text += c;
      continue;
    }
    const std::size_t of = digit - u'1';
    const Level& numbered = levelOf(num, of);
    const std::int64_t value = counters.at(of).value_or(numbered.start);
    label.text += m_format.written(value, shape.legal ? "decimal" : numbered.format);
    ++i;
  }
  if (!label.bullet) return label;
  label.text = m_symbols.replaced(label.text, shape.font);
  if (std::ranges::any_of(label.text, isSymbolCode)) label.text = u"•";
  return label;
}

}  // namespace moxian
