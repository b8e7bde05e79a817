#include "tests/bench/GrowthBench.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Database.h"
#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/corpus/Corpus.h"
#include "core/suggest/Completer.h"
#include "core/suggest/CompletionModel.h"
#include "core/suggest/Suggester.h"
#include "tests/bench/Drafts.h"
#include "tests/bench/ImportBench.h"

namespace moxian::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeys = 3'000;
constexpr std::size_t kQueries = 300;
constexpr std::size_t kSlowQueries = 60;

template <class T>
T valueOf(Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << "growth benchmark: " << result.error().subject << ' ' << result.error().detail
            << '\n';
  std::exit(1);
}

void ensure(const Result<void>& result) {
  if (!result) (void)valueOf(Result<int>(std::unexpected(result.error())));
}

/// Processor time of this process in milliseconds; other programs on the machine do not count.
double processorTime() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Resident memory of this process in megabytes, mapped files included.
double resident() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0;
  std::size_t pages = 0;
  file >> all >> pages;
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// What a piece of work took, in milliseconds by the clock and of the processor.
struct Took {
  double clock = 0;
  double processor = 0;
};

template <class Work>
Took timed(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  const double processor = processorTime();
  work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  return {took.count(), processorTime() - processor};
}

/// Of many: median and 99th percentile of processor time.
struct Spread {
  double median = 0;
  double p99 = 0;
};

template <class Query>
Spread spread(std::size_t count, const Query& query) {
  std::vector<double> times;
  for (std::size_t i = 0; i < count; ++i) times.push_back(timed([&] { query(i); }).processor);
  std::ranges::sort(times);
  return {times[count / 2], times[count * 99 / 100]};
}

/// The beginnings of clauses as they are typed, three characters each.
std::vector<std::u16string> beginnings(const Corpus& corpus) {
  std::vector<std::u16string> found;
  std::size_t seen = 0;
  ensure(corpus.forEach(
      {},
      [&](const CorpusSentence& each) {
        if (++seen % 3 != 0) return;
        const std::size_t comma = each.text.find(u'，');
        if (comma != each.text.npos && comma + 4 < each.text.size()) {
          found.push_back(each.text.substr(comma + 1, 3));
        }
      },
      3 * kQueries + 300));
  return found;
}

Database otherIndex(const Corpus& corpus, const fs::path& file, const char* options) {
  auto database = valueOf(
      Database::open(file, Database::Mode::ReadWrite, {.applicationId = 1},
                     std::format("CREATE VIRTUAL TABLE t USING fts5(s, {});", options).c_str(),
                     Database::Journal::Wal));
  auto transaction = valueOf(Transaction::begin(database));
  auto insert = valueOf(database.prepare("INSERT INTO t(s) VALUES(?)"));
  ensure(corpus.forEach({}, [&](const CorpusSentence& sentence) {
    ensure(insert.bind(1, toUtf8(sentence.text)).run());
  }));
  ensure(transaction.commit());
  ensure(database.run("INSERT INTO t(t) VALUES('optimize')"));
  return database;
}

Spread otherSearch(const Database& database, const std::vector<std::u16string>& words,
                   const char* mark) {
  auto match = valueOf(database.prepare("SELECT s FROM t WHERE t MATCH ? ORDER BY rank LIMIT 5"));
  return spread(std::min(kSlowQueries, words.size()), [&](std::size_t i) {
    match.bind(1, '"' + toUtf8(words[i]) + '"' + mark);
    while (valueOf(match.next())) continue;
    match.reset();
  });
}

Spread completing(Completer& completer) {
  const std::u16string draft = Drafts(7).report(2 * kKeys);
  completer.reset(u"云溪县2024年政务公开工作总结");
  return spread(kKeys, [&](std::size_t i) {
    completer.append(std::u16string_view(draft).substr(i, 1));
    (void)completer.candidates(5);
  });
}

Spread suggesting(const Suggester& suggester, const Corpus& corpus,
                  const std::vector<std::u16string>& words) {
  return spread(std::min(kQueries, words.size()), [&](std::size_t i) {
    SuggestContext context;
    context.typed = words[i];
    (void)suggester.suggest(context, 5, &corpus);
  });
}

void say(const std::string& what, const Spread& times) {
  std::cout << std::format("  {:<34} median {:8.3f} ms   p99 {:8.3f} ms", what, times.median,
                           times.p99)
            << std::endl;
}

/// Runs work in a process of its own, so that its memory does not count for what follows.
template <class Work>
void apart(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    std::cout << std::flush;
    ::_exit(0);
  }
  int status = -1;
  if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0) std::exit(1);
}

void make(std::size_t sentences, const fs::path& file) {
  if (!fs::exists(file)) {
    const fs::path texts = file.parent_path() / "texts";
    writeReports(texts, sentences);
    auto corpus = valueOf(Corpus::open(file, Corpus::Mode::ReadWrite));
    const auto load = [](const fs::path& path) {
      return readFile(path).transform([](const std::string& bytes) { return toUtf16(bytes); });
    };
    (void)valueOf(corpus.import({texts}, reader(), load));
    fs::remove_all(texts);
  }
  const auto corpus = valueOf(Corpus::open(file, Corpus::Mode::ReadOnly));
  const Took made = timed([&] { ensure(updateModelFile(corpus, modelFileOf(file))); });
  std::cout << std::format(
      "{} sentences, {} kept; model made or checked in {:.0f} ms, {:.0f} of processor\n", sentences,
      valueOf(corpus.stats()).sentences, made.clock, made.processor);
}

void measure(const fs::path& file) {
  const auto corpus = valueOf(Corpus::open(file, Corpus::Mode::ReadOnly));
  const fs::path model = modelFileOf(file);
  (void)reader();
  const double before = resident();
  std::optional<Completer> completer;
  const Took opened = timed([&] { completer.emplace(valueOf(Completer::make(corpus, model))); });
  const Spread keys = completing(*completer);
  std::cout << std::format(
      "  model: {:.1f} MB on disk, opened in {:.1f} ms ({:.1f} of processor), "
      "{:.1f} MB more resident after {} keys\n",
      static_cast<double>(fs::file_size(model)) / 1e6, opened.clock, opened.processor,
      resident() - before, kKeys);
  const double between = resident();
  std::optional<Suggester> suggester;
  const Took read = timed([&] { suggester.emplace(valueOf(Suggester::make(corpus))); });
  std::cout << std::format(
      "  suggester: read in {:.0f} ms, {:.1f} MB more resident; {:.1f} MB in all\n", read.clock,
      resident() - between, resident());
  const auto words = beginnings(corpus);
  const Spread whole = suggesting(*suggester, corpus, words);
  const Spread found = spread(std::min(kQueries, words.size()), [&](std::size_t i) {
    (void)valueOf(corpus.search(words[i], {}, 5));
  });
  const Spread prefix =
      otherSearch(otherIndex(corpus, file.parent_path() / "prefix.db", "prefix='2 3'"), words, "*");
  const Spread trigram = otherSearch(
      otherIndex(corpus, file.parent_path() / "trigram.db", "tokenize='trigram'"), words, "");
  for (const char* other : {"prefix.db", "trigram.db"}) fs::remove(file.parent_path() / other);
  say("completion of a key", keys);
  say("suggestions", whole);
  say("search, 3 characters", found);
  say("FTS5 prefix search", prefix);
  say("FTS5 trigram", trigram);
  std::cout << std::format(
                   "  ratios at p99: prefix/completion {:.1f}, trigram/completion {:.1f}, "
                   "trigram/suggestions {:.1f}, trigram/search {:.1f}",
                   prefix.p99 / keys.p99, trigram.p99 / keys.p99, trigram.p99 / whole.p99,
                   trigram.p99 / found.p99)
            << std::endl;
}

}  // namespace

void growTo(const std::vector<std::size_t>& sizes, const fs::path& kept) {
  for (const std::size_t sentences : sizes) {
    fs::path folder = kept / std::to_string(sentences);
    if (kept.empty()) {
      std::string pattern = (fs::temp_directory_path() / "moxian-growth-XXXXXX").string();
      folder = ::mkdtemp(pattern.data());
    }
    fs::create_directories(folder);
    apart([&] { make(sentences, folder / "corpus.db"); });
    apart([&] { measure(folder / "corpus.db"); });
    std::error_code ignored;
    if (kept.empty()) fs::remove_all(folder, ignored);
  }
}

}  // namespace moxian::bench
