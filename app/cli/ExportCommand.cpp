#include <filesystem>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Usage.h"
#include "core/exchange/Export.h"

namespace moxian::cli {
namespace {

namespace fs = std::filesystem;

struct ExportCommandOptions {
  std::string file;
  std::string output;
  std::string encoding;
  std::string layout = "gb9704";
};

Result<int> run(const ExportCommandOptions& options, const Program& program) {
  if (const auto format = formatOf(options.output); !format) {
    return std::unexpected(format.error());
  }
  const auto draft = readDraft(options.file, options.encoding, program);
  if (!draft) return std::unexpected(draft.error());
  std::error_code ignored;
  if (fs::equivalent(options.file, options.output, ignored)) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.same_file", {options.output}));
  }
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const Outline outline = reader->read(draft->text(), draft->lines());
  ExportOptions layout;
  layout.layout = options.layout == "plain" ? Layout::Plain : Layout::Gb9704;
  const auto notes = exportFile(options.output, draft->text(), outline, layout);
  if (!notes) return std::unexpected(notes.error());
  for (const ExportNote& note : *notes) {
    program.note(program.messages().text("export." + note.key, note.arguments));
  }
  const auto printed = program.print(program.say("text.exported", {options.output}) + "\n");
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

}  // namespace

void addExport(CLI::App& app, Program& program) {
  const auto options = std::make_shared<ExportCommandOptions>();
  CLI::App& sub = command(app, "export", "export", program);
  Options add(sub, program);
  add.add("FILE", options->file, "file")->required();
  add.add("-o", options->output, "output", "OUT")->required();
  add.choice("--layout", options->layout, "layout", {"gb9704", "plain"});
  add.encoding(options->encoding);
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

}  // namespace moxian::cli
