#pragma once

#include <QObject>
#include <functional>
#include <string>

#include "core/exchange/MarkedFile.h"
#include "core/review/Merge.h"

class QMainWindow;

namespace moxian {

class CheckController;
class FileController;
class Reviewer;
struct Services;

/// What reviewing does with files: comparing with another, merging another copy, signing, and the
/// review sheet.
class ReviewFiles : public QObject {
  Q_OBJECT
 public:
  /// All outlive it; `window` is its parent and that of its dialogs.
  ReviewFiles(QMainWindow& window, Reviewer& reviewer, FileController& files,
              CheckController& check, Services& services);

  /// Asks for an older file; what leads from it to this draft is marked in a draft of its own.
  void compare();
  /// Asks for another copy; both reviewers' marks go into a draft of their own, after a dialog
  /// that shows their conflicts side by side.
  void merge();
  /// Asks for the level, the name and an opinion, and notes them in the document; takes the last
  /// one back too.
  void signOff();
  /// Asks where to, and writes the review sheet as a file of its own.
  void exportSheet() { Q_EMIT sheetRequested(sheet()); }
  /// The review sheet of the draft as it stands.
  [[nodiscard]] std::u16string sheet() const;

 Q_SIGNALS:
  /// A draft with marks that has no file yet, with the findings that its sources leave as they are.
  /// `decided`: it cannot be made again by asking for the same, since a person chose among sides.
  void made(const moxian::MarkedDraft& draft, const std::vector<moxian::Dismissal>& dismissals,
            const QString& name, const QString& notice, bool decided);
  void sheetRequested(const std::u16string& sheet);
  void message(const QString& text);

 private:
  [[nodiscard]] QString stillOpen() const;
  [[nodiscard]] std::optional<MarkedFile> ask(const QString& title, QString& name);
  void showMerged(Merged merged, const std::vector<Dismissal>& others, const QString& name);
  [[nodiscard]] Settler settler(const MarkedDraft& draft) const;

  QMainWindow& m_window;
  Reviewer& m_reviewer;
  FileController& m_documents;
  CheckController& m_check;
  Services& m_services;
};

}  // namespace moxian
