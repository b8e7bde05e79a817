#pragma once

#include "core/check/Rule.h"

namespace moxian {

// What the structure rules share.

/// The place of a finding about a report as a whole: its title, else its first line.
[[nodiscard]] Span headOf(const CheckedText& text, const Report& report);

/// The part of the report's profile with a role; nullptr if it has none.
[[nodiscard]] const ProfilePart* partOf(const CheckedText& text, const Report& report, Role role);

/// The name clerks give the part: the first heading word of its profile (UTF-8).
[[nodiscard]] std::string partName(const ProfilePart* part, Role role);

}  // namespace moxian
