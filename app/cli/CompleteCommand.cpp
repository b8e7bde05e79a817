#include <chrono>
#include <iostream>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Json.h"
#include "app/cli/Usage.h"
#include "core/suggest/Completer.h"
#include "core/suggest/CompletionModel.h"

namespace moxian::cli {
namespace {

struct CompleteOptions {
  std::string db;
  std::size_t limit = 5;
};

std::u16string textOf(const Json& message, const char* key) {
  const auto found = message.find(key);
  return found != message.end() && found->is_string() ? toUtf16(found->get<std::string>())
                                                      : std::u16string();
}

/// Takes one message in; false if it is none.
bool take(const std::string& line, Completer& completer) {
  const Json message = Json::parse(line, nullptr, false);
  if (!message.is_object()) return false;
  if (message.value("reset", Json()) == true) {
    completer.reset(textOf(message, "title"));
  } else if (!message.contains("append")) {
    return false;
  }
  completer.append(textOf(message, "append"));
  return true;
}

std::string answer(const Completer& completer, std::size_t limit) {
  const auto begun = std::chrono::steady_clock::now();
  const auto candidates = completer.candidates(limit);
  const auto taken = std::chrono::steady_clock::now() - begun;
  Json list = Json::array();
  for (const Candidate& candidate : candidates) {
    list.push_back({{"text", toUtf8(candidate.text)},
                    {"p", candidate.p},
                    {"ghost", candidate.ghost},
                    {"source", toUtf8(candidate.source)}});
  }
  return lineOf({{"candidates", std::move(list)},
                 {"micros", std::chrono::duration_cast<std::chrono::microseconds>(taken).count()}});
}

Result<int> run(const CompleteOptions& options, const Program& program) {
  const auto corpus = Corpus::open(options.db, Corpus::Mode::ReadOnly);
  if (!corpus) return std::unexpected(corpus.error());
  auto completer = Completer::make(*corpus, modelFileOf(options.db));
  if (!completer) return std::unexpected(completer.error());
  std::string line;
  for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
    if (!take(line, *completer)) {
      return fail(ErrorCode::UsageInvalid,
                  program.say("usage.json_line", {std::to_string(number)}));
    }
    if (const auto done = program.print(answer(*completer, options.limit)); !done) {
      return std::unexpected(done.error());
    }
  }
  return kDone;
}

}  // namespace

void addComplete(CLI::App& app, Program& program) {
  const auto options = std::make_shared<CompleteOptions>();
  CLI::App& sub = command(app, "complete", "complete", program);
  Options add(sub, program);
  add.database(options->db);
  add.count("-k", options->limit, "limit");
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

}  // namespace moxian::cli
