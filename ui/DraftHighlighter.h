#pragma once

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <QHash>
#include <QPalette>
#include <QSet>
#include <QTextCharFormat>
#include <functional>

#include "core/base/Result.h"
#include "core/report/Outline.h"

namespace moxian {

/// Colours and faces of a draft: resources/syntax/moxian.xml says what is a heading, a figure, a
/// date, a placeholder, a document title or a slot; this says how each looks. The outline knows
/// more than a line shows: titles of reports, and numbered lines that are no headings (items of a
/// list, lines of a contents list, names of attachments).
class DraftHighlighter : public KSyntaxHighlighting::SyntaxHighlighter {
  Q_OBJECT
 public:
  explicit DraftHighlighter(QTextDocument* document);

  /// ResourceMissing if the definition is not there or does not load.
  [[nodiscard]] Result<void> load();
  /// Takes the colours of a palette over.
  void setPalette(const QPalette& palette);
  /// Takes over what an outline says of the document's lines; only lines that change are coloured
  /// again. `place` leads from an offset of the outline to one of the document. Lines that the
  /// outline does not have are coloured by the syntax alone.
  void setOutline(const Outline& outline, const std::function<std::size_t(std::size_t)>& place);

 protected:
  void highlightBlock(const QString& text) override;
  void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override;

 private:
  void readPalette();
  void setTitleLines(const QSet<int>& lines);
  void setPlainLines(const QSet<int>& lines);

  KSyntaxHighlighting::Repository m_repository;
  QHash<QString, QTextCharFormat> m_formats;
  QTextCharFormat m_title;
  QPalette m_palette;
  QSet<int> m_titleLines;
  bool m_headed = false;  ///< the line at hand has been given the face of a heading
  int m_ahead = 0;        ///< characters before the line at hand that only the syntax sees
};

}  // namespace moxian
