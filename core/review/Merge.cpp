#include "core/review/Merge.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace moxian {
namespace {

/// One copy, walked in step with the text that both began from.
class Copy {
 public:
  explicit Copy(const MarkedDraft& draft)
      : m_draft(draft), m_places(draft.text().size() + 1) {}

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
    for (TrackedChange& change : m_changes) pair(change);
    const std::size_t length = m_text.size();
    return {MarkedDraft(std::move(m_text), Markup(m_changes, m_comments, length)), m_conflicts};
  }

 private:
  using Key = std::pair<const Copy*, std::int64_t>;

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
    if (!a.empty() && !b.empty()) m_conflicts.push_back({{from, middle}, {middle, m_text.size()}});
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
    if (a != nullptr) {
      note(m_first, a);
    } else {
      note(m_second, b);
    }
    m_first.place(m_text.size());
    m_second.place(m_text.size());
    m_text += c;
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
  std::u16string m_text;
  std::vector<TrackedChange> m_changes;
  std::vector<Comment> m_comments;
  std::vector<MergeConflict> m_conflicts;
  std::map<Key, std::size_t> m_last;       // last piece of each change
  std::map<Key, std::int64_t> m_ids;       // id of its first piece
  std::map<std::int64_t, const Copy*> m_sources;
  std::int64_t m_lastId = 0;
};

}  // namespace

std::optional<Merged> mergeCopies(const MarkedDraft& first, const MarkedDraft& second) {
  const std::u16string original = first.originalText();
  if (original != second.originalText()) return std::nullopt;
  return Merger(first, second).merge(original);
}

}  // namespace moxian
