#include "core/corpus/ReadAhead.h"

#include <utility>

namespace moxian {
namespace {

/// Sentences that may wait: enough for the time that a commit takes, some 10 MB.
constexpr std::size_t kMostWaiting = 10'000;
constexpr std::size_t kMostFiles = 1'000;

}  // namespace

ReadAhead::ReadAhead(const FilePreparer& preparer, std::vector<std::filesystem::path> files)
    : m_preparer(preparer),
      m_files(std::move(files)),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

bool ReadAhead::hasRoom() const {
  return m_sentences < kMostWaiting && m_waiting.size() < kMostFiles;
}

void ReadAhead::run(const std::stop_token& stop) {
  for (const auto& file : m_files) {
    std::size_t sentences = 0;
    std::packaged_task<Result<PreparedFile>()> task([&] {
      auto prepared = m_preparer.prepare(file);
      if (prepared) sentences = prepared->sentences();
      return prepared;
    });
    Waiting ready{.file = task.get_future()};
    task();
    ready.sentences = sentences;
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return hasRoom(); })) return;
    m_waiting.push_back(std::move(ready));
    m_sentences += sentences;
    m_changed.notify_all();
  }
}

Result<PreparedFile> ReadAhead::next() {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [this] { return !m_waiting.empty(); });
  Waiting first = std::move(m_waiting.front());
  m_waiting.pop_front();
  m_sentences -= first.sentences;
  m_changed.notify_all();
  lock.unlock();
  return first.file.get();
}

}  // namespace moxian
