#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/corpus/Slots.h"

namespace moxian {

/// Last year's report, made ready to be gone through for this year.
struct RolledOver {
  std::u16string text;
  std::size_t slots = 0;  ///< places 〔去年：…〕 to fill
  std::size_t years = 0;  ///< years that were moved on by one
};

/// Carries a report over to the next year. Figures, dates and numbers of documents become slots
/// that show what stood there, units staying outside: 〔去年：1,234〕户, 〔去年：10月31日〕. Where
/// a whole year alone is said (2023年, 2023年度), `year` (of the old report) and the one after it
/// move on by one, other years and bare figures like 2023 become slots too; without `year` all do.
/// The year it was compared with says what it must be now: 较〔去年：2022年，今年应为2023年〕.
/// Years and figures inside the title of a document become slots (《〔去年：2023年〕工作要点》);
/// laws, names and places stay, periods of plans and orders behind a title too (keptPlaces), and so
/// do slots that were open. Linear.
[[nodiscard]] RolledOver rollOver(std::u16string_view text, const SlotFinder& finder,
                                  std::optional<int> year);

/// What a slot 〔去年：1,234〕 shows of last year, brackets as they were; nothing for other slots.
[[nodiscard]] std::optional<std::u16string> lastYearsValue(std::u16string_view slot);

/// What such a slot says of this year (今年应为2023年); empty if nothing.
[[nodiscard]] std::u16string thisYearsHint(std::u16string_view slot);

}  // namespace moxian
