#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Span.h"
#include "core/corpus/Slots.h"

namespace moxian {

/// What of a line belongs to a year though SlotFinder leaves it alone or sees only a part of it:
/// - figures and years inside a title in 《》, but for laws (as `finder` knows them) that do not
/// name `year`;
/// - ranges and days in digits: 2023-2024, 2023/10/31;
/// - deadlines without a year: 10.31 of 10.31前, 十月底 of 十月底前;
/// - numbers of documents in any brackets, or with 年第 or 令: ［2023］5号, 2023年第5号, 第12号令;
/// - 百分之五;
/// - years inside names: “2023年全国科普日”.
/// In order, not overlapping, in UTF-16 units; nothing inside a slot 〔…〕 and nothing of what
/// keptPlaces names. `year` is that of the report. Linear.
[[nodiscard]] std::vector<Span> yearPlaces(std::u16string_view line, std::optional<int> year,
                                           const SlotFinder& finder);

/// The titles in 《》 on a line, marks included, the outer ones; one that is not closed is none.
[[nodiscard]] std::vector<Span> titleSpans(std::u16string_view line);

/// The end of a year in digits (1900 to 2099, nothing of a longer number) that begins at `at`; `at`
/// itself if none does.
[[nodiscard]] std::size_t yearEnd(std::u16string_view line, std::size_t at);

}  // namespace moxian
