#include "core/check/rules/Identities.h"

#include <algorithm>
#include <map>

namespace moxian {
namespace {

using Cells = std::vector<Cell>;

std::int64_t sumOf(const Cells& cells, const std::vector<std::size_t>& of) {
  std::int64_t out = 0;
  for (const std::size_t n : of) out += cells[n].value;
  return out;
}

/// By how much the parts exceed the wholes.
std::int64_t excess(const Cells& cells, const Identity& identity) {
  return sumOf(cells, identity.parts) - sumOf(cells, identity.wholes);
}

/// What a change of a cell would mend.
struct Mending {
  std::size_t mends = 0;   ///< identities that fail now and would hold
  std::size_t breaks = 0;  ///< identities that hold now and would fail
};

/// The changes that would mend an identity, by cell and value.
using Candidates = std::map<std::pair<std::size_t, std::int64_t>, Mending>;

Candidates candidates(const Cells& cells, const std::vector<Identity>& identities) {
  Candidates out;
  for (const Identity& identity : identities) {
    const std::int64_t by = excess(cells, identity);
    if (by == 0) continue;
    for (const std::size_t n : identity.parts) ++out[{n, cells[n].value - by}].mends;
    for (const std::size_t n : identity.wholes) ++out[{n, cells[n].value + by}].mends;
  }
  // A count below none is no way to mend a table.
  std::erase_if(out, [](const auto& entry) { return entry.first.second < 0; });
  return out;
}

bool holds(const Identity& identity, std::size_t cell) {
  return std::ranges::contains(identity.parts, cell) ||
         std::ranges::contains(identity.wholes, cell);
}

std::size_t intactWith(const Cells& cells, const std::vector<Identity>& identities,
                       std::size_t cell) {
  return static_cast<std::size_t>(std::ranges::count_if(identities, [&](const Identity& one) {
    return excess(cells, one) == 0 && holds(one, cell);
  }));
}

Cause causeAt(const Cells& cells, const Identity& identity, std::size_t cell) {
  Cause out{cell, {}, {}, sumOf(cells, identity.parts), sumOf(cells, identity.wholes)};
  for (const auto* side : {&identity.parts, &identity.wholes}) {
    for (const std::size_t n : *side) {
      if (n != cell) out.others.push_back(n);
    }
  }
  return out;
}

/// The change that mends at least two identities and breaks none; the best of them.
const Candidates::value_type* best(const Candidates& all, const Cells& cells,
                                   const std::vector<Identity>& identities) {
  const Candidates::value_type* out = nullptr;
  for (const auto& entry : all) {
    if (entry.second.mends < 2 || (out != nullptr && entry.second.mends <= out->second.mends)) {
      continue;
    }
    if (intactWith(cells, identities, entry.first.first) == 0) out = &entry;
  }
  return out;
}

}  // namespace

std::vector<Cause> causes(std::vector<Cell> cells, const std::vector<Identity>& identities) {
  std::vector<Cause> out;
  const auto broken = [&](const Identity& one) { return excess(cells, one) != 0; };
  for (auto first = std::ranges::find_if(identities, broken); first != identities.end();
       first = std::ranges::find_if(identities, broken)) {
    const Candidates all = candidates(cells, identities);
    if (const auto* found = best(all, cells, identities)) {
      const auto [cell, value] = found->first;
      const auto at = std::ranges::find_if(
          identities, [&](const Identity& one) { return broken(one) && holds(one, cell); });
      Cause cause = causeAt(cells, *at, cell);
      cause.value = value;
      out.push_back(std::move(cause));
      cells[cell].value = value;
      continue;
    }
    break;
  }
  // What is left has no cell in common: each identity stands for itself.
  for (const Identity& one : identities) {
    if (broken(one)) out.push_back(causeAt(cells, one, one.wholes.front()));
  }
  return out;
}

}  // namespace moxian
