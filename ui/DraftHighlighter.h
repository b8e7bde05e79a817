#pragma once

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <QHash>
#include <QPalette>
#include <QSet>
#include <QTextCharFormat>

#include "core/base/Result.h"

namespace moxian {

/// Colours and faces of a draft: resources/syntax/moxian.xml says what is a heading, a figure, a
/// date, a placeholder, a document title or a slot; this says how each looks. Titles of reports are
/// known from the outline, not from the syntax.
class DraftHighlighter : public KSyntaxHighlighting::SyntaxHighlighter {
  Q_OBJECT
 public:
  explicit DraftHighlighter(QTextDocument* document);

  /// ResourceMissing if the definition is not there or does not load.
  [[nodiscard]] Result<void> load();
  /// Takes the colours of a palette over.
  void setPalette(const QPalette& palette);
  /// Lines (from 0) that hold a title of a report; only lines that change are coloured again.
  void setTitleLines(const QSet<int>& lines);

 protected:
  void highlightBlock(const QString& text) override;
  void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override;

 private:
  void readPalette();

  KSyntaxHighlighting::Repository m_repository;
  QHash<QString, QTextCharFormat> m_formats;
  QTextCharFormat m_title;
  QPalette m_palette;
  QSet<int> m_titleLines;
};

}  // namespace moxian
