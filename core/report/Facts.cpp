#include "core/report/Facts.h"

#include <algorithm>
#include <map>

#include "core/report/TomlReader.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestUnit = 24;
constexpr std::size_t kTopicSample = 20000;  // units of a long report that are read for its field

/// The part of a plain text as a range of the whole.
Span spanOf(std::u16string_view part, const PlainText& plain) {
  const auto begin = static_cast<std::size_t>(part.data() - plain.text().data());
  return {begin, begin + part.size()};
}

}  // namespace

Result<FactWords> FactWords::load(const std::filesystem::path& path) {
  const auto file = TomlReader::open(path);
  if (!file) return std::unexpected(file.error());
  FactWords words;
  const auto topics = file->tables(file->root(), "topic");
  if (!topics) return std::unexpected(topics.error());
  for (const toml::table* topic : *topics) {
    auto name = file->text(*topic, "name");
    if (!name) return std::unexpected(name.error());
    const auto list = file->texts(*topic, "words");
    if (!list) return std::unexpected(list.error());
    for (const auto& word : *list) words.m_topicWords.add(word, words.m_topics.size());
    words.m_topics.push_back(std::move(*name));
  }
  auto endings = file->texts(file->root(), "unit_endings");
  if (!endings) return std::unexpected(endings.error());
  auto after = file->texts(file->root(), "after_unit");
  if (!after) return std::unexpected(after.error());
  words.m_unitEndings = std::move(*endings);
  words.m_afterUnit = std::move(*after);
  return words;
}

std::u16string FactWords::topicOf(std::u16string_view plainTitle,
                                  std::u16string_view plainText) const {
  std::optional<std::size_t> first;
  m_topicWords.find(plainTitle, [&](std::size_t id) { first = std::min(first.value_or(id), id); });
  if (first) return m_topics[*first];
  std::vector<std::size_t> counts(m_topics.size(), 0);
  m_topicWords.find(plainText.substr(0, kTopicSample), [&](std::size_t id) { ++counts[id]; });
  const auto best = std::ranges::max_element(counts);
  constexpr std::size_t kFewest = 3;  // fewer mentions say little
  if (best == counts.end() || *best < kFewest) return {};
  return m_topics[static_cast<std::size_t>(best - counts.begin())];
}

bool FactWords::endsLikeUnit(std::u16string_view plain) const {
  return std::ranges::any_of(m_unitEndings, [&](const auto& end) { return plain.ends_with(end); });
}

std::u16string_view FactWords::unitAtStart(std::u16string_view plain) const {
  const std::size_t mark = plain.find_first_of(u"，。：；、“”（）《》_*0123456789");
  const bool other = std::ranges::any_of(
      std::u16string_view(u"我本在为以按根据自从截"), [&](char16_t c) { return plain.starts_with(c); });
  if (other || mark == 0) return {};
  for (std::size_t length = std::min({plain.size(), kLongestUnit, mark}); length >= 2; --length) {
    const auto rest = plain.substr(length);
    const bool bounded =
        rest.empty() || std::ranges::any_of(m_afterUnit, [&](const auto& word) {
          return rest.starts_with(word);
        });
    if (bounded && endsLikeUnit(plain.substr(0, length))) return plain.substr(0, length);
  }
  return {};
}

bool FactWords::isUnit(std::u16string_view plain) const {
  return plain.size() <= kLongestUnit && plain.size() >= 3 && isBareLine(plain, kLongestUnit) &&
         endsLikeUnit(plain);
}

bool isDateLine(std::u16string_view plain) {
  constexpr std::u16string_view kOfDates = u"0123456789〇零○一二三四五六七八九十年月日-/.（）";
  const bool onlyDate = std::ranges::all_of(
      plain, [&](char16_t c) { return kOfDates.find(c) != kOfDates.npos; });
  return onlyDate && plain.size() >= 6 && plain.size() <= 14 &&
         (plain.find(u'月') != plain.npos || plain.find_first_of(u"-/.") != plain.npos);
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

}  // namespace

std::optional<int> findReportYear(const ParsedText& text, const ReportRange& range,
                                  const ReportBlocks& report) {
  const auto view = [&](std::size_t b) { return text.view(range.begin + b); };
  for (const std::size_t b : report.titleLines) {
    if (const auto year = findYear(view(b))) return year->year;
  }
  std::map<int, int> counts;
  for (std::size_t b = 0; b < report.blocks.size(); ++b) {
    const auto kind = report.blocks[b].kind;
    if (kind == BlockKind::Noise || kind == BlockKind::Title) continue;
    const auto plain = view(b);
    if (kind == BlockKind::Heading && (plain.contains(u"回顾") || plain.contains(u"总结"))) {
      if (const auto year = findYear(plain)) return year->year;
    }
    countYears(plain, counts);
  }
  const auto most = std::ranges::max_element(
      counts, [](const auto& a, const auto& b) { return a.second <= b.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

Span findUnit(const ParsedText& text, const ReportRange& range, const ReportBlocks& report,
              const FactWords& words) {
  const auto view = [&](std::size_t b) { return text.view(range.begin + b); };
  const auto found = [&](std::u16string_view unit) { return spanOf(unit, text.plain); };
  for (const std::size_t b : report.titleLines) {
    auto plain = view(b);
    if (const auto number = plain.find(u"关于"); number == 0) plain.remove_prefix(2);
    const auto year = findYear(plain);
    const auto before = plain.substr(0, year ? year->begin : plain.size());
    if (const auto unit = words.unitAtStart(before); !unit.empty()) return found(unit);
    if (!year) continue;
    if (const auto unit = words.unitAtStart(plain.substr(year->end)); !unit.empty()) {
      return found(unit);
    }
  }
  for (std::size_t b = report.blocks.size(); b-- > 1;) {  // 云溪县民政局 / 2023年12月5日
    if (report.blocks[b].kind == BlockKind::Noise) continue;
    if (isDateLine(view(b)) && words.isUnit(view(b - 1))) return found(view(b - 1));
    break;
  }
  for (std::size_t b = 0; b < report.blocks.size(); ++b) {
    if (report.blocks[b].kind != BlockKind::Paragraph) continue;
    auto plain = view(b);
    if (const auto year = findYear(plain); year && year->begin == 0) {
      const std::size_t start = plain.find_first_not_of(u"以来，", year->end);
      plain.remove_prefix(std::min(start, plain.size()));
    }
    return found(words.unitAtStart(plain));
  }
  return {};
}

}  // namespace moxian
