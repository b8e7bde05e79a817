#include "core/store/MoxianState.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

Result<void> fill(const fs::path& emptyFile, const Draft& draft, const SaveRequest& request,
                  const LoadedDocument* source, MoxianState& state) {
  auto database = makeDocument(emptyFile);
  if (!database) return std::unexpected(database.error());
  auto transaction = Transaction::begin(*database);
  if (!transaction) return std::unexpected(transaction.error());
  Save save(*database, state);
  if (source != nullptr) {
    if (auto done = save.history(*source); !done) return done;
  }
  if (auto done = save.draft(draft, request); !done) return done;
  if (auto done = save.finish(request.time); !done) return done;
  return transaction->commit();
}

Result<void> buildBeside(const fs::path& path, const Draft& draft, const SaveRequest& request,
                         const LoadedDocument* source, MoxianState& state) {
  auto beside = FileBeside::create(path);
  if (!beside) return std::unexpected(beside.error());
  if (auto done = fill(beside->path(), draft, request, source, state); !done) return done;
  std::error_code failed;
  const auto size = fs::file_size(beside->path(), failed);
  if (failed) return fail(ErrorCode::WriteFailed, path.string(), failed.message());
  return beside->commit(size).transform([](const WriteEffects&) {});
}

Result<void> buildElsewhere(const fs::path& path, const Draft& draft, const SaveRequest& request,
                            const LoadedDocument* source, MoxianState& state) {
  const auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(folder.error());
  const fs::path file = folder->path() / "new.moxian";
  if (auto done = fill(file, draft, request, source, state); !done) return done;
  const auto bytes = readFile(file, UINTMAX_MAX);
  if (!bytes) return std::unexpected(bytes.error());
  return replaceFile(path, std::as_bytes(std::span(*bytes)), WriteWay::Direct)
      .transform([](const WriteEffects&) {});
}

}  // namespace

Result<std::unique_ptr<MoxianState>> writeAnew(const fs::path& path, const Draft& draft,
                                               const SaveRequest& request,
                                               const LoadedDocument* source) {
  auto state = std::make_unique<MoxianState>();
  state->path = path;
  const auto build = request.way == WriteWay::Direct ? buildElsewhere : buildBeside;
  auto done = build(path, draft, request, source, *state);
  if (done) return state;
  return std::unexpected(documentError(done.error(), path));
}

}  // namespace moxian
