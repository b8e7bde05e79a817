#include "core/report/LineReader.h"

#include <algorithm>

#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr double kNoise = 1.0;              // sum of weights from which a line is noise
constexpr std::size_t kLongestNotice = 120;  // an advert in a longer line needs twice the evidence

bool hasContent(std::u16string_view plain) {
  return std::ranges::any_of(plain, [](char16_t c) {
    return isHan(c) || isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
           (c > 0x2FFF && !isFullWidthMark(c) && !isSpace(c));
  });
}

/// 12, -12-, —12—, 第12页, 第1页共5页.
bool isPageNumber(std::u16string_view plain) {
  constexpr std::u16string_view kAround = u"-—–－第页共/、， ";
  const auto digits = std::ranges::count_if(plain, isAsciiDigit);
  return digits > 0 && digits <= 6 && std::ranges::all_of(plain, [&](char16_t c) {
           return isAsciiDigit(c) || kAround.find(c) != kAround.npos;
         });
}

bool isNoise(std::u16string_view plain, const SignalTable& signals) {
  if (!hasContent(plain) || isPageNumber(plain)) return true;
  if (plain.size() > 4 * kLongestNotice) return false;
  const double said = at(signals.evidence(plain, Where::Line), Role::Noise);
  return said >= (plain.size() > kLongestNotice ? 2 * kNoise : kNoise);
}

/// Rows between '|' as typed in the editor, and rows between tabs as copied from PDF and sheets.
bool isTable(std::u16string_view plain) {
  const auto bars = std::ranges::count(plain, u'|');
  if (bars >= 2 || (bars == 1 && (plain.front() == u'|' || plain.back() == u'|'))) return true;
  const auto tabs = std::ranges::count(plain, u'\t');
  if (tabs == 0 || plain.find(u'。') != plain.npos) return false;
  const auto number = parseNumber(plain);
  const bool afterNumber = number && plain.find(u'\t') == number->length;
  return tabs > (afterNumber ? 1 : 0);
}

}  // namespace

ParsedText parseLines(std::u16string_view text, const Lines& lines, const PlainMaker& maker,
                      const SignalTable& signals) {
  ParsedText parsed;
  parsed.plain = maker.make(text);
  for (std::size_t n = 0; n < lines.count(); ++n) {
    if (isBlank(lines.span(n).of(text))) continue;
    const Span whole = parsed.plain.lineSpan(n);
    ParsedLine line;
    line.line = n;
    line.original = trimmedSpan(lines.span(n).of(text)).shifted(lines.span(n).begin);
    line.plain = trimmedSpan(whole.of(parsed.plain.text())).shifted(whole.begin);
    const auto plain = line.plain.of(parsed.plain.text());
    line.table = !plain.empty() && isTable(plain);
    line.noise = !line.table && isNoise(plain, signals);
    if (!line.table && !line.noise) line.number = parseNumber(plain);
    parsed.lines.push_back(line);
  }
  return parsed;
}

bool endsWithMark(std::u16string_view plain) {
  constexpr std::u16string_view kClosers = u"”’』」》〉）)]】〕\"'";
  while (!plain.empty() && kClosers.find(plain.back()) != kClosers.npos) plain.remove_suffix(1);
  return !plain.empty() &&
         std::u16string_view(u"。！？；…!?").find(plain.back()) != std::u16string_view::npos;
}

bool isBareLine(std::u16string_view plain, std::size_t longest) {
  return !plain.empty() && plain.size() <= longest &&
         plain.find_first_of(u"。！？；") == plain.npos && !plain.ends_with(u'：') &&
         !plain.ends_with(u'，') && !plain.ends_with(u'、');
}

}  // namespace moxian
