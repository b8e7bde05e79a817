#include "core/exchange/ImportLosses.h"

#include <string>

namespace moxian {
namespace {

constexpr std::array<std::string_view, 15> kNames = {
    "pictures", "charts",      "diagrams",       "equations",          "objects",
    "embedded", "mergedCells", "headersFooters", "unnumberedHeadings", "phonetics",
    "symbols",  "hiddenText",  "formatting",     "formattingChanges",  "detachedComments"};
static_assert(kNames.size() == static_cast<std::size_t>(Loss::DetachedComments) + 1);

}  // namespace

std::string_view name(Loss loss) {
  return kNames.at(static_cast<std::size_t>(loss));
}

std::vector<ImportLoss> ImportLosses::list() const {
  std::vector<ImportLoss> losses;
  for (std::size_t i = 0; i < m_counts.size(); ++i) {
    if (m_counts[i] > 0) losses.push_back({std::string(kNames[i]), m_counts[i]});
  }
  return losses;
}

}  // namespace moxian
