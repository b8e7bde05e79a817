#pragma once

#include <QListWidget>
#include <optional>
#include <vector>

#include "core/suggest/Completer.h"

namespace moxian {

/// The list of continuations at the cursor. It never takes the focus: the editor keeps typing, and
/// whoever owns the list hands it keys.
class CompletionList : public QListWidget {
  Q_OBJECT
 public:
  /// `parent`: the editor; the list opens over it.
  explicit CompletionList(QWidget* parent);

  /// Opens below a rectangle of the parent, or above it where there is no room.
  void open(const std::vector<Candidate>& candidates, const QRect& cursor);
  /// Does what a key asks of an open list: an arrow moves, a number from 1, Enter or Tab choose,
  /// Esc closes. False if the key is none of these.
  bool handleKey(const QKeyEvent& key);

 Q_SIGNALS:
  void chosen(const QString& text);
  /// The list opened or an arrow moved: number and text of the current line.
  void lineReached(const QString& spoken);

 private:
  void choose(int row);
  void tellLine();
};

}  // namespace moxian
