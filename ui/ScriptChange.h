#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/check/Finding.h"
#include "core/text/ScriptConverter.h"

namespace moxian {

/// The converter all windows share, loaded when first asked for. Any thread.
[[nodiscard]] const Result<ScriptConverter>& sharedConverter();

/// What a draft can be turned into.
enum class ScriptChange { Simplified, Traditional, Taiwan };

/// The edits that turn a draft into another script, one a line that differs; together they are one
/// undo step. None if it is written so already.
[[nodiscard]] Result<std::vector<Edit>> scriptEdits(std::u16string_view text, ScriptChange change);

}  // namespace moxian
