#include "core/review/Deeds.h"

#include <cstdint>
#include <unordered_set>

namespace moxian {

bool typedOn(Time first, Time second) {
  constexpr Time kMinute = 60'000;
  return first == second || (first % kMinute == 0 && second % kMinute == 0);
}

namespace {

/// The mark beside `mark` that makes a whole paragraph with it; null if there is none.
const LayerMark* otherPart(const MarkLayer& layer, const LayerMark& mark,
                           std::u16string_view text) {
  const auto isEnd = [&](const LayerMark& one) { return one.span.of(text) == u"\n"; };
  const auto begins = [&](const LayerMark& one) {
    return one.span.begin == 0 || text[one.span.begin - 1] == u'\n';
  };
  if (mark.kind != ChangeKind::Insertion && mark.kind != ChangeKind::Deletion) return nullptr;
  if (isEnd(mark) && begins(mark)) return nullptr;
  if (!isEnd(mark) && !begins(mark)) return nullptr;
  const std::size_t place = isEnd(mark) ? mark.span.begin - 1 : mark.span.end;
  const LayerMark* other = layer.at(place);
  if (other == nullptr || other->author != mark.author || other->kind != mark.kind ||
      other->time != mark.time) {
    return nullptr;
  }
  return isEnd(mark) ? (begins(*other) ? other : nullptr) : (isEnd(*other) ? other : nullptr);
}

}  // namespace

std::unordered_set<std::int64_t> paragraphOf(std::int64_t id, const Markup& markup,
                                             std::u16string_view text) {
  std::unordered_set<std::int64_t> out{id};
  for (const MarkLayer* layer : {&markup.inserted(), &markup.deleted()}) {
    for (const LayerMark& mark : *layer) {
      if (mark.id != id) continue;
      const LayerMark* other = otherPart(*layer, mark, text);
      if (other != nullptr) out.insert(other->id);
    }
  }
  return out;
}

std::vector<PlacedDeed> deedsOf(std::u16string_view text,
                                const std::vector<TrackedChange>& changes) {
  std::vector<PlacedDeed> out;
  std::unordered_set<std::int64_t> told;
  std::size_t end = 0;
  ChangeKind kind = ChangeKind::Insertion;
  Time time = 0;
  for (const TrackedChange& change : changes) {
    const bool move = change.kind == ChangeKind::MovedFrom || change.kind == ChangeKind::MovedTo;
    if (move) {
      if (change.partner != 0 && told.contains(change.partner)) continue;
      told.insert(change.id);
    }
    const bool follows =
        !out.empty() && end == change.range.begin && !move && !out.back().deed.move &&
        out.back().deed.author == change.author &&
        (kind == change.kind || out.back().deed.gone.empty() || out.back().deed.come.empty());
    const bool rival = follows && kind == ChangeKind::Insertion && kind == change.kind &&
                       !typedOn(time, change.time);
    end = change.range.end;
    kind = change.kind;
    time = change.time;
    if (!follows || rival) {
      out.push_back(
          {{.move = move, .author = change.author, .time = change.time}, change.range.begin});
    }
    Deed& deed = out.back().deed;
    (removes(change.kind) || move ? deed.gone : deed.come) += change.range.of(text);
  }
  return out;
}

std::vector<SettledChange> settledChanges(std::u16string_view text,
                                          const std::vector<TrackedChange>& changes, bool accepted,
                                          const Settler& settler) {
  std::vector<SettledChange> out;
  for (PlacedDeed& each : deedsOf(text, changes)) {
    out.push_back({.deed = std::move(each.deed),
                   .section = settler.section ? settler.section(each.place) : std::u16string(),
                   .accepted = accepted,
                   .settler = settler.by.author,
                   .settled = settler.by.time});
  }
  return out;
}

}  // namespace moxian
