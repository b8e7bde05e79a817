#include <filesystem>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Json.h"
#include "app/cli/Usage.h"
#include "core/base/Resources.h"
#include "core/corpus/Corpus.h"

namespace moxian::cli {
namespace {

namespace fs = std::filesystem;

struct CorpusOptions {
  std::string db;
  std::vector<std::string> paths;
  bool starter = false;
  std::string query;
  std::string role;
  std::string source;
  std::size_t limit = 20;
  std::string format = "text";
};

std::string roleWord(Role role, const Program& program) {
  return program.say("role." + std::string(name(role)));
}

Result<int> printed(const Program& program, const std::string& text, int code = kDone) {
  if (const auto done = program.print(text); !done) return std::unexpected(done.error());
  return code;
}

void add(ImportSummary& sum, const ImportSummary& more) {
  sum.files += more.files;
  sum.reports += more.reports;
  sum.added += more.added;
  sum.known += more.known;
  sum.refused += more.refused;
  sum.unchanged += more.unchanged;
  sum.failed.insert(sum.failed.end(), more.failed.begin(), more.failed.end());
}

Result<ImportSummary> importAll(Corpus& corpus, const CorpusOptions& options,
                                const Program& program) {
  ImportSummary sum;
  if (options.starter) {
    const auto starter = corpus.importStarter(resourceRoot() / "corpus");
    if (!starter) return std::unexpected(starter.error());
    add(sum, *starter);
  }
  if (options.paths.empty()) return sum;
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const auto load = [&program](const fs::path& path) -> Result<std::u16string> {
    auto draft = readDraft(path.string(), {}, program);
    if (!draft) return std::unexpected(draft.error());
    return draft->decoded().text;
  };
  const std::vector<fs::path> paths(options.paths.begin(), options.paths.end());
  const auto own = corpus.import(paths, *reader, load);
  if (!own) return std::unexpected(own.error());
  add(sum, *own);
  return sum;
}

std::string summaryText(const ImportSummary& sum, const Program& program) {
  std::string out;
  for (const Error& failed : sum.failed) {
    out += program.say("text.import_failed", {program.messages().text(failed)}) + "\n";
  }
  return out +
         program.say("text.import_done", {std::to_string(sum.files), std::to_string(sum.unchanged),
                                          std::to_string(sum.reports), std::to_string(sum.added),
                                          std::to_string(sum.known), std::to_string(sum.refused)}) +
         "\n";
}

std::string summaryJson(const ImportSummary& sum, const Program& program) {
  Json failed = Json::array();
  for (const Error& error : sum.failed) {
    failed.push_back({{"file", error.subject}, {"message", program.messages().text(error)}});
  }
  return lineOf({{"files", sum.files},
                 {"unchanged", sum.unchanged},
                 {"reports", sum.reports},
                 {"added", sum.added},
                 {"known", sum.known},
                 {"refused", sum.refused},
                 {"failed", std::move(failed)}});
}

Result<int> import(const CorpusOptions& options, const Program& program) {
  if (options.paths.empty() && !options.starter) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.no_paths"));
  }
  auto corpus = Corpus::open(options.db, Corpus::Mode::ReadWrite);
  if (!corpus) return std::unexpected(corpus.error());
  const auto sum = importAll(*corpus, options, program);
  if (!sum) return std::unexpected(sum.error());
  const bool failed = !sum->failed.empty();
  if (sum->failed.size() == 1) {
    program.report(sum->failed.front());
  } else if (failed) {
    program.note(program.say("text.import_failures", {std::to_string(sum->failed.size())}));
  }
  return printed(program,
                 options.format == "json" ? summaryJson(*sum, program) : summaryText(*sum, program),
                 failed ? kFailed : kDone);
}

std::string statsJson(const CorpusStats& stats, const std::vector<CorpusSource>& sources) {
  Json roles = Json::object();
  for (const auto& [role, count] : stats.byRole) roles[std::string(name(role))] = count;
  Json files = Json::array();
  for (const CorpusSource& source : sources) {
    files.push_back({{"source", toUtf8(source.name)},
                     {"reports", source.reports},
                     {"sentences", source.sentences}});
  }
  return lineOf({{"sources", stats.sources},
                 {"reports", stats.reports},
                 {"sentences", stats.sentences},
                 {"by_role", std::move(roles)},
                 {"files", std::move(files)}});
}

std::string statsText(const CorpusStats& stats, const std::vector<CorpusSource>& sources,
                      const Program& program) {
  std::string out =
      program.say("text.stats", {std::to_string(stats.sources), std::to_string(stats.reports),
                                 std::to_string(stats.sentences)}) +
      "\n";
  for (const auto& [role, count] : stats.byRole) {
    out += program.say("text.stats_role", {roleWord(role, program), std::to_string(count)}) + "\n";
  }
  for (const CorpusSource& source : sources) {
    out += program.say("text.stats_source", {toUtf8(source.name), std::to_string(source.reports),
                                             std::to_string(source.sentences)}) +
           "\n";
  }
  return out;
}

Result<int> stats(const CorpusOptions& options, const Program& program) {
  const auto corpus = Corpus::open(options.db, Corpus::Mode::ReadOnly);
  if (!corpus) return std::unexpected(corpus.error());
  const auto stats = corpus->stats();
  if (!stats) return std::unexpected(stats.error());
  const auto sources = corpus->sources();
  if (!sources) return std::unexpected(sources.error());
  return printed(program, options.format == "json" ? statsJson(*stats, *sources)
                                                   : statsText(*stats, *sources, program));
}

Json sentenceJson(const CorpusSentence& sentence) {
  return {{"id", sentence.id},
          {"text", toUtf8(sentence.text)},
          {"role", name(sentence.role)},
          {"source", toUtf8(sentence.source)},
          {"title", toUtf8(sentence.title)},
          {"unit", toUtf8(sentence.unit)},
          {"topic", toUtf8(sentence.topic)},
          {"year", sentence.year ? Json(*sentence.year) : Json()},
          {"count", sentence.count}};
}

Result<int> search(const CorpusOptions& options, const Program& program) {
  const auto corpus = Corpus::open(options.db, Corpus::Mode::ReadOnly);
  if (!corpus) return std::unexpected(corpus.error());
  const auto found = corpus->search(toUtf16(options.query), roleNamed(options.role), options.limit);
  if (!found) return std::unexpected(found.error());
  Json list = Json::array();
  std::string text;
  for (const CorpusSentence& sentence : *found) {
    list.push_back(sentenceJson(sentence));
    text += program.say("text.sentence", {toUtf8(sentence.text), roleWord(sentence.role, program),
                                          toUtf8(sentence.source)}) +
            "\n";
  }
  if (found->empty()) text = program.say("text.nothing_found") + "\n";
  return printed(program,
                 options.format == "json" ? lineOf({{"sentences", std::move(list)}}) : text);
}

Result<int> remove(const CorpusOptions& options, const Program& program) {
  // opening for writing would make a new file of a mistyped name
  std::error_code ignored;
  if (!fs::exists(options.db, ignored)) return fail(ErrorCode::FileMissing, options.db);
  auto corpus = Corpus::open(options.db, Corpus::Mode::ReadWrite);
  if (!corpus) return std::unexpected(corpus.error());
  const auto removed = corpus->remove(toUtf16(options.source));
  if (!removed) return std::unexpected(removed.error());
  if (!*removed) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.no_source", {options.source}));
  }
  return printed(program, program.say("text.removed", {options.source}) + "\n");
}

using Action = Result<int> (*)(const CorpusOptions&, const Program&);

CLI::App& action(CLI::App& corpus, const std::string& name, Action run,
                 const std::shared_ptr<CorpusOptions>& options, Program& program) {
  CLI::App& sub = command(corpus, name, "corpus_" + name, program);
  sub.callback([options, run, &program] { finish(program, run(*options, program)); });
  Options(sub, program).database(options->db);
  return sub;
}

}  // namespace

void addCorpus(CLI::App& app, Program& program) {
  const auto options = std::make_shared<CorpusOptions>();
  CLI::App& corpus = command(app, "corpus", "corpus", program);
  corpus.require_subcommand(1);

  CLI::App& importing = action(corpus, "import", import, options, program);
  Options(importing, program).add("PATH", options->paths, "paths");
  importing.add_flag("--starter", options->starter, program.say("option.starter"));
  Options(importing, program).format(options->format, {"text", "json"});

  CLI::App& counting = action(corpus, "stats", stats, options, program);
  Options(counting, program).format(options->format, {"text", "json"});

  CLI::App& searching = action(corpus, "search", search, options, program);
  Options add(searching, program);
  add.add("QUERY", options->query, "query")->required();
  add.choice("--role", options->role, "role",
             {"intro", "work_done", "problems", "next_steps", "problems_and_next", "closing"});
  add.count("-k", options->limit, "limit");
  add.format(options->format, {"text", "json"});

  CLI::App& removing = action(corpus, "remove", remove, options, program);
  Options(removing, program).add("SOURCE", options->source, "source")->required();
}

}  // namespace moxian::cli
