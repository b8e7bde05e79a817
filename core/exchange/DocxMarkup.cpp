#include "core/exchange/DocxMarkup.h"

#include <array>
#include <charconv>
#include <chrono>
#include <format>
#include <map>

#include "core/base/Utf.h"

namespace moxian {
namespace {

ChangeKind kindOf(DocxChange::Act act) {
  switch (act) {
    case DocxChange::Act::Insert:
      return ChangeKind::Insertion;
    case DocxChange::Act::Delete:
      return ChangeKind::Deletion;
    case DocxChange::Act::MoveFrom:
      return ChangeKind::MovedFrom;
    case DocxChange::Act::MoveTo:
      return ChangeKind::MovedTo;
  }
  return ChangeKind::Insertion;
}

/// The first halves of moves with the same name belong together.
void pairMoves(const DocxText& docx, std::vector<TrackedChange>& changes) {
  std::map<std::string, std::array<TrackedChange*, 2>> moves;
  for (TrackedChange& change : changes) {
    const DocxChange& read = docx.changes[static_cast<std::size_t>(change.id) - 1];
    if (read.move.empty()) continue;
    TrackedChange*& half = moves[read.move][read.act == DocxChange::Act::MoveFrom ? 0 : 1];
    if (half == nullptr) half = &change;
  }
  for (const auto& [name, half] : moves) {
    if (half[0] == nullptr || half[1] == nullptr) continue;
    half[0]->partner = half[1]->id;
    half[1]->partner = half[0]->id;
  }
}

std::vector<TrackedChange> changesOf(const DocxText& docx) {
  std::vector<TrackedChange> changes;
  for (std::size_t i = 0; i < docx.changes.size(); ++i) {
    const DocxChange& change = docx.changes[i];
    if (change.span.empty()) continue;
    changes.push_back({.id = static_cast<std::int64_t>(i) + 1,
                       .kind = kindOf(change.act),
                       .range = change.span,
                       .author = toUtf8(change.author),
                       .time = timeOfDocx(change.date)});
  }
  pairMoves(docx, changes);
  return changes;
}

std::vector<Comment> commentsOf(const DocxText& docx) {
  std::vector<Comment> comments;
  for (const DocxComment& read : docx.comments) {
    const Span range = read.range.value_or(Span{docx.text.size(), docx.text.size()});
    comments.push_back({.id = static_cast<std::int64_t>(comments.size()) + 1,
                        .parent = read.parent ? static_cast<std::int64_t>(*read.parent) + 1 : 0,
                        .range = range,
                        .author = toUtf8(read.author),
                        .time = timeOfDocx(read.date),
                        .text = read.text,
                        .quote = std::u16string(range.of(docx.text)),
                        .state = read.resolved ? CommentState::Resolved : CommentState::Open});
  }
  return comments;
}

}  // namespace

Markup markupOf(const DocxText& docx) {
  return Markup(changesOf(docx), commentsOf(docx), docx.text.size());
}

std::string docxTime(Time time) {
  const std::chrono::sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds(time)};
  return std::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(at));
}

Time timeOfDocx(std::string_view date) {
  const auto field = [&](std::size_t at, std::size_t length) -> std::optional<int> {
    if (date.size() < at + length) return std::nullopt;
    int value = 0;
    const char* end = date.data() + at + length;
    const auto [stop, error] = std::from_chars(date.data() + at, end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
  };
  const auto year = field(0, 4);
  const auto month = field(5, 2);
  const auto day = field(8, 2);
  if (!year || !month || !day || *month < 1 || *day < 1) return 0;
  const std::chrono::year_month_day on{std::chrono::year(*year),
                                       std::chrono::month(static_cast<unsigned>(*month)),
                                       std::chrono::day(static_cast<unsigned>(*day))};
  if (!on.ok()) return 0;
  const auto at = std::chrono::sys_days(on) + std::chrono::hours(field(11, 2).value_or(0)) +
                  std::chrono::minutes(field(14, 2).value_or(0)) +
                  std::chrono::seconds(field(17, 2).value_or(0));
  return std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
}

}  // namespace moxian
