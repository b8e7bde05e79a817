#include "core/review/Rivals.h"

#include <algorithm>
#include <utility>

#include "core/review/FinalPlaces.h"

namespace moxian {
namespace {

bool sameStamp(const LayerMark& a, const LayerMark& b) {
  return a.author == b.author && a.time == b.time;
}

/// Whether two changes were made without knowledge of each other.
bool apart(const LayerMark& a, const LayerMark& b) {
  return a.author != b.author || !typedOn(a.time, b.time);
}

class RivalFinder {
 public:
  explicit RivalFinder(const Markup& markup) : m_markup(markup) {}

  std::vector<RivalPlace> find() {
    const MarkLayer& inserted = m_markup.inserted();
    for (auto first = inserted.begin(); first != inserted.end();) {
      auto last = first + 1;
      while (last != inserted.end() && (last - 1)->span.end == last->span.begin) ++last;
      look({first, last});
      first = last;
    }
    return std::move(m_places);
  }

 private:
  using Run = std::vector<LayerMark>;

  /// True if it is not struck out as a whole.
  [[nodiscard]] bool stands(const LayerMark& mark) const {
    const LayerMark* struck = m_markup.deleted().at(mark.span.begin);
    return struck == nullptr || struck->span.end < mark.span.end;
  }

  /// Deletions of original words in a row that end at a place, or begin there; the nearest first.
  [[nodiscard]] Run struckBefore(std::size_t place) const {
    Run out;
    const LayerMark* mark = nullptr;
    while (place > 0 && (mark = struckAt(place - 1)) != nullptr) {
      out.push_back(*mark);
      place = mark->span.begin;
    }
    return out;
  }
  [[nodiscard]] Run struckBehind(std::size_t place) const {
    Run out;
    while (const LayerMark* mark = struckAt(place)) {
      out.push_back(*mark);
      place = mark->span.end;
    }
    return out;
  }
  [[nodiscard]] const LayerMark* struckAt(std::size_t place) const {
    const LayerMark* mark = m_markup.deleted().at(place);
    const bool original = mark != nullptr && mark->kind == ChangeKind::Deletion &&
                          m_markup.inserted().at(place) == nullptr;
    return original ? mark : nullptr;
  }

  /// Insertions in a row, one side for each stamp.
  void look(const Run& all) {
    Run run;
    for (const LayerMark& mark : all) {
      if (mark.kind == ChangeKind::Insertion && stands(mark)) run.push_back(mark);
    }
    if (run.empty()) return;
    RivalPlace place{.span = {all.front().span.begin, all.back().span.end}};
    std::vector<LayerMark> heads;
    for (const LayerMark& mark : run) {
      const auto head =
          std::ranges::find_if(heads, [&](const LayerMark& other) { return !apart(mark, other); });
      if (head == heads.end()) {
        heads.push_back(mark);
        place.sides.push_back({mark.id});
      } else {
        place.sides[static_cast<std::size_t>(head - heads.begin())].insert(mark.id);
      }
    }
    const Run before = struckBefore(place.span.begin);
    const Run behind = struckBehind(place.span.end);
    addStriker(place, heads, before, behind);
    if (place.sides.size() < 2 || (before.empty() && behind.empty())) return;
    const LayerMark& base = before.empty() ? behind.front() : before.front();
    if (!isSide(place, base.id)) place.base.insert(base.id);
    m_places.push_back(std::move(place));
  }

  /// Who strikes the words on both hands of an insertion wants it no more than them.
  static void addStriker(RivalPlace& place, const Run& heads, const Run& before,
                         const Run& behind) {
    for (const LayerMark& left : before) {
      const bool around = std::ranges::any_of(
          behind, [&](const LayerMark& right) { return sameStamp(left, right); });
      const bool other =
          std::ranges::all_of(heads, [&](const LayerMark& head) { return apart(head, left); });
      if (!around || !other) continue;
      std::unordered_set<std::int64_t> ids;
      for (const Run* run : {&before, &behind}) {
        for (const LayerMark& mark : *run) {
          if (!sameStamp(left, mark)) continue;
          ids.insert(mark.id);
          place.span = {std::min(place.span.begin, mark.span.begin),
                        std::max(place.span.end, mark.span.end)};
        }
      }
      place.sides.push_back(std::move(ids));
      return;
    }
  }

  static bool isSide(const RivalPlace& place, std::int64_t id) {
    return std::ranges::any_of(place.sides, [&](const auto& side) { return side.contains(id); });
  }

  const Markup& m_markup;
  std::vector<RivalPlace> m_places;
};

/// What accepting comes to at the places of rivals.
struct Plan {
  std::unordered_set<std::int64_t> held;     // stay as they are
  std::unordered_set<std::int64_t> refused;  // give way to their rival
  std::unordered_set<std::int64_t> more;     // deletions beneath the one that was chosen
  std::size_t open = 0;

  [[nodiscard]] bool empty() const { return held.empty() && refused.empty() && more.empty(); }
};

Plan planFor(const std::vector<RivalPlace>& places,
             const std::unordered_set<std::int64_t>& chosen) {
  const auto anyChosen = [&](const std::unordered_set<std::int64_t>& ids) {
    return std::ranges::any_of(ids, [&](std::int64_t id) { return chosen.contains(id); });
  };
  Plan plan;
  for (const RivalPlace& place : places) {
    const auto taken = std::ranges::count_if(place.sides, anyChosen);
    if (taken == 0 && !anyChosen(place.base)) continue;
    for (const auto& side : place.sides) {
      if (taken != 1) plan.held.insert(side.begin(), side.end());
      if (taken == 1 && !anyChosen(side)) plan.refused.insert(side.begin(), side.end());
    }
    auto& beneath = taken == 1 ? plan.more : plan.held;
    beneath.insert(place.base.begin(), place.base.end());
    if (taken != 1) ++plan.open;
  }
  return plan;
}

/// Ranges of two steps, the second in places behind the first, in places before both.
std::vector<Span> together(const std::vector<Span>& first, const std::vector<Span>& second) {
  const FinalPlaces places(first);
  std::vector<Span> all = first;
  for (const Span span : second) all.push_back(places.inDraft(span));
  std::ranges::sort(all);
  std::vector<Span> out;
  for (const Span span : all) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

/// One step of settling; its ranges are in places of the markup as it is then.
std::vector<Span> resolveNoting(Markup& markup, std::u16string_view text,
                                const ChangeFilter& filter, bool accept,
                                const std::optional<Settler>& settler) {
  if (settler) {
    markup.noteSettled(settledChanges(text, markup.chosenBy(filter), accept, *settler));
  }
  return markup.resolve(filter, accept);
}

}  // namespace

std::vector<RivalPlace> rivalsIn(const Markup& markup) {
  return RivalFinder(markup).find();
}

Settlement settleChanges(Markup& markup, std::u16string_view text, const ChangeFilter& filter,
                         bool accept, const std::optional<Settler>& settler) {
  std::unordered_set<std::int64_t> chosen;
  for (const TrackedChange& change : markup.chosenBy(filter)) chosen.insert(change.id);
  const std::vector<RivalPlace> places = accept ? rivalsIn(markup) : std::vector<RivalPlace>();
  const Plan plan = planFor(places, chosen);
  Settlement done{.settled = chosen.size(), .openPlaces = plan.open};
  if (plan.empty()) {
    done.out = resolveNoting(markup, text, filter, accept, settler);
    return done;
  }
  for (const std::int64_t id : plan.held) chosen.erase(id);
  for (const std::int64_t id : plan.refused) chosen.erase(id);
  ChangeFilter rest = filter;
  rest.among = chosen;
  done.settled = chosen.size();
  done.refused = plan.refused.size();
  // what lies beneath goes with the side that was chosen, which stands right behind or before it
  ChangeFilter beneath{.among = plan.more};
  std::erase_if(*beneath.among, [&](std::int64_t id) { return chosen.contains(id); });
  done.settled += beneath.among->size();
  std::u16string now(text);
  const auto step = [&](const ChangeFilter& which, bool accepts) {
    const std::vector<Span> out = resolveNoting(markup, now, which, accepts, settler);
    now = without(now, out);
    done.out = together(done.out, out);
  };
  step(rest, accept);
  step(beneath, true);
  step({.among = plan.refused}, false);
  return done;
}

}  // namespace moxian
