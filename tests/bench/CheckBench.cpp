#include <benchmark/benchmark.h>

#include "core/base/Utf.h"
#include "core/check/Checker.h"
#include "tests/bench/Drafts.h"

namespace moxian::bench {
namespace {

/// Outline and all rules over a whole text, as `check` and opening a draft do.
void fullCheck(benchmark::State& state) {
  const std::u16string text = Drafts().report(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const Lines lines(text);
    const Outline outline = reader().read(text, lines);
    benchmark::DoNotOptimize(checkText(text, lines, outline, reader(), rules(), {}));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(fullCheck)->Arg(60'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void outlineOnly(benchmark::State& state) {
  const std::u16string text = Drafts().report(static_cast<std::size_t>(state.range(0)));
  const Lines lines(text);
  for (auto _ : state) benchmark::DoNotOptimize(reader().read(text, lines));
}
BENCHMARK(outlineOnly)->Arg(60'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// What the editor's own thread does for one key: the edit and the list of findings.
void recheckAfterKey(benchmark::State& state) {
  const std::u16string text = Drafts().report(static_cast<std::size_t>(state.range(0)));
  Checker checker(reader(), rules());
  checker.setText(text);
  checker.adopt(checker.documentJob()());
  const std::size_t at = text.size() / 2;
  bool typed = false;
  for (auto _ : state) {
    typed = !typed;
    checker.edit({at, at + (typed ? 0 : 1)}, typed ? u"，" : u"");
    benchmark::DoNotOptimize(checker.findings());
  }
}
BENCHMARK(recheckAfterKey)->Arg(60'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace moxian::bench
