#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/Files.h"

namespace moxian {

/// The file of a journal, for EditJournal only. It keeps all bytes in memory: where the disk lost
/// or refused some, or somebody removed the file, the whole is written anew.
class JournalFile {
 public:
  explicit JournalFile(std::filesystem::path path) : m_path(std::move(path)) {}

  void add(std::string_view bytes) { m_bytes += bytes; }
  [[nodiscard]] bool empty() const { return m_bytes.empty(); }
  /// Gives the system what it has not got yet. May be called again after a failure.
  [[nodiscard]] Result<void> write();
  /// Writes and syncs.
  [[nodiscard]] Result<void> sync();
  /// True if nothing waits to be synced.
  [[nodiscard]] bool synced() const { return m_synced == m_bytes.size() && m_folderSynced; }
  void remove();
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  [[nodiscard]] Result<void> make();
  [[nodiscard]] Result<void> putRest(Descriptor& file, std::size_t& done) const;
  [[nodiscard]] bool gone() const;

  std::filesystem::path m_path;
  std::string m_bytes;
  Descriptor m_file;
  std::size_t m_written = 0;
  std::size_t m_synced = 0;
  bool m_made = false;
  bool m_folderSynced = true;
};

}  // namespace moxian
