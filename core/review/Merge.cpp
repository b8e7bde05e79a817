#include "core/review/Merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/review/BlankLines.h"
#include "core/review/FinalPlaces.h"
#include "core/review/MergeCopy.h"

namespace moxian {
namespace {

/// Who struck out a character of the original; null: that copy did not.
struct Strikes {
  const LayerMark* first = nullptr;
  const LayerMark* second = nullptr;
  bool secondStays = false;  ///< the mark of the second copy is the one in the merged draft

  [[nodiscard]] bool both() const { return first != nullptr && second != nullptr; }
  [[nodiscard]] bool none() const { return first == nullptr && second == nullptr; }
};

/// Adds to the changes of a side of a conflict what belongs to it at places of rivals; each stroke
/// is looked through once.
class SideTaker {
 public:
  explicit SideTaker(RivalSide::Ids& changes) : m_changes(changes) {}

  const RivalSide* sideOf(const RivalPlace& place) {
    const auto found =
        std::ranges::find_if(place.sides, [&](const RivalSide& side) { return holdsOf(side); });
    return found == place.sides.end() ? nullptr : &*found;
  }
  void take(const RivalSide& side, const RivalPlace& place) {
    m_changes.insert(side.own.begin(), side.own.end());
    if (side.stroke && m_taken.insert(side.stroke.get()).second) {
      m_changes.insert(side.stroke->begin(), side.stroke->end());
    }
    for (const std::int64_t shared : place.base) m_changes.erase(shared);
  }

 private:
  bool holdsOf(const RivalSide& side) {
    const auto ours = [&](std::int64_t id) { return m_changes.contains(id); };
    if (std::ranges::any_of(side.own, ours)) return true;
    if (!side.stroke) return false;
    const auto [known, fresh] = m_strokes.try_emplace(side.stroke.get());
    if (fresh) known->second = std::ranges::any_of(*side.stroke, ours);
    return known->second;
  }

  RivalSide::Ids& m_changes;
  std::unordered_set<const RivalSide::Ids*> m_taken;
  std::unordered_map<const RivalSide::Ids*, bool> m_strokes;  // whether the side has part in each
};

class Merger {
 public:
  Merger(const MarkedDraft& first, const MarkedDraft& second) : m_first(first), m_second(second) {}

  Merged merge(std::u16string_view original) {
    for (std::size_t i = 0; i <= original.size(); ++i) {
      insertions();
      if (i < original.size()) keep(original[i]);
    }
    for (MergeCopy* copy : {&m_first, &m_second}) copy->place(copy->at(), m_text.size());
    addComments(m_first);
    addComments(m_second);
    for (Run* run : {&m_firstRun, &m_secondRun}) endRun(*run);
    for (TrackedChange& change : m_changes) pair(change);
    std::ranges::stable_sort(m_conflicts, {},
                             [](const MergeConflict& each) { return each.first.span.begin; });
    for (MergeConflict& each : m_conflicts) {
      for (MergeSide* side : {&each.first, &each.second}) nameChanges(*side, each);
    }
    renumber();
    Markup markup(m_changes, m_comments, m_text.size(), settled());
    takeSides(rivalsIn(markup));
    return {MarkedDraft(std::move(m_text), std::move(markup)), m_conflicts};
  }

 private:
  using Key = std::pair<const MergeCopy*, std::int64_t>;

  /// Where a change comes from.
  struct Source {
    const MergeCopy* copy = nullptr;
    bool both = false;  ///< the other copy has it too
  };

  /// Characters of the original in a row that one copy alone struck out, or both each by itself,
  /// and what the other put between.
  struct Run {
    bool open = false;
    Span span = {};                 ///< in the merged text
    std::optional<Span> put = {};   ///< from the first to the last character put between
    std::optional<Span> next = {};  ///< put behind the run so far: between if it goes on
    Span ahead = {};                ///< put before it, though it belongs between
  };

  /// Whether both put the same, each by itself, in place of the same words.
  [[nodiscard]] bool alike(Span a, Span b) const {
    return a.of(m_first.text()) == b.of(m_second.text()) && sameWordsGone(a, b) &&
           plain(m_first, a) && plain(m_second, b);
  }

  /// Whether the same is struck where replaced words stand: before the two, or else behind them.
  [[nodiscard]] bool sameWordsGone(Span a, Span b) const {
    const bool added = a.begin > m_runs.first;  // to words put there that both copies have
    if (added != (b.begin > m_runs.second)) return false;
    const Strikes before = added ? strikes(a.begin - 1, b.begin - 1) : m_last;
    if (before.none()) {
      const Strikes behind = strikes(a.end, b.end);
      return behind.none() || (sameLength(behind) && behind.first->span.begin == a.end &&
                               behind.second->span.begin == b.end);
    }
    return sameLength(before) && before.first->span.end == a.begin &&
           before.second->span.end == b.begin;
  }

  /// Whether both copies have one deletion, from before they parted.
  [[nodiscard]] bool sameDeletion(const Strikes& strikes) const {
    return strikes.both() && deedOf(m_first, *strikes.first) == deedOf(m_second, *strikes.second);
  }

  [[nodiscard]] static bool sameLength(const Strikes& strikes) {
    return strikes.both() && strikes.first->span.length() == strikes.second->span.length();
  }

  /// One insertion that nobody struck.
  static bool plain(const MergeCopy& copy, Span span) {
    const LayerMark* mark = copy.inserted(span.begin);
    return mark != nullptr && mark->span == span && mark->kind == ChangeKind::Insertion &&
           copy.deleted(span.begin) == nullptr;
  }

  using Deed = std::tuple<std::string, std::int64_t, ChangeKind>;

  [[nodiscard]] static Deed deedOf(const MergeCopy& copy, const LayerMark& mark) {
    const TrackedChange change = copy.changeOf(mark);
    return {change.author, change.time, change.kind};
  }

  /// The characters that somebody put in at one time, whatever others put between them.
  static std::map<Deed, std::vector<std::size_t>> deedsIn(const MergeCopy& copy, Span span) {
    std::map<Deed, std::vector<std::size_t>> out;
    for (std::size_t at = span.begin; at < span.end; ++at) {
      out[deedOf(copy, *copy.inserted(at))].push_back(at);
    }
    return out;
  }

  [[nodiscard]] bool sameWords(const std::vector<std::size_t>& a,
                               const std::vector<std::size_t>& b) const {
    return std::ranges::equal(
        a, b, {}, [&](std::size_t at) { return m_first.text()[at]; },
        [&](std::size_t at) { return m_second.text()[at]; });
  }

  /// Characters of two insertions at one place that both have from before they parted, ascending.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> shared(Span a, Span b) const {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    if (a.empty() || b.empty()) return out;
    const auto others = deedsIn(m_second, b);
    for (const auto& [deed, places] : deedsIn(m_first, a)) {
      const auto same = others.find(deed);
      if (same == others.end() || !sameWords(places, same->second)) continue;
      for (std::size_t k = 0; k < places.size(); ++k) {
        out.emplace_back(places[k], same->second[k]);
      }
    }
    std::ranges::sort(out);
    return out;
  }

  void insertions() {
    Span a = m_first.insertion();
    Span b = m_second.insertion();
    m_runs = {a.begin, b.begin};
    for (const auto& [here, there] : shared(a, b)) {
      if (there < b.begin) continue;  // the two stand in another order there
      between({a.begin, here}, {b.begin, there});
      share(here, there, 1);
      a.begin = here + 1;
      b.begin = there + 1;
    }
    between(a, b);
    m_first.goTo(a.end);
    m_second.goTo(b.end);
    if ((!m_last.none() && !sameDeletion(m_last)) || !a.empty() || !b.empty()) return;
    m_secondRun.ahead = ahead(m_first, m_second);
    m_firstRun.ahead = ahead(m_second, m_first);
  }

  /// What one copy puts in place of the first of the words that the other strikes without putting
  /// anything stands before them, or the two would look like neighbours. Empty otherwise; else
  /// where it stands in the merged text.
  Span ahead(MergeCopy& copy, const MergeCopy& striker) {
    const LayerMark* own = copy.deleted(copy.at());
    const LayerMark* longer = striker.deleted(striker.at());
    if (own == nullptr || longer == nullptr || own->span.begin != copy.at() ||
        longer->span.begin != striker.at() || own->span.length() >= longer->span.length()) {
      return {};
    }
    const Span found = copy.replacement(*own);
    const bool shared = !striker.insertionAt(striker.at() + own->span.length()).empty();
    if (found.empty() || shared || !striker.replacement(*longer).empty() ||
        deedOf(copy, *own) == deedOf(striker, *longer) ||
        copy.inserted(found.begin)->author != own->author) {
      return {};
    }
    copy.putEarly(found);
    return put(copy, found);
  }

  /// What either put before, between or behind what both have.
  void between(Span a, Span b) {
    if (!a.empty() && alike(a, b)) {
      share(a.begin, b.begin, a.length());
    } else {
      differing(a.empty() ? early(m_first, b, m_last.first, m_last.second) : a,
                b.empty() ? early(m_second, a, m_last.second, m_last.first) : b);
    }
  }

  /// Characters that both have stand once; what either struck of them is struck.
  void share(std::size_t a, std::size_t b, std::size_t length) {
    for (std::size_t k = 0; k < length; ++k) {
      noteShared(m_first.inserted(a + k), m_second.inserted(b + k), false);
      joinMoves(m_first.inserted(a + k), m_second.inserted(b + k));
      const LayerMark* struck = m_first.deleted(a + k);
      noteShared(struck, m_second.deleted(b + k), struck == nullptr);
      m_first.place(a + k, m_text.size());
      m_second.place(b + k, m_text.size());
      m_text += m_first.text()[a + k];
    }
  }

  static void widen(std::optional<Span>& range, Span by) {
    range = range ? Span{range->begin, by.end} : by;
  }

  void differing(Span a, Span b) {
    Span first;
    Span second;
    const bool turned = secondLeads();
    if (!turned) first = put(m_first, a);
    second = put(m_second, b);
    if (turned) first = put(m_first, a);
    if (!a.empty() && !b.empty()) {
      m_conflicts.push_back({{.span = first, .changes = {}}, {.span = second, .changes = {}}});
    } else {
      if (!first.empty()) widen(m_secondRun.next, first);
      if (!second.empty()) widen(m_firstRun.next, second);
    }
  }

  /// Of two replacements that begin alike and end at different places: what the longer one puts is
  /// put where the shorter one ends, or the two would look like neighbours. Where it stands beside
  /// the words it replaces makes no difference. Empty otherwise.
  static Span early(MergeCopy& copy, Span others, const LayerMark* own, const LayerMark* shorter) {
    const bool goesOn = !others.empty() && own != nullptr && shorter != nullptr &&
                        own->span.end > copy.at() && copy.inserted(copy.at()) == nullptr &&
                        copy.at() - own->span.begin == shorter->span.length();
    const Span found = goesOn ? copy.replacement(*own) : Span{};
    if (!found.empty()) copy.putEarly(found);
    return found;
  }

  /// The order tells what a copy replaced and what it added (see rivalsIn()): what a copy puts
  /// stands beside the words that it alone strikes; of words that both strike, what the copy puts
  /// whose deletion stays stands further away.
  [[nodiscard]] bool secondLeads() const {
    if (m_last.both()) return !m_last.secondStays;
    if (!m_last.none()) return m_last.second != nullptr;
    const Strikes next = strikes(m_first.insertion().end, m_second.insertion().end);
    return next.both() ? next.secondStays : next.first != nullptr;
  }

  [[nodiscard]] Strikes strikes(std::size_t inFirst, std::size_t inSecond) const {
    Strikes out{m_first.deleted(inFirst), m_second.deleted(inSecond)};
    out.secondStays = out.first == nullptr;
    if (!out.both()) return out;
    const auto done = [](std::size_t at, const LayerMark& mark) { return at - mark.span.begin; };
    const auto left = [](std::size_t at, const LayerMark& mark) { return mark.span.end - at; };
    const std::size_t firstDone = done(inFirst, *out.first);
    const std::size_t secondDone = done(inSecond, *out.second);
    const std::size_t firstLeft = left(inFirst, *out.first);
    const std::size_t secondLeft = left(inSecond, *out.second);
    if (firstDone == secondDone && firstLeft == secondLeft) {
      out.secondStays = !m_second.replacement(*out.second).empty();
    } else if (firstDone <= secondDone && firstLeft <= secondLeft) {
      out.secondStays = false;  // the smaller one, which stays when the larger one is refused
    } else if (secondDone <= firstDone && secondLeft <= firstLeft) {
      out.secondStays = true;
    } else {
      out.secondStays = secondLeft > firstLeft;  // so that it lies around what the other one puts
    }
    return out;
  }

  /// A character of the original stands at the end of the merged text.
  void goOn(Run& run, bool struck, bool shared) {
    const std::size_t end = m_text.size();
    if (!struck) return endRun(run);
    if (shared) return;  // who struck that is neither of them; it goes on if more follows
    if (!run.open) {
      run = {.open = true, .span = {end - 1, end}, .ahead = run.ahead};
      if (!run.ahead.empty()) run.put = run.ahead;
    }
    run.span.end = end;
    if (const auto next = std::exchange(run.next, std::nullopt)) {
      widen(run.put, *next);
    }
  }

  void endRun(Run& run) {
    if (run.open && run.put) {
      MergeConflict conflict{{.span = run.span, .strikes = true, .changes = {}},
                             {.span = *run.put, .changes = {}}};
      if (&run == &m_secondRun) std::swap(conflict.first, conflict.second);
      m_conflicts.push_back(std::move(conflict));
    }
    run = {};
  }

  /// The changes of a copy that make up its side.
  void nameChanges(MergeSide& side, const MergeConflict& conflict) const {
    const MergeCopy* copy = &side == &conflict.first ? &m_first : &m_second;
    for (const TrackedChange& change : m_changes) {
      if (change.range.overlaps(side.span) && removes(change.kind) == side.strikes &&
          m_sources.at(change.id).copy == copy) {
        side.changes.insert(change.id);
      }
    }
  }

  /// To the side of a conflict belongs all that its copy alone did about those words.
  void takeSides(const std::vector<RivalPlace>& places) {
    std::unordered_map<std::int64_t, std::vector<std::size_t>> at;
    for (std::size_t n = 0; n < places.size(); ++n) {
      for (const RivalSide& side : places[n].sides) {
        for (const std::int64_t id : side.own) at[id].push_back(n);
      }
    }
    for (MergeConflict& each : m_conflicts) {
      std::set<std::size_t> near;
      for (const MergeSide* side : {&each.first, &each.second}) {
        for (const std::int64_t id : side->changes) {
          if (const auto found = at.find(id); found != at.end()) {
            near.insert(found->second.begin(), found->second.end());
          }
        }
      }
      SideTaker first(each.first.changes);
      SideTaker second(each.second.changes);
      for (const std::size_t n : near) {
        const RivalSide* const one = first.sideOf(places[n]);
        const RivalSide* const other = second.sideOf(places[n]);
        if (one == nullptr || other == nullptr || one == other) continue;
        first.take(*one, places[n]);
        second.take(*other, places[n]);
      }
    }
  }

  /// What either copy settled before.
  [[nodiscard]] std::vector<SettledChange> settled() const {
    std::vector<SettledChange> out = m_first.settled();
    for (const SettledChange& each : m_second.settled()) {
      if (!std::ranges::contains(m_first.settled(), each)) out.push_back(each);
    }
    return out;
  }

  /// Result: where they stand in the merged text.
  Span put(MergeCopy& copy, Span characters) {
    const std::size_t from = m_text.size();
    for (std::size_t at = characters.begin; at < characters.end; ++at) {
      note(copy, copy.inserted(at));
      note(copy, copy.deleted(at));
      copy.place(at, m_text.size());
      m_text += copy.text()[at];
    }
    return {from, m_text.size()};
  }

  /// A character of the original: what either struck out is struck out.
  void keep(char16_t c) {
    m_last = strikes(m_first.at(), m_second.at());
    noteShared(m_last.first, m_last.second, m_last.secondStays);
    joinMoves(m_last.first, m_last.second);
    for (MergeCopy* copy : {&m_first, &m_second}) {
      copy->place(copy->at(), m_text.size());
      copy->goTo(copy->at() + 1);
    }
    m_text += c;
    const bool shared = sameDeletion(m_last);
    goOn(m_firstRun, m_last.first != nullptr, shared);
    goOn(m_secondRun, m_last.second != nullptr, shared);
  }

  /// Goes on with the change of a copy at the end of the merged text.
  void note(const MergeCopy& copy, const LayerMark* mark) {
    if (mark == nullptr) return;
    const Key key{&copy, mark->id};
    const auto known = m_pieces.find(key);
    if (known != m_pieces.end() && m_changes[known->second].range.end == m_text.size()) {
      ++m_changes[known->second].range.end;
      return;
    }
    TrackedChange change = copy.changeOf(*mark);
    change.id = ++m_lastId;
    change.range = {m_text.size(), m_text.size() + 1};
    if (known == m_pieces.end()) m_ids[key] = change.id;
    m_pieces[key] = m_changes.size();
    m_sources.emplace(change.id, Source{&copy});
    m_changes.push_back(change);
  }

  /// Goes on with what either copy has at a character that both have.
  void noteShared(const LayerMark* first, const LayerMark* second, bool secondStays) {
    secondStays ? note(m_second, second) : note(m_first, first);
    if (first == nullptr || second == nullptr) return;
    if (deedOf(m_first, *first) != deedOf(m_second, *second)) return;
    const Key key = secondStays ? Key{&m_second, second->id} : Key{&m_first, first->id};
    m_sources.at(m_changes[m_pieces.at(key)].id).both = true;
  }

  /// What both have stood there first, which its lower id tells (see rivalsIn()).
  void renumber() {
    std::vector<std::int64_t> order;
    for (const auto& [id, source] : m_sources) order.push_back(id);
    std::ranges::stable_partition(order, [&](auto id) { return m_sources.at(id).both; });
    std::unordered_map<std::int64_t, std::int64_t> ids{{0, 0}};  // 0: no partner
    auto id = m_sources.begin();
    for (const std::int64_t old : order) ids[old] = (id++)->first;
    for (TrackedChange& change : m_changes) {
      change.id = ids.at(change.id);
      change.partner = ids.at(change.partner);
    }
    for (MergeConflict& each : m_conflicts) {
      for (MergeSide* side : {&each.first, &each.second}) {
        std::unordered_set<std::int64_t> changes;
        for (const std::int64_t old : side->changes) changes.insert(ids.at(old));
        side->changes = std::move(changes);
      }
    }
  }

  /// A half of a move that both copies have is one, whichever copy it was taken from.
  void joinMoves(const LayerMark* first, const LayerMark* second) {
    if (first == nullptr || second == nullptr) return;
    if (m_first.changeOf(*first).partner == 0 || m_second.changeOf(*second).partner == 0) return;
    const auto known = m_ids.find({&m_first, first->id});
    if (known != m_ids.end()) m_ids.emplace(Key{&m_second, second->id}, known->second);
    const auto other = m_ids.find({&m_second, second->id});
    if (other != m_ids.end()) m_ids.emplace(Key{&m_first, first->id}, other->second);
  }

  /// The other half of a move has a new id too.
  void pair(TrackedChange& change) const {
    if (change.partner == 0) return;
    const auto found = m_ids.find({m_sources.at(change.id).copy, change.partner});
    change.partner = found == m_ids.end() ? 0 : found->second;
  }

  void addComments(const MergeCopy& copy) {
    std::map<std::int64_t, std::int64_t> ids;
    for (Comment comment : copy.comments()) {
      const std::size_t begin = copy.placeOf(comment.range.begin);
      comment.range = {begin, std::max(begin, copy.placeOf(comment.range.end))};
      if (const auto answered = ids.find(comment.parent); answered != ids.end()) {
        comment.parent = answered->second;
      }
      const auto same = std::ranges::find_if(m_comments, [&](const Comment& other) {
        // DOCX keeps whole seconds
        return other.time / 1000 == comment.time / 1000 &&
               std::tie(other.range, other.author, other.text) ==
                   std::tie(comment.range, comment.author, comment.text);
      });
      if (same != m_comments.end()) {
        ids[comment.id] = same->id;
        if (comment.state == CommentState::Resolved) same->state = CommentState::Resolved;
        continue;
      }
      const std::int64_t id = ++m_lastId;
      ids[comment.id] = id;
      comment.id = id;
      m_comments.push_back(std::move(comment));
    }
  }

  MergeCopy m_first;
  MergeCopy m_second;
  Run m_firstRun;
  Run m_secondRun;
  std::pair<std::size_t, std::size_t> m_runs;  // where what either put here begins
  Strikes m_last;                              // of the character of the original before
  std::u16string m_text;
  std::vector<TrackedChange> m_changes;
  std::vector<Comment> m_comments;
  std::vector<MergeConflict> m_conflicts;
  std::map<Key, std::size_t> m_pieces;       // last piece of each change
  std::map<Key, std::int64_t> m_ids;         // id of its first piece
  std::map<std::int64_t, Source> m_sources;  // of each change
  std::int64_t m_lastId = 0;
};

/// The draft with a line end behind its last line, if that has none.
MarkedDraft ended(const MarkedDraft& draft) {
  MarkedDraft out = draft;
  const Span end{draft.text().size(), draft.text().size()};
  if (!draft.originalText().ends_with(u'\n')) out.replace(end, u"\n");
  return out;
}

/// The edits that give a text the blank lines of another which has the same words.
std::vector<Edit> spacing(std::u16string_view text, std::u16string_view like) {
  const Unspaced here(text);
  const Unspaced there(like);
  std::vector<Edit> out;
  const auto blank = [&](Span span, Span with) {
    if (span.of(text) != with.of(like)) out.push_back({span, std::u16string(with.of(like))});
  };
  blank(here.leading(), there.leading());
  for (std::size_t at = 0; at < here.text().size(); ++at) {
    const Span span = here.raw({at, at + 1});
    const Span with = there.raw({at, at + 1});
    blank({span.begin + 1, span.end}, {with.begin + 1, with.end});
  }
  blank(here.trailing(), there.trailing());
  return out;
}

}  // namespace

std::u16string wordsOf(const MergeSide& side, const MarkedDraft& merged) {
  const MarkLayer& inserted = merged.markup().inserted();
  std::u16string out;
  for (std::size_t at = side.span.begin; at < side.span.end; ++at) {
    const LayerMark* mark = inserted.at(at);
    if (side.strikes ? mark == nullptr : mark != nullptr && side.changes.contains(mark->id)) {
      out += merged.text()[at];
    }
  }
  return out;
}

void refuse(const MergeSide& side, MarkedDraft& merged, std::vector<MergeConflict>& others,
            const std::optional<Settler>& settler) {
  const ChangeFilter filter{.among = side.changes};
  const std::vector<Span> gone = Markup(merged.markup()).resolve(filter, false);
  merged.resolve(filter, false, settler);
  const TakenOut taken(gone);
  for (MergeConflict& each : others) {
    each.first.span = taken.moved(each.first.span);
    each.second.span = taken.moved(each.second.span);
  }
}

std::optional<Merged> mergeCopies(const MarkedDraft& first, const MarkedDraft& second) {
  if (const std::u16string original = first.originalText(); original == second.originalText())
    return Merger(first, second).merge(original);
  const MarkedDraft like = ended(first);
  MarkedDraft spaced = ended(second);
  const std::u16string original = like.originalText();
  const std::u16string other = spaced.originalText();
  if (Unspaced(original).text() != Unspaced(other).text()) return std::nullopt;
  const FinalPlaces places(hiddenIn(spaced.markup(), false));
  const std::vector<Edit> edits = spacing(other, original);
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    const std::vector<Edit> parts = places.inDraft(*edit);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
      spaced.replace(part->span, part->with);
  }
  if (spaced.originalText() != original) return std::nullopt;
  return Merger(like, spaced).merge(original);
}

}  // namespace moxian
