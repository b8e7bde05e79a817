#pragma once

#include <QStandardItemModel>
#include <string_view>
#include <vector>

#include "core/report/Outline.h"

namespace moxian {

/// The headings of a draft as a tree, below the titles of its reports where there are several.
/// The tree is built anew only when it looks different; otherwise only the places move.
class OutlineModel : public QStandardItemModel {
  Q_OBJECT
 public:
  enum Role { OffsetRole = Qt::UserRole + 1 };  ///< int: where the heading begins in the draft

  using QStandardItemModel::QStandardItemModel;

  /// `text` is the one the outline was read from. True if the tree was built anew.
  bool setOutline(const Outline& outline, std::u16string_view text);
  /// The last heading that begins at or before an offset.
  [[nodiscard]] QModelIndex at(int offset) const;

 private:
  struct Entry {
    int level;  ///< 0: a report
    int offset;
    QString text;
  };
  [[nodiscard]] static std::vector<Entry> entries(const Outline& outline, std::u16string_view text);
  void build();

  std::vector<Entry> m_entries;
  std::vector<QStandardItem*> m_items;
};

}  // namespace moxian
