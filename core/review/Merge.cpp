#include "core/review/Merge.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace moxian {
namespace {

/// One copy, walked in step with the text that both began from.
class Copy {
 public:
  explicit Copy(const MarkedDraft& draft) : m_draft(draft), m_places(draft.text().size() + 1) {}

  [[nodiscard]] const LayerMark* inserted(std::size_t at) const {
    return m_draft.markup().inserted().at(at);
  }
  [[nodiscard]] const LayerMark* deleted(std::size_t at) const {
    return m_draft.markup().deleted().at(at);
  }
  [[nodiscard]] TrackedChange changeOf(const LayerMark& mark) const {
    return m_draft.markup().changeOf(mark);
  }
  /// The characters that were put in before the next one of the original.
  [[nodiscard]] Span insertion() const {
    std::size_t end = m_at;
    while (end < m_draft.text().size() && inserted(end) != nullptr) ++end;
    return {m_at, end};
  }
  [[nodiscard]] std::size_t at() const { return m_at; }
  [[nodiscard]] std::u16string_view text() const { return m_draft.text(); }
  /// Notes where a character stands in the merged text, and goes on to the next.
  void place(std::size_t merged) { m_places[m_at++] = merged; }
  void finish(std::size_t merged) { m_places[m_at] = merged; }
  [[nodiscard]] std::size_t placeOf(std::size_t at) const { return m_places[at]; }
  [[nodiscard]] std::vector<Comment> comments() const { return m_draft.markup().comments(); }
  [[nodiscard]] const std::vector<SettledChange>& settled() const {
    return m_draft.markup().settled();
  }

 private:
  const MarkedDraft& m_draft;
  std::vector<std::size_t> m_places;
  std::size_t m_at = 0;
};

class Merger {
 public:
  Merger(const MarkedDraft& first, const MarkedDraft& second) : m_first(first), m_second(second) {}

  Merged merge(std::u16string_view original) {
    for (std::size_t i = 0; i <= original.size(); ++i) {
      insertions();
      if (i < original.size()) keep(original[i]);
    }
    m_first.finish(m_text.size());
    m_second.finish(m_text.size());
    addComments(m_first);
    addComments(m_second);
    for (Run* run : {&m_firstRun, &m_secondRun}) endRun(*run);
    for (TrackedChange& change : m_changes) pair(change);
    std::ranges::stable_sort(m_conflicts, {},
                             [](const MergeConflict& each) { return each.first.span.begin; });
    for (MergeConflict& each : m_conflicts) {
      for (MergeSide* side : {&each.first, &each.second}) nameChanges(*side, each);
    }
    const std::size_t length = m_text.size();
    return {MarkedDraft(std::move(m_text), Markup(m_changes, m_comments, length, settled())),
            m_conflicts};
  }

 private:
  using Key = std::pair<const Copy*, std::int64_t>;

  /// Characters of the original in a row that one copy struck out, and what the other put between.
  struct Run {
    bool open = false;
    Span span = {};                 ///< in the merged text
    std::optional<Span> put = {};   ///< from the first to the last character put between
    std::optional<Span> next = {};  ///< put behind the run so far: between if it goes on
  };

  [[nodiscard]] bool alike(Span a, Span b) const {
    if (a.of(m_first.text()) != b.of(m_second.text())) return false;
    for (std::size_t k = 0; k < a.length(); ++k) {
      const TrackedChange x = m_first.changeOf(*m_first.inserted(a.begin + k));
      const TrackedChange y = m_second.changeOf(*m_second.inserted(b.begin + k));
      if (std::tie(x.author, x.time, x.kind) != std::tie(y.author, y.time, y.kind)) return false;
    }
    return true;
  }

  void insertions() {
    const Span a = m_first.insertion();
    const Span b = m_second.insertion();
    if (!a.empty() && alike(a, b)) {
      for (std::size_t k = 0; k < a.length(); ++k) {
        m_second.place(m_text.size() + k);
      }
      put(m_first, a.length());
      return;
    }
    const std::size_t from = m_text.size();
    put(m_first, a.length());
    const std::size_t middle = m_text.size();
    put(m_second, b.length());
    const Span first{from, middle};
    const Span second{middle, m_text.size()};
    if (!a.empty() && !b.empty()) {
      m_conflicts.push_back({{.span = first, .changes = {}}, {.span = second, .changes = {}}});
    } else {
      if (!first.empty()) m_secondRun.next = first;
      if (!second.empty()) m_firstRun.next = second;
    }
  }

  /// A character of the original stands at the end of the merged text.
  void goOn(Run& run, bool struck) {
    const std::size_t end = m_text.size();
    if (!struck) return endRun(run);
    if (!run.open) run = {.open = true, .span = {end - 1, end}};
    run.span.end = end;
    if (const auto next = std::exchange(run.next, std::nullopt)) {
      run.put = run.put ? Span{run.put->begin, next->end} : *next;
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
    const Copy* copy = &side == &conflict.first ? &m_first : &m_second;
    for (const TrackedChange& change : m_changes) {
      if (change.range.overlaps(side.span) && removes(change.kind) == side.strikes &&
          m_sources.at(change.id) == copy) {
        side.changes.insert(change.id);
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

  void put(Copy& copy, std::size_t count) {
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t at = copy.at();
      note(copy, copy.inserted(at));
      note(copy, copy.deleted(at));
      copy.place(m_text.size());
      m_text += copy.text()[at];
    }
  }

  /// A character of the original: what either struck out is struck out.
  void keep(char16_t c) {
    const LayerMark* a = m_first.deleted(m_first.at());
    const LayerMark* b = m_second.deleted(m_second.at());
    // The smaller of two deletions stays when the larger one is refused.
    const bool second = a == nullptr || (b != nullptr && b->span.length() < a->span.length());
    second ? note(m_second, b) : note(m_first, a);
    m_first.place(m_text.size());
    m_second.place(m_text.size());
    m_text += c;
    goOn(m_firstRun, a != nullptr);
    goOn(m_secondRun, b != nullptr);
  }

  /// Goes on with the change of a copy at the end of the merged text.
  void note(const Copy& copy, const LayerMark* mark) {
    if (mark == nullptr) return;
    const Key key{&copy, mark->id};
    const auto known = m_last.find(key);
    if (known != m_last.end() && m_changes[known->second].range.end == m_text.size()) {
      ++m_changes[known->second].range.end;
      return;
    }
    TrackedChange change = copy.changeOf(*mark);
    change.id = ++m_lastId;
    change.range = {m_text.size(), m_text.size() + 1};
    if (known == m_last.end()) m_ids[key] = change.id;
    m_last[key] = m_changes.size();
    m_sources.emplace(change.id, &copy);
    m_changes.push_back(change);
  }

  /// The other half of a move has a new id too.
  void pair(TrackedChange& change) const {
    if (change.partner == 0) return;
    const auto found = m_ids.find({m_sources.at(change.id), change.partner});
    change.partner = found == m_ids.end() ? 0 : found->second;
  }

  void addComments(const Copy& copy) {
    std::map<std::int64_t, std::int64_t> ids;
    for (Comment comment : copy.comments()) {
      comment.range = {copy.placeOf(comment.range.begin), copy.placeOf(comment.range.end)};
      if (const auto answered = ids.find(comment.parent); answered != ids.end()) {
        comment.parent = answered->second;
      }
      const auto same = std::ranges::find_if(m_comments, [&](const Comment& other) {
        return std::tie(other.range, other.author, other.time, other.text) ==
               std::tie(comment.range, comment.author, comment.time, comment.text);
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

  Copy m_first;
  Copy m_second;
  Run m_firstRun;
  Run m_secondRun;
  std::u16string m_text;
  std::vector<TrackedChange> m_changes;
  std::vector<Comment> m_comments;
  std::vector<MergeConflict> m_conflicts;
  std::map<Key, std::size_t> m_last;  // last piece of each change
  std::map<Key, std::int64_t> m_ids;  // id of its first piece
  std::map<std::int64_t, const Copy*> m_sources;
  std::int64_t m_lastId = 0;
};

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
  const ChangeFilter filter{.within = side.span, .among = side.changes};
  const std::vector<Span> gone = Markup(merged.markup()).resolve(filter, false);
  merged.resolve(filter, false, settler);
  const TakenOut taken(gone);
  for (MergeConflict& each : others) {
    each.first.span = taken.moved(each.first.span);
    each.second.span = taken.moved(each.second.span);
  }
}

std::optional<Merged> mergeCopies(const MarkedDraft& first, const MarkedDraft& second) {
  const std::u16string original = first.originalText();
  if (original != second.originalText()) return std::nullopt;
  return Merger(first, second).merge(original);
}

}  // namespace moxian
