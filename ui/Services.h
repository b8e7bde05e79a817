#pragma once

#include <memory>

#include "core/check/Rule.h"
#include "core/report/Reader.h"
#include "ui/CorpusService.h"
#include "ui/Dialogs.h"
#include "ui/Language.h"
#include "ui/Settings.h"

namespace moxian {

/// What all windows of the program share. Outlives them. GUI thread.
struct Services {
  Settings settings;
  Language language;
  std::unique_ptr<Dialogs> dialogs;
  ReportReader reader;
  RuleSet rules;
  std::unique_ptr<CorpusService> corpus;

  explicit Services(std::unique_ptr<Dialogs> asked) : dialogs(std::move(asked)) {}

  /// The language of the settings, or the system's.
  [[nodiscard]] Result<void> loadLanguage();
  /// Loads language, profiles and rules; to be called once, before the first window. The corpus
  /// waits for CorpusService::start().
  [[nodiscard]] Result<void> load();
};

}  // namespace moxian
