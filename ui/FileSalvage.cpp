// Documents that were damaged: what is left of them.
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include "ui/Busy.h"
#include "ui/DraftEditor.h"
#include "ui/FileController.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

void FileController::offerSalvage(const Error& error, const QString& path) {
  using Rest = Result<Salvage>;
  const Rest rest = busyResult<Rest>(m_window, tr("正在查看还能读出什么…"),
                                     [&](JobGate& /*gate*/) { return salvage(toPath(path)); });
  if (!rest) {
    m_services.dialogs->tell(m_window, tr("打不开文件"), m_services.language.sentence(error));
    return;
  }
  const SalvagedVersion* good = rest->lastGood();
  QStringList lines{m_services.language.sentence(error)};
  QStringList answers;
  if (good != nullptr) {
    const auto time = QDateTime::fromMSecsSinceEpoch(good->info.time);
    lines.append(tr("最后一个完好的版本：%1，%2 字。")
                     .arg(QLocale().toString(time, QLocale::ShortFormat))
                     .arg(good->text.text.size()));
    answers.append(tr("打开完好的版本"));
  }
  if (!rest->draft.text.empty()) {
    lines.append(tr("正文还能读出 %1 字，缺 %2 段，有错字的 %3 段。")
                     .arg(rest->draft.text.size())
                     .arg(rest->draft.lost)
                     .arg(rest->draft.doubtful));
    answers.append(tr("打开读出的正文"));
  }
  answers += {tr("全部导出…"), tr("取消")};
  const QString answer = answers.at(ask(tr("文稿已经损坏"), lines.join(u'\n'), answers));
  const QFileInfo source(path);
  const QString suggested =
      source.dir().filePath(tr("%1（找回）").arg(source.completeBaseName()) + u".moxian"_s);
  const bool version = answer == tr("打开完好的版本");
  if (version || answer == tr("打开读出的正文")) {
    adoptNew(version ? good->text.text : rest->draft.text, suggested);
    m_editor.document()->setModified(true);  // a damaged file is no place to leave it in
  }
  if (answer == tr("全部导出…")) exportRest(*rest, path);
}

void FileController::exportRest(const Salvage& rest, const QString& path) {
  const QString folder =
      m_services.dialogs->openFolder(m_window, tr("导出到文件夹"), QFileInfo(path).path());
  if (folder.isEmpty()) return;
  const auto files = exportSalvage(rest, toPath(folder));
  if (!files)
    m_services.dialogs->tell(m_window, tr("没有导出"), m_services.language.sentence(files.error()));
  else
    m_notices.post({tr("读出的内容已导出到 %1，共 %2 个文件。")
                        .arg(QDir::toNativeSeparators(folder))
                        .arg(files->size()),
                    Severity::Hint,
                    {}});
}

void FileController::noticeDamage(const DocumentDamage& damage) {
  QStringList parts;
  if (damage.properties) parts.append(tr("文稿的单位、年度等信息"));
  if (damage.changes) parts.append(tr("修订"));
  if (damage.comments) parts.append(tr("批注"));
  if (damage.dismissals) parts.append(tr("忽略的检查结果"));
  if (damage.review) parts.append(tr("签批"));
  if (damage.versionList || !damage.versions.empty()) parts.append(tr("较早的版本"));
  if (damage.attachmentList || !damage.attachments.empty()) parts.append(tr("收存的原件"));
  if (parts.isEmpty()) parts.append(tr("文件的结构"));
  m_notices.post({tr("文件有损坏，正文经核对完好；受影响的是：%1。"
                     "下次保存会写成完好的文件，损坏的留作旁边的“.damaged”文件。")
                      .arg(parts.join(tr("、"))),
                  Severity::Error,
                  {}});
}

}  // namespace moxian
