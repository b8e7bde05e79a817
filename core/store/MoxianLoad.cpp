#include <algorithm>

#include "core/store/MoxianState.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

bool structureIsSound(const Database& database) {
  auto check = database.prepare("PRAGMA quick_check(1)");
  if (!check) return false;
  const auto row = check->next();
  return row && *row && check->text(0) == "ok";
}

/// The value, or an empty one and a mark if the rows cannot be read or are not those that were
/// saved.
template <class T>
T checked(const Database& database, tables::Part part, Result<T> read, bool& damaged) {
  damaged = !read || !tables::sealed(database, part);
  return read ? std::move(*read) : T{};
}

void cut(Span& range, std::size_t length) {
  range.begin = std::min(range.begin, length);
  range.end = std::min(range.end, length);
}

}  // namespace

void loadHistory(const Database& database, MoxianState& state) {
  DocumentDamage& damage = state.damage;
  if (!state.passages.read(database)) damage.structure = true;
  state.versions =
      checked(database, tables::Part::Versions, tables::readVersions(database), damage.versionList);
  for (const tables::VersionRow& row : state.versions) {
    if (state.passages.rootOf(row.passages) != row.root) damage.versions.push_back(row.info.id);
  }
  state.attachments = checked(database, tables::Part::Attachments,
                              tables::readAttachments(database), damage.attachmentList);
  for (const AttachmentInfo& info : state.attachments) {
    if (!tables::readAttachment(database, info)) damage.attachments.push_back(info.id);
  }
}

Result<LoadedDocument> loadDocument(const fs::path& path) {
  auto open = openForReading(path);
  if (!open) return std::unexpected(open.error());
  MoxianState state;
  state.path = path;
  auto row = tables::readDocument(open->database);
  if (!row) return std::unexpected(documentError(row.error(), path));
  state.document = std::move(*row);
  state.older = open->folder.has_value();
  state.damage.structure = !structureIsSound(open->database);
  loadHistory(open->database, state);
  return LoadedDocument{std::move(*open), std::move(state)};
}

Result<Draft> loadDraft(const Database& database, MoxianState& state) {
  auto text = tables::readText(database, state.document.text);
  if (!text) return std::unexpected(documentError(text.error(), state.path));
  DocumentDamage& damage = state.damage;
  damage.properties = !tables::sealed(database, tables::Part::Document);
  Draft draft{std::move(*text), state.document.properties, {}};
  draft.marks.changes =
      checked(database, tables::Part::Changes, tables::readChanges(database), damage.changes);
  draft.marks.comments =
      checked(database, tables::Part::Comments, tables::readComments(database), damage.comments);
  draft.marks.dismissals = checked(database, tables::Part::Dismissals,
                                   tables::readDismissals(database), damage.dismissals);
  bool tracking = false;
  draft.marks.signOffs =
      checked(database, tables::Part::SignOffs, tables::readSignOffs(database), damage.review);
  draft.marks.tracking =
      checked(database, tables::Part::Review, tables::readTracking(database), tracking);
  bool settled = false;
  draft.marks.settled =
      checked(database, tables::Part::Settled, tables::readSettled(database), settled);
  damage.review = damage.review || tracking || settled;
  for (StoredChange& change : draft.marks.changes) cut(change.range, draft.text.size());
  for (StoredComment& comment : draft.marks.comments) cut(comment.range, draft.text.size());
  return draft;
}

}  // namespace moxian
