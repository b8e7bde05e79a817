#include "tests/bench/RuleBench.h"

#include <benchmark/benchmark.h>

#include <string>

#include "core/check/Checks.h"
#include "tests/bench/Drafts.h"

namespace moxian::bench {
namespace {

/// Each rule alone over one text of 1,000,000 characters, read once.
constexpr std::size_t kCharacters = 1'000'000;

struct Prepared {
  std::u16string text = Drafts().report(kCharacters);
  Lines lines{text};
  Outline outline = reader().read(text, lines);
  std::u16string folded = rules().folded(text);
  CheckedText checked{text, folded, lines, outline, reader().profiles()};
};

const Prepared& prepared() {
  static const Prepared one;
  return one;
}

void lineRule(benchmark::State& state, const LineRule& rule) {
  const Prepared& draft = prepared();
  for (auto _ : state) {
    std::vector<Finding> found;
    for (std::size_t n = 0; n < draft.lines.count(); ++n) {
      const Span span = draft.lines.span(n);
      if (!span.empty()) rule.check({span.of(draft.text), span.of(draft.folded)}, found);
    }
    benchmark::DoNotOptimize(found);
  }
}

void documentRule(benchmark::State& state, const DocumentRule& rule) {
  for (auto _ : state) {
    std::vector<Finding> found;
    rule.check(prepared().checked, found);
    benchmark::DoNotOptimize(found);
  }
}

std::string nameOf(const RuleInfo& info) {
  return "rule/" + std::string(info.id);
}

}  // namespace

void registerRules() {
  for (const auto& rule : rules().lineRules()) {
    benchmark::RegisterBenchmark(nameOf(rule->info()), lineRule, std::cref(*rule))
        ->Unit(benchmark::kMillisecond);
  }
  for (const auto& rule : rules().documentRules()) {
    benchmark::RegisterBenchmark(nameOf(rule->info()), documentRule, std::cref(*rule))
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace moxian::bench
