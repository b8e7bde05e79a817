#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/MarkedFile.h"
#include "app/cli/Usage.h"
#include "core/exchange/Export.h"

namespace moxian::cli {
namespace {

struct ExportCommandOptions {
  std::string file;
  std::string output;
  std::string encoding;
  std::string layout = "gb9704";
  std::string changes = "accept";
  bool sheet = false;
};

Changes changesOf(const std::string& word) {
  if (word == "keep") return Changes::Keep;
  return word == "reject" ? Changes::Reject : Changes::Accept;
}

/// A file that holds marks; what becomes of them is said.
Result<int> runMarked(const ExportCommandOptions& options, const Program& program) {
  if (const auto different = differentFiles(options.file, options.output, program); !different) {
    return std::unexpected(different.error());
  }
  const auto encoding = forcedEncoding(options.encoding, program);
  if (!encoding) return std::unexpected(encoding.error());
  const auto file = readMarked(options.file, *encoding);
  if (!file) return std::unexpected(file.error());
  const std::size_t count = file->draft.markup().count({});
  const auto sheet = options.sheet ? sheetOf(*file, program) : std::u16string();
  if (!sheet) return std::unexpected(sheet.error());
  const auto written = writeMarked(options.output, *file, changesOf(options.changes),
                                   options.layout, program, *sheet);
  if (!written) return std::unexpected(written.error());
  if (count > 0 && options.changes != "keep") {
    program.note(
        program.say("note.changes_" + options.changes, {options.file, std::to_string(count)}));
  }
  if (options.changes == "accept") noteRivals(options.file, *file, program);
  const auto printed = program.print(program.say("text.exported", {options.output}) + "\n");
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

Result<int> run(const ExportCommandOptions& options, const Program& program) {
  const auto format = outputFormat(options.output, program);
  if (!format) return std::unexpected(format.error());
  if (*format == Format::Pdf) preparePdf();
  if (hasMarks(options.file) || options.sheet) return runMarked(options, program);
  const auto draft = readDraft(options.file, options.encoding, program);
  if (!draft) return std::unexpected(draft.error());
  if (const auto different = differentFiles(options.file, options.output, program); !different) {
    return std::unexpected(different.error());
  }
  if (const auto free = openNowhere(options.output, program); !free) {
    return std::unexpected(free.error());
  }
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const Outline outline = outlineOf(*draft, "auto", *reader, program);
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
  add.choice("--changes", options->changes, "changes", {"keep", "accept", "reject"});
  sub.add_flag("--review-sheet", options->sheet, program.say("option.review_sheet"));
  add.encoding(options->encoding);
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

}  // namespace moxian::cli
