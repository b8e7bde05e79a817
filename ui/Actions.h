#pragma once

#include <QAction>
#include <QObject>
#include <array>
#include <vector>

namespace moxian {

/// Everything a menu, the toolbar or a key can ask for.
enum class Act {
  New,
  NewFromSkeleton,
  NewFromLastYear,
  NewWindow,
  Open,
  Reload,
  Save,
  SaveAs,
  SaveCopy,
  Versions,
  Close,
  Quit,
  Undo,
  Redo,
  Cut,
  Copy,
  Paste,
  SelectAll,
  Find,
  Replace,
  FindNext,
  FindPrevious,
  GoToLine,
  Reword,
  LinesToRun,
  RunToLines,
  TableToSentence,
  SentenceToTable,
  ToSimplified,
  ToTraditional,
  ToTaiwan,
  ZoomIn,
  ZoomOut,
  ZoomReset,
  PageColumn,
  Font,
  FullScreen,
  NextPane,
  CheckNow,
  NextFinding,
  PreviousFinding,
  ApplyFix,
  DismissFinding,
  ShowFigures,
  ShowProblems,
  ComparePrevious,
  CheckFolder,
  Rules,
  Complete,
  Suggest,
  ShowSlots,
  NextSlot,
  PreviousSlot,
  CorpusWindow,
  ImportFiles,
  ImportFolder,
  ExportDocx,
  ExportPdf,
  ExportHtml,
  ExportText,
  Preview,
  Print,
  Shortcuts,
  About,
  AboutQt,
  Count
};

/// The actions of a window, made from one table of text, tip, keys and icon. The menus, the toolbar
/// and the list of shortcuts come from it.
class Actions : public QObject {
  Q_OBJECT
 public:
  explicit Actions(QWidget& window);

  [[nodiscard]] QAction* operator[](Act act) const {
    return m_actions.at(static_cast<std::size_t>(act));
  }
  /// Texts and tips in the present language.
  void retranslate();

  /// An action that has keys, for the list of shortcuts.
  struct Keys {
    QString text;
    QString keys;
  };
  [[nodiscard]] std::vector<Keys> shortcuts() const;

 private:
  std::array<QAction*, static_cast<std::size_t>(Act::Count)> m_actions{};
};

}  // namespace moxian
