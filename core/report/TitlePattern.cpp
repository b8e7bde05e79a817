#include "core/report/TitlePattern.h"

#include <algorithm>

#include "core/report/LineReader.h"
#include "core/report/NumberParser.h"
#include "core/text/Characters.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestTitle = 50;
constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2099;

/// Takes away what follows a title: （一）, （草稿）, 范文, a page number, a lone ordinal.
std::u16string_view withoutTail(std::u16string_view plain) {
  while (!plain.empty()) {
    const std::size_t before = plain.size();
    while (!plain.empty() && (isAsciiDigit(plain.back()) || isSpace(plain.back()) ||
                              std::u16string_view(u".…·-—").contains(plain.back()))) {
      plain.remove_suffix(1);
    }
    for (const std::u16string_view tail : {u"范文", u"模板", u"精选", u"草稿", u"初稿"}) {
      if (plain.ends_with(tail)) plain.remove_suffix(tail.size());
    }
    if (plain.ends_with(u'）')) {
      const std::size_t open = plain.rfind(u'（');
      if (open != plain.npos && open > 0) plain.remove_suffix(plain.size() - open);
    }
    if (plain.size() == before) break;
  }
  return plain;
}

std::optional<int> chineseYear(std::u16string_view four) {
  for (const char16_t c : four) {
    if (std::u16string_view(u"〇零○一二三四五六七八九").find(c) == std::u16string_view::npos) {
      return std::nullopt;
    }
  }
  std::u16string digits(four);
  std::ranges::replace(digits, u'○', u'〇');
  const auto value = chineseNumeral(digits);
  return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<int> arabicYear(std::u16string_view four) {
  int value = 0;
  for (const char16_t c : four) {
    if (!isAsciiDigit(c)) return std::nullopt;
    value = value * 10 + (c - u'0');
  }
  return value;
}

/// The ordinal a text consists of, in Arabic or Chinese digits.
std::optional<int> ordinalOf(std::u16string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  int value = 0;
  if (std::ranges::all_of(text, isAsciiDigit)) {
    for (const char16_t c : text) value = value * 10 + (c - u'0');
    return value > 0 ? std::optional(value) : std::nullopt;
  }
  const auto numeral = chineseNumeral(text);
  return numeral && *numeral > 0 ? std::optional(static_cast<int>(*numeral)) : std::nullopt;
}

/// The longest run of ordinal characters at the start.
std::size_t ordinalRun(std::u16string_view text) {
  const std::size_t end = text.find_first_not_of(u"0123456789一二三四五六七八九十百");
  return std::min(end, text.size());
}

/// 篇1…, 第二篇…, 范文三…: the marker without its opening bracket.
std::optional<ReportMarker> parseLeadingMarker(std::u16string_view text) {
  for (const std::u16string_view word : {u"篇", u"范文", u"例文", u"样本"}) {
    if (!text.starts_with(word)) continue;
    const auto rest = text.substr(word.size());
    const std::size_t run = ordinalRun(rest);
    if (const auto ordinal = ordinalOf(rest.substr(0, run))) {
      return ReportMarker{*ordinal, rest.substr(run)};
    }
  }
  if (!text.starts_with(u'第')) return std::nullopt;
  const auto rest = text.substr(1);
  const std::size_t run = ordinalRun(rest);
  const auto ordinal = ordinalOf(rest.substr(0, run));
  if (!ordinal || !rest.substr(run).starts_with(u'篇')) return std::nullopt;
  return ReportMarker{*ordinal, rest.substr(run + 1)};
}

/// …总结 篇4, …总结（篇四）.
std::optional<ReportMarker> parseTrailingMarker(std::u16string_view text) {
  if (text.ends_with(u'）')) text.remove_suffix(1);
  const std::size_t at = text.rfind(u'篇');
  if (at == text.npos || at == 0) return std::nullopt;
  const auto ordinal = ordinalOf(text.substr(at + 1));
  if (!ordinal) return std::nullopt;
  auto title = text.substr(0, at);
  while (title.ends_with(u'（') || title.ends_with(u' ')) title.remove_suffix(1);
  return ReportMarker{*ordinal, title};
}

}  // namespace

TitlePattern::TitlePattern(const Profiles& profiles) {
  for (const auto& [name, profile] : profiles.all()) {
    m_kinds.insert(m_kinds.end(), profile.titleWords.begin(), profile.titleWords.end());
  }
  std::ranges::sort(m_kinds, [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::u16string_view TitlePattern::kindOf(std::u16string_view plain) const {
  for (const auto& kind : m_kinds) {
    if (plain.ends_with(kind)) return plain.substr(plain.size() - kind.size());
  }
  return {};
}

bool TitlePattern::looksLikeTitle(std::u16string_view plain) const {
  return plain.size() >= 4 && isBareLine(plain, kLongestTitle) && !parseNumber(plain) &&
         plain.find(u'：') == plain.npos && !kindOf(withoutTail(plain)).empty();
}

TitleParts TitlePattern::partsOf(std::u16string_view plain) const {
  TitleParts parts;
  parts.kind = kindOf(withoutTail(plain));
  if (plain.starts_with(u"关于")) plain.remove_prefix(2);
  const auto year = findYear(plain);
  if (year) parts.year = year->year;
  const bool yearFirst = year && year->begin == 0;
  parts.unit = yearFirst ? plain.substr(year->end) : plain.substr(0, year ? year->begin : plain.size());
  return parts;
}

std::optional<YearMention> findYear(std::u16string_view plain, std::size_t from) {
  for (std::size_t nian = plain.find(u'年', from); nian != plain.npos;
       nian = plain.find(u'年', nian + 1)) {
    if (nian < from + 4) continue;
    const auto four = plain.substr(nian - 4, 4);
    const bool longer = nian >= 5 && isAsciiDigit(plain[nian - 5]);
    auto value = arabicYear(four);
    if (!value) value = chineseYear(four);
    if (!value || longer || *value < kFirstYear || *value > kLastYear) continue;
    const bool whole = nian + 1 < plain.size() && plain[nian + 1] == u'度';
    return YearMention{*value, nian - 4, nian + (whole ? 2U : 1U)};
  }
  return std::nullopt;
}

std::u16string_view entryTitle(std::u16string_view plain) {
  if (const auto number = parseNumber(plain)) plain.remove_prefix(number->length);
  while (!plain.empty() && (isAsciiDigit(plain.back()) || plain.back() == u'\t' ||
                            std::u16string_view(u".…·-— ").contains(plain.back()))) {
    plain.remove_suffix(1);
  }
  return trimmed(plain);
}

std::u16string titleKey(std::u16string_view plain) {
  std::u16string key;
  for (const char16_t c : entryTitle(plain)) {
    const bool letter = isHan(c) || isAsciiDigit(c) || (c >= u'a' && c <= u'z') ||
                        (c >= u'A' && c <= u'Z');
    if (letter && !(c == u'度' && key.ends_with(u'年'))) key += c;
  }
  return key;
}

std::optional<ReportMarker> parseMarker(std::u16string_view plain) {
  if (plain.empty() || plain.size() > kLongestTitle ||
      plain.find_first_of(u"。！？；，") != plain.npos) {
    return std::nullopt;
  }
  const bool opened = std::u16string_view(u"【（[〔").contains(plain.front());
  const auto inside = opened ? plain.substr(1) : plain;
  if (auto marker = parseLeadingMarker(inside)) {
    auto& title = marker->title;
    const std::size_t start = title.find_first_not_of(u"】）]〕：、.． \t");
    const bool separated = start != 0;
    title = start == title.npos ? std::u16string_view{} : title.substr(start);
    if (separated || title.empty()) return marker;
  }
  if (const auto number = parseNumber(plain);
      number && number->form == NumberForm::BracketedChinese && number->length == plain.size()) {
    return ReportMarker{number->ordinal, {}, true};
  }
  return parseTrailingMarker(plain);
}

}  // namespace moxian
