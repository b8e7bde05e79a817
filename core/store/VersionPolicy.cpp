#include "core/store/VersionPolicy.h"

#include <algorithm>

namespace moxian {
namespace {

constexpr std::size_t kYoungest = 10;

bool due(const VersionPolicy& policy, const std::vector<VersionInfo>& versions, const Hash& text,
         Time now) {
  if (versions.empty()) return true;
  const VersionInfo& last = versions.back();
  if (last.hash == text) return false;
  return last.time > now || now - last.time >= policy.interval;
}

/// How much is lost with a version: the time between its neighbours that no version would cover.
std::size_t mostDispensable(const std::vector<VersionInfo>& automatic) {
  std::size_t best = 1;
  Time least = 0;
  for (std::size_t i = 1; i + kYoungest < automatic.size(); ++i) {
    const Time gap = std::max<Time>(0, automatic[i].time - automatic[i - 1].time);
    if (i == 1 || gap < least) {
      best = i;
      least = gap;
    }
  }
  return best;
}

}  // namespace

void applyPolicy(const VersionPolicy& policy, const std::vector<VersionInfo>& versions,
                 const Hash& text, const std::string& author, SaveRequest& request) {
  if (!request.version && due(policy, versions, text, request.time)) {
    request.version = NewVersion{VersionKind::Automatic, {}, author, {}};
  }
  std::vector<VersionInfo> automatic;
  std::ranges::copy_if(versions, std::back_inserter(automatic),
                       [](const VersionInfo& v) { return v.kind == VersionKind::Automatic; });
  const bool another = request.version && request.version->kind == VersionKind::Automatic;
  const std::size_t most = std::max(policy.most, kYoungest + 2);
  while (automatic.size() + (another ? 1 : 0) > most) {
    const std::size_t gone = mostDispensable(automatic);
    request.removeVersions.push_back(automatic[gone].id);
    automatic.erase(automatic.begin() + static_cast<std::ptrdiff_t>(gone));
  }
}

}  // namespace moxian
