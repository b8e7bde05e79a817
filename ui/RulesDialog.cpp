#include "ui/RulesDialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/Labels.h"
#include "ui/Services.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRule = Qt::UserRole;  // index in the table

}  // namespace

RulesDialog::RulesDialog(Services& services, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_rules(ruleEntries(services.rules, services.language.messages())),
      m_tree(new QTreeWidget),
      m_text(new QLabel) {
  build();
  fill();
}

void RulesDialog::build() {
  setObjectName(u"rulesDialog"_s);
  setWindowTitle(tr("检查规则"));
  m_tree->setObjectName(u"rulesTree"_s);
  m_tree->setAccessibleName(tr("检查规则"));
  m_tree->setHeaderLabels({tr("规则"), tr("级别")});
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setStretchLastSection(false);
  m_text->setObjectName(u"ruleText"_s);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_text->setWordWrap(true);
  m_text->setMinimumHeight(fontMetrics().lineSpacing() * 8);
  m_text->setAlignment(Qt::AlignTop);
  m_text->setText(tr("取消勾选的规则不再检查；选一条规则可以看它的依据和例子。"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_tree, &QTreeWidget::currentItemChanged, this,
          [this](const QTreeWidgetItem* now) { describe(now); });
  connect(m_tree, &QTreeWidget::itemChanged, this, &RulesDialog::store);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_tree, 1);
  column->addWidget(m_text);
  column->addWidget(buttons);
  resize(640, 640);
}

void RulesDialog::fill() {
  const QSignalBlocker quiet(m_tree);
  const QStringList off = m_services.settings.get(settings::rulesOff);
  QTreeWidgetItem* group = nullptr;
  for (std::size_t n = 0; n < m_rules.size(); ++n) {
    const RuleEntry& rule = m_rules[n];
    if (group == nullptr || m_rules[n - 1].category != rule.category) {
      group = new QTreeWidgetItem(m_tree, {label(rule.category)});
      group->setExpanded(true);
    }
    auto* item = new QTreeWidgetItem(group, {fromUtf8(rule.name), label(rule.severity)});
    item->setData(0, kRule, static_cast<qulonglong>(n));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(0, off.contains(fromUtf8(rule.id)) ? Qt::Unchecked : Qt::Checked);
  }
}

void RulesDialog::describe(const QTreeWidgetItem* item) {
  if (item == nullptr || !item->data(0, kRule).isValid()) return;
  const RuleEntry& rule = m_rules[item->data(0, kRule).toULongLong()];
  m_text->setText(tr("%1\n错：%2\n对：%3\n依据：%4（%5）")
                      .arg(fromUtf8(rule.why), fromUtf8(rule.wrong), fromUtf8(rule.right),
                           fromUtf8(rule.source), fromUtf8(rule.id)));
}

void RulesDialog::store() {
  QStringList off;
  for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
    const QTreeWidgetItem* group = m_tree->topLevelItem(g);
    for (int n = 0; n < group->childCount(); ++n) {
      const QTreeWidgetItem* item = group->child(n);
      if (item->checkState(0) == Qt::Unchecked)
        off.append(fromUtf8(m_rules[item->data(0, kRule).toULongLong()].id));
    }
  }
  m_services.settings.set(settings::rulesOff, off);
  Q_EMIT changed();
}

}  // namespace moxian
