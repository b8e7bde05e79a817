#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/report/Outline.h"
#include "core/report/PhraseFinder.h"
#include "core/report/PlainText.h"

namespace moxian {

class TomlReader;

/// How much speaks for each role; index it with at(evidence, role).
using Evidence = std::array<double, 8>;
[[nodiscard]] constexpr double& at(Evidence& evidence, Role role) {
  return evidence[static_cast<std::size_t>(role)];
}
[[nodiscard]] constexpr double at(const Evidence& evidence, Role role) {
  return evidence[static_cast<std::size_t>(role)];
}

/// Where a signal is looked for.
enum class Where { Heading, Sentence, Line };

/// A wording that speaks for a role, or with a negative weight against it. The table of all of them
/// is resources/rules/roles.toml, whose first lines document the format.
struct Signal {
  Role role = Role::WorkDone;
  Where where = Where::Sentence;
  double weight = 0;
  std::vector<std::u16string> words;  ///< as in the file: ^ start, $ end, … and …… gaps
  std::u16string example;             ///< a text that has the signal
  std::u16string counter;             ///< a text that looks like it and has another role
  bool laterYear = false;             ///< instead of words: names a year after the report's
  bool figures = false;               ///< instead of words: counts something (see hasFigure)
};

/// True if a plain text holds digits that count something: not a date, not the number of an item.
[[nodiscard]] bool hasFigure(std::u16string_view plain);

/// The signals of resources/rules/roles.toml. Immutable after loading, safe between threads.
class SignalTable {
 public:
  /// An entry without words, weight, example or counter-example, or whose example lacks its words,
  /// is an error that names file and line.
  [[nodiscard]] static Result<SignalTable> load(const TomlReader& file, const PlainMaker& plain);

  /// What a text says for each role; each signal counts once. `namesLaterYear`: whether the text
  /// names a year after the one reported on.
  [[nodiscard]] Evidence evidence(std::u16string_view plain, Where where,
                                  bool namesLaterYear = false) const;
  [[nodiscard]] const std::vector<Signal>& all() const { return m_signals; }

 private:
  std::vector<Signal> m_signals;
  std::vector<Signal> m_special;          // those without words
  std::array<PhraseFinder, 3> m_finders;  // by Where
};

}  // namespace moxian
