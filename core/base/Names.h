#pragma once

#include <string>

#include "core/base/Messages.h"

namespace moxian {

/// What a name of the profiles (a kind of report, a part, a section; UTF-8) is called in the
/// language of `messages`, from its table [names]; the name itself where that has none, as for
/// profiles of the user.
[[nodiscard]] std::string named(const std::string& name, const Messages& messages);

}  // namespace moxian
