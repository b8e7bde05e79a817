#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/check/Figures.h"
#include "core/check/Rule.h"

namespace moxian {

/// An earlier report to hold a draft against, as a rule sees it. Immutable, safe between threads.
class PreviousReport {
 public:
  /// `folded`: `text` in simplified characters, of the same length.
  PreviousReport(std::u16string text, const std::u16string& folded, const Outline& outline);

  [[nodiscard]] const std::u16string& text() const { return m_text; }
  /// Where the earlier report says the same, spaces and numbering apart; empty if nowhere.
  /// `key` comes from sentenceKey.
  [[nodiscard]] Span sentence(const std::u16string& key) const;
  /// Where it says the same with other figures.
  [[nodiscard]] Span withOtherFigures(const std::u16string& key) const;
  /// True if the six characters stand in the earlier report.
  [[nodiscard]] bool holds(std::u16string_view six) const;

 private:
  std::u16string m_text;
  std::map<std::u16string, Span> m_sentences;
  std::map<std::u16string, Span> m_patterns;
  std::vector<std::size_t> m_shingles;  ///< hashes, sorted
};

/// How much of a sentence stayed.
enum class Stayed { WordForWord, FiguresChanged };

/// A sentence that stands in the earlier report too.
struct TakenOver {
  Span span;     ///< in the draft
  Span earlier;  ///< in the earlier report
  Stayed stayed = Stayed::WordForWord;
  bool figures = false;  ///< it holds figures with a measure word
  Role role = Role::WorkDone;
};

/// A draft beside the report of the year before.
struct YearComparison {
  std::vector<TakenOver> taken;      ///< in order
  std::map<Role, double> likeness;   ///< per part, 0 to 1: share of its wording that stayed
  double whole = 0;                  ///< the same for all prose
};

[[nodiscard]] YearComparison compareWith(const PreviousReport& previous, const CheckedText& text,
                                         const Measures& measures);

}  // namespace moxian
