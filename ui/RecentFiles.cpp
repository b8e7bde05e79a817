#include "ui/RecentFiles.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QStandardPaths>

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype most = 10;

}  // namespace

RecentFiles::RecentFiles(Settings& settings, QObject* parent)
    : QObject(parent), m_settings(settings) {}

void RecentFiles::add(const QString& path) {
  QStringList all = paths();
  all.removeAll(path);
  all.prepend(path);
  m_settings.set(settings::recentFiles, all.mid(0, most));
}

void RecentFiles::remove(const QString& path) {
  QStringList all = paths();
  all.removeAll(path);
  m_settings.set(settings::recentFiles, all);
}

QStringList RecentFiles::paths() const {
  return m_settings.get(settings::recentFiles);
}

QString RecentFiles::folder() const {
  QStringList wanted{m_settings.get(settings::lastFolder)};
  for (const QString& path : paths()) wanted.append(QFileInfo(path).path());
  wanted.append(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  for (const QString& folder : wanted)
    if (!folder.isEmpty() && QFileInfo(folder).isDir()) return folder;
  return QDir::homePath();
}

void RecentFiles::fill(QMenu& menu) {
  connect(&menu, &QMenu::aboutToShow, this, [this, &menu] { rebuild(menu); });
  rebuild(menu);
}

void RecentFiles::rebuild(QMenu& menu) {
  menu.clear();
  int number = 0;
  for (const QString& path : paths()) {
    QString name = QFileInfo(path).fileName();
    name.replace(u'&', u"&&"_s);
    QAction* action = menu.addAction(u"&%1  %2"_s.arg(++number % 10).arg(name));
    action->setToolTip(QDir::toNativeSeparators(path));
    action->setStatusTip(action->toolTip());
    connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
  }
  if (number == 0) {
    menu.addAction(tr("（没有最近打开的文件）"))->setEnabled(false);
    return;
  }
  menu.addSeparator();
  connect(menu.addAction(tr("清空列表")), &QAction::triggered, this,
          [this] { m_settings.set(settings::recentFiles, QStringList()); });
}

}  // namespace moxian
