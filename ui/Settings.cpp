#include "ui/Settings.h"

namespace moxian {

using namespace Qt::StringLiterals;

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, u"moxian"_s, u"moxian"_s) {
  m_store.setFallbacksEnabled(false);
}

}  // namespace moxian
