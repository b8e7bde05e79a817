#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/check/Rule.h"
#include "core/report/Reader.h"

namespace moxian::bench {

/// Makes reports of any length from the starter corpus, the same for the same seed. Slots are
/// filled with figures, dates and invented names, so that no two sentences are alike.
class Drafts {
 public:
  explicit Drafts(std::uint32_t seed = 1);

  /// One report with title, three parts and numbered headings, of about so many characters.
  [[nodiscard]] std::u16string report(std::size_t characters);
  /// One sentence with its slots filled.
  [[nodiscard]] std::u16string sentence(Role role);

 private:
  std::u16string filled(std::u16string_view sentence);
  std::u16string section(Role role, std::u16string_view heading, std::size_t characters);

  std::mt19937 m_random;
  std::vector<std::u16string> m_sentences[8];  // by role
};

/// Loaded once; a benchmark that cannot load its resources ends the run with a message.
[[nodiscard]] const ReportReader& reader();
[[nodiscard]] const RuleSet& rules();

}  // namespace moxian::bench
