#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/report/Signals.h"

namespace moxian {

/// The year in which the work of a report was done.
struct WorkYear {
  std::optional<int> year;
  bool over = false;  ///< it was over when the report was given: 今年 is a later one
};

/// What the words of a heading say about the role of its section; see Where::Heading.
[[nodiscard]] Evidence headingEvidence(std::u16string_view plainHeading, const SignalTable& signals,
                                       const WorkYear& worked);

/// The role a heading announces: the strongest with at least `threshold`; ProblemsAndNext if both
/// of these reach it; nothing if none does.
[[nodiscard]] std::optional<Role> announcedRole(const Evidence& evidence, double threshold);

/// True if a text names a year after the one of the work (2024年, 明年) within its first `window`
/// units.
[[nodiscard]] bool namesLaterYear(std::u16string_view plain, const WorkYear& worked,
                                  std::size_t window);

}  // namespace moxian
