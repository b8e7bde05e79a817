#include "ui/Worker.h"

namespace moxian {

Worker::Worker(QObject* parent) : QObject(parent) {
  m_pool.setMaxThreadCount(1);
}

void Worker::report(const QString& reason) {
  qWarning("moxian: %s", qUtf8Printable(reason));
}

Worker::~Worker() {
  m_pool.clear();
  m_pool.waitForDone();
}

}  // namespace moxian
