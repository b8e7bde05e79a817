#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include "core/base/Messages.h"

namespace moxian {

/// The language of the interface: the program's own texts, Qt's, and the core's sentences.
///
/// The source texts are simplified Chinese; zh_TW and en come from translations/*.ts. Widgets
/// re-read their texts on QEvent::LanguageChange, so a switch needs no restart. GUI thread.
class Language : public QObject {
  Q_OBJECT
 public:
  explicit Language(QObject* parent = nullptr);

  /// "zh_CN", "zh_TW", "en".
  [[nodiscard]] static QStringList all();
  /// What a language calls itself.
  [[nodiscard]] static QString nameOf(const QString& code);
  /// Traditional Chinese where the system asks for it, simplified Chinese everywhere else.
  [[nodiscard]] static QString ofSystem();

  /// Switches; on an error everything stays as it was.
  [[nodiscard]] Result<void> use(const QString& code);
  [[nodiscard]] const QString& code() const { return m_code; }

  [[nodiscard]] const Messages& messages() const { return m_messages; }
  /// The sentence for a failure.
  [[nodiscard]] QString sentence(const Error& error) const;

 private:
  QString m_code;
  Messages m_messages;
  QTranslator m_own;
  QTranslator m_qt;
};

}  // namespace moxian
