#include "ui/ImportController.h"

#include <QFileInfo>
#include <algorithm>

#include "ui/Busy.h"
#include "ui/FileController.h"
#include "ui/ImportList.h"
#include "ui/RecentFiles.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t failuresShown = 3;
constexpr std::size_t titlesShown = 3;

/// The first titles, and … if there are more.
QString titles(const std::vector<NotedReport>& reports) {
  QStringList shown;
  for (std::size_t i = 0; i < std::min(reports.size(), titlesShown); ++i)
    shown.append(u"《"_s + toQString(reports[i].title) + u"》"_s);
  return shown.join(u""_s) + (reports.size() > titlesShown ? u"……"_s : QString());
}

}  // namespace

ImportController::ImportController(Services& services, NoticeBar& notices, QWidget* window)
    : QObject(window), m_services(services), m_notices(notices), m_window(window) {}

void ImportController::importFiles() {
  const QStringList paths = m_services.dialogs->openFiles(
      m_window, tr("把文件加入语料库"), RecentFiles(m_services.settings).folder(), openFilter());
  if (paths.isEmpty()) return;
  m_services.settings.set(settings::lastFolder, QFileInfo(paths.constFirst()).path());
  import(paths);
}

void ImportController::importFolder() {
  const QString folder = m_services.dialogs->openFolder(m_window, tr("把文件夹加入语料库"),
                                                        RecentFiles(m_services.settings).folder());
  if (folder.isEmpty()) return;
  m_services.settings.set(settings::lastFolder, folder);
  import({folder});
}

void ImportController::import(const QStringList& paths) {
  std::vector<std::filesystem::path> sources;
  std::ranges::transform(paths, std::back_inserter(sources), toPath);
  bool stopped = false;
  using Summary = Result<ImportSummary>;
  const Summary summary = busyResult<Summary>(m_window, tr("正在加入语料库…"), [&](JobGate& gate) {
    Summary made = m_services.corpus->import(sources, gate);
    stopped = gate.cancelled();
    return made;
  });
  if (!summary) {
    if (summary.error().code != ErrorCode::Cancelled)
      m_services.dialogs->tell(m_window, tr("没有加入语料库"),
                               m_services.language.sentence(summary.error()));
    return;
  }
  report(*summary, stopped);
  m_services.corpus->start();
}

void ImportController::report(const ImportSummary& summary, bool stopped) {
  QStringList lines{tr("读了 %1 个文件、%2 篇文稿，新增 %3 句；%4 句已经有了，%5 句不合用。")
                        .arg(summary.files)
                        .arg(summary.reports)
                        .arg(summary.added)
                        .arg(summary.known)
                        .arg(summary.refused)};
  if (stopped) lines.append(tr("导入中途停止，已经读完的文件保留。"));
  if (summary.unchanged > 0)
    lines.append(tr("%1 个文件以前加过，没有变化。").arg(summary.unchanged));
  for (std::size_t i = 0; i < std::min(summary.failed.size(), failuresShown); ++i)
    lines.append(m_services.language.sentence(summary.failed[i]));
  if (summary.failed.size() > failuresShown)
    lines.append(tr("还有 %1 个文件读不了。").arg(summary.failed.size() - failuresShown));
  if (const QString reasons = ImportList::reasons(summary, m_services.language); !reasons.isEmpty())
    lines.append(tr("不合用的：%1。").arg(reasons));
  if (!summary.missingBodies.empty())
    lines.append(tr("目录里有、没有正文的：%1。").arg(titles(summary.missingBodies)));
  if (!summary.truncated.empty())
    lines.append(tr("没有写完的：%1。").arg(titles(summary.truncated)));
  const bool clean = summary.failed.empty() && !stopped;
  Notice notice{lines.join(u'\n'), clean ? Severity::Hint : Severity::Warning, {}};
  if (ImportList::hasMore(summary)) {
    notice.choices.push_back({tr("查看清单"), [this, summary] {
                                (new ImportList(summary, m_services.language, m_window))->show();
                              }});
  }
  m_notices.post(notice);
}

}  // namespace moxian
