#include "core/store/EditJournal.h"

#include <sys/random.h>

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

#include "core/base/Resources.h"
#include "core/store/JournalFile.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Unique among all journals of this user: two drafts may begin in the same moment.
std::string newId() {
  std::uint64_t numbers[2] = {};
  if (::getrandom(numbers, sizeof numbers, 0) != static_cast<ssize_t>(sizeof numbers)) {
    static std::uint64_t next = 0;
    numbers[0] = static_cast<std::uint64_t>(::getpid());
    numbers[1] = static_cast<std::uint64_t>(timeNow()) + ++next;
  }
  char digits[33];
  std::snprintf(digits, sizeof digits, "%016llx%016llx",
                static_cast<unsigned long long>(numbers[0]),
                static_cast<unsigned long long>(numbers[1]));
  return digits;
}

}  // namespace

/// The thread and what it shares with the caller. The caller's side only adds to `m_pending`.
class EditJournal::Writer {
 public:
  Writer(fs::path folder, JournalStart start, JournalOptions options)
      : m_id(newId()),
        m_start(std::move(start)),
        m_options(std::move(options)),
        m_file(folder / (m_id + ".journal")),
        m_thread([this](const std::stop_token& stop) { run(stop); }) {}

  void add(std::string_view payload) {
    const std::scoped_lock hold(m_mutex);
    if (m_discarded) return;
    const bool first = m_pending.empty();
    m_pending += journalRecord(m_number + 1, m_id, payload);
    ++m_number;
    if (!first) return;
    m_pendingSince = Clock::now();
    m_wake.notify_one();
  }

  bool begun() const {
    const std::scoped_lock hold(m_mutex);
    return m_number > 0;
  }

  Result<void> flush(bool sync) {
    Lock hold(m_mutex);
    if (m_discarded) return {};
    const std::uint64_t turn = ++m_flushWanted;
    m_syncWanted = m_syncWanted || sync;
    m_wake.notify_one();
    m_done.wait(hold, [&] { return m_flushDone >= turn; });
    if (m_failure) return std::unexpected(*m_failure);
    return {};
  }

  void discard() {
    if (!m_thread.joinable()) return;
    {
      const std::scoped_lock hold(m_mutex);
      m_discarded = true;
      m_pending.clear();
    }
    m_thread.request_stop();
    m_thread.join();
    m_file.remove();
  }

  std::optional<Error> failure() const {
    const std::scoped_lock hold(m_mutex);
    return m_failure;
  }
  const fs::path& path() const { return m_file.path(); }

 private:
  using Lock = std::unique_lock<std::mutex>;

  /// When there is something to do next: writing, syncing or trying again.
  Clock::time_point nextTurn() const {
    if (m_failure) return m_lastTry + m_options.retryAfter;
    if (!m_pending.empty()) return m_pendingSince + m_options.writeWithin;
    if (!m_file.synced()) return m_unsyncedSince + m_options.syncWithin;
    return Clock::time_point::max();
  }

  void sleep(Lock& hold, const std::stop_token& stop) {
    const auto called = [&] { return stop.stop_requested() || m_flushWanted > m_flushDone; };
    while (!called() && Clock::now() < nextTurn()) {
      const auto until = nextTurn();
      const auto sooner = [&] { return called() || nextTurn() < until; };
      if (until == Clock::time_point::max()) {
        m_wake.wait(hold, stop, sooner);
      } else {
        m_wake.wait_until(hold, stop, until, sooner);
      }
    }
  }

  void run(const std::stop_token& stop) {
    Lock hold(m_mutex);
    while (true) {
      sleep(hold, stop);
      if (m_discarded) return;
      const bool last = stop.stop_requested();
      turn(hold, last);
      if (last) return;
    }
  }

  /// Writes what is pending and syncs when it is time. The disk is used without the lock.
  void turn(Lock& hold, bool last) {
    const std::uint64_t flushing = m_flushWanted;
    const auto began = Clock::now();
    const bool sync = last || std::exchange(m_syncWanted, false) || m_failure ||
                      (!m_file.synced() && began >= m_unsyncedSince + m_options.syncWithin);
    const bool wasSynced = m_file.synced();
    Result<void> done;
    try {
      if (m_file.empty() && !m_pending.empty()) begin(hold);
      m_file.add(m_pending);
      m_pending.clear();
      hold.unlock();
      if (!m_file.empty()) done = sync ? m_file.sync() : m_file.write();
    } catch (const std::exception& e) {
      done = fail(ErrorCode::WriteFailed, m_file.path().string(), e.what());
    }
    if (!hold.owns_lock()) hold.lock();
    if (wasSynced && !m_file.synced()) m_unsyncedSince = began;
    m_lastTry = Clock::now();
    m_flushDone = flushing;
    report(done ? std::optional<Error>() : done.error(), hold);
    m_done.notify_all();
  }

  /// The start holds the whole text, which takes too long for a key to wait.
  void begin(Lock& hold) {
    hold.unlock();
    m_file.add(journalRecord(0, m_id, startPayload(m_start)));
    m_start.text = {};
    hold.lock();
  }

  void report(std::optional<Error> failure, Lock& hold) {
    const bool turned = failure.has_value() != m_failure.has_value();
    m_failure = std::move(failure);
    if (!turned || !m_options.changed) return;
    const std::optional<Error> now = m_failure;
    hold.unlock();
    m_options.changed(now);
    hold.lock();
  }

  // the thread's own
  std::string m_id;
  JournalStart m_start;
  JournalOptions m_options;
  JournalFile m_file;
  Clock::time_point m_unsyncedSince;
  // under the lock
  mutable std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::condition_variable m_done;
  std::string m_pending;
  Clock::time_point m_pendingSince;
  Clock::time_point m_lastTry;
  std::uint64_t m_number = 0;
  std::uint64_t m_flushWanted = 0;
  std::uint64_t m_flushDone = 0;
  bool m_syncWanted = false;
  std::optional<Error> m_failure;
  bool m_discarded = false;
  // last: it ends before what it uses
  std::jthread m_thread;
};

EditJournal::EditJournal(fs::path folder, JournalStart start, JournalOptions options)
    : m_writer(std::make_unique<Writer>(std::move(folder), std::move(start), std::move(options))) {}

EditJournal::~EditJournal() = default;

void EditJournal::edit(std::size_t offset, std::size_t removed, std::u16string_view inserted) {
  m_writer->add(editPayload({timeNow(), offset, removed, inserted}));
}

void EditJournal::state(std::string_view bytes) {
  m_writer->add(statePayload(timeNow(), bytes));
}

void EditJournal::replacing(std::string_view id) {
  m_writer->add(replacingPayload(timeNow(), id));
}

void EditJournal::saving(const JournalSaving& saving, std::string_view state) {
  if (!m_writer->begun()) return;
  m_writer->add(statePayload(timeNow(), state));
  m_writer->add(savingPayload(timeNow(), saving));
}

Result<void> EditJournal::handOver() {
  return m_writer->flush(false);
}

Result<void> EditJournal::flush() {
  return m_writer->flush(true);
}

void EditJournal::discard() {
  m_writer->discard();
}

std::optional<Error> EditJournal::failure() const {
  return m_writer->failure();
}

const fs::path& EditJournal::file() const {
  return m_writer->path();
}

Result<fs::path> journalFolder() {
  return userStateFolder().transform([](const fs::path& state) { return state / "journals"; });
}

}  // namespace moxian
