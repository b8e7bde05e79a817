#pragma once

#include <QObject>
#include <QThreadPool>
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

  /// `work` gives a value on the worker's thread; `done` gets it on this one.
  template <class Work, class Done>
  void run(Work work, Done done) {
    m_pool.start([this, work = std::move(work), done = std::move(done)]() mutable {
      auto result = std::make_shared<decltype(work())>(work());
      QMetaObject::invokeMethod(
          this, [result, done = std::move(done)]() mutable { done(std::move(*result)); },
          Qt::QueuedConnection);
    });
  }

 private:
  QThreadPool m_pool;
};

}  // namespace moxian
