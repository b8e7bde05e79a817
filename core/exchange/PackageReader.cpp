#include "core/exchange/PackageReader.h"

#include <zip.h>

#include <array>
#include <utility>

namespace moxian {
namespace {

struct ArchiveDiscard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct EntryClose {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, ArchiveDiscard>;
using Entry = std::unique_ptr<zip_file_t, EntryClose>;

/// Opens bytes that stay where they are; the text of the failure otherwise.
std::expected<Archive, std::string> openArchive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  std::string why;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  if (!archive) {
    why = zip_error_strerror(&error);
    zip_source_free(source);  // an archive that opened owns it
  }
  zip_error_fini(&error);
  if (!archive) return std::unexpected(why);
  return archive;
}

}  // namespace

struct PackageReader::State {
  Archive archive;
  std::string subject;
  PackageLimits limits;
  std::size_t taken = 0;  ///< bytes inflated so far
};

PackageReader::PackageReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PackageReader::~PackageReader() = default;
PackageReader::PackageReader(PackageReader&&) noexcept = default;
PackageReader& PackageReader::operator=(PackageReader&&) noexcept = default;

Result<PackageReader> PackageReader::open(std::string_view bytes, std::string subject,
                                          PackageLimits limits) {
  // libzip takes no bytes at all for an archive without entries
  if (bytes.empty()) return fail(ErrorCode::DamagedFile, std::move(subject), "empty file");
  auto archive = openArchive(bytes);
  if (!archive) return fail(ErrorCode::DamagedFile, std::move(subject), archive.error());
  const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
  if (count < 0 || static_cast<std::size_t>(count) > limits.entries) {
    return fail(ErrorCode::FileTooLarge, std::move(subject), std::to_string(count) + " entries");
  }
  return PackageReader(
      std::make_unique<State>(State{std::move(*archive), std::move(subject), limits, 0}));
}

const std::string& PackageReader::subject() const {
  return m_state->subject;
}

Result<std::optional<std::string>> PackageReader::part(const std::string& name) {
  State& s = *m_state;
  const zip_int64_t found = zip_name_locate(s.archive.get(), name.c_str(), ZIP_FL_NOCASE);
  if (found < 0) return std::nullopt;
  const auto index = static_cast<zip_uint64_t>(found);
  zip_stat_t info{};
  if (zip_stat_index(s.archive.get(), index, 0, &info) == 0 &&
      (info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE) {
    return fail(ErrorCode::EncryptedFile, s.subject, name);
  }
  const Entry entry(zip_fopen_index(s.archive.get(), index, 0));
  if (!entry) {
    return fail(ErrorCode::DamagedFile, s.subject, name + ": " + zip_strerror(s.archive.get()));
  }
  std::string bytes;
  std::array<char, 1U << 16U> buffer{};
  while (true) {
    const zip_int64_t count = zip_fread(entry.get(), buffer.data(), buffer.size());
    if (count < 0) {
      return fail(ErrorCode::DamagedFile, s.subject, name + ": " + zip_file_strerror(entry.get()));
    }
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    s.taken += static_cast<std::size_t>(count);
    if (bytes.size() > s.limits.partBytes || s.taken > s.limits.totalBytes) {
      return fail(ErrorCode::FileTooLarge, s.subject, name + " inflates beyond the limit");
    }
  }
}

}  // namespace moxian
