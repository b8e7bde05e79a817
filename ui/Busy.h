#pragma once

#include <QString>
#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <optional>

#include "core/base/Result.h"

class QObject;
class QWidget;

namespace moxian {

/// Between a job on a worker thread and the dialog that shows how far it is.
class JobGate {
 public:
  /// Any thread. `share` from 0 to 1; false: the user stopped it.
  bool report(double share) {
    m_permille = static_cast<int>(share * 1000);
    return !m_cancelled;
  }
  [[nodiscard]] bool cancelled() const { return m_cancelled; }
  void cancel() { m_cancelled = true; }
  /// Nothing until the job reports for the first time.
  [[nodiscard]] std::optional<int> permille() const;

 private:
  std::atomic<int> m_permille{-1};
  std::atomic<bool> m_cancelled{false};
};

/// Runs `work` on another thread and returns when it is done. The window takes no input meanwhile;
/// from 0.4 seconds on a dialog shows `text`, progress and a way to stop. The window must not be
/// closed before: see stopBusy(). GUI thread.
///
/// With `typed`, work that a person need not wait for: keys and what input methods write go into
/// that widget meanwhile; clicks, commands and what comes behind them wait, in their order, until
/// the work is done and its caller asks nothing more. The dialog comes after 3 seconds only, and
/// then typing ends.
void runBusy(QWidget* window, const QString& text, const std::function<void(JobGate&)>& work,
             QWidget* typed = nullptr);

/// How long typing goes on in runBusy() before the dialog comes: 3 seconds unless it is set, by a
/// test. GUI thread.
void setTypedPatience(std::chrono::milliseconds patience);

/// Calls `then` from the event loop as soon as no job is at work and no dialog keeps input from
/// `context`; never if that goes before. GUI thread.
void whenFree(QObject* context, std::function<void()> then);

/// What a thrown exception is told as.
[[nodiscard]] Error brokenJob(const std::exception& broken);

/// The same for work that gives a Result; an exception in it is an error like any other.
template <class T>
[[nodiscard]] T busyResult(QWidget* window, const QString& text,
                           const std::function<T(JobGate&)>& work, QWidget* typed = nullptr) {
  std::optional<T> result;
  runBusy(
      window, text,
      [&](JobGate& gate) {
        try {
          result.emplace(work(gate));
        } catch (const std::exception& broken) {
          result.emplace(std::unexpected(brokenJob(broken)));
        }
      },
      typed);
  return std::move(*result);
}

/// Asks the job that runs for a window to stop. False if there is none; else `afterwards` is called
/// when it has ended and its caller has returned. GUI thread.
bool stopBusy(const QWidget* window, std::function<void()> afterwards);
/// The same for the jobs of all windows; `afterwards` follows the last one.
bool stopAllBusy(std::function<void()> afterwards);

}  // namespace moxian
