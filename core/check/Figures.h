#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Span.h"

namespace moxian {

/// A figure in a text with what it counts.
struct Figure {
  Span span;                 ///< the digits with 万 or 亿
  Span unit;                 ///< the measure word after it ("条", "万元" without 万); may be empty
  std::int64_t value = 0;    ///< in ten-thousandths
  std::int64_t step = 0;     ///< worth of the last digit written, in ten-thousandths
  bool approximate = false;  ///< 余, 多, 近, 约, 超, 以上 … beside it
  bool percent = false;      ///< %, ％ or 个百分点
  bool ordinal = false;      ///< part of a date, a time, a document number or 第…

  /// Digits, 万 and measure word.
  [[nodiscard]] Span whole() const { return {span.begin, unit.empty() ? span.end : unit.end}; }
};

/// The measure words that figures are compared by: resources/rules/measures.txt, one a line.
class Measures {
 public:
  [[nodiscard]] static Result<Measures> load();
  /// The length of the longest measure word at an offset, 0 if there is none.
  [[nodiscard]] std::size_t lengthAt(std::u16string_view text, std::size_t at) const;

 private:
  std::set<std::u16string, std::less<>> m_words;
  std::size_t m_longest = 0;
};

/// The end of the digits of a figure whose thousands are divided by full-width commas, as
/// "1，860人", if one begins at an offset; the offset itself if none does. Only what is surely one
/// figure: one to three digits, groups of exactly three, perhaps a fraction, and a measure word; no
/// item number, no list of numbers, no number that ends a clause of its own.
[[nodiscard]] std::size_t dividedEnd(std::u16string_view line, std::size_t begin,
                                     const Measures& measures);

/// The figures in Arabic digits of a line, in order; thousands may be divided by half-width commas,
/// as dividedEnd allows, or before a measure word by spaces. A stray '?' behind the digits is skipped.
/// Figures too large for the value are left out.
[[nodiscard]] std::vector<Figure> figuresOf(std::u16string_view line, const Measures& measures);

/// A value as a reader writes it: "1530", "12.5", "1.2万" is 12000.
[[nodiscard]] std::string valueText(std::int64_t value);

}  // namespace moxian
