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

  /// Loads settings, language, profiles and rules. The corpus waits for CorpusService::start().
  [[nodiscard]] static Result<std::unique_ptr<Services>> make(std::unique_ptr<Dialogs> dialogs);
};

}  // namespace moxian
