#pragma once

#include <QObject>

#include "core/suggest/Skeleton.h"
#include "ui/Services.h"

namespace moxian {

class DraftEditor;
class FileController;

/// Starts a draft from the skeleton of a kind of report, after asking for unit, year and field.
class SkeletonController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller; `window` is the parent of its dialog.
  SkeletonController(DraftEditor& editor, FileController& files, Services& services,
                     QWidget* window);

  void start();

 private:
  void make(const std::string& profile, const SkeletonFacts& facts);

  DraftEditor& m_editor;
  FileController& m_files;
  Services& m_services;
  QWidget* m_window;
};

}  // namespace moxian
