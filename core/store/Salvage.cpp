#include "core/store/Salvage.h"

#include <algorithm>
#include <map>
#include <ranges>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/store/MoxianFile.h"
#include "core/store/Schema.h"
#include "core/store/Tables.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargest = std::uintmax_t{2} << 30U;
constexpr std::size_t kLongestText = std::size_t{64} << 20U;  // a damaged list may repeat a passage

/// Rows from the front up to the first that cannot be read, then from the back.
template <class Make>
auto rowsFromBothEnds(const Database& database, std::string_view sql, Make make) {
  std::map<std::int64_t, std::invoke_result_t<Make, const Statement&>> out;
  const auto take = [&](const Statement& row) { out.insert_or_assign(row.integer(0), make(row)); };
  if (!tables::forEach(database, sql, take)) {
    (void)tables::forEach(database, std::string(sql) + " DESC", take);
  }
  return out;
}

SalvagedText textOf(const Database& database, const tables::StoredText& stored) {
  SalvagedText out;
  auto reader = tables::PassageReader::create(database);
  for (const std::uint32_t id : stored.passages) {
    if (out.text.size() > kLongestText) break;
    bool whole = false;
    const auto passage = reader ? reader->readAnyhow(id, whole) : std::unexpected(reader.error());
    out.text += passage ? *passage : kLostPassage;
    if (!passage) ++out.lost;
    if (passage && !whole) ++out.doubtful;
  }
  out.whole = hashOf(out.text) == stored.hash;
  return out;
}

Salvage readAll(const Database& database) {
  Salvage out;
  if (const auto row = tables::readDocument(database)) {
    out.draft = textOf(database, row->text);
    out.properties = row->properties;
  }
  for (const auto& [id, row] :
       rowsFromBothEnds(database, tables::kSelectVersions, tables::versionFrom)) {
    out.versions.push_back(
        {row.info, textOf(database, {row.info.length, row.info.hash, row.passages})});
  }
  for (const auto& [id, comment] :
       rowsFromBothEnds(database, tables::kSelectComments, tables::commentFrom)) {
    out.comments.push_back(comment);
  }
  for (const auto& [id, info] :
       rowsFromBothEnds(database, tables::kSelectAttachments, tables::attachmentFrom)) {
    auto bytes = tables::readAttachment(database, info);
    out.attachments.push_back({info, bytes.value_or(std::string()), bytes.has_value()});
  }
  return out;
}

bool anything(const Salvage& salvage) {
  return !salvage.draft.text.empty() || salvage.draft.whole || !salvage.versions.empty() ||
         !salvage.attachments.empty();
}

std::optional<Salvage> readCopy(const fs::path& copy) {
  const auto database =
      Database::open(copy, Database::Mode::ReadWrite,
                     {kDocumentApplicationId, static_cast<int>(documentSteps().size())}, "",
                     Database::Journal::Rollback);
  if (!database) return {};
  Salvage out = readAll(*database);
  return anything(out) ? std::optional(std::move(out)) : std::nullopt;
}

void putNumber(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (24U - 8U * i));
}

/// The first page holds the file's header and the list of tables. Both are alike in all documents
/// of a version, so those of an empty one can stand in. Offsets: SQLite's "Database File
/// Format" 1.3.
Result<void> replaceHead(const fs::path& copy, std::string bytes) {
  const fs::path fresh = copy.string() + ".fresh";
  if (auto made = makeDocument(fresh); !made) return std::unexpected(made.error());
  const auto head = readFile(fresh);
  if (!head) return std::unexpected(head.error());
  constexpr std::size_t kPage = 4096;
  constexpr std::size_t kChanges = 24;
  constexpr std::size_t kPages = 28;
  constexpr std::size_t kFreePages = 32;
  constexpr std::size_t kValidFor = 92;
  bytes.resize(std::max<std::size_t>(kPage, (bytes.size() + kPage - 1) / kPage * kPage));
  bytes.replace(0, kPage, *head, 0, kPage);
  putNumber(bytes, kChanges, 1);
  putNumber(bytes, kValidFor, 1);
  putNumber(bytes, kPages, static_cast<std::uint32_t>(bytes.size() / kPage));
  putNumber(bytes, kFreePages, 0);
  putNumber(bytes, kFreePages + 4, 0);
  std::error_code ignored;
  fs::remove(copy.string() + "-journal", ignored);
  return writeFile(copy, bytes);
}

std::string fileName(const AttachmentInfo& info) {
  std::string name = "attachment-" + std::to_string(info.id) + "-" + info.name;
  std::ranges::replace_if(name, [](char c) { return c == '/' || c == '\0'; }, '_');
  return name;
}

std::string commentLines(const std::vector<StoredComment>& comments) {
  std::string out;
  for (const StoredComment& c : comments) {
    out += c.author + ": " + toUtf8(c.text) + " [" + toUtf8(c.quote) + "]\n";
  }
  return out;
}

}  // namespace

const SalvagedVersion* Salvage::lastGood() const {
  const auto found = std::ranges::find_if(versions | std::views::reverse,
                                          [](const SalvagedVersion& v) { return v.text.whole; });
  return found == versions.rend() ? nullptr : &*found;
}

Result<Salvage> salvage(const fs::path& path) {
  auto bytes = readFile(path, kLargest);
  if (!bytes) return std::unexpected(bytes.error());
  const auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(folder.error());
  const fs::path copy = folder->path() / "copy.moxian";
  if (auto done = writeFile(copy, *bytes); !done) return std::unexpected(done.error());
  std::error_code ignored;
  fs::copy_file(path.string() + "-journal", copy.string() + "-journal", ignored);
  std::optional<Salvage> out = readCopy(copy);
  if (!out && !bytes->empty()) {
    if (auto done = replaceHead(copy, std::move(*bytes)); !done)
      return std::unexpected(done.error());
    out = readCopy(copy);
  }
  if (out) return std::move(*out);
  const ErrorCode code =
      looksLikeDocument(path) ? ErrorCode::DamagedDocument : ErrorCode::NotADocument;
  return fail(code, path.string(), "nothing readable");
}

Result<std::vector<fs::path>> exportSalvage(const Salvage& salvage, const fs::path& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  if (!salvage.draft.text.empty()) files.emplace_back("draft.txt", toUtf8(salvage.draft.text));
  for (const SalvagedVersion& version : salvage.versions) {
    files.emplace_back("version-" + std::to_string(version.info.id) + ".txt",
                       toUtf8(version.text.text));
  }
  if (!salvage.comments.empty()) files.emplace_back("comments.txt", commentLines(salvage.comments));
  for (const SalvagedAttachment& attachment : salvage.attachments) {
    if (attachment.whole) files.emplace_back(fileName(attachment.info), attachment.bytes);
  }
  std::vector<fs::path> written;
  for (const auto& [name, bytes] : files) {
    if (auto done = writeFile(folder / name, bytes); !done) return std::unexpected(done.error());
    written.push_back(folder / name);
  }
  return written;
}

}  // namespace moxian
