#pragma once

#include <QDialog>

#include "core/suggest/Skeleton.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace moxian {

struct Services;

/// Asks what a new report is about: its kind, unit, year and field of work.
class SkeletonDialog : public QDialog {
  Q_OBJECT
 public:
  explicit SkeletonDialog(Services& services, QWidget* parent = nullptr);

  /// Name of the chosen kind.
  [[nodiscard]] std::string profile() const;
  [[nodiscard]] SkeletonFacts facts() const;

 private:
  void fillKinds(const Services& services);

  QComboBox* m_kind;
  QLineEdit* m_unit;
  QSpinBox* m_year;
  QLineEdit* m_topic;
};

}  // namespace moxian
