#include "ui/Language.h"

#include <QApplication>
#include <QFont>
#include <QLibraryInfo>
#include <QLocale>

#include "ui/Fonts.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

Language::Language(QObject* parent) : QObject(parent) {}

QStringList Language::all() {
  return {u"zh_CN"_s, u"zh_TW"_s, u"en"_s};
}

QString Language::nameOf(const QString& code) {
  if (code == u"zh_TW") return u"繁體中文"_s;
  return code == u"en" ? u"English"_s : u"简体中文"_s;
}

QString Language::ofSystem() {
  const QLocale system = QLocale::system();
  const bool traditional =
      system.language() == QLocale::Chinese && system.script() == QLocale::TraditionalChineseScript;
  return traditional ? u"zh_TW"_s : u"zh_CN"_s;
}

Result<void> Language::use(const QString& code) {
  Result<Messages> messages = Messages::load(code.toStdString());
  if (!messages) return std::unexpected(messages.error());
  m_messages = std::move(*messages);
  m_code = code;

  QLocale::setDefault(QLocale(code));
  QApplication::setFont(interfaceFont(code));
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
  // English is what Qt speaks by itself, simplified Chinese is what our sources speak.
  if (code != u"en" &&
      m_qt.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&m_qt);
  if (code != u"zh_CN" && m_own.load(u":/i18n/moxian_"_s + code))
    QCoreApplication::installTranslator(&m_own);
  else
    // Widgets re-read their texts on this event, which only an installed translator would send.
    QCoreApplication::postEvent(qApp, new QEvent(QEvent::LanguageChange));
  // Qt puts it behind every window title that does not end with it.
  QGuiApplication::setApplicationDisplayName(QCoreApplication::translate("main", "墨线"));
  return {};
}

QString Language::sentence(const Error& error) const {
  return fromUtf8(m_messages.text(error));
}

}  // namespace moxian
