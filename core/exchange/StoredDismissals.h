#pragma once

#include <vector>

#include "core/check/Dismissals.h"
#include "core/store/Draft.h"

namespace moxian {

/// The dismissed findings as a document stores them, and back. Those that stood in `before` keep
/// their author and time; new ones get `author` and the present time.
[[nodiscard]] std::vector<Dismissal> storedDismissals(const Dismissals& dismissals,
                                                      const std::vector<Dismissal>& before,
                                                      const std::string& author);
[[nodiscard]] Dismissals dismissalsOf(const std::vector<Dismissal>& stored);

}  // namespace moxian
