#include "ui/HelpDialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/base/Resources.h"
#include "ui/Actions.h"
#include "ui/Icons.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

struct Help {
  Q_DECLARE_TR_FUNCTIONS(moxian::Help)
};

}  // namespace

void showShortcuts(QWidget* parent, const Actions& actions) {
  QDialog dialog(parent);
  dialog.setWindowTitle(Help::tr("快捷键"));
  dialog.setObjectName(u"shortcutsDialog"_s);
  std::vector<Actions::Keys> rows = actions.shortcuts();
  rows.push_back({Help::tr("依次填写〔　〕"), u"Tab"_s + Help::tr("　或　") + u"Shift+Tab"_s});
  rows.push_back({Help::tr("段落开头缩进两字"), u"Tab"_s});
  auto* table = new QTableWidget(static_cast<int>(rows.size()), 2);
  table->setHorizontalHeaderLabels({Help::tr("操作"), Help::tr("按键")});
  table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  table->verticalHeader()->hide();
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setShowGrid(false);
  table->setAlternatingRowColors(true);
  for (int row = 0; row < table->rowCount(); ++row) {
    table->setItem(row, 0, new QTableWidgetItem(rows[static_cast<std::size_t>(row)].text));
    table->setItem(row, 1, new QTableWidgetItem(rows[static_cast<std::size_t>(row)].keys));
  }
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  auto* column = new QVBoxLayout(&dialog);
  column->addWidget(table);
  column->addWidget(buttons);
  dialog.resize(460, 560);
  dialog.exec();
}

void showAbout(QWidget* parent) {
  QMessageBox box(parent);
  box.setObjectName(u"aboutDialog"_s);
  box.setWindowTitle(Help::tr("关于墨线"));
  box.setIconPixmap(parent->windowIcon().pixmap(64));
  box.setText(u"<h3>%1 %2</h3><p>%3</p>"_s.arg(Help::tr("墨线"), fromUtf8(version()),
                                               Help::tr("机关年度总结的写作与检查。全程离线，"
                                                        "文稿不离开这台电脑。")));
  box.setInformativeText(Help::tr(
      "使用的组件：Qt（LGPL 3）、KSyntaxHighlighting（MIT）、ICU（Unicode）、SQLite（公有领域）、"
      "libzip（BSD）、pugixml（MIT）、toml++（MIT）、OpenCC（Apache 2）、Pango 与 Cairo"
      "（LGPL 2.1）、Poppler（GPL 2 或 3）。"));
  box.exec();
}

}  // namespace moxian
