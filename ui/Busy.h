#pragma once

#include <QString>
#include <atomic>
#include <exception>
#include <functional>
#include <optional>

#include "core/base/Result.h"

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
/// from 0.4 seconds on a dialog shows `text`, progress and a way to stop. GUI thread.
void runBusy(QWidget* window, const QString& text, const std::function<void(JobGate&)>& work);

/// What a thrown exception is told as.
[[nodiscard]] Error brokenJob(const std::exception& broken);

/// The same for work that gives a Result; an exception in it is an error like any other.
template <class T>
[[nodiscard]] T busyResult(QWidget* window, const QString& text,
                           const std::function<T(JobGate&)>& work) {
  std::optional<T> result;
  runBusy(window, text, [&](JobGate& gate) {
    try {
      result.emplace(work(gate));
    } catch (const std::exception& broken) {
      result.emplace(std::unexpected(brokenJob(broken)));
    }
  });
  return std::move(*result);
}

}  // namespace moxian
