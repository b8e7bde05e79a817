#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/check/Finding.h"
#include "core/review/MarkLayer.h"

namespace moxian {

/// Which changes an action is about; what is not set does not matter.
struct ChangeFilter {
  std::optional<std::int64_t> id = {};  ///< with it goes the other half of a move
  std::optional<std::string> author = {};
  std::optional<Span> within = {};  ///< only the part of a change in this range
  /// Only those with one of these ids.
  std::optional<std::unordered_set<std::int64_t>> among = {};
};

/// Where a comment stands.
struct CommentPlace {
  std::int64_t id = 0;
  Span span;
  friend bool operator==(const CommentPlace&, const CommentPlace&) = default;
};

/// The tracked changes and comments of a text that somebody else keeps: deleted characters are part
/// of it. Each function says how the text changes; the caller changes it. Values; copies are cheap
/// enough for one a keystroke (10,000 changes: 0.1 ms). All places are in the text as it is then.
class Markup {
 public:
  Markup() = default;
  /// Takes stored marks. What lies past `length` is cut; of changes that overlap in the same sense
  /// the later one in the list wins; empty changes are left out.
  Markup(const std::vector<TrackedChange>& changes, const std::vector<Comment>& comments,
         std::size_t length, std::vector<SettledChange> settled = {});

  /// All changes by their begin; insertions before deletions at the same place.
  [[nodiscard]] std::vector<TrackedChange> changes() const;
  /// By place, replies after what they answer where they share it.
  [[nodiscard]] std::vector<Comment> comments() const;
  [[nodiscard]] const Comment* comment(
      std::int64_t id) const;  ///< its range is not kept up to date
  [[nodiscard]] const std::vector<CommentPlace>& commentPlaces() const { return m_places; }
  /// True without changes and comments that stand in the text.
  [[nodiscard]] bool empty() const;
  /// What was accepted and rejected, in the order it was done.
  [[nodiscard]] const std::vector<SettledChange>& settled() const { return *m_settled; }
  [[nodiscard]] const MarkLayer& inserted() const { return m_inserted; }
  [[nodiscard]] const MarkLayer& deleted() const { return m_deleted; }
  [[nodiscard]] const std::string& author(std::uint32_t number) const {
    return m_authors->at(number);
  }
  /// Who made changes.
  [[nodiscard]] const std::vector<std::string>& authors() const { return *m_authors; }
  [[nodiscard]] TrackedChange changeOf(const LayerMark& mark) const;

  /// An edit that is not tracked has been made: `span` gave way to `added` characters.
  void replaced(Span span, std::size_t added);

  /// Tracks an edit that is to be made: `span` shall give way to `with`. Result: what to do to the
  /// text instead, ascending and in its places of before: own insertions go, all else stays and is
  /// marked; the new text comes behind it.
  [[nodiscard]] std::vector<Edit> track(Span span, std::u16string_view with, const Stamp& stamp);
  /// Tracks many edits that are to be made at once; they are ascending and disjoint, in places of
  /// before. Takes time in proportion to the marks and the edits, n log n.
  [[nodiscard]] std::vector<Edit> track(const std::vector<Edit>& edits, const Stamp& stamp);

  /// Accepts or rejects. Result: the ranges to take out of the text, ascending and disjoint, in its
  /// places of before.
  [[nodiscard]] std::vector<Span> resolve(const ChangeFilter& filter, bool accept);
  /// How many changes a filter is about.
  [[nodiscard]] std::size_t count(const ChangeFilter& filter) const;
  /// What resolve() would settle, as changes() gives it, cut to the range of the filter.
  [[nodiscard]] std::vector<TrackedChange> chosenBy(const ChangeFilter& filter) const;
  /// Adds to the record of settled changes.
  void noteSettled(const std::vector<SettledChange>& more);

  /// Adds a comment; its id is given here. A reply takes the place of what it answers.
  std::int64_t addComment(Comment comment);
  void setCommentText(std::int64_t id, std::u16string text);
  void setCommentState(std::int64_t id, CommentState state);
  /// Removes a comment with its replies.
  void removeComment(std::int64_t id);

  /// Marks a range outright, as comparing and reading files do. Result: the id.
  std::int64_t mark(ChangeKind kind, Span range, const Stamp& stamp);
  /// Makes two changes the halves of a move.
  void pair(std::int64_t from, std::int64_t to);

  friend bool operator==(const Markup& a, const Markup& b);

 private:
  friend struct MarkupPatch;
  using Contents = std::map<std::int64_t, Comment>;
  /// What becomes of a range that gives way to something else.
  struct Pieces {
    std::vector<Span> out;     ///< own insertions
    std::vector<Span> struck;  ///< what is marked as deleted
  };

  [[nodiscard]] NewId newId();
  [[nodiscard]] std::uint32_t authorNumber(const std::string& author);
  [[nodiscard]] MarkLayer& layerOf(ChangeKind kind) {
    return removes(kind) ? m_deleted : m_inserted;
  }
  [[nodiscard]] bool chosen(const LayerMark& mark, const ChangeFilter& filter) const;
  [[nodiscard]] std::optional<std::int64_t> moveAt(const ChangeFilter& filter) const;
  void takeOut(const std::vector<Span>& spans);
  void makeRoom(const std::vector<Room>& rooms);
  [[nodiscard]] Pieces piecesOf(Span span, std::uint32_t author) const;
  void sortPlaces();
  [[nodiscard]] Contents& writable();

  MarkLayer m_inserted;
  MarkLayer m_deleted;
  std::vector<CommentPlace> m_places;  // ascending by begin
  std::shared_ptr<const Contents> m_contents = std::make_shared<Contents>();
  std::shared_ptr<const std::vector<SettledChange>> m_settled =
      std::make_shared<std::vector<SettledChange>>();
  std::shared_ptr<const std::vector<std::string>> m_authors =
      std::make_shared<std::vector<std::string>>();
  std::int64_t m_lastId = 0;
};

/// What makes one state of a markup from another and back.
struct MarkupPatch {
  RowsPatch<LayerMark> inserted;
  RowsPatch<LayerMark> deleted;
  RowsPatch<CommentPlace> places;
  std::shared_ptr<const std::map<std::int64_t, Comment>> contentsBefore;
  std::shared_ptr<const std::map<std::int64_t, Comment>> contentsAfter;
  std::shared_ptr<const std::vector<SettledChange>> settledBefore;
  std::shared_ptr<const std::vector<SettledChange>> settledAfter;

  /// `shift`: by how much the text behind the edit moved; any number is right, a good one is small.
  static MarkupPatch between(const Markup& before, const Markup& after, std::ptrdiff_t shift);
  void undo(Markup& markup) const;
  void redo(Markup& markup) const;
};

/// The text that is left when ranges are taken out.
[[nodiscard]] std::u16string without(std::u16string_view text, const std::vector<Span>& spans);
/// What is not part of the text once all changes are accepted, or else rejected; ascending and
/// disjoint.
[[nodiscard]] std::vector<Span> hiddenIn(const Markup& markup, bool accepted);

}  // namespace moxian
