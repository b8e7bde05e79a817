#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "core/base/Result.h"
#include "core/base/Span.h"
#include "core/check/Figures.h"

namespace moxian {

class CheckController;
class DraftEditor;

/// Other forms of the selected text: lines as a run of 一是, a table as a sentence with 其中, and
/// back. Each is one undo step and leaves the result selected. Without a selection the line, the
/// sentence or the table at the cursor is meant. What tracked deletions took out is not read.
class RewriteController : public QObject {
  Q_OBJECT
 public:
  enum class Form { LinesToRun, RunToLines, TableToSentence, SentenceToTable };

  /// Both outlive the controller.
  RewriteController(DraftEditor& editor, const CheckController& check, QObject* parent);

  void rewrite(Form form);
  /// Selects the sentence at the cursor where nothing is selected.
  void selectSentence();

 Q_SIGNALS:
  /// What there was to do could not be done.
  void message(const QString& text);
  /// The words it needs could not be read.
  void failed(const moxian::Error& error);

 private:
  /// What is meant, in the text that is checked.
  [[nodiscard]] Span stretch(Form form) const;
  [[nodiscard]] Result<std::optional<std::u16string>> rewritten(Form form,
                                                                std::u16string_view text);
  [[nodiscard]] static QString refusal(Form form);

  DraftEditor& m_editor;
  const CheckController& m_check;
  std::optional<Measures> m_measures;  ///< loaded when first needed
};

}  // namespace moxian
