#include "ui/RecoveryDialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/store/Recovery.h"
#include "ui/Busy.h"
#include "ui/CompareDialog.h"
#include "ui/StoreDefaults.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

enum Column { nameColumn, timeColumn, lengthColumn, stateColumn };

QString nameOf(const RecoverableDraft& draft) {
  if (!draft.content()) return fromPath(draft.file().filename());
  const JournalContent& content = *draft.content();
  if (!content.start.document.empty()) return fromPath(content.start.document.filename());
  const QString line = toQString(content.text).section(u'\n', 0, 0, QString::SectionSkipEmpty);
  const QString first = line.trimmed().left(30);
  return first.isEmpty() ? RecoveryDialog::tr("未命名文稿")
                         : RecoveryDialog::tr("未命名（%1）").arg(first);
}

}  // namespace

RecoveryDialog::RecoveryDialog(Services& services, std::vector<RecoverableDraft> drafts,
                               QWidget* parent)
    : QDialog(parent), m_services(services), m_list(new QTreeWidget) {
  for (RecoverableDraft& draft : drafts) m_drafts.emplace_back(std::move(draft));
  setObjectName(u"recoveryDialog"_s);
  setWindowTitle(tr("找回没有保存的内容"));
  build();
  fill();
  resize(760, 380);
}

void RecoveryDialog::build() {
  auto* column = new QVBoxLayout(this);
  auto* head = new QLabel(tr("上次没有正常退出，下面的文稿有没保存的修改。要怎样处理？"));
  head->setWordWrap(true);
  column->addWidget(head);
  m_list->setObjectName(u"recoverable"_s);
  m_list->setAccessibleName(tr("可以找回的文稿"));
  m_list->setHeaderLabels({tr("文稿"), tr("最后修改"), tr("字符"), tr("情况")});
  m_list->setRootIsDecorated(false);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_list->setAlternatingRowColors(true);
  m_list->setWordWrap(true);
  column->addWidget(m_list, 1);
  auto* buttons = new QDialogButtonBox;
  const auto button = [&](const QString& text, const QString& name, void (RecoveryDialog::*act)()) {
    QPushButton* made = buttons->addButton(text, QDialogButtonBox::ActionRole);
    made->setObjectName(name);
    connect(made, &QPushButton::clicked, this, act);
    return made;
  };
  m_keep = button(tr("打开选中的(&K)"), u"keep"_s, &RecoveryDialog::keep);
  m_compare = button(tr("比较(&C)…"), u"compare"_s, &RecoveryDialog::compare);
  m_discard = button(tr("丢弃选中的(&D)…"), u"discard"_s, &RecoveryDialog::discard);
  QPushButton* later = buttons->addButton(tr("以后再说(&L)"), QDialogButtonBox::RejectRole);
  later->setObjectName(u"later"_s);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_list, &QTreeWidget::itemSelectionChanged, this, &RecoveryDialog::choose);
  column->addWidget(buttons);
  m_keep->setDefault(true);
}

QString RecoveryDialog::stateOf(const RecoverableDraft& draft) const {
  if (!draft.content()) return tr("记录的开头已损坏，读不出来");
  QStringList parts;
  switch (draft.base()) {
    case BaseState::Untitled:
      parts.append(tr("从未保存"));
      break;
    case BaseState::Same:
      parts.append(tr("接着原文稿修改"));
      break;
    case BaseState::Saved:
      parts.append(tr("文字已存，修订和批注未存"));
      break;
    case BaseState::Changed:
      parts.append(tr("原文稿后来被改过，另开一份"));
      break;
    case BaseState::Missing:
      parts.append(tr("原文稿不在了，另开一份"));
      break;
    case BaseState::Unreadable:
      parts.append(tr("原文稿打不开，另开一份"));
      break;
  }
  if (draft.content()->lostBytes > 0)
    parts.append(tr("末尾 %1 字节读不出，约 %2 处修改")
                     .arg(draft.content()->lostBytes)
                     .arg(draft.content()->lostRecords));
  return parts.join(tr("；"));
}

void RecoveryDialog::fill() {
  for (std::size_t i = 0; i < m_drafts.size(); ++i) {
    const RecoverableDraft& draft = *m_drafts[i];
    auto* row = new QTreeWidgetItem(m_list);
    row->setData(nameColumn, Qt::UserRole, static_cast<qulonglong>(i));
    row->setText(nameColumn, nameOf(draft));
    row->setText(stateColumn, stateOf(draft));
    if (!draft.content()) continue;
    const auto time = QDateTime::fromMSecsSinceEpoch(draft.content()->lastTime);
    row->setText(timeColumn, QLocale().toString(time, QLocale::ShortFormat));
    row->setText(lengthColumn,
                 QLocale().toString(static_cast<qulonglong>(draft.content()->text.size())));
    row->setToolTip(nameColumn, fromPath(draft.content()->start.document));
  }
  m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_list->header()->setStretchLastSection(true);
  m_list->selectAll();
  choose();
}

std::vector<std::size_t> RecoveryDialog::chosen() const {
  std::vector<std::size_t> all;
  for (const QTreeWidgetItem* row : m_list->selectedItems())
    all.push_back(row->data(nameColumn, Qt::UserRole).toULongLong());
  return all;
}

void RecoveryDialog::choose() {
  const std::vector<std::size_t> drafts = chosen();
  const auto readable = [&](std::size_t i) { return m_drafts[i]->content().has_value(); };
  m_keep->setEnabled(std::ranges::any_of(drafts, readable));
  m_discard->setEnabled(!drafts.empty());
  m_compare->setEnabled(drafts.size() == 1 && readable(drafts.front()));
}

/// Takes a draft off the list; the dialog closes with the last one.
void RecoveryDialog::settle(std::size_t draft) {
  m_drafts[draft].reset();
  for (int row = m_list->topLevelItemCount(); row-- > 0;)
    if (m_list->topLevelItem(row)->data(nameColumn, Qt::UserRole).toULongLong() == draft)
      delete m_list->takeTopLevelItem(row);
  if (m_list->topLevelItemCount() == 0) accept();
}

void RecoveryDialog::keep() {
  for (const std::size_t i : chosen()) {
    if (!m_drafts[i]->content()) continue;
    using Opened = Result<OpenDocument::Opened>;
    Opened opened = busyResult<Opened>(
        this, tr("正在打开…"), [&, settings = storeSettings(m_services.settings)](JobGate&) {
          return OpenDocument::recover(*m_drafts[i], settings);
        });
    if (!opened) {
      m_services.dialogs->tell(this, tr("没能找回"), m_services.language.sentence(opened.error()));
      continue;
    }
    m_kept.push_back(std::move(*opened));
    settle(i);
  }
}

void RecoveryDialog::discard() {
  const std::vector<std::size_t> drafts = chosen();
  const QString text = tr("丢弃以后不能再找回。要丢弃选中的 %1 份吗？").arg(drafts.size());
  if (m_services.dialogs->ask(this, {tr("丢弃"), text, {tr("丢弃"), tr("取消")}, false, true}) != 0) return;
  for (const std::size_t i : drafts) {
    if (auto done = m_drafts[i]->discard(); !done) {
      m_services.dialogs->tell(this, tr("没有丢弃"), m_services.language.sentence(done.error()));
      continue;
    }
    settle(i);
  }
}

void RecoveryDialog::compare() {
  const std::vector<std::size_t> drafts = chosen();
  if (drafts.size() != 1 || !m_drafts[drafts.front()]->content()) return;
  const JournalContent& content = *m_drafts[drafts.front()]->content();
  std::u16string saved;
  if (!content.start.document.empty())
    saved = textInFile(content.start.document, content.start.encoding).value_or(content.start.text);
  CompareDialog dialog({tr("已保存的"), saved}, {tr("找回的"), content.text},
                       {tr("打开找回的"), tr("丢弃找回的…")}, this);
  dialog.exec();
  if (dialog.answer() == 0) keep();
  if (dialog.answer() == 1) discard();
}

std::vector<OpenDocument::Opened> recoverDrafts(Services& services) {
  const auto folder = journalFolder();
  if (!folder) return {};
  using Left = Result<std::vector<RecoverableDraft>>;
  Left left = busyResult<Left>(nullptr, RecoveryDialog::tr("正在查找没有保存的内容…"),
                               [&](JobGate&) { return recoverable(*folder); });
  if (!left) {
    services.dialogs->tell(nullptr, RecoveryDialog::tr("找回没有保存的内容"),
                           services.language.sentence(left.error()));
    return {};
  }
  if (left->empty()) return {};
  RecoveryDialog dialog(services, std::move(*left));
  dialog.exec();
  return dialog.takeKept();
}

}  // namespace moxian
