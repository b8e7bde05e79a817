#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <exception>
#include <functional>
#include <memory>
#include <utility>

namespace moxian {

/// Runs work on a thread of its own, one piece after the other, and hands each result over on the
/// thread the worker lives on. Destroying it waits for the piece at work and drops the rest, so
/// what the work captured by reference must live as long as the worker.
class Worker : public QObject {
  Q_OBJECT
 public:
  explicit Worker(QObject* parent = nullptr);
  ~Worker() override;

  /// `work` gives a value on the worker's thread; `done` gets it on this one. If it throws, out of
  /// memory for example, `failed` gets the reason here instead, and the next piece runs as ever.
  template <class Work, class Done>
  void run(Work work, Done done, std::function<void(const QString&)> failed = report) {
    m_pool.start([this, work = std::move(work), done = std::move(done),
                  failed = std::move(failed)]() mutable {
      std::function<void()> tell;
      try {
        auto result = std::make_shared<decltype(work())>(work());
        tell = [result, done = std::move(done)]() mutable { done(std::move(*result)); };
      } catch (const std::exception& broken) {
        tell = [failed, reason = QString::fromUtf8(broken.what())] { failed(reason); };
      }
      QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
    });
  }

 private:
  static void report(const QString& reason);
  QThreadPool m_pool;
};

}  // namespace moxian
