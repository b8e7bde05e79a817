#include "ui/FolderWindow.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/base/Files.h"
#include "core/check/BatchReport.h"
#include "core/exchange/DraftReading.h"
#include "ui/Labels.h"
#include "ui/Services.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

enum Column {
  FileColumn,
  PartsColumn,
  ErrorColumn,
  WarningColumn,
  HintColumn,
  KindsColumn,
  Columns
};

QString partsOf(const CheckedDraft& draft) {
  QStringList out;
  for (const CheckedReport& report : draft.reports)
    for (const RequiredPart& part : report.required)
      if (part.presence != Presence::Present)
        out.append(FolderWindow::tr("%1：%2").arg(label(part.role), label(part.presence)));
  return out.join(FolderWindow::tr("；"));
}

QString kindsOf(const CheckedDraft& draft) {
  QStringList out;
  for (const Category category : allCategories())
    if (const std::size_t n = draft.count(category); n > 0)
      out.append(u"%1 %2"_s.arg(label(category)).arg(n));
  return out.join(FolderWindow::tr("，"));
}

QTableWidgetItem* numberItem(std::size_t n) {
  auto* item = new QTableWidgetItem;
  item->setData(Qt::DisplayRole, static_cast<qulonglong>(n));
  return item;
}

}  // namespace

FolderWindow::FolderWindow(Services& services, std::filesystem::path folder, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_folder(std::move(folder)),
      m_table(new QTableWidget(0, Columns)),
      m_progress(new QProgressBar),
      m_total(new QLabel),
      m_save(new QPushButton(tr("保存报告…"))) {
  build();
  start();
}

FolderWindow::~FolderWindow() {
  m_stop.request_stop();
}

void FolderWindow::build() {
  setWindowTitle(tr("检查文件夹 — %1").arg(fromPath(m_folder.filename())));
  m_table->setObjectName(u"draftsTable"_s);
  m_save->setObjectName(u"saveReport"_s);
  m_save->setEnabled(false);
  m_save->setAutoDefault(false);
  m_table->setHorizontalHeaderLabels({tr("文稿"), tr("缺少或单薄的部分"), label(Severity::Error),
                                      label(Severity::Warning), label(Severity::Hint),
                                      tr("按类别")});
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->setColumnWidth(FileColumn, 260);
  m_table->setColumnWidth(PartsColumn, 200);
  for (const int column : {ErrorColumn, WarningColumn, HintColumn})
    m_table->setColumnWidth(column, 60);
  connect(m_table, &QTableWidget::cellActivated, this, [this](int row) {
    Q_EMIT openRequested(m_table->item(row, FileColumn)->data(Qt::UserRole).toString());
  });
  connect(m_save, &QPushButton::clicked, this, &FolderWindow::saveReport);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_table, 1);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_total);
  foot->addWidget(m_progress, 1);
  foot->addStretch();
  foot->addWidget(m_save);
  column->addLayout(foot);
  resize(960, 560);
}

void FolderWindow::start() {
  CheckOptions options;
  for (const QString& id : m_services.settings.get(settings::rulesOff))
    options.rulesOff.push_back(id.toStdString());
  const auto work = [this, options, reader = m_services.reader, rules = m_services.rules,
                     stop = m_stop.get_token()]() -> Result<CheckedFolder> {
    auto files = draftsIn(m_folder);
    if (!files) return std::unexpected(files.error());
    const auto measures = Measures::load();
    if (!measures) return std::unexpected(measures.error());
    const auto progress = [this](std::size_t done, std::size_t all) {
      QMetaObject::invokeMethod(this, [this, done, all] {
        m_progress->setMaximum(static_cast<int>(all));
        m_progress->setValue(static_cast<int>(done));
      });
    };
    const auto read = draftReader();
    if (!read) return std::unexpected(read.error());
    CheckedFolder out{
        checkDrafts(files->drafts, *read, {reader, rules, *measures, options}, progress, stop),
        std::move(files->leftOut)};
    takeLeftOut(out.drafts, out.leftOut);
    return out;
  };
  m_worker.run(work, [this](Result<CheckedFolder> folder) { take(std::move(folder)); });
}

void FolderWindow::take(Result<CheckedFolder> folder) {
  m_progress->hide();
  if (!folder) {
    m_total->setText(m_services.language.sentence(folder.error()));
    return;
  }
  m_drafts = std::move(folder->drafts);
  m_leftOut = std::move(folder->leftOut);
  for (const CheckedDraft& draft : m_drafts) addRow(draft);
  m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
  m_table->setSortingEnabled(true);
  QString total = tr("共 %1 份文稿").arg(m_drafts.size());
  if (const std::size_t dismissed = dismissedIn(m_drafts); dismissed > 0)
    total += u"\n"_s + fromUtf8(dismissedText(dismissed, m_services.language.messages()));
  if (!m_leftOut.empty())
    total += u"\n"_s + fromUtf8(leftOutText(m_leftOut, m_services.language.messages()));
  for (const CheckedDraft& draft : m_drafts)
    if (!draft.unknownProfile.empty())
      total += u"\n"_s +
               fromUtf8(unknownProfileText(shownPath(draft.file, m_folder), draft.unknownProfile,
                                           m_services.language.messages()));
  m_total->setText(total);
  QStringList names;
  for (const LeftOut& one : m_leftOut) names.append(fromPath(shownPath(one.file, m_folder)));
  m_total->setToolTip(names.join(u'\n'));
  m_save->setEnabled(!m_drafts.empty());
}

void FolderWindow::addRow(const CheckedDraft& draft) {
  const int row = m_table->rowCount();
  m_table->insertRow(row);
  auto* file = new QTableWidgetItem(fromPath(shownPath(draft.file, m_folder)));
  file->setData(Qt::UserRole, fromPath(draft.file));
  m_table->setItem(row, FileColumn, file);
  m_table->setItem(row, PartsColumn, new QTableWidgetItem(partsOf(draft)));
  for (const auto& [column, severity] : {std::pair{ErrorColumn, Severity::Error},
                                         {WarningColumn, Severity::Warning},
                                         {HintColumn, Severity::Hint}})
    m_table->setItem(row, column,
                     draft.error ? new QTableWidgetItem : numberItem(draft.count(severity)));
  const QString last = draft.error ? m_services.language.sentence(*draft.error) : kindsOf(draft);
  m_table->setItem(row, KindsColumn, new QTableWidgetItem(last));
}

void FolderWindow::saveReport() {
  const QString path =
      m_services.dialogs->saveFile(this, tr("保存检查报告"), fromPath(m_folder / "report.html"),
                                   tr("网页 (*.html);;表格 (*.csv)"));
  if (path.isEmpty()) return;
  const Messages& messages = m_services.language.messages();
  const std::string text = path.endsWith(u".csv"_s)
                               ? batchTable(m_drafts, m_folder, messages, m_leftOut)
                               : batchPage(m_drafts, m_folder, messages, m_leftOut);
  if (const auto done = writeFile(toPath(path), text); !done)
    m_services.dialogs->tell(this, tr("没有保存"), m_services.language.sentence(done.error()));
}

}  // namespace moxian
