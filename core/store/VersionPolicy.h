#pragma once

#include <optional>
#include <vector>

#include "core/store/Draft.h"
#include "core/store/MoxianFile.h"

namespace moxian {

/// When versions are made by themselves and how many stay.
struct VersionPolicy {
  Time interval = Time{10} * 60 * 1000;  ///< least age of the last version, in milliseconds
  std::size_t most = 50;                 ///< automatic versions; named ones are never removed
};

/// Adds to a request the automatic version that is due and the removal of those that are too many.
/// `text`: what will be saved. A version is due if the text differs from the last version's and
/// that one is older than the interval, or seems younger than now because a clock was set back. Too
/// many: those closest in time to the one before go first, the youngest ten stay.
void applyPolicy(const VersionPolicy& policy, const std::vector<VersionInfo>& versions,
                 const Hash& text, const std::string& author, SaveRequest& request);

}  // namespace moxian
