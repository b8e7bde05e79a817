#pragma once

#include <cstddef>
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

/// What turns a draft into another script.
struct ScriptEdits {
  std::vector<Edit> edits;  ///< ascending, together one undo step; none if it is written so already
  std::size_t lines = 0;    ///< that they change
};

/// One edit a line that differs, or several where it holds text that stays as it is (`hidden`,
/// ascending and disjoint).
[[nodiscard]] Result<ScriptEdits> scriptEdits(std::u16string_view draft,
                                              const std::vector<Span>& hidden, ScriptChange change);

}  // namespace moxian
