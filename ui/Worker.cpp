#include "ui/Worker.h"

#include <vector>

namespace moxian {
namespace {

/// Of workers that are gone; a pool can only be destroyed without a wait once it is idle.
std::vector<std::unique_ptr<QThreadPool>>& leftAtWork() {
  static std::vector<std::unique_ptr<QThreadPool>> pools;
  std::erase_if(pools, [](const auto& pool) { return pool->waitForDone(0); });
  return pools;
}

}  // namespace

Worker::Worker(QObject* parent)
    : QObject(parent),
      m_pool(std::make_unique<QThreadPool>()),
      m_link(std::make_shared<Link>()) {
  m_pool->setMaxThreadCount(1);
  m_link->worker = this;
}

void Worker::report(const QString& reason) {
  qWarning("moxian: %s", qUtf8Printable(reason));
}

Worker::~Worker() {
  {
    const std::lock_guard lock(m_link->mutex);
    m_link->worker = nullptr;
  }
  m_pool->clear();
  if (!m_pool->waitForDone(0)) leftAtWork().push_back(std::move(m_pool));
}

bool Worker::anyLeftAtWork() {
  return !leftAtWork().empty();
}

}  // namespace moxian
