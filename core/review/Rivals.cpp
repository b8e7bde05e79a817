#include "core/review/Rivals.h"

#include <algorithm>
#include <set>
#include <unordered_map>
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
        auto& side = place.sides.emplace_back().own;
        for (auto mark = run.begin(); mark != own; ++mark) {
          if (!apart(*mark, head)) side.insert(mark->id);
        }
        claim(place, side, head, run, {base + 1, struck.end()});
        claim(place, side, head, run, beyond);
      }
      auto& side = place.sides.emplace_back().own;
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
  bool struckAround(RivalPlace& place, const Run& run, const Run& before, const Run& behind) {
    std::set<std::pair<std::uint32_t, Time>> hands;
    for (const LayerMark& right : behind) hands.emplace(right.author, right.time);
    for (const LayerMark& left : before) {
      if (hands.erase({left.author, left.time}) == 0) continue;  // not on both, or seen
      const bool other =
          std::ranges::all_of(run, [&](const LayerMark& mark) { return apart(mark, left); });
      if (!other) continue;
      if (place.sides.empty()) {
        auto& side = place.sides.emplace_back().own;
        for (const LayerMark& mark : run) side.insert(mark.id);
      }
      // between words that a side strikes and those that it puts lie words that both strike
      const auto own = std::ranges::find_if(
          before, [&](const LayerMark& mark) { return putBy(mark, run) != run.end(); });
      if (own == before.begin()) {
        place.base.insert(own->id);
      } else if (own != before.end()) {
        for (auto mark = before.begin(); mark != own; ++mark) place.base.insert(mark->id);
        place.sides.front().own.insert(own->id);
        widen(place, own->span);
      }
      place.sides.push_back(strikerOf(place, left));
      return true;
    }
    return false;
  }

  /// Words before those that they replace, with words behind that another hand strikes without
  /// putting anything: that one strikes them all.
  bool replacedAhead(RivalPlace& place, const Run& run, const Run& before, const Run& behind) {
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
    auto& side = place.sides.emplace_back().own;
    for (const LayerMark& mark : run) {
      if (!apart(mark, *own)) side.insert(mark.id);
    }
    place.sides.push_back(strikerOf(place, more));
    return true;
  }

  /// All that a hand strikes around a place, past what others put or strike in between, with what
  /// it put there instead.
  struct Stroke {
    std::shared_ptr<const RivalSide::Ids> ids;
    Span span = {};
  };

  /// The side of the hand that made a deletion.
  RivalSide strikerOf(RivalPlace& place, const LayerMark& by) {
    const auto known = m_strokes.find(by.id);
    const Stroke stroke = known != m_strokes.end() ? known->second : strokeOf(by);
    widen(place, stroke.span);
    RivalSide side{.stroke = stroke.ids};
    for (const std::int64_t id : place.base) {
      if (stroke.ids->contains(id)) side.shared.insert(id);
    }
    return side;
  }

  Stroke strokeOf(const LayerMark& by) {
    RivalSide::Ids ids{by.id};
    std::vector<std::int64_t> struck{by.id};
    Span span = by.span;
    const auto take = [&](const LayerMark& mark) {
      ids.insert(mark.id);
      span = {std::min(span.begin, mark.span.begin), std::max(span.end, mark.span.end)};
    };
    const auto next = [&](std::size_t at) {
      const LayerMark* mark = struckAt(at);
      if (mark != nullptr && sameStamp(*mark, by)) {
        take(*mark);
        struck.push_back(mark->id);
      }
      if (mark != nullptr) return mark;
      const LayerMark* put = m_markup.inserted().at(at);
      return put != nullptr && apart(*put, by) ? put : nullptr;
    };
    std::size_t at = by.span.end;
    while (const LayerMark* mark = next(at)) at = mark->span.end;
    std::size_t from = by.span.begin;
    const LayerMark* mark = nullptr;
    while (from > 0 && (mark = next(from - 1)) != nullptr) from = mark->span.begin;
    for (const LayerMark* put = m_markup.inserted().at(at);
         put != nullptr && put->author == by.author; put = m_markup.inserted().at(put->span.end)) {
      take(*put);
    }
    const Stroke stroke{std::make_shared<const RivalSide::Ids>(std::move(ids)), span};
    for (const std::int64_t id : struck) m_strokes[id] = stroke;
    return stroke;
  }

  const Markup& m_markup;
  std::unordered_map<std::int64_t, Stroke> m_strokes;  // of each deletion in one
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

/// Which sides hold some of a set of ids; each stroke is looked through once.
class Among {
 public:
  explicit Among(const RivalSide::Ids& ids) : m_ids(ids) {}

  bool any(const RivalSide::Ids& some) const {
    return std::ranges::any_of(some, [&](std::int64_t id) { return m_ids.contains(id); });
  }
  bool any(const RivalSide& side) {
    if (any(side.own)) return true;
    return side.stroke && inStroke(*side.stroke) > count(side.shared);
  }

 private:
  std::ptrdiff_t count(const RivalSide::Ids& some) const {
    return std::ranges::count_if(some, [&](std::int64_t id) { return m_ids.contains(id); });
  }
  std::ptrdiff_t inStroke(const RivalSide::Ids& stroke) {
    const auto [found, fresh] = m_counts.try_emplace(&stroke);
    if (fresh) found->second = count(stroke);
    return found->second;
  }

  const RivalSide::Ids& m_ids;
  std::unordered_map<const RivalSide::Ids*, std::ptrdiff_t> m_counts;
};

/// Puts the ids of sides together; of each stroke once.
class Gathering {
 public:
  explicit Gathering(RivalSide::Ids& into) : m_into(into) {}

  void add(const RivalSide& side) {
    m_into.insert(side.own.begin(), side.own.end());
    if (!side.stroke) return;
    const auto [left, fresh] = m_left.try_emplace(side.stroke.get(), side.shared);
    if (fresh) {
      for (const std::int64_t id : *side.stroke) {
        if (!side.shared.contains(id)) m_into.insert(id);
      }
    }
    std::erase_if(left->second, [&](std::int64_t id) {
      if (side.shared.contains(id)) return false;
      m_into.insert(id);
      return true;
    });
  }

 private:
  RivalSide::Ids& m_into;
  std::unordered_map<const RivalSide::Ids*, RivalSide::Ids> m_left;  // of each stroke
};

/// `open` holds the numbers of places that nobody chose at, though one side only was singled out.
Plan planWith(const std::vector<RivalPlace>& places, const std::unordered_set<std::int64_t>& chosen,
              const std::unordered_set<std::size_t>& open) {
  Among among(chosen);
  Plan plan;
  Gathering held(plan.held);
  Gathering refused(plan.refused);
  Gathering more(plan.more);
  for (std::size_t n = 0; n < places.size(); ++n) {
    const RivalPlace& place = places[n];
    const auto taken =
        std::ranges::count_if(place.sides, [&](const RivalSide& side) { return among.any(side); });
    if (taken == 0 && !among.any(place.base)) continue;
    const bool decided = taken == 1 && !open.contains(n);
    for (const RivalSide& side : place.sides) {
      (!decided ? held : among.any(side) ? more : refused).add(side);
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
    Among held(plan.held);
    const std::size_t before = open.size();
    for (const std::size_t n : plan.decided) {
      const bool waits =
          held.any(places[n].base) ||
          std::ranges::any_of(places[n].sides, [&](const auto& side) { return held.any(side); });
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

RivalSide::Ids RivalSide::ids() const {
  Ids all;
  Gathering(all).add(*this);
  return all;
}

std::unordered_set<std::int64_t> idsOf(const std::vector<RivalPlace>& places) {
  std::unordered_set<std::int64_t> all;
  Gathering gathering(all);
  for (const RivalPlace& place : places) {
    for (const RivalSide& side : place.sides) gathering.add(side);
  }
  return all;
}

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
