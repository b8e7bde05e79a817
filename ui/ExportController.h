#pragma once

#include <QObject>

#include "core/exchange/Export.h"
#include "ui/NoticeBar.h"
#include "ui/PdfPages.h"
#include "ui/Services.h"

namespace moxian {

/// Lets the draft out: DOCX, PDF, HTML and text, the preview and the printer. The work is done on
/// a worker thread behind a progress dialog that can stop it.
class ExportController : public QObject {
  Q_OBJECT
 public:
  /// Both outlive the controller; `window` is the parent of its dialogs.
  ExportController(Services& services, NoticeBar& notices, QWidget* window);

  /// The text to export and the name of its profile, "auto" or "none".
  struct Draft {
    std::u16string text;
    std::string profile;
    QString path;  ///< of its file, or a path to suggest
    qsizetype unfilled = 0;  ///< places that still wait for their content
  };

  /// Asks for a path and writes; false if cancelled or failed.
  bool exportAs(const Draft& draft, Format format);
  /// Shows the pages; returns when the dialog is closed.
  void preview(const Draft& draft);
  void print(const Draft& draft);

 private:
  struct Pages {
    PdfPages pdf;
    QString notes;
  };
  [[nodiscard]] std::optional<Pages> makePages(const Draft& draft);
  /// The chosen path with the ending of the format; empty if the user gives up.
  [[nodiscard]] QString choosePath(const Draft& draft, Format format);
  bool write(const Draft& draft, const QString& path);
  void print(const PdfPages& pages, const QString& name, QWidget* parent);
  void announce(const Draft& draft, const QString& path, const std::vector<ExportNote>& notes);
  [[nodiscard]] QString sentences(const std::vector<ExportNote>& notes) const;
  void tell(const Error& error);

  Services& m_services;
  NoticeBar& m_notices;
  QWidget* m_window;
};

}  // namespace moxian
