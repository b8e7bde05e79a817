#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "core/store/OpenDocument.h"
#include "tests/bench/Drafts.h"

namespace moxian::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCharacters = 200'000;
constexpr std::uint32_t kVersions = 50;

/// A folder of its own on the disk that temporary files lie on.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "moxian-bench-XXXXXX").string();
    m_path = ::mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

/// Ten sentences at places all over the draft, as an hour's work leaves it.
void revise(Draft& draft, Drafts& drafts) {
  for (std::size_t i = 0; i < 10; ++i) {
    const std::size_t line = draft.text.find(u'\n', i * draft.text.size() / 10);
    draft.text.insert(line, drafts.sentence(Role::WorkDone));
  }
}

/// A document of 200,000 characters with 50 versions.
struct Sample {
  explicit Sample(const fs::path& path) {
    draft.text = drafts.report(kCharacters);
    SaveRequest request;
    request.version = NewVersion{};
    file = std::make_unique<MoxianFile>(MoxianFile::create(path, draft, request).value());
    for (std::uint32_t i = 1; i < kVersions; ++i) {
      revise(draft, drafts);
      if (!file->save(draft, request)) std::abort();
    }
  }
  Drafts drafts;
  Draft draft;
  std::unique_ptr<MoxianFile> file;
};

void saveDraft(benchmark::State& state) {
  const Folder folder;
  Sample sample(folder.path() / "a.moxian");
  for (auto _ : state) {
    state.PauseTiming();
    revise(sample.draft, sample.drafts);
    state.ResumeTiming();
    if (!sample.file->save(sample.draft)) state.SkipWithError("not saved");
  }
  state.counters["file_kB"] =
      static_cast<double>(fs::file_size(folder.path() / "a.moxian")) / 1024.0;
}
BENCHMARK(saveDraft)->Unit(benchmark::kMillisecond)->MinTime(2)->UseRealTime();

/// The same text, written over a file and synced with nothing around it: what a save cannot beat.
void plainWriteOfTheSameText(benchmark::State& state) {
  const Folder folder;
  const std::u16string text = Drafts().report(kCharacters);
  const fs::path path = folder.path() / "a.txt";
  for (auto _ : state) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644));
    const auto bytes = bytesOf(text);
    if (::write(file.get(), bytes.data(), bytes.size()) < 0 || ::fsync(file.get()) != 0) {
      state.SkipWithError("not written");
    }
  }
}
BENCHMARK(plainWriteOfTheSameText)->Unit(benchmark::kMillisecond)->MinTime(2)->UseRealTime();

void openDraft(benchmark::State& state) {
  const Folder folder;
  const Sample sample(folder.path() / "a.moxian");
  for (auto _ : state) {
    auto opened = MoxianFile::open(folder.path() / "a.moxian");
    if (!opened || opened->draft.text != sample.draft.text) state.SkipWithError("not opened");
  }
}
BENCHMARK(openDraft)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What the journal adds to one key, beside a draft of 200,000 characters.
void journalKey(benchmark::State& state) {
  const Folder folder;
  JournalStart start;
  start.text = Drafts().report(kCharacters);
  EditJournal journal(folder.path(), std::move(start));
  std::size_t at = 1000;
  for (auto _ : state) journal.edit(at++, 0, u"字");
  journal.discard();
}
BENCHMARK(journalKey)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace moxian::bench
