#pragma once

#include <QPlainTextDocumentLayout>

namespace moxian {

/// Lays paragraphs out on lines of one height, as on a ruled page: QPlainTextEdit's own layout
/// knows no line spacing and lets every face set its own height.
class DraftLayout : public QPlainTextDocumentLayout {
  Q_OBJECT
 public:
  explicit DraftLayout(QTextDocument* document);

  /// Width of the page in pixels, margins included. Paragraphs laid out before keep theirs until
  /// the editor lays them out anew, which it does when its own width changes.
  void setPageWidth(qreal width) { m_pageWidth = width; }

  /// Height of a line in pixels.
  [[nodiscard]] qreal linePitch() const;
  [[nodiscard]] QRectF blockBoundingRect(const QTextBlock& block) const override;

 protected:
  void documentChanged(int from, int removed, int added) override;

 private:
  void layOut(const QTextBlock& block) const;

  qreal m_pageWidth = 0;
  int m_blocks = 1;  ///< when the base class last heard of a change
};

}  // namespace moxian
