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

Result<std::unique_ptr<Services>> Services::make(std::unique_ptr<Dialogs> dialogs) {
  auto services = std::make_unique<Services>();
  services->dialogs = std::move(dialogs);
  applyAppearance(services->settings.get(settings::appearance));
  QString code = services->settings.get(settings::language);
  if (!Language::all().contains(code)) code = Language::ofSystem();
  if (auto used = services->language.use(code); !used) return std::unexpected(used.error());
  auto reader = ReportReader::load(userProfiles());
  if (!reader) return std::unexpected(reader.error());
  auto rules = RuleSet::load();
  if (!rules) return std::unexpected(rules.error());
  services->reader = std::move(*reader);
  services->rules = std::move(*rules);
  services->corpus = std::make_unique<CorpusService>(services->reader);
  return services;
}

}  // namespace moxian
