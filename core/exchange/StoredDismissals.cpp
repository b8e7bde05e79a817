#include "core/exchange/StoredDismissals.h"

#include <algorithm>

namespace moxian {

std::vector<Dismissal> storedDismissals(const Dismissals& dismissals,
                                        const std::vector<Dismissal>& before,
                                        const std::string& author) {
  std::vector<Dismissal> out;
  for (const DismissedFinding& one : dismissals.all()) {
    const auto known = std::ranges::find_if(before, [&](const Dismissal& old) {
      return old.rule == one.rule && old.excerpt == one.excerpt && old.context == one.context;
    });
    out.push_back(known != before.end() ? *known
                                        : Dismissal{one.rule, one.excerpt, one.context, author,
                                                    timeNow(), one.reason});
  }
  return out;
}

Dismissals dismissalsOf(const std::vector<Dismissal>& stored) {
  Dismissals out;
  for (const Dismissal& one : stored) out.add({one.rule, one.excerpt, one.context, one.reason});
  return out;
}

}  // namespace moxian
