#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/MarkedFile.h"
#include "app/cli/Usage.h"
#include "core/review/Compare.h"

namespace moxian::cli {
namespace {

struct CompareOptions {
  std::string before;
  std::string after;
  std::string output;
  std::string author;
  std::string layout = "gb9704";
};

Result<int> run(const CompareOptions& options, const Program& program) {
  for (const std::string& input : {options.before, options.after}) {
    if (const auto different = differentFiles(input, options.output, program); !different) {
      return std::unexpected(different.error());
    }
  }
  const auto before = readMarked(options.before);
  if (!before) return std::unexpected(before.error());
  const auto after = readMarked(options.after);
  if (!after) return std::unexpected(after.error());
  const std::string author = options.author.empty() ? program.say("comparer") : options.author;
  MarkedFile marked = *after;
  const std::u16string was = before->draft.finalText();
  const std::u16string is = after->draft.finalText();
  marked.draft = compare(was, is, {author, timeNow()});
  const auto written = writeMarked(options.output, marked, Changes::Keep, options.layout, program);
  if (!written) return std::unexpected(written.error());
  const auto printed = program.print(
      program.say("text.compared",
                  {std::to_string(differences(was, is).size()), options.output,
                   std::to_string(marked.draft.markup().count({}))}) +
      "\n");
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

}  // namespace

void addCompare(CLI::App& app, Program& program) {
  const auto options = std::make_shared<CompareOptions>();
  CLI::App& sub = command(app, "compare", "compare", program);
  Options add(sub, program);
  add.add("OLD", options->before, "old_file")->required();
  add.add("NEW", options->after, "new_file")->required();
  add.add("-o", options->output, "output_marked", "MARKED")->required();
  add.add("--author", options->author, "compare_author", "NAME");
  add.choice("--layout", options->layout, "layout", {"gb9704", "plain"});
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

}  // namespace moxian::cli
