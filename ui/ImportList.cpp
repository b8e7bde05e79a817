#include "ui/ImportList.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QStringList>
#include <QVBoxLayout>

#include "ui/Language.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(Refusal reason, const Language& language) {
  return fromUtf8(language.messages().text("cli.refusal." + std::string(name(reason)), {}));
}

QString nameOf(const NotedReport& report) {
  return ImportList::tr("%1（%2）").arg(toQString(report.title), toQString(report.source));
}

void append(QStringList& lines, const QString& heading, const std::vector<NotedReport>& reports) {
  if (reports.empty()) return;
  lines.append(heading);
  for (const NotedReport& each : reports) lines.append(u"  "_s + nameOf(each));
}

}  // namespace

ImportList::ImportList(const ImportSummary& summary, const Language& language, QWidget* parent)
    : QDialog(parent) {
  setObjectName(u"importList"_s);
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("没有收进语料库的内容"));
  auto* text = new QPlainTextEdit(listed(summary, language));
  text->setObjectName(u"importListText"_s);
  text->setAccessibleName(windowTitle());
  text->setReadOnly(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(text, 1);
  column->addWidget(buttons);
  resize(720, 480);
}

bool ImportList::hasMore(const ImportSummary& summary) {
  return summary.refused > 0 || !summary.missingBodies.empty() || !summary.truncated.empty() ||
         !summary.failed.empty();
}

QString ImportList::reasons(const ImportSummary& summary, const Language& language) {
  QStringList parts;
  for (const auto& [reason, count] : summary.refusals) {
    parts.append(nameOf(reason, language) + u' ' + QString::number(count));
  }
  return parts.join(tr("、"));
}

QString ImportList::listed(const ImportSummary& summary, const Language& language) {
  QStringList lines;
  append(lines, tr("目录里有、没有正文的："), summary.missingBodies);
  append(lines, tr("没有写完的（写了的已经收入）："), summary.truncated);
  if (!summary.failed.empty()) lines.append(tr("读不了的文件："));
  for (const Error& each : summary.failed) lines.append(u"  "_s + language.sentence(each));
  if (summary.refused > 0) lines.append(tr("没有收入的句子：%1").arg(reasons(summary, language)));
  for (const RefusedSentence& each : summary.refusedSentences) {
    lines.append(
        tr("  %1：%2（%3 第 %4 行）")
            .arg(nameOf(each.reason, language), toQString(each.text), toQString(each.source))
            .arg(each.line + 1));
  }
  if (summary.refusedSentences.size() < summary.refused) {
    lines.append(tr("  只列出前 %1 句。").arg(summary.refusedSentences.size()));
  }
  return lines.join(u'\n');
}

}  // namespace moxian
