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

Time far(const LayerMark& a, const LayerMark& b) {
  return a.time > b.time ? a.time - b.time : b.time - a.time;
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

  /// Insertions in a row.
  void look(const Run& all) {
    Run run;
    for (const LayerMark& mark : all) {
      if (mark.kind == ChangeKind::Insertion && stands(mark)) run.push_back(mark);
    }
    if (run.empty()) return;
    const Run before = struckBefore(all.front().span.begin);
    const Run behind = struckBehind(all.back().span.end);
    RivalPlace place{.span = {all.front().span.begin, all.back().span.end}};
    bool found = replacedTwice(place, run, before, behind);
    if (!found) {
      std::ranges::reverse(run);
      found = replacedTwice(place, run, behind, before);
    }
    found |= struckAround(place, run, before, behind);
    if (!found) {
      std::ranges::reverse(run);
      found = replacedAhead(place, run, before, behind);
    }
    if (found) m_places.push_back(std::move(place));
  }

  /// The first words in a run that the hand put which struck others; the end if there are none.
  static Run::const_iterator putBy(const LayerMark& struck, const Run& run) {
    auto nearest = run.end();  // copies that carry one name differ in time only
    for (auto mark = run.begin(); mark != run.end(); ++mark) {
      const bool nearer = nearest == run.end() || far(*mark, struck) < far(*nearest, struck);
      if (mark->author == struck.author && nearer) nearest = mark;
    }
    if (nearest == run.end()) return nearest;
    return std::ranges::find_if(run, [&](const LayerMark& mark) { return !apart(mark, *nearest); });
  }

  /// Words of others between what a hand struck and what it put there instead. `run` begins where
  /// the struck words are; what others put on the far side are additions.
  static bool replacedTwice(RivalPlace& place, const Run& run, const Run& struck,
                            const Run& beyond) {
    for (auto base = struck.begin(); base != struck.end(); ++base) {
      const auto own = putBy(*base, run);
      if (own == run.end()) continue;
      Run heads = handsOf({run.begin(), own});
      // whoever put words in when the replacement stood there knew of it
      std::erase_if(heads, [&](const LayerMark& head) {
        return std::ranges::all_of(run.begin(), own, [&](const LayerMark& mark) {
          return apart(mark, head) || (mark.id > base->id && mark.id > own->id);
        });
      });
      if (heads.empty()) return false;
      place.base.insert(base->id);
      for (const LayerMark& head : heads) {
        auto& side = place.sides.emplace_back();
        for (auto mark = run.begin(); mark != own; ++mark) {
          if (!apart(*mark, head)) side.insert(mark->id);
        }
        claim(place, side, head, run, {base + 1, struck.end()});
        claim(place, side, head, run, beyond);
      }
      auto& side = place.sides.emplace_back();
      for (auto mark = own; mark != run.end(); ++mark) {
        if (!apart(*mark, *own)) side.insert(mark->id);
      }
      return true;
    }
    return false;
  }

  /// One mark of each hand.
  static Run handsOf(const Run& run) {
    Run heads;
    for (const LayerMark& mark : run) {
      const bool known =
          std::ranges::any_of(heads, [&](const LayerMark& other) { return !apart(mark, other); });
      if (!known) heads.push_back(mark);
    }
    return heads;
  }

  /// What a side struck beside the words that all of them strike.
  static void claim(RivalPlace& place, std::unordered_set<std::int64_t>& side,
                    const LayerMark& head, const Run& run, const Run& struck) {
    for (const LayerMark& mark : struck) {
      const auto by = putBy(mark, run);
      if (by == run.end() || apart(*by, head)) continue;
      side.insert(mark.id);
      widen(place, mark.span);
    }
  }

  static void widen(RivalPlace& place, Span with) {
    place.span = {std::min(place.span.begin, with.begin), std::max(place.span.end, with.end)};
  }

  /// Who strikes the words on both hands of others' words wants those no more than them.
  bool struckAround(RivalPlace& place, const Run& run, const Run& before, const Run& behind) const {
    for (const LayerMark& left : before) {
      const bool around = std::ranges::any_of(
          behind, [&](const LayerMark& right) { return sameStamp(left, right); });
      const bool other =
          std::ranges::all_of(run, [&](const LayerMark& mark) { return apart(mark, left); });
      if (!around || !other) continue;
      if (place.sides.empty()) {
        auto& side = place.sides.emplace_back();
        for (const LayerMark& mark : run) side.insert(mark.id);
      }
      // between words that a side strikes and those that it puts lie words that both strike
      const auto own = std::ranges::find_if(
          before, [&](const LayerMark& mark) { return putBy(mark, run) != run.end(); });
      if (own == before.begin()) {
        place.base.insert(own->id);
      } else if (own != before.end()) {
        for (auto mark = before.begin(); mark != own; ++mark) place.base.insert(mark->id);
        place.sides.front().insert(own->id);
        widen(place, own->span);
      }
      std::unordered_set<std::int64_t> striker = strokeOf(place, left);
      for (const std::int64_t id : place.base) striker.erase(id);
      place.sides.push_back(std::move(striker));
      return true;
    }
    return false;
  }

  /// Words before those that they replace, with words behind that another hand strikes without
  /// putting anything: that one strikes them all.
  bool replacedAhead(RivalPlace& place, const Run& run, const Run& before,
                     const Run& behind) const {
    if (behind.size() < 2) return false;
    const LayerMark& base = behind[0];
    const LayerMark& more = behind[1];
    const auto own = putBy(base, run);
    const auto others = putBy(more, run);
    if (own == run.end() || !apart(base, more)) return false;
    // of one name: the words are of the hand whose deletion is nearer in time
    if (others != run.end() && (apart(*others, *own) || far(*own, more) <= far(*own, base))) {
      return false;
    }
    if (!before.empty() && !apart(before.front(), base)) return false;
    auto last = behind.begin() + 1;
    while (last + 1 != behind.end() && !apart(*(last + 1), more)) ++last;
    const LayerMark* put = m_markup.inserted().at(last->span.end);
    if (put != nullptr && put->author == more.author) return false;
    place.base.insert(base.id);
    auto& side = place.sides.emplace_back();
    for (const LayerMark& mark : run) {
      if (!apart(mark, *own)) side.insert(mark.id);
    }
    std::unordered_set<std::int64_t> striker = strokeOf(place, more);
    striker.erase(base.id);
    place.sides.push_back(std::move(striker));
    return true;
  }

  /// All that a hand strikes around a place, past what others put or strike in between, with what
  /// it put there instead.
  std::unordered_set<std::int64_t> strokeOf(RivalPlace& place, const LayerMark& by) const {
    std::unordered_set<std::int64_t> ids;
    const auto take = [&](const LayerMark& mark) {
      ids.insert(mark.id);
      widen(place, mark.span);
    };
    const auto next = [&](std::size_t at) {
      const LayerMark* struck = struckAt(at);
      if (struck != nullptr && sameStamp(*struck, by)) take(*struck);
      if (struck != nullptr) return struck;
      const LayerMark* put = m_markup.inserted().at(at);
      return put != nullptr && apart(*put, by) ? put : nullptr;
    };
    std::size_t at = by.span.end;
    take(by);
    while (const LayerMark* mark = next(at)) at = mark->span.end;
    std::size_t from = by.span.begin;
    const LayerMark* mark = nullptr;
    while (from > 0 && (mark = next(from - 1)) != nullptr) from = mark->span.begin;
    for (const LayerMark* put = m_markup.inserted().at(at);
         put != nullptr && put->author == by.author; put = m_markup.inserted().at(put->span.end)) {
      take(*put);
    }
    return ids;
  }

  const Markup& m_markup;
  std::vector<RivalPlace> m_places;
};

/// What accepting comes to at the places of rivals.
struct Plan {
  std::unordered_set<std::int64_t> held;     // stay as they are
  std::unordered_set<std::int64_t> refused;  // give way to their rival
  std::unordered_set<std::int64_t> more;     // the rest of the side that was chosen
  std::vector<std::size_t> decided = {};     // numbers of places where one side was singled out
  std::size_t open = 0;

  [[nodiscard]] bool empty() const { return held.empty() && refused.empty() && more.empty(); }
};

/// `open` holds the numbers of places that nobody chose at, though one side only was singled out.
Plan planWith(const std::vector<RivalPlace>& places, const std::unordered_set<std::int64_t>& chosen,
              const std::unordered_set<std::size_t>& open) {
  const auto anyChosen = [&](const std::unordered_set<std::int64_t>& ids) {
    return std::ranges::any_of(ids, [&](std::int64_t id) { return chosen.contains(id); });
  };
  Plan plan;
  for (std::size_t n = 0; n < places.size(); ++n) {
    const RivalPlace& place = places[n];
    const auto taken = std::ranges::count_if(place.sides, anyChosen);
    if (taken == 0 && !anyChosen(place.base)) continue;
    const bool decided = taken == 1 && !open.contains(n);
    for (const auto& side : place.sides) {
      auto& into = !decided ? plan.held : anyChosen(side) ? plan.more : plan.refused;
      into.insert(side.begin(), side.end());
    }
    (decided ? plan.more : plan.held).insert(place.base.begin(), place.base.end());
    if (decided)
      plan.decided.push_back(n);
    else
      ++plan.open;
  }
  return plan;
}

/// A change may stand at several places: where it is held at one it is not accepted at another.
Plan planFor(const std::vector<RivalPlace>& places,
             const std::unordered_set<std::int64_t>& chosen) {
  std::unordered_set<std::size_t> open;
  for (;;) {
    Plan plan = planWith(places, chosen, open);
    const auto held = [&](std::int64_t id) { return plan.held.contains(id); };
    const std::size_t before = open.size();
    for (const std::size_t n : plan.decided) {
      const bool waits = std::ranges::any_of(places[n].base, held) ||
                         std::ranges::any_of(places[n].sides, [&](const auto& side) {
                           return std::ranges::any_of(side, held);
                         });
      if (waits) open.insert(n);
    }
    if (open.size() == before) return plan;
  }
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

std::optional<JoinedRivals> joinedRivals(const Markup& markup) {
  const std::vector<RivalPlace> places = rivalsIn(markup);
  if (places.empty()) return {};
  const FinalPlaces inFinal(hiddenIn(markup, true));
  return JoinedRivals{places.size(), inFinal.inFinal(places.front().span)};
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
  // with a change goes all of its side, and what lies beneath
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
