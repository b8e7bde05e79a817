#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/report/Outline.h"
#include "core/report/PlainText.h"

namespace moxian {

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

/// Finds the phrases of many signals in one pass over a text.
class PhraseFinder {
 public:
  void add(std::u16string_view words, std::size_t id);
  /// Calls `found(id)` for each phrase that occurs, perhaps several times for one id.
  template <class Found>
  void find(std::u16string_view text, const Found& found) const;

 private:
  struct Phrase {
    struct Piece {
      std::u16string text;
      bool acrossClauses = false;  // the gap before it may hold marks
    };
    std::vector<Piece> pieces;  // in this order
    bool atStart = false;
    bool atEnd = false;
    std::size_t id = 0;
  };
  static constexpr std::size_t kGap = 40;  // units between two pieces at most
  [[nodiscard]] static bool matches(const Phrase& phrase, std::u16string_view text, std::size_t at);

  std::vector<std::vector<Phrase>> m_buckets = {{}};  // phrases that begin alike; the first is empty
  std::vector<std::uint16_t> m_bucketOf = std::vector<std::uint16_t>(0x10000);  // by UTF-16 unit
};

/// The signals of resources/rules/roles.toml. Immutable after loading, safe between threads.
class SignalTable {
 public:
  /// An entry without words, weight, example or counter-example, or whose example lacks its words,
  /// is an error that names file and line.
  [[nodiscard]] static Result<SignalTable> load(const std::filesystem::path& file,
                                                const PlainMaker& plain);

  /// What a text says for each role; each signal counts once. `namesLaterYear`: whether the text
  /// names a year after the one reported on.
  [[nodiscard]] Evidence evidence(std::u16string_view plain, Where where,
                                  bool namesLaterYear = false) const;
  [[nodiscard]] const std::vector<Signal>& all() const { return m_signals; }

 private:
  std::vector<Signal> m_signals;
  std::vector<Signal> m_special;  // those without words
  std::array<PhraseFinder, 3> m_finders;  // by Where
};

template <class Found>
void PhraseFinder::find(std::u16string_view text, const Found& found) const {
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const Phrase& phrase : m_buckets[m_bucketOf[text[i]]]) {
      if (matches(phrase, text, i)) found(phrase.id);
    }
  }
}

}  // namespace moxian
