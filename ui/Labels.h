#pragma once

#include <QString>

#include "core/check/Finding.h"
#include "core/report/Outline.h"
#include "core/text/Decoder.h"

namespace moxian {

/// What the interface calls things, in its present language.
[[nodiscard]] QString label(Role role);
[[nodiscard]] QString label(Presence presence);
[[nodiscard]] QString label(Severity severity);
[[nodiscard]] QString label(Category category);
[[nodiscard]] QString label(LineEnding ending);
[[nodiscard]] QString label(Encoding encoding);

}  // namespace moxian
