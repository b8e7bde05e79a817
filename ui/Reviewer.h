#pragma once

#include <QColor>
#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>
#include <string>

#include "core/review/MarkedDraft.h"
#include "ui/DraftEditor.h"

namespace moxian {

/// Keeps the tracked changes and comments of the draft in an editor, whatever changes its text:
/// keys, input methods, paste, fixes, replacing. While it tracks, what was deleted is put back and
/// struck through in the same undo step; undo and redo restore text and marks together.
///
/// While an input method composes nothing happens; the edit is tracked when it ends.
class Reviewer : public QObject {
  Q_OBJECT
 public:
  explicit Reviewer(DraftEditor& editor);

  [[nodiscard]] const Markup& markup() const { return m_markup; }
  /// The text that the marks belong to.
  [[nodiscard]] const std::u16string& text() const { return m_text; }
  /// Marks of a draft that was just put into the editor.
  void load(const Markup& markup);

  /// The next change of the document is made of these edits, ascending and in places of now; they
  /// are tracked as they are rather than guessed from the texts, so that struck words between them
  /// stay struck. Empty takes that back.
  void expect(std::vector<Edit> edits) { m_expected = std::move(edits); }

  [[nodiscard]] bool tracking() const { return m_tracking; }
  void setTracking(bool on);
  /// The name that changes and comments of this person carry; a general one until it is set.
  [[nodiscard]] QString author() const;
  void setAuthor(const QString& author);

  /// What the sections of the draft are called, for the record of what was settled.
  void setSectionNames(std::function<std::u16string(std::size_t)> names) {
    m_sectionNames = std::move(names);
  }

  /// One undo step each. What is settled is noted in the markup with who decided. Rivals are never
  /// joined (settleChanges()); rivalsMet() tells what became of them.
  void resolve(const ChangeFilter& filter, bool accept);
  /// The change of an id; with the words of a paragraph goes its mark (paragraphOf()).
  void resolveOne(std::int64_t id, bool accept);
  std::int64_t addComment(Span range, const QString& text);
  /// On what is selected, or on the paragraph of the cursor.
  std::int64_t commentSelection(const QString& text) {
    return addComment(m_editor.selected(), text);
  }
  /// Several as one undo step; those that stand there word for word are left out. Result: how many.
  std::size_t addComments(const std::vector<std::pair<Span, QString>>& comments);
  std::int64_t reply(std::int64_t comment, const QString& text);
  /// Of the whole thread.
  void setResolved(std::int64_t comment, bool resolved);
  void removeComment(std::int64_t comment);

  /// The draft as it stands, for what works on copies.
  [[nodiscard]] MarkedDraft draft() const { return MarkedDraft(m_text, m_markup); }
  /// Who changed or said something, in the order of their first time.
  [[nodiscard]] const std::vector<std::string>& people() const;
  /// A comment or a change on the way through the draft.
  struct Stop {
    std::int64_t id = 0;
    Span span;
  };
  /// The comment that a thread of replies began with; a reply to what is not there begins its own.
  [[nodiscard]] std::int64_t threadOf(std::int64_t comment) const;
  /// The comments by place, those of one place in the order they were made; replies are no stops.
  [[nodiscard]] std::vector<Stop> commentStops() const;
  /// The changes by place, insertions before deletions.
  [[nodiscard]] std::vector<Stop> changeStops() const;
  [[nodiscard]] std::u16string finalText() const;
  [[nodiscard]] std::u16string originalText() const;

  /// What to draw on a part of the draft.
  [[nodiscard]] std::vector<Stroke> strokes(Span visible) const;
  /// What a tip says about a place; empty if nothing is marked there.
  [[nodiscard]] QString tipAt(std::size_t place) const;

  /// What is not part of the final text (or of the original, see setAgainstOriginal) while the
  /// text is being changed by this; nothing while an edit is not settled yet.
  [[nodiscard]] std::optional<std::vector<Span>> hiddenNow() const;
  /// The same once all is settled.
  [[nodiscard]] std::vector<Span> hidden() const { return hiddenIn(m_markup, !m_againstOriginal); }
  /// Whether checks and counts are asked to be about the original instead of the final text.
  void setAgainstOriginal(bool on);
  [[nodiscard]] bool againstOriginal() const { return m_againstOriginal; }

 Q_SIGNALS:
  /// Marks or their places changed; soon after, not for every key.
  void changed();
  /// The same at once.
  void settled();
  void trackingChanged(bool on);
  /// Settling came upon changes that exclude each other.
  void rivalsMet(const moxian::Settlement& done);
  void authorChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  friend class MarkStep;
  /// A part of the text that changed since the marks were settled.
  struct Window {
    std::size_t begin = 0;
    std::size_t oldEnd = 0;
    std::size_t newEnd = 0;
  };

  void textChanged(int position, int removed, int added);
  void settle();
  /// `behind`: characters at the end of both that the edit did not touch.
  [[nodiscard]] std::vector<Edit> editsOf(std::size_t begin, std::u16string_view before,
                                          std::u16string_view now) const;
  void track(std::size_t begin, std::u16string_view before, std::u16string_view now,
             std::size_t behind);
  void noteLanding(const std::vector<Edit>& wanted, const std::vector<Edit>& steps);
  [[nodiscard]] std::size_t landed(std::size_t place) const;
  [[nodiscard]] Span wholeTokens(Span edit, std::u16string_view now) const;
  void follow(std::size_t begin, std::u16string_view before, std::u16string_view now);
  void applied(const MarkupPatch& patch, bool forward);
  void remember(const Markup& before, std::ptrdiff_t shift);
  void markOnly(const std::function<void()>& change);
  [[nodiscard]] bool continuesTyping(const QKeyEvent& key) const;
  [[nodiscard]] DraftEditor::KeyStep keyStep(const QKeyEvent& key) const;
  [[nodiscard]] Stamp stamp() const;
  [[nodiscard]] Span commentable(Span range) const;
  [[nodiscard]] Comment commentOn(Span range, const QString& text) const;

  DraftEditor& m_editor;
  Markup m_markup;
  std::u16string m_text;  ///< as it was when the marks were settled
  std::optional<Window> m_window;
  std::string m_author;  ///< empty until somebody gives a name
  std::function<std::u16string(std::size_t)> m_sectionNames;
  bool m_tracking = false;
  bool m_againstOriginal = false;
  bool m_applying = false;  ///< an edit of our own
  bool m_undoing = false;
  bool m_restored = false;  ///< an undo step has set the marks
  struct People {
    std::pair<std::size_t, std::size_t> seen;  ///< authors of changes, and comments
    std::vector<std::string> names;
  };
  /// Words that an edit put in, which stand elsewhere since it was marked.
  struct Landing {
    Span made;               ///< where the edit put them
    std::size_t marked = 0;  ///< where they begin
  };
  std::vector<Landing> m_landings;  ///< of the last edit, ascending; empty if it was not tracked
  mutable std::optional<People> m_people;  ///< of people()
  bool m_backward = false;                 ///< the last key deleted backwards
  std::size_t m_typedTo = 0;               ///< where typing ended last, with the undo steps then
  int m_typedSteps = -1;
  std::vector<Edit> m_expected;
  QTimer m_later;
};

/// The colour of a person's changes: that of the name, or the next free one where an earlier of the
/// draft's `people` has it already. Up to eight people are told apart.
[[nodiscard]] QColor colourOfAuthor(const std::string& author,
                                    const std::vector<std::string>& people,
                                    const QPalette& palette);

}  // namespace moxian
