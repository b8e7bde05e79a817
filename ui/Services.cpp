#include "ui/Services.h"

#include "core/base/Resources.h"
#include "ui/Colours.h"

namespace moxian {
namespace {

std::filesystem::path userProfiles() {
  // Without a home folder there are no profiles of the user's own.
  const auto folder = userConfigFolder();
  return folder ? *folder / "profiles" : std::filesystem::path();
}

}  // namespace

Result<void> Services::loadLanguage() {
  QString code = settings.get(settings::language);
  if (!Language::all().contains(code)) code = Language::ofSystem();
  return language.use(code);
}

Result<void> Services::load() {
  applyAppearance(settings.get(settings::appearance));
  if (language.code().isEmpty())
    if (auto used = loadLanguage(); !used) return used;
  auto loadedReader = ReportReader::load(userProfiles());
  if (!loadedReader) return std::unexpected(loadedReader.error());
  auto loadedRules = RuleSet::load();
  if (!loadedRules) return std::unexpected(loadedRules.error());
  reader = std::move(*loadedReader);
  rules = std::move(*loadedRules);
  corpus = std::make_unique<CorpusService>(reader);
  return {};
}

}  // namespace moxian
