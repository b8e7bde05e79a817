#pragma once

#include <string_view>
#include <vector>

#include "core/report/Outline.h"
#include "core/report/Profile.h"

namespace moxian {

/// What a report has of the parts its profile requires, from the roles of its blocks.
///
/// A part is missing if no sentence delivers it, even under a heading that announces it; thin if
/// its text has fewer characters than the profile asks for; else present.
[[nodiscard]] std::vector<RequiredPart> requiredParts(const Report& report, const Profile& profile,
                                                      std::u16string_view text);

/// The sections the profile prescribes by name with the headings that open them.
[[nodiscard]] std::vector<NamedSection> namedSections(const Report& report, const Profile& profile,
                                                      std::u16string_view text);

/// True if the text of a report breaks off; see Report::truncated.
[[nodiscard]] bool isTruncated(const Report& report, std::u16string_view text);

}  // namespace moxian
