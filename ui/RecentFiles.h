#pragma once

#include <QObject>
#include <QStringList>

#include "ui/Settings.h"

class QMenu;

namespace moxian {

/// The files that were opened or saved last, newest first, remembered between runs.
class RecentFiles : public QObject {
  Q_OBJECT
 public:
  explicit RecentFiles(Settings& settings, QObject* parent = nullptr);

  void add(const QString& path);
  void remove(const QString& path);
  [[nodiscard]] QStringList paths() const;
  /// Where a file dialog opens: in the folder used last, else in that of the newest file, else in
  /// the user's documents, else in his home folder; of those that exist.
  [[nodiscard]] QString folder() const;
  /// Fills a menu with them each time it opens.
  void fill(QMenu& menu);

 Q_SIGNALS:
  void chosen(const QString& path);

 private:
  void rebuild(QMenu& menu);

  Settings& m_settings;
};

}  // namespace moxian
