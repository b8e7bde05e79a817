#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace moxian {

/// One thing the program remembers: its key in the file, and by T and `fallback` its type and what
/// holds until the user chose otherwise.
template <class T>
struct Setting {
  QLatin1StringView key;
  T fallback;
};

/// Everything the program remembers, in one place.
namespace settings {
using namespace Qt::StringLiterals;

/// "zh_CN", "zh_TW", "en"; empty: by the system, Chinese unless it says otherwise.
inline const Setting<QString> language{"view/language"_L1, {}};
/// "system", "light", "dark".
inline const Setting<QString> appearance{"view/appearance"_L1, u"system"_s};
/// Face of the draft; empty: the first of the official ones that is installed.
inline const Setting<QString> fontFamily{"editor/fontFamily"_L1, {}};
/// Size of the draft's characters in points, 6 to 72.
inline const Setting<int> fontSize{"editor/fontSize"_L1, 14};
/// The unit that the last new report was made for.
inline const Setting<QString> unit{"draft/unit"_L1, {}};
/// True: lines break after 28 characters as on the official page; false: at the window's edge.
inline const Setting<bool> pageColumn{"editor/pageColumn"_L1, true};
/// Ids of the check rules that do not run, in no kind of report.
inline const Setting<QStringList> rulesOff{"check/rulesOff"_L1, {}};
inline const Setting<bool> matchCase{"find/matchCase"_L1, false};
inline const Setting<bool> wholeWords{"find/wholeWords"_L1, false};
inline const Setting<bool> regularExpression{"find/regularExpression"_L1, false};
/// How readily grey text is shown behind the cursor: "off", "seldom", "normal", "often".
inline const Setting<QString> ghost{"completion/ghost"_L1, u"normal"_s};
inline const Setting<QStringList> recentFiles{"files/recent"_L1, {}};
/// True: the state before each save stays beside the file, as NAME~.
inline const Setting<bool> backups{"files/backups"_L1, false};
/// The name on changes and comments; empty: a general one.
inline const Setting<QString> reviewer{"review/author"_L1, {}};
/// True: the name was asked for when changes were tracked for the first time.
inline const Setting<bool> reviewerAsked{"review/authorAsked"_L1, false};
/// True: the review sheet goes behind what is exported.
inline const Setting<bool> reviewSheet{"review/sheet"_L1, false};
/// Where the file dialogs start.
inline const Setting<QString> lastFolder{"files/lastFolder"_L1, {}};
/// What QMainWindow::saveGeometry and saveState gave.
inline const Setting<QByteArray> windowGeometry{"window/geometry"_L1, {}};
inline const Setting<QByteArray> windowState{"window/state"_L1, {}};
}  // namespace settings

/// The settings file: moxian/moxian.ini in the user's configuration folder. GUI thread.
class Settings {
 public:
  Settings();

  template <class T>
  [[nodiscard]] T get(const Setting<T>& setting) const {
    const QVariant stored = m_store.value(setting.key);
    return stored.canConvert<T>() ? stored.value<T>() : setting.fallback;
  }
  template <class T>
  void set(const Setting<T>& setting, const T& value) {
    m_store.setValue(setting.key, QVariant::fromValue(value));
  }
  /// False if the file cannot be written: choices then last until the program ends.
  [[nodiscard]] bool writable() const { return m_store.isWritable(); }

 private:
  QSettings m_store;
};

}  // namespace moxian
