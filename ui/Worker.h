#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace moxian {

/// Runs work on a thread of its own, one piece after the other, and hands each result over on the
/// thread the worker lives on. Destroying it drops what has not begun and leaves the piece at work
/// to end by itself, unheard: work owns all it uses. GUI thread.
class Worker : public QObject {
  Q_OBJECT
 public:
  explicit Worker(QObject* parent = nullptr);
  ~Worker() override;

  /// `work` gives a value on the worker's thread; `done` gets it on this one. If it throws, out of
  /// memory for example, `failed` gets the reason here instead, and the next piece runs as ever.
  template <class Work, class Done>
  void run(Work work, Done done, std::function<void(const QString&)> failed = report) {
    m_pool->start([link = m_link, work = std::move(work), done = std::move(done),
                   failed = std::move(failed)]() mutable {
      std::function<void()> tell;
      try {
        auto result = std::make_shared<decltype(work())>(work());
        tell = [result, done = std::move(done)]() mutable { done(std::move(*result)); };
      } catch (const std::exception& broken) {
        tell = [failed, reason = QString::fromUtf8(broken.what())] { failed(reason); };
      }
      const std::lock_guard lock(link->mutex);
      if (link->worker == nullptr) return;
      QMetaObject::invokeMethod(link->worker, std::move(tell), Qt::QueuedConnection);
    });
  }

  /// True if a piece of a worker that is gone is still at work.
  [[nodiscard]] static bool anyLeftAtWork();

  /// Tells the log why a piece of work broke off.
  static void report(const QString& reason);

 private:
  struct Link {
    std::mutex mutex;
    Worker* worker = nullptr;
  };

  std::unique_ptr<QThreadPool> m_pool;
  std::shared_ptr<Link> m_link;
};

}  // namespace moxian
