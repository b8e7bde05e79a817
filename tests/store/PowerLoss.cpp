#include "tests/store/PowerLoss.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace moxian::faults {
namespace {

namespace fs = std::filesystem;
using Kind = Operation::Kind;

void apply(std::string& file, const Operation& operation, std::size_t from, std::size_t to) {
  if (operation.kind == Kind::Truncate) {
    file.resize(operation.offset);
    return;
  }
  file.resize(std::max<std::size_t>(file.size(), operation.offset + to));
  file.replace(operation.offset + from, to - from, operation.bytes, from, to - from);
}

/// A file whose last operations may be lost: each sector of each on its own.
std::string torn(std::string file, const std::vector<Operation>& waiting, std::mt19937& random) {
  constexpr std::size_t kSector = 512;
  const auto mode = random() % 3;  // nothing, everything, something
  for (const Operation& operation : waiting) {
    if (mode == 0) continue;
    if (operation.kind == Kind::Truncate || mode == 1) {
      if (mode == 1 || random() % 2 == 0) apply(file, operation, 0, operation.bytes.size());
      continue;
    }
    for (std::size_t at = 0; at < operation.bytes.size(); at += kSector) {
      const std::size_t end = std::min(at + kSector, operation.bytes.size());
      if (random() % 2 == 0) apply(file, operation, at, end);
    }
  }
  return file;
}

/// Files by a number of their own: the system gives the inode of a removed file to the next new
/// one.
class Replay {
 public:
  Replay(const Disk& before, const std::map<std::string, ino_t>& inodes) {
    for (const auto& [path, inode] : inodes) {
      m_names[path] = fileOf(inode);
      m_safe[fileOf(inode)] = before.at(path);
    }
  }

  void take(const Operation& operation) {
    switch (operation.kind) {
      case Kind::Create:
        m_files[operation.inode] = ++m_last;
        wait(operation);
        break;
      case Kind::Rename:
      case Kind::Unlink:
        wait(operation);
        break;
      case Kind::Write:
      case Kind::Truncate:
        m_waiting[fileOf(operation.inode)].push_back(operation);
        break;
      case Kind::SyncFile:
        syncFile(fileOf(operation.inode));
        break;
      case Kind::SyncFolder:
        for (const auto& [name, file] : m_waitingNames) applyName(name, file);
        m_waitingNames.clear();
        break;
    }
  }

  Disk powerLoss(std::mt19937& random) {
    const std::size_t kept = random() % (m_waitingNames.size() + 1);
    for (std::size_t i = 0; i < kept; ++i) {
      applyName(m_waitingNames[i].first, m_waitingNames[i].second);
    }
    Disk out;
    for (const auto& [path, file] : m_names)
      out[path] = torn(m_safe[file], m_waiting[file], random);
    return out;
  }

 private:
  int fileOf(ino_t inode) {
    const auto [found, added] = m_files.try_emplace(inode, m_last + 1);
    if (added) ++m_last;
    return found->second;
  }

  void wait(const Operation& operation) {
    m_waitingNames.emplace_back(operation, fileOf(operation.inode));
  }

  void syncFile(int file) {
    for (const Operation& done : m_waiting[file]) apply(m_safe[file], done, 0, done.bytes.size());
    m_waiting[file].clear();
  }

  void applyName(const Operation& operation, int file) {
    if (operation.kind != Kind::Create) m_names.erase(operation.path);
    if (operation.kind == Kind::Create) m_names[operation.path] = file;
    if (operation.kind == Kind::Rename) m_names[operation.to] = file;
  }

  std::map<std::string, int> m_names;
  std::map<ino_t, int> m_files;
  std::map<int, std::string> m_safe;
  std::map<int, std::vector<Operation>> m_waiting;
  std::vector<std::pair<Operation, int>> m_waitingNames;
  int m_last = 0;
};

}  // namespace

Disk diskOf(const fs::path& folder) {
  Disk out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    out[entry.path().string()] = bytes.str();
  }
  return out;
}

std::map<std::string, ino_t> inodesOf(const fs::path& folder) {
  std::map<std::string, ino_t> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    struct stat info{};
    if (entry.is_regular_file() && ::stat(entry.path().c_str(), &info) == 0) {
      out[entry.path().string()] = info.st_ino;
    }
  }
  return out;
}

Disk afterPowerLoss(const Disk& before, const std::map<std::string, ino_t>& inodes,
                    const std::vector<Operation>& operations, std::size_t count,
                    std::mt19937& random) {
  Replay replay(before, inodes);
  for (std::size_t i = 0; i < count; ++i) replay.take(operations[i]);
  return replay.powerLoss(random);
}

}  // namespace moxian::faults
