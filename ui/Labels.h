#pragma once

#include <QString>

#include "core/check/Finding.h"
#include "core/report/Outline.h"
#include "core/report/Profile.h"
#include "core/text/Decoder.h"

namespace moxian {

/// What the interface calls things, in its present language.
[[nodiscard]] QString label(Role role);
[[nodiscard]] QString label(Presence presence);
[[nodiscard]] QString label(Severity severity);
[[nodiscard]] QString label(Category category);
/// A kind of report; those of the user's own are called as his file calls them.
[[nodiscard]] QString label(const Profile& profile);
[[nodiscard]] QString label(LineEnding ending);
[[nodiscard]] QString label(Encoding encoding);

}  // namespace moxian
