#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/report/Signals.h"

namespace moxian {

/// What the words of a heading say about the role of its section; see Where::Heading.
[[nodiscard]] Evidence headingEvidence(std::u16string_view plainHeading, const SignalTable& signals,
                                       std::optional<int> reportYear);

/// The role a heading announces: the strongest with at least `threshold`; ProblemsAndNext if both
/// of these reach it; nothing if none does.
[[nodiscard]] std::optional<Role> announcedRole(const Evidence& evidence, double threshold);

/// True if a text names a year after `reportYear` (2024年, 明年) within its first `window` units.
[[nodiscard]] bool namesLaterYear(std::u16string_view plain, std::optional<int> reportYear,
                                  std::size_t window);

}  // namespace moxian
