#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/check/Figures.h"

namespace moxian {

/// The parts of a whole as a list in a line: "甲3条、乙4条，丙5条。"
struct Parts {
  std::vector<Figure> figures;
  std::vector<std::u16string_view> labels;
  /// No figure of the same measure follows the list in its sentence: nothing was left unread.
  bool closed = false;
  /// 等 says that parts were left out.
  bool openEnded = false;

  [[nodiscard]] std::int64_t sum() const;
  [[nodiscard]] std::int64_t largest() const;
  [[nodiscard]] bool approximate() const;
  /// By how much parts that were rounded may miss their whole; 0 if none was.
  [[nodiscard]] std::int64_t tolerance(const Figure& whole) const;
};

/// Both count the same: one measure word, or both in percent.
[[nodiscard]] bool countsSame(std::u16string_view line, const Figure& a, const Figure& b);

/// Past a bracket that explains a figure: "28条（含附件）".
[[nodiscard]] std::size_t pastBracket(std::u16string_view line, std::size_t at);

/// Reads lists of parts. Immutable after loading, safe between threads. Lines are given in
/// simplified characters.
class PartsReader {
 public:
  /// Loads resources/rules/comparisons.txt.
  [[nodiscard]] static Result<PartsReader> load();

  /// The list that begins at `from`; no figures if there is none.
  [[nodiscard]] Parts at(std::u16string_view line, const std::vector<Figure>& figures,
                         std::size_t from) const;

  /// The figure the parts before which the list stands (at `at`) add up to: the nearest of their
  /// measure in the sentence or, if the list opens one, in the sentence before. One that equals the
  /// sum wins, since then all is well. nullptr if there is none.
  [[nodiscard]] const Figure* wholeBefore(std::u16string_view line,
                                          const std::vector<Figure>& figures, const Parts& parts,
                                          std::size_t at) const;

 private:
  [[nodiscard]] bool compares(std::u16string_view before) const;
  [[nodiscard]] bool isLabel(std::u16string_view label) const;

  std::vector<std::u16string> m_comparisons;
};

}  // namespace moxian
