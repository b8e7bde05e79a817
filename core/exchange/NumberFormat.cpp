#include "core/exchange/NumberFormat.h"

#include <unicode/numfmt.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>

namespace moxian {
namespace {

using namespace std::string_view_literals;

enum class Kind {
  System,    ///< a numbering system of ICU
  Sequence,  ///< the n-th of consecutive characters, from the first one on
  Letters,   ///< a … z, aa, bb …: the letter repeats (17.18.59, lowerLetter)
  Cycle,     ///< the characters over and over
  Padded,    ///< Arabic with a leading zero below ten
  Dashed,    ///< - 1 -
  Nothing,
};

struct Entry {
  std::string_view format;
  Kind kind;
  std::string_view system = {};    ///< of ICU
  std::u16string_view first = {};  ///< first character, or all of a cycle
  std::int64_t most = 0;           ///< last number of a sequence
};

constexpr std::u16string_view kStems = u"甲乙丙丁戊己庚辛壬癸";
constexpr std::u16string_view kBranches = u"子丑寅卯辰巳午未申酉戌亥";

constexpr std::array kEntries = {
    Entry{"chineseCounting"sv, Kind::System, "hans"sv},
    Entry{"chineseCountingThousand"sv, Kind::System, "hans"sv},
    Entry{"japaneseCounting"sv, Kind::System, "jpan"sv},
    Entry{"taiwaneseCounting"sv, Kind::System, "hant"sv},
    Entry{"taiwaneseCountingThousand"sv, Kind::System, "hant"sv},
    Entry{"koreanCounting"sv, Kind::System, "hant"sv},
    Entry{"chineseLegalSimplified"sv, Kind::System, "hansfin"sv},
    Entry{"ideographLegalTraditional"sv, Kind::System, "hantfin"sv},
    Entry{"japaneseLegal"sv, Kind::System, "hantfin"sv},
    Entry{"ideographDigital"sv, Kind::System, "hanidec"sv},
    Entry{"japaneseDigitalTenThousand"sv, Kind::System, "hanidec"sv},
    Entry{"taiwaneseDigital"sv, Kind::System, "hanidec"sv},
    Entry{"koreanDigital2"sv, Kind::System, "hanidec"sv},
    Entry{"decimalFullWidth"sv, Kind::System, "fullwide"sv},
    Entry{"decimalFullWidth2"sv, Kind::System, "fullwide"sv},
    Entry{"upperRoman"sv, Kind::System, "roman"sv},
    Entry{"lowerRoman"sv, Kind::System, "romanlow"sv},
    Entry{"upperLetter"sv, Kind::Letters, {}, u"A", 26},
    Entry{"lowerLetter"sv, Kind::Letters, {}, u"a", 26},
    Entry{"decimalEnclosedCircle"sv, Kind::Sequence, {}, u"①", 20},
    Entry{"decimalEnclosedCircleChinese"sv, Kind::Sequence, {}, u"①", 20},
    Entry{"decimalEnclosedParen"sv, Kind::Sequence, {}, u"⑴", 20},
    Entry{"decimalEnclosedFullstop"sv, Kind::Sequence, {}, u"⒈", 20},
    Entry{"ideographEnclosedCircle"sv, Kind::Sequence, {}, u"㊀", 10},
    Entry{"ideographTraditional"sv, Kind::Cycle, {}, kStems},
    Entry{"ideographZodiac"sv, Kind::Cycle, {}, kBranches},
    Entry{"decimalZero"sv, Kind::Padded},
    Entry{"numberInDash"sv, Kind::Dashed},
    Entry{"none"sv, Kind::Nothing},
    Entry{"bullet"sv, Kind::Nothing},
};

constexpr std::int64_t kMostRoman = 3999;
constexpr std::int64_t kMostRepeats = 30;

std::u16string arabic(std::int64_t value) {
  const std::string digits = std::to_string(value);
  return {digits.begin(), digits.end()};
}

std::u16string letters(std::int64_t value, const Entry& entry) {
  const std::int64_t times = (value - 1) / entry.most + 1;
  if (times > kMostRepeats) return arabic(value);
  const auto letter = static_cast<char16_t>(entry.first[0] + (value - 1) % entry.most);
  return std::u16string(static_cast<std::size_t>(times), letter);
}

}  // namespace

struct NumberFormat::Systems {
  std::map<std::string_view, std::unique_ptr<icu::NumberFormat>> made;

  std::u16string written(std::int64_t value, std::string_view system) {
    auto& format = made[system];
    if (!format) {
      UErrorCode failed = U_ZERO_ERROR;
      const std::string locale = "zh@numbers=" + std::string(system);
      format.reset(icu::NumberFormat::createInstance(icu::Locale(locale.c_str()), failed));
      if (U_FAILURE(failed) != 0) return arabic(value);  // an ICU without its data files
      format->setGroupingUsed(false);
    }
    icu::UnicodeString text;
    format->format(value, text);
    return {text.getBuffer(), static_cast<std::size_t>(text.length())};
  }
};

NumberFormat::NumberFormat() : m_systems(std::make_unique<Systems>()) {}
NumberFormat::~NumberFormat() = default;
NumberFormat::NumberFormat(NumberFormat&&) noexcept = default;
NumberFormat& NumberFormat::operator=(NumberFormat&&) noexcept = default;

std::u16string NumberFormat::written(std::int64_t value, std::string_view format) const {
  const auto* entry = std::ranges::find(kEntries, format, &Entry::format);
  if (entry == kEntries.end()) return arabic(value);
  const bool roman = entry->system.starts_with("roman");
  switch (entry->kind) {
    case Kind::Nothing:
      return {};
    case Kind::Padded:
      return (value >= 0 && value < 10 ? u"0" : u"") + arabic(value);
    case Kind::Dashed:
      return u"- " + arabic(value) + u" -";
    case Kind::System:
      if (value < 0 || (roman && (value == 0 || value > kMostRoman))) return arabic(value);
      return m_systems->written(value, entry->system);
    case Kind::Letters:
      return value < 1 ? arabic(value) : letters(value, *entry);
    case Kind::Sequence:
      if (value < 1 || value > entry->most) return arabic(value);
      return {static_cast<char16_t>(entry->first[0] + value - 1)};
    case Kind::Cycle:
      if (value < 1) return arabic(value);
      return {entry->first[static_cast<std::size_t>(value - 1) % entry->first.size()]};
  }
  return arabic(value);
}

}  // namespace moxian
