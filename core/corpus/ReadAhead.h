#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "core/corpus/FilePreparer.h"

namespace moxian {

/// Prepares files in their order on a thread of its own, a little ahead of the one who takes them,
/// so that reading and storing share the work between two processors.
class ReadAhead {
 public:
  /// The preparer outlives it.
  ReadAhead(const FilePreparer& preparer, std::vector<std::filesystem::path> files);
  /// Stops after the file that is being prepared.
  ~ReadAhead() = default;
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// The next file; waits for it. To be called once for each of the files. An exception that the
  /// loader threw comes out here.
  [[nodiscard]] Result<PreparedFile> next();

 private:
  struct Waiting {
    std::future<Result<PreparedFile>> file;
    std::size_t sentences = 0;
  };
  void run(const std::stop_token& stop);
  [[nodiscard]] bool hasRoom() const;  ///< with m_mutex held

  const FilePreparer& m_preparer;
  const std::vector<std::filesystem::path> m_files;
  std::mutex m_mutex;
  std::condition_variable_any m_changed;
  std::deque<Waiting> m_waiting;  ///< guarded by m_mutex, as what follows
  std::size_t m_sentences = 0;    ///< of m_waiting
  std::jthread m_thread;          ///< last, so that it ends before the rest goes
};

}  // namespace moxian
