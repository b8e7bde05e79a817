#include "core/review/Markup.h"

#include <algorithm>
#include <unordered_set>

namespace moxian {
namespace {

/// Ascending and disjoint, touching ones joined.
std::vector<Span> united(std::vector<Span> spans) {
  if (!std::ranges::is_sorted(spans)) std::ranges::sort(spans);
  std::vector<Span> out;
  out.reserve(spans.size());
  for (const Span span : spans) {
    if (span.empty()) continue;
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

Span inside(Span span, const std::optional<Span>& within) {
  if (!within) return span;
  const std::size_t begin = std::max(span.begin, within->begin);
  return {begin, std::max(begin, std::min(span.end, within->end))};
}

/// A comment stays with text that replaces its own, and goes when nothing does.
Span afterEdit(Span place, Span edit, std::size_t added) {
  const auto behind = [&](std::size_t at) { return at - edit.length() + added; };
  const bool stays = place.begin < edit.begin || (place.begin == edit.begin && !edit.empty());
  const std::size_t begin = stays                     ? place.begin
                            : place.begin >= edit.end ? behind(place.begin)
                                                      : edit.begin + added;
  const std::size_t end = place.end <= edit.begin ? place.end
                          : place.end >= edit.end ? behind(place.end)
                                                  : edit.begin;
  return {begin, std::max(begin, end)};
}

/// An edit that was tracked: what it took out, and how many characters came behind it.
struct TrackedEdit {
  Span span;
  std::vector<Span> out;
  std::size_t added = 0;
};

Span afterTracked(Span place, const TrackedEdit& edit) {
  const TakenOut taken(edit.out);
  const Span span = edit.span;
  const std::size_t end = taken.moved(span.end);
  const bool retyped = edit.added > 0 && !span.empty() && place.begin <= span.begin &&
                       place.end == span.end && !place.empty();
  if (retyped) return {taken.moved(place.begin), end + edit.added};
  return afterEdit(taken.moved(place), {end, end}, edit.added);
}

/// Edits are ascending and disjoint.
void follow(std::vector<CommentPlace>& places, const std::vector<TrackedEdit>& edits) {
  std::vector<std::size_t> added{0};
  std::vector<std::size_t> removed{0};
  for (const TrackedEdit& edit : edits) {
    std::size_t length = 0;
    for (const Span piece : edit.out) length += piece.length();
    added.push_back(added.back() + edit.added);
    removed.push_back(removed.back() + length);
  }
  for (CommentPlace& place : places) {
    const auto first = std::ranges::lower_bound(
        edits, place.span.begin, {}, [](const TrackedEdit& each) { return each.span.end; });
    auto last = first;
    while (last != edits.end() && last->span.begin <= place.span.end) ++last;
    while (last != first) place.span = afterTracked(place.span, *--last);
    const auto before = static_cast<std::size_t>(first - edits.begin());
    const auto behind = [&](std::size_t at) { return at + added[before] - removed[before]; };
    place.span = {behind(place.span.begin), behind(place.span.end)};
  }
}

}  // namespace

Markup::Markup(const std::vector<TrackedChange>& changes, const std::vector<Comment>& comments,
               std::size_t length, std::vector<SettledChange> settled)
    : m_settled(std::make_shared<std::vector<SettledChange>>(std::move(settled))) {
  for (const TrackedChange& change : changes) m_lastId = std::max(m_lastId, change.id);
  for (const Comment& comment : comments) m_lastId = std::max(m_lastId, comment.id);
  const auto cut = [&](Span span) {
    return Span{std::min(span.begin, length), std::min(std::max(span.begin, span.end), length)};
  };
  for (const TrackedChange& change : changes) {
    layerOf(change.kind)
        .put({.id = change.id,
              .partner = change.partner,
              .time = change.time,
              .span = cut(change.range),
              .author = authorNumber(change.author),
              .kind = change.kind},
             newId());
  }
  auto contents = std::make_shared<Contents>();
  for (const Comment& comment : comments) {
    if (!contents->emplace(comment.id, comment).second) continue;
    m_places.push_back({comment.id, cut(comment.range)});
  }
  m_contents = contents;
  sortPlaces();
}

NewId Markup::newId() {
  return [this] { return ++m_lastId; };
}

std::uint32_t Markup::authorNumber(const std::string& author) {
  const auto found = std::ranges::find(*m_authors, author);
  if (found != m_authors->end()) return static_cast<std::uint32_t>(found - m_authors->begin());
  auto more = std::make_shared<std::vector<std::string>>(*m_authors);
  more->push_back(author);
  m_authors = more;
  return static_cast<std::uint32_t>(m_authors->size() - 1);
}

TrackedChange Markup::changeOf(const LayerMark& mark) const {
  return {mark.id, mark.kind, mark.span, author(mark.author), mark.time, mark.partner};
}

std::vector<TrackedChange> Markup::changes() const {
  std::vector<TrackedChange> all;
  all.reserve(m_inserted.size() + m_deleted.size());
  for (const LayerMark& mark : m_inserted) all.push_back(changeOf(mark));
  const auto middle = static_cast<std::ptrdiff_t>(all.size());
  for (const LayerMark& mark : m_deleted) all.push_back(changeOf(mark));
  std::ranges::inplace_merge(all, all.begin() + middle, {},
                             [](const TrackedChange& change) { return change.range.begin; });
  return all;
}

std::vector<Comment> Markup::comments() const {
  std::vector<Comment> all;
  all.reserve(m_places.size());
  for (const CommentPlace& place : m_places) {
    all.push_back(m_contents->at(place.id));
    all.back().range = place.span;
  }
  return all;
}

const Comment* Markup::comment(std::int64_t id) const {
  const auto found = m_contents->find(id);
  return found == m_contents->end() ? nullptr : &found->second;
}

bool Markup::empty() const {
  return m_inserted.empty() && m_deleted.empty() && m_places.empty();
}

void Markup::sortPlaces() {
  std::ranges::sort(m_places, {}, [](const CommentPlace& place) {
    return std::pair(place.span.begin, place.id);
  });
}

void Markup::takeOut(const std::vector<Span>& spans) {
  if (spans.empty()) return;
  m_inserted.takeOut(spans);
  m_deleted.takeOut(spans);
  const TakenOut taken(spans);
  for (CommentPlace& place : m_places) place.span = taken.moved(place.span);
}

void Markup::makeRoom(const std::vector<Room>& rooms) {
  if (rooms.empty()) return;
  m_inserted.makeRoom(rooms, newId());
  m_deleted.makeRoom(rooms, newId());
}

void Markup::replaced(Span span, std::size_t added) {
  m_inserted.takeOut(span);
  m_deleted.takeOut(span);
  if (added > 0) makeRoom({{span.begin, added}});
  for (CommentPlace& place : m_places) place.span = afterEdit(place.span, span, added);
}

Markup::Pieces Markup::piecesOf(Span span, std::uint32_t author) const {
  Pieces pieces;
  for (std::size_t at = span.begin; at < span.end;) {
    const auto deletion = m_deleted.from(at);
    const auto insertion = m_inserted.from(at);
    const bool isDeleted = deletion != m_deleted.end() && deletion->span.begin <= at;
    const bool isInserted = insertion != m_inserted.end() && insertion->span.begin <= at;
    std::size_t end = span.end;
    if (deletion != m_deleted.end())
      end = std::min(end, isDeleted ? deletion->span.end : deletion->span.begin);
    if (insertion != m_inserted.end())
      end = std::min(end, isInserted ? insertion->span.end : insertion->span.begin);
    const bool own = isInserted && insertion->author == author;
    if (!isDeleted) (own ? pieces.out : pieces.struck).push_back({at, end});
    at = end;
  }
  pieces.out = united(std::move(pieces.out));
  return pieces;
}

std::vector<Edit> Markup::track(Span span, std::u16string_view with, const Stamp& stamp) {
  return track({{span, std::u16string(with)}}, stamp);
}

std::vector<Edit> Markup::track(const std::vector<Edit>& edits, const Stamp& stamp) {
  const std::uint32_t author = authorNumber(stamp.author);
  const auto mark = [&](Span span, ChangeKind kind) {
    return LayerMark{
        .id = ++m_lastId, .time = stamp.time, .span = span, .author = author, .kind = kind};
  };
  std::vector<Span> out;
  std::vector<LayerMark> struck;
  std::vector<Edit> steps;
  std::vector<TrackedEdit> tracked;
  for (const Edit& edit : edits) {
    Pieces pieces = piecesOf(edit.span, author);
    for (const Span piece : pieces.struck) struck.push_back(mark(piece, ChangeKind::Deletion));
    for (const Span piece : pieces.out) steps.push_back({piece, {}});
    if (!edit.with.empty()) {
      const bool follows = !pieces.out.empty() && pieces.out.back().end == edit.span.end;
      if (!follows) steps.push_back({{edit.span.end, edit.span.end}, {}});
      steps.back().with = edit.with;
    }
    out.insert(out.end(), pieces.out.begin(), pieces.out.end());
    tracked.push_back({edit.span, std::move(pieces.out), edit.with.size()});
  }
  follow(m_places, tracked);
  const TakenOut taken(out);
  std::vector<Room> rooms;
  std::vector<LayerMark> put;
  std::size_t added = 0;
  for (const Edit& edit : edits) {
    if (edit.with.empty()) continue;
    const std::size_t at = taken.moved(edit.span.end);
    rooms.push_back({at, edit.with.size()});
    put.push_back(mark(Span{at, at + edit.with.size()}.shifted(added), ChangeKind::Insertion));
    added += edit.with.size();
  }
  m_deleted.join(struck);
  if (!out.empty()) {
    m_inserted.takeOut(out);
    m_deleted.takeOut(out);
  }
  makeRoom(rooms);
  m_inserted.join(put);
  return steps;
}

bool Markup::chosen(const LayerMark& mark, const ChangeFilter& filter) const {
  if (filter.id && mark.id != *filter.id && mark.partner != *filter.id) return false;
  if (filter.among && !filter.among->contains(mark.id)) return false;
  if (filter.author && author(mark.author) != *filter.author) return false;
  return !filter.within || mark.span.overlaps(*filter.within);
}

/// The half of a move that a range takes in whole, if it takes in nothing else: it is settled with
/// its other half, or words would be lost or stand twice.
std::optional<std::int64_t> Markup::moveAt(const ChangeFilter& filter) const {
  std::optional<std::int64_t> found;
  for (const MarkLayer* layer : {&m_inserted, &m_deleted}) {
    for (const LayerMark& mark : *layer) {
      if (!chosen(mark, filter)) continue;
      const bool whole = inside(mark.span, filter.within) == mark.span;
      if (found || mark.partner == 0 || !whole) return {};
      found = mark.id;
    }
  }
  return found;
}

std::size_t Markup::count(const ChangeFilter& filter) const {
  const auto matches = [&](const LayerMark& mark) { return chosen(mark, filter); };
  return static_cast<std::size_t>(std::ranges::count_if(m_inserted, matches) +
                                  std::ranges::count_if(m_deleted, matches));
}

std::vector<TrackedChange> Markup::chosenBy(const ChangeFilter& filter) const {
  if (filter.within) {
    if (const auto pair = moveAt(filter)) return chosenBy({.id = *pair});
  }
  std::vector<TrackedChange> out;
  for (const MarkLayer* layer : {&m_inserted, &m_deleted}) {
    const auto middle = static_cast<std::ptrdiff_t>(out.size());
    for (const LayerMark& mark : *layer) {
      if (!chosen(mark, filter)) continue;
      out.push_back(changeOf(mark));
      out.back().range = inside(mark.span, filter.within);
    }
    std::ranges::inplace_merge(out, out.begin() + middle, {},
                               [](const TrackedChange& change) { return change.range.begin; });
  }
  return out;
}

void Markup::noteSettled(const std::vector<SettledChange>& more) {
  auto all = std::make_shared<std::vector<SettledChange>>(*m_settled);
  all->insert(all->end(), more.begin(), more.end());
  m_settled = std::move(all);
}

std::vector<Span> Markup::resolve(const ChangeFilter& filter, bool accept) {
  if (filter.within) {
    if (const auto pair = moveAt(filter)) return resolve({.id = *pair}, accept);
  }
  std::vector<Span> out;
  std::vector<Span> settled;
  for (MarkLayer* layer : {&m_inserted, &m_deleted}) {
    std::unordered_set<std::int64_t> whole;
    std::vector<Span> parts;
    for (const LayerMark& mark : *layer) {
      if (!chosen(mark, filter)) continue;
      const Span part = inside(mark.span, filter.within);
      if (removes(mark.kind) == accept) {
        out.push_back(part);
      } else if (part == mark.span) {
        whole.insert(mark.id);
      } else {
        parts.push_back(part);
      }
    }
    layer->drop([&](const LayerMark& mark) { return whole.contains(mark.id); });
    for (const Span part : parts) layer->clear(part, newId());
  }
  out = united(std::move(out));
  takeOut(out);
  return out;
}

Markup::Contents& Markup::writable() {
  auto copy = std::make_shared<Contents>(*m_contents);
  Contents& contents = *copy;
  m_contents = std::move(copy);
  return contents;
}

std::int64_t Markup::addComment(Comment comment) {
  comment.id = ++m_lastId;
  Span place = comment.range;
  for (const CommentPlace& other : m_places) {
    if (other.id == comment.parent) place = other.span;
  }
  comment.range = place;
  m_places.push_back({comment.id, place});
  sortPlaces();
  const std::int64_t id = comment.id;
  writable().emplace(id, std::move(comment));
  return id;
}

void Markup::setCommentText(std::int64_t id, std::u16string text) {
  Contents& contents = writable();
  if (const auto found = contents.find(id); found != contents.end())
    found->second.text = std::move(text);
}

void Markup::setCommentState(std::int64_t id, CommentState state) {
  Contents& contents = writable();
  if (const auto found = contents.find(id); found != contents.end()) found->second.state = state;
}

void Markup::removeComment(std::int64_t id) {
  const auto belongs = [id](const Comment& comment) {
    return comment.id == id || comment.parent == id;
  };
  std::erase_if(m_places,
                [&](const CommentPlace& place) { return belongs(m_contents->at(place.id)); });
  std::erase_if(writable(), [&](const auto& entry) { return belongs(entry.second); });
}

std::int64_t Markup::mark(ChangeKind kind, Span range, const Stamp& stamp) {
  const std::int64_t id = ++m_lastId;
  layerOf(kind).put({.id = id,
                     .time = stamp.time,
                     .span = range,
                     .author = authorNumber(stamp.author),
                     .kind = kind},
                    newId());
  return id;
}

void Markup::pair(std::int64_t from, std::int64_t to) {
  for (const auto& [id, partner] : {std::pair(from, to), std::pair(to, from)}) {
    for (MarkLayer* layer : {&m_inserted, &m_deleted}) layer->setPartner(id, partner);
  }
}

bool operator==(const Markup& a, const Markup& b) {
  return a.changes() == b.changes() && a.comments() == b.comments() && a.settled() == b.settled();
}

MarkupPatch MarkupPatch::between(const Markup& before, const Markup& after, std::ptrdiff_t shift) {
  return {RowsPatch<LayerMark>::between(before.m_inserted.m_marks, after.m_inserted.m_marks, shift),
          RowsPatch<LayerMark>::between(before.m_deleted.m_marks, after.m_deleted.m_marks, shift),
          RowsPatch<CommentPlace>::between(before.m_places, after.m_places, shift),
          before.m_contents,
          after.m_contents,
          before.m_settled,
          after.m_settled};
}

void MarkupPatch::undo(Markup& markup) const {
  inserted.undo(markup.m_inserted.m_marks);
  deleted.undo(markup.m_deleted.m_marks);
  places.undo(markup.m_places);
  markup.m_contents = contentsBefore;
  markup.m_settled = settledBefore;
}

void MarkupPatch::redo(Markup& markup) const {
  inserted.redo(markup.m_inserted.m_marks);
  deleted.redo(markup.m_deleted.m_marks);
  places.redo(markup.m_places);
  markup.m_contents = contentsAfter;
  markup.m_settled = settledAfter;
}

std::u16string without(std::u16string_view text, const std::vector<Span>& spans) {
  std::u16string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (const Span span : spans) {
    out += Span{at, span.begin}.of(text);
    at = span.end;
  }
  return out += text.substr(std::min(at, text.size()));
}

std::vector<Span> hiddenIn(const Markup& markup, bool accepted) {
  std::vector<Span> spans;
  spans.reserve((accepted ? markup.deleted() : markup.inserted()).size());
  for (const LayerMark& mark : accepted ? markup.deleted() : markup.inserted()) {
    spans.push_back(mark.span);
  }
  return united(std::move(spans));
}

}  // namespace moxian
