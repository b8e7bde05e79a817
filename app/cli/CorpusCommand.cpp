#include <filesystem>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Json.h"
#include "app/cli/Usage.h"
#include "core/base/Resources.h"
#include "core/corpus/Corpus.h"
#include "core/exchange/MarkedFile.h"
#include "core/suggest/CompletionModel.h"
#include "core/text/Characters.h"

namespace moxian::cli {
namespace {

namespace fs = std::filesystem;

struct CorpusOptions {
  std::string db;
  std::vector<std::string> paths;
  bool starter = false;
  bool refused = false;
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
  sum.alike += more.alike;
  sum.refused += more.refused;
  for (const auto& [reason, count] : more.refusals) sum.refusals[reason] += count;
  sum.refusedSentences.insert(sum.refusedSentences.end(), more.refusedSentences.begin(),
                              more.refusedSentences.end());
  sum.missingBodies.insert(sum.missingBodies.end(), more.missingBodies.begin(), more.missingBodies.end());
  sum.truncated.insert(sum.truncated.end(), more.truncated.begin(), more.truncated.end());
  sum.unchanged += more.unchanged;
  sum.failed.insert(sum.failed.end(), more.failed.begin(), more.failed.end());
}

Result<ImportSummary> importAll(Corpus& corpus, const CorpusOptions& options) {
  ImportSummary sum;
  if (options.starter) {
    const auto starter = corpus.importStarter(resourceRoot() / "corpus");
    if (!starter) return std::unexpected(starter.error());
    add(sum, *starter);
  }
  if (options.paths.empty()) return sum;
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const auto load = [](const fs::path& path) { return readText(path); };
  const std::vector<fs::path> paths(options.paths.begin(), options.paths.end());
  const auto own = corpus.import(paths, *reader, load);
  if (!own) return std::unexpected(own.error());
  add(sum, *own);
  return sum;
}

std::string reasonWord(Refusal reason, const Program& program) {
  return program.say("refusal." + std::string(name(reason)));
}

std::string refusedText(const ImportSummary& sum, const Program& program) {
  std::string out;
  for (const RefusedSentence& each : sum.refusedSentences) {
    out += program.say("text.import_refused",
                       {reasonWord(each.reason, program), toUtf8(each.source),
                        std::to_string(each.line + 1), toUtf8(each.text)}) +
           "\n";
  }
  return out;
}

std::string summaryText(const ImportSummary& sum, bool listRefused, const Program& program) {
  std::string out;
  for (const NotedReport& each : sum.missingBodies) {
    out += program.say("text.import_missing", {toUtf8(each.source), toUtf8(each.title)}) + "\n";
  }
  for (const NotedReport& each : sum.truncated) {
    out += program.say("text.import_truncated", {toUtf8(each.source), toUtf8(each.title)}) + "\n";
  }
  if (listRefused) out += refusedText(sum, program);
  out += program.say("text.import_done",
                     {std::to_string(sum.files), std::to_string(sum.unchanged),
                      std::to_string(sum.reports), std::to_string(sum.added),
                      std::to_string(sum.known), std::to_string(sum.refused)}) +
         "\n";
  for (const auto& [reason, count] : sum.refusals) {
    out += program.say("text.stats_role", {reasonWord(reason, program), std::to_string(count)}) + "\n";
  }
  return out;
}

Json notedJson(const std::vector<NotedReport>& reports) {
  Json list = Json::array();
  for (const NotedReport& each : reports) {
    list.push_back({{"file", toUtf8(each.source)}, {"title", toUtf8(each.title)}});
  }
  return list;
}

Json refusedJson(const ImportSummary& sum) {
  Json list = Json::array();
  for (const RefusedSentence& each : sum.refusedSentences) {
    list.push_back({{"reason", name(each.reason)},
                    {"file", toUtf8(each.source)},
                    {"line", each.line + 1},
                    {"text", toUtf8(each.text)}});
  }
  return list;
}

std::string summaryJson(const ImportSummary& sum, bool listRefused, const Program& program) {
  Json failed = Json::array();
  for (const Error& error : sum.failed) {
    failed.push_back({{"file", error.subject}, {"message", program.messages().text(error)}});
  }
  Json reasons = Json::object();
  for (const auto& [reason, count] : sum.refusals) reasons[std::string(name(reason))] = count;
  Json all{{"files", sum.files},
           {"unchanged", sum.unchanged},
           {"reports", sum.reports},
           {"added", sum.added},
           {"known", sum.known},
           {"alike", sum.alike},
           {"refused", sum.refused},
           {"refusals", std::move(reasons)},
           {"missing_bodies", notedJson(sum.missingBodies)},
           {"truncated", notedJson(sum.truncated)},
           {"failed", std::move(failed)}};
  if (listRefused) all["refused_sentences"] = refusedJson(sum);
  return lineOf(all);
}

Result<int> import(const CorpusOptions& options, const Program& program) {
  if (options.paths.empty() && !options.starter) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.no_paths"));
  }
  auto corpus = Corpus::open(options.db, Corpus::Mode::ReadWrite);
  if (!corpus) return std::unexpected(corpus.error());
  const auto sum = importAll(*corpus, options);
  if (!sum) return std::unexpected(sum.error());
  if (const auto kept = updateModelFile(*corpus, modelFileOf(options.db)); !kept) {
    return std::unexpected(kept.error());
  }
  const bool failed = !sum->failed.empty();
  // Where the only file failed, that says it all.
  const bool nothing = sum->files == 0 && sum->unchanged == 0 && !options.starter;
  if (nothing && sum->failed.size() == 1 && options.format == "text") {
    return std::unexpected(sum->failed.front());
  }
  for (const Error& error : sum->failed) {
    program.note(program.say("text.import_failed", {program.messages().text(error)}));
  }
  return printed(program,
                 options.format == "json" ? summaryJson(*sum, options.refused, program)
                                          : summaryText(*sum, options.refused, program),
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
          {"level", name(sentence.office().level)},
          {"office", name(sentence.office().kind)},
          {"count", sentence.count},
          {"favourite", sentence.favourite}};
}

Result<int> search(const CorpusOptions& options, const Program& program) {
  if (trimmed(toUtf16(options.query)).empty()) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.no_query"));
  }
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
  if (const auto kept = updateModelFile(*corpus, modelFileOf(options.db)); !kept) {
    return std::unexpected(kept.error());
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
  importing.add_flag("--refused", options->refused, program.say("option.refused"));
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
