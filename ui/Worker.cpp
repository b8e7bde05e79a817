#include "ui/Worker.h"

namespace moxian {

Worker::Worker(QObject* parent) : QObject(parent) {
  m_pool.setMaxThreadCount(1);
}

Worker::~Worker() {
  m_pool.clear();
  m_pool.waitForDone();
}

}  // namespace moxian
