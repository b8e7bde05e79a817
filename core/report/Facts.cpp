#include "core/report/Facts.h"

#include <algorithm>
#include <map>

#include "core/report/NumberParser.h"
#include "core/report/Years.h"

namespace moxian {
namespace {

constexpr std::size_t kFewestMentions = 3;   // of a field, to be that of the report
constexpr std::size_t kTopicSample = 20000;  // units of a long report that are read for its field

/// The part of a plain text as a range of the whole.
Span spanOf(std::u16string_view part, const PlainText& plain) {
  const auto begin = static_cast<std::size_t>(part.data() - plain.text().data());
  return {begin, begin + part.size()};
}

}  // namespace

Result<Topics> Topics::load(const TomlReader& facts) {
  Topics topics;
  const auto tables = facts.tables(facts.root(), "topic");
  if (!tables) return std::unexpected(tables.error());
  for (const toml::table* topic : *tables) {
    auto name = facts.text(*topic, "name");
    if (!name) return std::unexpected(name.error());
    const auto words = facts.texts(*topic, "words");
    if (!words) return std::unexpected(words.error());
    for (const auto& word : *words) topics.m_words.add(word, topics.m_names.size());
    topics.m_names.push_back(std::move(*name));
  }
  return topics;
}

std::u16string Topics::of(std::u16string_view plainTitle, std::u16string_view plainText) const {
  std::optional<std::size_t> first;
  m_words.find(plainTitle, [&](std::size_t id) { first = std::min(first.value_or(id), id); });
  if (first) return m_names[*first];
  std::vector<std::size_t> counts(m_names.size(), 0);
  m_words.find(plainText.substr(0, kTopicSample), [&](std::size_t id) { ++counts[id]; });
  const auto best = std::ranges::max_element(counts);
  if (best == counts.end() || *best < kFewestMentions) return {};
  return m_names[static_cast<std::size_t>(best - counts.begin())];
}

namespace {

/// Counts years outside 《》, 〔〕 and brackets, which name other documents.
void countYears(std::u16string_view plain, std::map<int, int>& counts) {
  int depth = 0;
  std::size_t from = 0;
  for (auto year = findYear(plain); year; year = findYear(plain, year->end)) {
    for (; from < year->begin; ++from) {
      if (std::u16string_view(u"《〔（").contains(plain[from])) ++depth;
      if (std::u16string_view(u"》〕）").contains(plain[from]) && depth > 0) --depth;
    }
    if (depth == 0) ++counts[year->year];
  }
}

/// 过去一年的工作, 去年工作回顾.
bool looksBack(std::u16string_view heading) {
  const bool past = heading.contains(u"过去") || heading.contains(u"去年");
  return past && (heading.contains(u"工作") || heading.contains(u"回顾"));
}

/// "2024年，我局……" under the title of 2023: the text tells of a year of its own. 0 for other
/// texts.
int laterOpening(std::u16string_view plain, int named) {
  const auto year = findYear(plain);
  if (!year || year->begin != 0 || year->year <= named || year->end >= plain.size()) return 0;
  const auto sentence = plain.substr(year->end, plain.find(u'。') - year->end);
  const bool plans = sentence.contains(u'将') || sentence.contains(u"计划") ||
                     sentence.contains(u"打算") || sentence.starts_with(u"，是");
  return sentence.starts_with(u'，') && !plans ? year->year : 0;
}

}  // namespace

ReportYears findYears(const ParsedText& text, const ReportRange& range,
                      const ReportBlocks& report) {
  ReportYears years;
  std::map<int, int> counts;
  bool opened = false;
  for (std::size_t b = 0; b < report.blocks.size(); ++b) {
    const auto kind = report.blocks[b].kind;
    const auto plain = text.view(range.begin + b);
    if (kind == BlockKind::Noise) continue;
    if (kind == BlockKind::Title) {
      const auto year = findTitleYear(plain);
      if (year && !years.named) years.named = year->year;
      continue;
    }
    const bool heading = kind == BlockKind::Heading;
    if (!opened && !heading && years.named && !years.worked.year) {
      if (const int later = laterOpening(plain, *years.named)) years.worked.year = later;
    }
    opened = true;
    years.worked.over = years.worked.over || (heading && looksBack(plain));
    const bool review =
        heading && !years.worked.year && (plain.contains(u"回顾") || plain.contains(u"总结"));
    if (const auto year = findYear(plain); review && year) years.worked.year = year->year;
    countYears(plain, counts);
  }
  auto& worked = years.worked.year;
  if (!worked) worked = years.named;
  if (!worked && !counts.empty()) {
    worked = std::ranges::max_element(counts, [](const auto& a, const auto& b) {
               return a.second <= b.second;
             })->first;
  }
  if (!years.named) years.named = worked;
  years.worked.over = years.worked.over || (worked && *worked < *years.named);
  return years;
}

namespace {

/// The office that a block names at its start, behind a marker or number of compilers, 关于 or a
/// year.
std::u16string_view unitOf(std::u16string_view plain, const UnitNames& units) {
  if (const auto marker = parseMarker(plain); marker && !marker->title.empty())
    plain = marker->title;
  if (const auto number = parseNumber(plain)) plain.remove_prefix(number->length);
  plain.remove_prefix(std::min(plain.find_first_not_of(u"—-《"), plain.size()));
  if (plain.starts_with(u"关于")) plain.remove_prefix(2);
  const auto year = findTitleYear(plain);
  if (!year || year->begin > 0) return units.atStart(plain);
  const std::size_t start = plain.find_first_not_of(u"以来，", year->end);
  return units.atStart(plain.substr(std::min(start, plain.size())));
}

}  // namespace

Span findUnit(const ParsedText& text, const ReportRange& range, const ReportBlocks& report,
              const UnitNames& units) {
  std::u16string_view found;
  bool firstParagraph = true;
  for (std::size_t b = 0; b < report.blocks.size() && found.empty(); ++b) {
    const auto plain = text.view(range.begin + b);
    const auto kind = report.blocks[b].kind;
    if (kind == BlockKind::Title) found = unitOf(plain, units);
    if (kind != BlockKind::Paragraph) continue;
    if (report.blocks[b].role == Role::Closing) {  // 云溪县民政局 above the date
      found = units.isName(plain) ? plain : std::u16string_view{};
    } else if (firstParagraph) {
      found = unitOf(plain, units);
      firstParagraph = false;
    }
  }
  return found.empty() ? Span{} : spanOf(found, text.plain);
}

}  // namespace moxian
