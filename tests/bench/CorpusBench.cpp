#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/corpus/Corpus.h"
#include "core/suggest/Completer.h"
#include "core/suggest/Suggester.h"
#include "tests/bench/Drafts.h"

namespace moxian::bench {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes with its owner.
class Folder {
 public:
  Folder() {
    std::string path = (fs::temp_directory_path() / "moxian-bench-XXXXXX").string();
    m_path = ::mkdtemp(path.data());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

Result<std::u16string> loadUtf8(const fs::path& path) {
  auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  return toUtf16(*bytes);
}

/// Reports of about 5,000 characters until there are so many sentences.
void writeReports(const fs::path& folder, std::size_t sentences) {
  Drafts drafts;
  std::size_t made = 0;
  for (int n = 0; made < sentences; ++n) {
    const std::u16string text = drafts.report(5'000);
    made += static_cast<std::size_t>(std::ranges::count(text, u'。'));
    if (!writeFile(folder / (std::to_string(n) + ".txt"), toUtf8(text))) std::abort();
  }
}

ImportSummary importAll(const fs::path& folder, const fs::path& file) {
  auto corpus = Corpus::open(file, Corpus::Mode::ReadWrite);
  return corpus.value().import({folder}, reader(), loadUtf8).value();
}

void importReports(benchmark::State& state) {
  const Folder folder;
  const fs::path texts = folder.path() / "texts";
  fs::create_directory(texts);
  writeReports(texts, static_cast<std::size_t>(state.range(0)));
  std::size_t added = 0;
  for (auto _ : state) {
    const fs::path file = folder.path() / "corpus.db";
    added = importAll(texts, file).added;
    state.PauseTiming();
    for (const auto* end : {"", "-wal", "-shm"}) fs::remove(file.string() + end);
    state.ResumeTiming();
  }
  state.counters["sentences"] = static_cast<double>(added);
  state.counters["sentences/s"] = benchmark::Counter(
      static_cast<double>(added) * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(importReports)->Arg(10'000)->Iterations(1)->Unit(benchmark::kMillisecond);

void complete(benchmark::State& state) {
  const Folder folder;
  const fs::path texts = folder.path() / "texts";
  fs::create_directory(texts);
  writeReports(texts, static_cast<std::size_t>(state.range(0)));
  importAll(texts, folder.path() / "corpus.db");
  const auto corpus = Corpus::open(folder.path() / "corpus.db", Corpus::Mode::ReadOnly);
  Completer completer = Completer::make(corpus.value()).value();
  const std::u16string draft = Drafts(7).report(100'000);
  completer.reset(u"云溪县2024年政务公开工作总结");
  std::size_t at = 0;
  for (auto _ : state) {
    completer.append(std::u16string_view(draft).substr(at++ % draft.size(), 1));
    benchmark::DoNotOptimize(completer.candidates(5));
  }
}
BENCHMARK(complete)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void suggestSentences(benchmark::State& state) {
  const Folder folder;
  auto corpus = Corpus::open(folder.path() / "corpus.db", Corpus::Mode::ReadWrite);
  if (!corpus.value().importStarter(resourceRoot() / "corpus")) std::abort();
  const auto suggester = Suggester::make(corpus.value());
  const SuggestContext context{.role = Role::Problems, .topic = u"政务公开", .typed = u"部分", .draft = {}};
  for (auto _ : state) benchmark::DoNotOptimize(suggester.value().suggest(context, 10));
}
BENCHMARK(suggestSentences)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace moxian::bench
