#include "ui/VersionsDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/CompareDialog.h"
#include "ui/RecentFiles.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

enum Column { timeColumn, nameColumn, authorColumn, lengthColumn };

}  // namespace

VersionsDialog::VersionsDialog(FileController& files, Services& services, QWidget* parent)
    : QDialog(parent),
      m_files(files),
      m_services(services),
      m_head(new QLabel),
      m_versions(new QTreeWidget),
      m_attachmentsLabel(new QLabel(tr("收存的原件"))),
      m_attachments(new QListWidget),
      m_backups(new QCheckBox(tr("每次保存前，在旁边留一份备份（文件名末尾加“~”）(&B)"))) {
  setObjectName(u"versionsDialog"_s);
  setWindowTitle(tr("版本"));
  build();
  fill();
  resize(720, 520);
}

void VersionsDialog::build() {
  auto* column = new QVBoxLayout(this);
  m_head->setWordWrap(true);
  column->addWidget(m_head);
  m_versions->setObjectName(u"versions"_s);
  m_versions->setAccessibleName(tr("版本"));
  m_versions->setHeaderLabels({tr("时间"), tr("名称"), tr("保存的人"), tr("字符")});
  m_versions->setRootIsDecorated(false);
  m_versions->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_versions->setAlternatingRowColors(true);
  column->addWidget(m_versions, 1);
  auto* row = new QHBoxLayout;
  const auto button = [this](QHBoxLayout* into, const QString& text, const QString& name,
                             void (VersionsDialog::*act)()) {
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, act);
    into->addWidget(made);
    return made;
  };
  m_save = button(row, tr("保存为版本(&S)…"), u"saveVersion"_s, &VersionsDialog::saveVersion);
  m_compare = button(row, tr("比较(&C)…"), u"compareVersions"_s, &VersionsDialog::compare);
  m_restore = button(row, tr("恢复(&R)"), u"restoreVersion"_s, &VersionsDialog::restore);
  m_rename = button(row, tr("命名(&N)…"), u"renameVersion"_s, &VersionsDialog::rename);
  m_remove = button(row, tr("删除(&D)…"), u"removeVersions"_s, &VersionsDialog::remove);
  row->addStretch();
  column->addLayout(row);
  column->addWidget(m_attachmentsLabel);
  m_attachments->setAccessibleName(tr("收存的原件"));
  m_attachments->setObjectName(u"attachments"_s);
  m_attachments->setMaximumHeight(90);
  column->addWidget(m_attachments);
  auto* last = new QHBoxLayout;
  m_takeOut = button(last, tr("取出原件(&T)…"), u"takeOut"_s, &VersionsDialog::takeOut);
  last->addStretch();
  column->addLayout(last);
  m_backups->setChecked(m_services.settings.get(settings::backups));
  connect(m_backups, &QCheckBox::toggled, this, [this](bool on) {
    m_services.settings.set(settings::backups, on);
    m_files.document().setBackups(on);
  });
  column->addWidget(m_backups);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  connect(m_versions, &QTreeWidget::itemSelectionChanged, this, &VersionsDialog::choose);
  connect(m_attachments, &QListWidget::itemSelectionChanged, this, &VersionsDialog::choose);
}

QString VersionsDialog::titleOf(const VersionInfo& version) const {
  if (!version.name.empty()) return fromUtf8(version.name);
  return version.reason == kReasonOverwritten ? tr("被覆盖的另一份") : tr("自动");
}

void VersionsDialog::fill() {
  m_versions->clear();
  m_attachments->clear();
  const MoxianFile* file = m_files.document().moxian();
  m_head->setText(file != nullptr
                      ? tr("保存时每隔一段时间自动留下一个版本，也可以随时给现在的内容起名保存。")
                      : tr("只有墨线文稿（.moxian）能保存版本。可以先把这份文稿另存为墨线文稿。"));
  m_save->setText(file != nullptr ? tr("保存为版本(&S)…") : tr("另存为墨线文稿(&S)…"));
  const std::vector<VersionInfo> versions =
      file != nullptr ? file->versions() : std::vector<VersionInfo>();
  for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
    auto* row = new QTreeWidgetItem(m_versions);
    const auto time = QDateTime::fromMSecsSinceEpoch(version->time);
    row->setData(timeColumn, Qt::UserRole, static_cast<qlonglong>(version->id));
    row->setText(timeColumn, QLocale().toString(time, QLocale::ShortFormat));
    row->setText(nameColumn, titleOf(*version));
    row->setText(authorColumn, fromUtf8(version->author));
    row->setText(lengthColumn, QLocale().toString(static_cast<qulonglong>(version->length)));
  }
  m_versions->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  const auto attachments = file != nullptr ? file->attachments() : std::vector<AttachmentInfo>();
  for (const AttachmentInfo& kept : attachments) {
    auto* row = new QListWidgetItem(fromUtf8(kept.name), m_attachments);
    row->setData(Qt::UserRole, static_cast<qlonglong>(kept.id));
  }
  for (QWidget* widget : {static_cast<QWidget*>(m_attachmentsLabel),
                          static_cast<QWidget*>(m_attachments), static_cast<QWidget*>(m_takeOut)})
    widget->setVisible(!attachments.empty());
  choose();
  m_versions->viewport()->update();  // rows set right after another dialog were not painted
}

std::vector<VersionInfo> VersionsDialog::chosen() const {
  std::vector<VersionInfo> out;
  const MoxianFile* file = m_files.document().moxian();
  if (file == nullptr) return out;
  for (const VersionInfo& version : file->versions())
    for (const QTreeWidgetItem* row : m_versions->selectedItems())
      if (row->data(timeColumn, Qt::UserRole).toLongLong() == version.id) out.push_back(version);
  return out;
}

void VersionsDialog::choose() {
  const std::size_t count = chosen().size();
  const bool writable = !m_files.readOnly();
  m_save->setEnabled(writable || m_files.document().moxian() == nullptr);
  m_compare->setEnabled(count == 1 || count == 2);
  m_restore->setEnabled(count == 1 && writable);
  m_rename->setEnabled(count == 1 && writable);
  m_remove->setEnabled(count > 0 && writable);
  m_takeOut->setEnabled(m_attachments->currentItem() != nullptr);
}

void VersionsDialog::saveVersion() {
  if (m_files.document().moxian() == nullptr) return saveAsDocument();
  const auto name =
      m_services.dialogs->askText(this, tr("保存为版本"), tr("版本的名称："), tr("送审稿"));
  if (!name || name->trimmed().isEmpty()) return;
  m_files.saveVersion(name->trimmed());
  fill();
}

void VersionsDialog::saveAsDocument() {
  m_files.saveAsDocument();
  fill();
}

std::optional<std::u16string> VersionsDialog::textOf(const VersionInfo& version) {
  auto text = m_files.document().moxian()->versionText(version.id);
  if (text) return std::move(*text);
  tell(tr("读不出这个版本"), text.error());
  return {};
}

void VersionsDialog::compare() {
  const std::vector<VersionInfo> versions = chosen();
  if (versions.empty()) return;
  const auto before = textOf(versions.front());
  const auto after = versions.size() == 2 ? textOf(versions.back()) : m_present();
  if (!before || !after) return;
  const QString name = versions.size() == 2 ? titleOf(versions.back()) : tr("现在的文稿");
  CompareDialog dialog({titleOf(versions.front()), *before}, {name, *after}, {}, this);
  dialog.exec();
}

void VersionsDialog::restore() {
  const std::vector<VersionInfo> versions = chosen();
  if (versions.size() != 1) return;
  const auto text = textOf(versions.front());
  if (!text) return;
  Q_EMIT restoreRequested(*text);
  accept();
}

void VersionsDialog::rename() {
  const std::vector<VersionInfo> versions = chosen();
  if (versions.size() != 1) return;
  const auto name = m_services.dialogs->askText(this, tr("给版本命名"), tr("版本的名称："),
                                                fromUtf8(versions.front().name));
  if (!name || name->trimmed().isEmpty()) return;
  const auto done =
      m_files.document().renameVersion(versions.front().id, name->trimmed().toStdString());
  if (!done) tell(tr("没有命名"), done.error());
  fill();
}

void VersionsDialog::remove() {
  const std::vector<VersionInfo> versions = chosen();
  const QString text = tr("删除的版本不能恢复。要删除选中的 %1 个吗？").arg(versions.size());
  if (m_services.dialogs->ask(this,
                              {tr("删除版本"), text, {tr("删除"), tr("取消")}, false, true}) != 0)
    return;
  std::vector<std::int64_t> ids;
  for (const VersionInfo& version : versions) ids.push_back(version.id);
  const auto done = m_files.document().removeVersions(ids);
  if (!done) tell(tr("没有删除"), done.error());
  fill();
}

void VersionsDialog::takeOut() {
  const QListWidgetItem* row = m_attachments->currentItem();
  if (row == nullptr) return;
  const auto bytes = m_files.document().moxian()->attachment(row->data(Qt::UserRole).toLongLong());
  if (!bytes) return tell(tr("读不出原件"), bytes.error());
  const QDir folder(RecentFiles(m_services.settings).folder());
  const QString path = m_services.dialogs->saveFile(
      this, tr("取出原件"), folder.filePath(row->text()), tr("所有文件") + u" (*)"_s);
  if (path.isEmpty()) return;
  if (auto written = writeFile(toPath(path), *bytes); !written)
    tell(tr("没有取出"), written.error());
}

void VersionsDialog::tell(const QString& title, const Error& error) {
  m_services.dialogs->tell(this, title, m_services.language.sentence(error));
}

}  // namespace moxian
