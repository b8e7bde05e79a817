#include "ui/Busy.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>
#include <QSemaphore>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace moxian {
namespace {

struct Busy {
  Q_DECLARE_TR_FUNCTIONS(moxian::Busy)
};

/// A job at work, on the stack of runBusy().
struct Job {
  const QWidget* window;
  JobGate gate;
  std::function<void()> afterwards;
};

/// The jobs at work; a later one runs in the event loop of the one before and ends first.
std::vector<Job*>& jobs() {
  static std::vector<Job*> all;
  return all;
}

/// True for the window itself and its dialogs.
bool within(const QObject* widget, const QObject* window) {
  while (widget != nullptr && widget != window) widget = widget->parent();
  return widget == window;
}

constexpr int patience = 400;      // ms without a dialog: short jobs must not flicker
constexpr int pollEvery = 30;      // ms
constexpr int typedPollEvery = 5;  // ms
std::chrono::milliseconds typedPatience{3000};

using Held = std::deque<std::pair<QPointer<QObject>, std::unique_ptr<QEvent>>>;

/// True if neither a job nor a dialog keeps input from an object.
bool isFree(const QObject* target) {
  const QWidget* modal = QApplication::activeModalWidget();
  return jobs().empty() && (modal == nullptr || within(target, modal));
}

/// Hands on what was held back, in its order. What one event opens comes before the next.
void handOn(const std::shared_ptr<Held>& held) {
  while (!held->empty()) {
    if (const QObject* next = held->front().first; next != nullptr && !isFree(next)) {
      QTimer::singleShot(pollEvery, qApp, [held] { handOn(held); });
      return;
    }
    const auto [target, event] = std::move(held->front());
    held->pop_front();
    if (target) QCoreApplication::sendEvent(target, event.get());
  }
}

/// Lets typing through to one widget and keeps all other input back, in its order, until it goes.
class TypingOnly : public QObject {
 public:
  explicit TypingOnly(QWidget* typed) : m_typed(typed) { qApp->installEventFilter(this); }
  ~TypingOnly() override {
    stop();
    QMetaObject::invokeMethod(qApp, [held = m_later] { handOn(held); }, Qt::QueuedConnection);
  }
  TypingOnly(const TypingOnly&) = delete;
  TypingOnly& operator=(const TypingOnly&) = delete;

  /// Keeps what was held back so far; the rest is up to a dialog.
  void stop() { qApp->removeEventFilter(this); }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    // Windows hand their input on to widgets.
    if (watched->isWindowType() || !(typing(*event) || command(*event))) return false;
    // What the widget has no use for goes on to those around it.
    if (m_later->empty() && typing(*event) && within(m_typed, watched)) return false;
    m_later->emplace_back(watched, event->clone());
    return true;
  }

 private:
  static bool typing(const QEvent& event) {
    const QEvent::Type type = event.type();
    if (type == QEvent::InputMethod) return true;
    if (type != QEvent::KeyPress && type != QEvent::KeyRelease) return false;
    return !static_cast<const QKeyEvent&>(event).modifiers().testFlag(Qt::AltModifier);
  }
  static bool command(const QEvent& event) {
    switch (event.type()) {
      case QEvent::KeyPress:
      case QEvent::KeyRelease:
      case QEvent::Shortcut:
      case QEvent::MouseButtonPress:
      case QEvent::MouseButtonRelease:
      case QEvent::MouseButtonDblClick:
      case QEvent::ContextMenu:
        return true;
      default:
        return false;
    }
  }

  QWidget* m_typed;
  std::shared_ptr<Held> m_later = std::make_shared<Held>();
};

/// True if the work was done within that time.
bool doneWhileTyping(QSemaphore& done) {
  QEventLoop loop;
  bool ended = false;
  QElapsedTimer since;
  since.start();
  QTimer poll;
  QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
    ended = done.tryAcquire();
    if (ended || since.hasExpired(typedPatience.count())) loop.quit();
  });
  poll.start(typedPollEvery);
  loop.exec();
  return ended;
}

void waitWithDialog(QWidget* window, const QString& text, JobGate& gate, QSemaphore& done) {
  QProgressDialog dialog(text, Busy::tr("取消"), 0, 0, window);
  dialog.setWindowModality(Qt::WindowModal);
  dialog.setWindowTitle(QCoreApplication::applicationName());
  dialog.setMinimumDuration(0);
  dialog.setAutoClose(false);
  dialog.setAutoReset(false);
  QEventLoop loop;
  QObject::connect(&dialog, &QProgressDialog::canceled, &dialog, [&] {
    gate.cancel();
    dialog.setLabelText(Busy::tr("正在停止…"));
    dialog.show();  // canceled hides it; it stays until the job has stopped
  });
  QTimer poll;
  QObject::connect(&poll, &QTimer::timeout, &dialog, [&] {
    if (const auto permille = gate.permille()) {
      dialog.setMaximum(1000);
      dialog.setValue(*permille);
    }
    if (done.tryAcquire()) loop.quit();
  });
  poll.start(pollEvery);
  dialog.show();
  loop.exec();
}

}  // namespace

std::optional<int> JobGate::permille() const {
  const int value = m_permille;
  return value < 0 ? std::nullopt : std::optional(value);
}

Error brokenJob(const std::exception& broken) {
  const bool memory = dynamic_cast<const std::bad_alloc*>(&broken) != nullptr;
  const QString reason = memory ? Busy::tr("内存不足") : QString::fromUtf8(broken.what());
  return {ErrorCode::ExportFailed, Busy::tr("文稿").toStdString(), reason.toStdString()};
}

void runBusy(QWidget* window, const QString& text, const std::function<void(JobGate&)>& work,
             QWidget* typed) {
  Job job{window, {}, {}};
  JobGate& gate = job.gate;
  jobs().push_back(&job);
  // Shared, since the worker may still be inside release() when this function has returned.
  const auto done = std::make_shared<QSemaphore>();
  QThreadPool::globalInstance()->start([&gate, &work, done] {
    work(gate);
    done->release();
  });
  {
    std::optional<TypingOnly> filter;
    if (typed != nullptr) filter.emplace(typed);
    const bool early = filter ? doneWhileTyping(*done) : done->tryAcquire(1, patience);
    if (!early && filter) filter->stop();
    if (!early) waitWithDialog(window, text, gate, *done);
  }
  jobs().pop_back();
  if (job.afterwards) QTimer::singleShot(0, qApp, std::move(job.afterwards));
}

void setTypedPatience(std::chrono::milliseconds patience) {
  typedPatience = patience;
}

void whenFree(QObject* context, std::function<void()> then) {
  const auto look = [context, then = std::move(then)] {
    if (isFree(context)) return then();
    QTimer::singleShot(pollEvery, context, [context, then] { whenFree(context, then); });
  };
  QMetaObject::invokeMethod(context, look, Qt::QueuedConnection);
}

bool stopBusy(const QWidget* window, std::function<void()> afterwards) {
  const auto job = std::ranges::find_if(
      jobs(), [window](const Job* each) { return within(each->window, window); });
  if (job == jobs().end()) return false;
  (*job)->gate.cancel();
  (*job)->afterwards = std::move(afterwards);
  return true;
}

bool stopAllBusy(std::function<void()> afterwards) {
  if (jobs().empty()) return false;
  for (Job* job : jobs()) job->gate.cancel();
  jobs().front()->afterwards = std::move(afterwards);
  return true;
}

}  // namespace moxian
