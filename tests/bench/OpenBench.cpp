#include <benchmark/benchmark.h>

#include "core/base/Utf.h"
#include "core/check/Checker.h"
#include "core/text/Decoder.h"
#include "tests/bench/Drafts.h"

namespace moxian::bench {
namespace {

/// Bytes of a file to a checked text whose line findings are there and whose outline is known.
void open(benchmark::State& state) {
  const auto encoding = static_cast<Encoding>(state.range(1));
  const std::u16string text = Drafts().report(static_cast<std::size_t>(state.range(0)));
  const std::string bytes = encode(text, encoding, false, LineEnding::Lf).value();
  for (auto _ : state) {
    Checker checker(reader(), rules());
    checker.setText(decode(bytes).value().text);
    benchmark::DoNotOptimize(reader().read(checker.text(), Lines(checker.text())));
  }
  state.SetLabel(std::string(name(encoding)));
}
BENCHMARK(open)
    ->Args({600'000, static_cast<int>(Encoding::Utf8)})
    ->Args({600'000, static_cast<int>(Encoding::Gb18030)})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace moxian::bench
