#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/Program.h"

namespace moxian::cli {

// Each adds a command with its options; the command runs when the parser has met it and leaves the
// exit code in `program`, which outlives `app`.
void addOutline(CLI::App& app, Program& program);
void addCheck(CLI::App& app, Program& program);
void addListRules(CLI::App& app, Program& program);
void addCorpus(CLI::App& app, Program& program);
void addSuggest(CLI::App& app, Program& program);
void addComplete(CLI::App& app, Program& program);
void addExport(CLI::App& app, Program& program);
void addReview(CLI::App& app, Program& program);
void addCompare(CLI::App& app, Program& program);
void addSlots(CLI::App& app, Program& program);

}  // namespace moxian::cli
