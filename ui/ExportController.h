#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

#include "core/exchange/Export.h"
#include "core/review/MarkedDraft.h"
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
    std::u16string text;  ///< of a draft with changes the final one, or else the original
    std::string profile;
    QString path;            ///< of its file, or a path to suggest
    qsizetype unfilled = 0;  ///< places that still wait for their content
    /// The draft with its changes and comments; null if it has none. Formats that can show them
    /// ask.
    std::shared_ptr<const MarkedDraft> marked = {};
    bool original = false;      ///< `text` is the original, by the user's choice
    std::u16string sheet = {};  ///< the review sheet to go behind it; may be empty
    bool titled = false;        ///< see ExportOptions
    bool tracking = false;      ///< further edits are tracked, which DOCX can say
  };

  /// Asks for a path and writes; false if cancelled or failed.
  bool exportAs(const Draft& draft, Format format);
  /// A draft that is a review sheet, in the format that the user chooses with the path.
  bool exportSheet(const Draft& sheet);
  /// Shows the pages; returns when the dialog is closed.
  void preview(const Draft& draft);
  void print(const Draft& draft);
  /// The text is no longer the one that was exported.
  void draftEdited();

 private:
  /// What of a draft goes out.
  struct Copy {
    std::u16string text;
    const Markup* markup = nullptr;  ///< null: its marks stay here
    bool tracking = false;           ///< the copy goes on to be tracked
    QString said;                    ///< which text of a draft with marks it is; may be empty
    QString joined;                  ///< a warning of rivals in it; may be empty
  };
  [[nodiscard]] bool mayReplace(const QString& path);
  [[nodiscard]] Copy copyOf(const Draft& draft, bool original) const;
  [[nodiscard]] Copy markedCopyOf(const Draft& draft) const;
  [[nodiscard]] std::u16string withSheet(const std::u16string& text, const Draft& draft) const;
  /// Asks where a format can show marks; nothing if the user gives up.
  [[nodiscard]] std::optional<Copy> chooseCopy(const Draft& draft, Format format);
  struct Pages {
    PdfPages pdf;
    QString notes;
    QString warning;
  };
  [[nodiscard]] std::optional<Pages> makePages(const Draft& draft);
  /// The chosen path with the ending of one of the formats, the first where the user names none of
  /// them; empty if the user gives up.
  [[nodiscard]] QString choosePath(const Draft& draft, const std::vector<Format>& formats);
  bool write(const Draft& draft, const Copy& copy, const QString& path);
  void print(const PdfPages& pages, const QString& name, QWidget* parent);
  void announce(const Draft& draft, const Copy& copy, const QString& path,
                const std::vector<ExportNote>& notes);
  [[nodiscard]] QString sentences(const std::vector<ExportNote>& notes) const;
  void tell(const Error& error);

  Services& m_services;
  NoticeBar& m_notices;
  QWidget* m_window;
  bool m_fresh = false;  ///< the last export holds the present text
};

}  // namespace moxian
