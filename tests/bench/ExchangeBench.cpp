#include <benchmark/benchmark.h>

#include "core/exchange/Export.h"
#include "tests/bench/Drafts.h"

namespace moxian::bench {
namespace {

void exportDocx(benchmark::State& state) {
  const std::u16string text = Drafts().report(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const Lines lines(text);
    std::vector<ExportNote> notes;
    benchmark::DoNotOptimize(toDocx(text, reader().read(text, lines), {}, notes));
  }
}
BENCHMARK(exportDocx)->Arg(60'000)->Unit(benchmark::kMillisecond);

void exportPdf(benchmark::State& state) {
  const std::u16string text = Drafts().report(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const Lines lines(text);
    std::vector<ExportNote> notes;
    benchmark::DoNotOptimize(toPdf(text, reader().read(text, lines), {}, notes));
  }
}
BENCHMARK(exportPdf)->Arg(60'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace moxian::bench
