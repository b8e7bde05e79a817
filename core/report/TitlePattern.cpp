#include "core/report/TitlePattern.h"

#include <algorithm>

#include "core/report/LineReader.h"
#include "core/report/NumberParser.h"
#include "core/report/Years.h"
#include "core/text/Characters.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestTitle = 50;

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

/// 篇1…, 第二篇…, 范文三…, 材料一…: the marker without its opening bracket.
std::optional<ReportMarker> parseLeadingMarker(std::u16string_view text) {
  for (const std::u16string_view word : {u"篇", u"范文", u"例文", u"样本", u"材料"}) {
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
  if (!ordinal || text.substr(0, at).contains(u'篇')) return std::nullopt;  // a list of links
  auto title = text.substr(0, at);
  while (title.ends_with(u'（') || title.ends_with(u' ')) title.remove_suffix(1);
  return ReportMarker{*ordinal, title};
}

}  // namespace

std::u16string_view withoutTail(std::u16string_view plain) {
  while (!plain.empty()) {
    const std::size_t before = plain.size();
    if (const auto marker = parseTrailingMarker(plain)) plain = marker->title;
    while (!plain.empty() && (isAsciiDigit(plain.back()) || isSpace(plain.back()) ||
                              std::u16string_view(u".…·-—|》").contains(plain.back()))) {
      plain.remove_suffix(1);
    }
    for (const std::u16string_view tail :
         {u"范文", u"范本", u"模板", u"精选", u"草稿", u"初稿", u"最新"}) {
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

std::u16string_view withoutStop(std::u16string_view plain) {
  return plain.ends_with(u'。') ? plain.substr(0, plain.size() - 1) : plain;
}

TitlePattern::TitlePattern(const Profiles& profiles, UnitNames units) : m_units(std::move(units)) {
  for (const auto& [name, profile] : profiles.all()) {
    for (const auto* words : {&profile.titleWords, &profile.weakTitleWords}) {
      m_kinds.insert(m_kinds.end(), words->begin(), words->end());
    }
    m_weakKinds.insert(m_weakKinds.end(), profile.weakTitleWords.begin(),
                       profile.weakTitleWords.end());
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
  if (plain.size() < 4 || !isBareLine(plain, kLongestTitle) || parseNumber(plain) ||
      plain.contains(u'：')) {
    return false;
  }
  const TitleParts parts = partsOf(plain);
  const bool weak = std::ranges::find(m_weakKinds, parts.kind) != m_weakKinds.end();
  const bool named = parts.year || !parts.unit.empty() || plain.starts_with(u"关于");
  return !parts.kind.empty() && (!weak || named);
}

TitleParts TitlePattern::partsOf(std::u16string_view plain) const {
  TitleParts parts;
  parts.kind = kindOf(withoutTail(plain));
  plain.remove_prefix(std::min(plain.find_first_not_of(u"—-"), plain.size()));
  plain.remove_prefix(plain.starts_with(u"关于") ? 2 : plain.starts_with(u"《") ? 1 : 0);
  const auto year = findTitleYear(plain);
  if (year) parts.year = year->year;
  const bool yearFirst = year && year->begin == 0;
  parts.unit = m_units.atStart(yearFirst ? plain.substr(year->end) : plain);
  return parts;
}

std::u16string_view entryTitle(std::u16string_view plain) {
  if (const auto number = parseNumber(plain)) plain.remove_prefix(number->length);
  while (!plain.empty() && (isAsciiDigit(plain.back()) || plain.back() == u'\t' ||
                            std::u16string_view(u".…·-—| ").contains(plain.back()))) {
    plain.remove_suffix(1);
  }
  return trimmed(plain);
}

std::u16string titleKey(std::u16string_view plain) {
  std::u16string key;
  auto title = entryTitle(plain);
  const std::size_t digits = std::min(title.find_first_not_of(u"0123456789"), title.size());
  if (digits < 3) title.remove_prefix(digits);  // 7XX街道…: an entry number without its mark
  for (const char16_t c : title) {
    const bool letter =
        isHan(c) || isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    if (letter && !(c == u'度' && key.ends_with(u'年'))) key += c;
  }
  return key;
}

int trailingOrdinal(std::u16string_view plain) {
  if (plain.ends_with(u'）')) plain.remove_suffix(1);
  std::size_t length = 0;
  while (length < plain.size() && ordinalRun(plain.substr(plain.size() - length - 1, 1)) == 1) {
    ++length;
  }
  return ordinalOf(plain.substr(plain.size() - length)).value_or(0);
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
