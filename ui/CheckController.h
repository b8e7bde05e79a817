#pragma once

#include <QObject>
#include <QStringList>
#include <QTextDocument>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/check/Checker.h"
#include "core/check/Causes.h"
#include "core/check/Dismissals.h"
#include "core/review/FinalPlaces.h"
#include "ui/Worker.h"

namespace moxian {

/// Keeps the findings of a document that is being typed in: line findings at once, those of the
/// whole document from a worker thread when the typing pauses.
///
/// What is checked is the text without the hidden ranges, which are those of deletions that are not
/// accepted yet: text(), outline() and look() are about it, findings() and edited() about the
/// document; places() leads from one to the other.
///
/// That the sentence at the end of a paragraph has no end yet is held back while it is typed.
///
/// While composing, changes are taken note of only; they are checked when the composition ends.
class CheckController : public QObject {
  Q_OBJECT
 public:
  /// `document` outlives the controller.
  CheckController(QTextDocument& document, ReportReader reader, RuleSet rules,
                  QObject* parent = nullptr);
  /// Does not wait for a check at work.
  ~CheckController() override;

  void setComposing(bool composing);
  /// What of the document is not checked, ascending and disjoint.
  void setHidden(std::vector<Span> hidden);
  /// Asked when the document changes: the ranges hidden then, or nothing if they are not known yet.
  void setHiddenNow(std::function<std::optional<std::vector<Span>>()> ask) {
    m_hiddenNow = std::move(ask);
  }
  /// Between the document and the text that is checked.
  [[nodiscard]] const FinalPlaces& places() const { return m_places; }
  /// Name of a profile, "auto" or "none".
  void setProfile(const QString& name);
  [[nodiscard]] const std::string& profile() const { return m_checker.options().profile; }
  /// Ids of rules that do not run, besides the profile's.
  void setRulesOff(const QStringList& ids);
  /// Last year's report to hold the draft against; none if `text` is empty.
  void setPrevious(const std::u16string& text);
  [[nodiscard]] bool hasPrevious() const { return m_checker.options().previous != nullptr; }

  /// Tells what is held back while a sentence is typed.
  void finishSentence();

  /// Findings that are left as they are; those of a draft that is opened are set by its file.
  [[nodiscard]] const Dismissals& dismissals() const { return m_dismissals; }
  void setDismissals(Dismissals dismissals);
  /// Leaves a finding as it is, at all its places or wherever their words stand.
  void dismiss(const Cause& cause, bool everywhere, const QString& reason);
  void restoreDismissed();

  /// Checker::look: the present text with its outline, if the two belong together.
  bool look(const std::function<void(const CheckedText& text)>& with) const {
    return m_checker.look(with);
  }

  /// Without the dismissed ones, in ascending order of place in the document; they move with it.
  [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
  /// The outline of the last full check, never null; `settled()` says whether that was of the
  /// present text.
  [[nodiscard]] std::shared_ptr<const Outline> outline() const { return m_outline; }
  [[nodiscard]] bool settled() const { return m_settledRevision == m_checker.revision(); }
  /// True from an opened or pasted draft until its first full check: nothing is known of it yet.
  [[nodiscard]] bool waiting() const { return m_waiting; }
  /// What is checked and counted: the document's text without what is hidden.
  [[nodiscard]] const std::u16string& text() const { return m_checker.text(); }
  [[nodiscard]] std::uint64_t revision() const { return m_checker.revision(); }

 Q_SIGNALS:
  /// The document changed: `span` of its text before gave way to `with`.
  void edited(moxian::Span span, std::u16string_view with);
  void findingsChanged();
  /// A full check broke off; the next change starts another.
  void failed(const QString& reason);
  /// Somebody dismissed a finding or took that back.
  void dismissalsChanged();
  /// A full check was taken over, or the outline is of a draft that is gone.
  void outlineChanged();

 private:
  void contentsChanged(int from, int removed, int added);
  void synchronise();
  void replace(Span span, const std::u16string& with);
  [[nodiscard]] bool besideHidden(Span span) const;
  void follow(std::vector<Span> hidden);
  void edit(Span span, std::u16string_view with);
  void changed(bool large);
  void collectFindings();
  void holdBackUnfinished();
  void startDocumentCheck();
  void adopt(DocumentCheck result);

  QTextDocument& m_document;
  Checker m_checker;
  std::u16string m_draft;  ///< the whole text of the document
  FinalPlaces m_places;
  std::function<std::optional<std::vector<Span>>()> m_hiddenNow;
  std::optional<std::vector<Span>> m_hiddenLater;  ///< told while the text was behind
  Dismissals m_dismissals;
  std::vector<Finding> m_findings;
  std::shared_ptr<const Outline> m_outline;
  std::uint64_t m_settledRevision = 0;
  bool m_composing = false;
  bool m_behind = false;    ///< text changed while composing
  bool m_checking = false;  ///< a job is on the worker
  bool m_waiting = false;
  QTimer m_pause;
  QTimer m_rest;              ///< runs while somebody is typing
  std::size_t m_typedTo = 0;  ///< end of the last change, in the document
  std::stop_source m_stop;
  Worker m_worker;
};

}  // namespace moxian
