#pragma once

#include <QDialog>
#include <QString>

#include "core/corpus/Corpus.h"

namespace moxian {

class Language;

/// What an import did not take and why, to be read and copied: entries of contents lists without
/// their report, reports that break off, sentences by reason, files that could not be read.
class ImportList : public QDialog {
  Q_OBJECT
 public:
  ImportList(const ImportSummary& summary, const Language& language, QWidget* parent);
  /// True if there is anything to list.
  [[nodiscard]] static bool hasMore(const ImportSummary& summary);
  /// "太短 3、残缺或乱码 2": refused sentences by reason; empty if none were.
  [[nodiscard]] static QString reasons(const ImportSummary& summary, const Language& language);

 private:
  [[nodiscard]] static QString listed(const ImportSummary& summary, const Language& language);
};

}  // namespace moxian
