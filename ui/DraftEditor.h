#pragma once

#include <QPlainTextEdit>
#include <QTextBlock>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/check/Finding.h"
#include "core/suggest/Suggester.h"
#include "ui/Slots.h"

namespace moxian {

class DraftHighlighter;
class DraftLayout;

/// A range to underline.
struct Mark {
  Span span;
  Severity severity = Severity::Warning;
};

/// A line through, under or behind a range, in the colour of whoever changed it.
struct Stroke {
  /// Bar: a bar in the margin beside its lines.
  enum class Kind { Underline, Strike, Fill, Bar };
  Span span;
  QColor colour;
  Kind kind = Kind::Underline;
};

/// The editor of a draft: a page-like column of plain text with headings, figures and slots in
/// their colours, findings underlined and slots visited by Tab.
///
/// While an input method composes, nothing here acts on keys and composing() tells others to wait.
class DraftEditor : public QPlainTextEdit {
  Q_OBJECT
 public:
  explicit DraftEditor(QWidget* parent = nullptr);
  ~DraftEditor() override;

  /// Replaces everything, forgets the undo steps and counts as unchanged.
  void setDraft(std::u16string_view text);
  [[nodiscard]] DraftHighlighter& highlighter() { return *m_highlighter; }

  /// True from the first to the last keystroke of an input method's composition.
  [[nodiscard]] bool composing() const { return m_composing; }

  /// Ranges to underline, in ascending order of begin.
  void setMarks(std::vector<Mark> marks);
  /// Gives what to draw on the part of the draft that shows.
  void setStrokes(std::function<std::vector<Stroke>(Span)> strokes);
  /// To which undo step a key belongs: as Qt has it, to one of its own that can be added to, or to
  /// the one before it.
  enum class KeyStep { Usual, Own, Joined };
  void setKeyStep(std::function<KeyStep(const QKeyEvent&)> stepOf);
  /// Gives where a place behind an edit stands once that has been marked instead of made.
  void setLanding(std::function<std::size_t(std::size_t)> landing);
  /// As QPlainTextEdit's, telling undoing() around it.
  void undo();
  void redo();
  /// Adds to the undo step that is open where the cursor stands when it has been redone; Qt would
  /// leave it at the part that was changed last.
  void redoEndsAt(int anchor, int position);
  /// Ranges that a search found.
  void setMatches(std::vector<Span> matches);
  /// Gives the text of the tip for a position of the draft.
  void setTips(std::function<QString(std::size_t)> tips) { m_tips = std::move(tips); }
  /// Adds actions to the head of the context menu for a position of the draft.
  void setMenuHead(std::function<void(QMenu&, std::size_t)> head) { m_menuHead = std::move(head); }

  /// Selects a range and scrolls to it.
  void select(Span span);
  [[nodiscard]] Span selected() const;
  enum class Caret { BehindFirst, BehindLast };
  /// Makes changes as one undo step; they are ascending and do not overlap. The cursor goes behind
  /// one of them; undoing goes to the first.
  void apply(const std::vector<Edit>& edits, Caret caret = Caret::BehindLast);
  /// The same, but cursor and view stay where they are in the text, also when it is undone.
  void applyAround(const std::vector<Edit>& edits);
  /// Puts a sentence in at the cursor as one undo step and selects its first slot.
  void insertSuggestion(const Suggestion& suggestion);
  /// The same on a line below the one that ends at `end`: the next one if it is blank, else a new
  /// one.
  void insertBelow(std::size_t end, const Suggestion& suggestion);
  /// Selects the next or previous slot of the draft; false if it has none.
  bool goToSlot(bool forward);

  /// Shows grey text behind the cursor at the end of its paragraph, in the place of what was shown
  /// before; nowhere else, and never during a composition. It goes with the next change of the
  /// draft, with a composition, a click and the focus.
  void showGhost(const QString& text);
  void hideGhost();
  /// Empty if none is shown.
  [[nodiscard]] const QString& ghost() const { return m_ghost; }

  /// Lines of 28 characters as on the official page, or as wide as the window.
  void setPageColumn(bool on);
  void setDraftFont(const QFont& font);
  [[nodiscard]] QString placeholder() const { return m_placeholder; }
  /// Shown in an empty draft, may have several lines.
  void setPlaceholder(const QString& text);

  [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

 Q_SIGNALS:
  void composingChanged(bool composing);
  /// True before an undo or redo changes the text, false behind it.
  void undoing(bool on);
  void filesDropped(const QStringList& files);
  /// Ctrl and the wheel: 1 is larger, -1 smaller.
  void zoomRequested(int steps);

 protected:
  bool event(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void inputMethodEvent(QInputMethodEvent* event) override;
  void insertFromMimeData(const QMimeData* source) override;
  [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
  [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  class PlaceStep;
  void keepPlace();
  void setComposing(bool composing);
  void put(QTextCursor cursor, Span span, const Insertion& insertion);
  void replace(const std::vector<Edit>& edits, QTextCursor from);
  bool handleTab(const QKeyEvent& event);
  bool handleWordKey(const QKeyEvent& event);
  void indent();
  void updateMargins();
  void paintUnderText(QPainter& painter);
  void paintOverText(QPainter& painter);
  void paintPlaceholder(QPainter& painter);
  void paintStrokes(QPainter& painter, bool under);
  void paintStroke(QPainter& painter, const Stroke& stroke);
  void fillRange(QPainter& painter, const QTextBlock& block, Span span, const QColor& colour);
  void underline(QPainter& painter, const QTextBlock& block, const Mark& mark);
  void paintDesk();
  void dropStaleGhost();
  /// The lines of a paragraph that stand in the window.
  [[nodiscard]] Span visiblePart(const QTextBlock& block) const;
  [[nodiscard]] Span visibleSpan() const;

  DraftLayout* m_layout;
  DraftHighlighter* m_highlighter;
  std::vector<Mark> m_marks;
  std::vector<Span> m_matches;
  std::function<std::vector<Stroke>(Span)> m_strokes;
  std::function<KeyStep(const QKeyEvent&)> m_keyStep;
  std::function<std::size_t(std::size_t)> m_landing;
  std::function<QString(std::size_t)> m_tips;
  std::function<void(QMenu&, std::size_t)> m_menuHead;
  QString m_placeholder;
  QString m_ghost;
  QTextBlock m_ghostBlock;
  int m_ghostRevision = 0;
  QTextBlock m_slotBlock;  ///< the paragraph of the slot that was visited last
  /// Where a step that is being redone says that the cursor belongs.
  std::optional<std::pair<int, int>> m_redoPlace;
  bool m_composing = false;
  bool m_pageColumn = true;
};

}  // namespace moxian
