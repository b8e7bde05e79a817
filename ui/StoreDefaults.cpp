#include "ui/StoreDefaults.h"

#include <pwd.h>
#include <unistd.h>

#include "core/base/Resources.h"

namespace moxian {
namespace {

/// The name people know the user by: the full one of the account, else the login.
std::string userName() {
  const passwd* entry = ::getpwuid(::geteuid());
  if (entry == nullptr) return qEnvironmentVariable("USER").toStdString();
  const std::string full = entry->pw_gecos == nullptr ? "" : entry->pw_gecos;
  const std::string first = full.substr(0, full.find(','));
  return first.empty() ? entry->pw_name : first;
}

}  // namespace

QString accountName() {
  const passwd* entry = ::getpwuid(::geteuid());
  if (entry == nullptr || entry->pw_gecos == nullptr) return {};
  const QString name = QString::fromUtf8(entry->pw_gecos).section(u',', 0, 0).trimmed();
  // system accounts repeat their login there
  return name == QString::fromUtf8(entry->pw_name) ? QString() : name;
}

std::string versionAuthor(const Settings& settings) {
  const QString reviewer = settings.get(settings::reviewer).trimmed();
  return reviewer.isEmpty() ? userName() : reviewer.toStdString();
}

StoreSettings storeSettings(const Settings& settings) {
  StoreSettings out;
  out.user = userName();
  out.journals = journalFolder().value_or(std::filesystem::path());
  if (const auto state = userStateFolder()) out.locks = *state / "locks";
  out.backups = settings.get(settings::backups);
  return out;
}

}  // namespace moxian
