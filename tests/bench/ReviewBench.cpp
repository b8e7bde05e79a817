// A draft of 200,000 characters with 10,000 tracked changes and 2,000 comments.
#include <benchmark/benchmark.h>

#include "core/review/Compare.h"
#include "core/review/MarkedDraft.h"
#include "core/review/Merge.h"
#include "core/review/Rivals.h"
#include "core/review/TextEdits.h"
#include "core/text/ScriptConverter.h"
#include "tests/bench/Drafts.h"

namespace moxian::bench {
namespace {

constexpr std::size_t kCharacters = 200'000;

struct Reviewed {
  std::u16string text = {};
  std::vector<TrackedChange> changes = {};
  std::vector<Comment> comments = {};
};

/// Every twentieth character is struck out or put in, by three people.
Reviewed marked(std::size_t changes, std::size_t comments) {
  Reviewed draft;
  draft.text = Drafts().report(kCharacters);
  const std::size_t step = draft.text.size() / (std::max(changes, comments) + 1);
  for (std::size_t i = 0; i < changes; ++i) {
    draft.changes.push_back({.id = static_cast<std::int64_t>(i) + 1,
                             .kind = i % 2 == 0 ? ChangeKind::Insertion : ChangeKind::Deletion,
                             .range = {i * step, i * step + 5},
                             .author = "审稿人" + std::to_string(i % 3),
                             .time = 1});
  }
  for (std::size_t i = 0; i < comments; ++i) {
    const Span range{i * step, i * step + 20};
    draft.comments.push_back({.id = static_cast<std::int64_t>(i) + 1,
                              .range = range,
                              .author = "审稿人1",
                              .text = u"请核实这个数字。",
                              .quote = std::u16string(range.of(draft.text))});
  }
  return draft;
}

void openMarks(benchmark::State& state) {
  const Reviewed draft = marked(10'000, 2'000);
  for (auto _ : state) {
    benchmark::DoNotOptimize(Markup(draft.changes, draft.comments, draft.text.size()));
  }
}
BENCHMARK(openMarks)->Unit(benchmark::kMillisecond);

/// One tracked key with its step back, the text itself left to the editor.
void typeTracked(benchmark::State& state) {
  const auto changes = static_cast<std::size_t>(state.range(0));
  const Reviewed draft = marked(changes, changes / 5);
  Markup markup(draft.changes, draft.comments, draft.text.size());
  std::size_t at = draft.text.size() / 2;
  for (auto _ : state) {
    const Markup before = markup;
    benchmark::DoNotOptimize(markup.track({at, at}, u"字", {"审稿人9", 2}));
    benchmark::DoNotOptimize(MarkupPatch::between(before, markup, 1));
    ++at;
  }
}
BENCHMARK(typeTracked)->Arg(0)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void acceptAll(benchmark::State& state) {
  const Reviewed draft = marked(10'000, 2'000);
  for (auto _ : state) {
    MarkedDraft reviewed(draft.text, Markup(draft.changes, draft.comments, draft.text.size()));
    reviewed.resolve({}, true);
    std::size_t length = reviewed.text().size();
    benchmark::DoNotOptimize(length);
  }
}
BENCHMARK(acceptAll)->Unit(benchmark::kMillisecond);

void compareVersions(benchmark::State& state) {
  const std::u16string before = Drafts().report(kCharacters);
  std::u16string after = before;
  Drafts more(2);
  for (std::size_t i = 0; i < 200; ++i) {
    after.insert(after.find(u'。', i * after.size() / 200) + 1, more.sentence(Role::WorkDone));
  }
  for (auto _ : state) benchmark::DoNotOptimize(compare(before, after, {"比较", 1}));
}
BENCHMARK(compareVersions)->Unit(benchmark::kMillisecond);

/// One strikes a passage, another changed so many places in it: the places exclude each other.
/// Twice as many take little more than twice as long.
MarkedDraft struckAndChanged(std::size_t edits) {
  MarkedDraft struck(std::u16string(4 * edits + 4, u'字'));
  MarkedDraft changed = struck;
  struck.trackedReplace({0, 4 * edits + 4}, {}, {"审稿人1", 1001});
  std::vector<Edit> words;
  for (std::size_t i = 0; i < edits; ++i) words.push_back({{4 * i + 2, 4 * i + 2}, u"新"});
  std::u16string text = changed.text();
  Markup markup;
  applyEdits(text, markup.track(words, {"审稿人2", 2002}));
  return mergeCopies(struck, MarkedDraft(text, markup))->draft;
}

void rivalsInOneStroke(benchmark::State& state) {
  const MarkedDraft draft = struckAndChanged(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(rivalsIn(draft.markup()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(rivalsInOneStroke)
    ->RangeMultiplier(2)
    ->Range(1'000, 16'000)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);

void acceptRivalsOfOneStroke(benchmark::State& state) {
  const MarkedDraft draft = struckAndChanged(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    Markup markup = draft.markup();
    benchmark::DoNotOptimize(settleChanges(markup, draft.text(), {.author = "审稿人2"}, true));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(acceptRivalsOfOneStroke)
    ->RangeMultiplier(2)
    ->Range(1'000, 16'000)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);

/// A merge of such copies, with the conflicts.
void mergeIntoOneStroke(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(struckAndChanged(static_cast<std::size_t>(state.range(0))));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(mergeIntoOneStroke)
    ->RangeMultiplier(2)
    ->Range(1'000, 16'000)
    ->Complexity()
    ->Unit(benchmark::kMillisecond);

/// A draft of 100,000 characters becomes traditional while changes are tracked: what differs, and
/// the marks.
void convertTracked(benchmark::State& state) {
  const std::u16string before = Drafts().report(kCharacters / 2);
  const auto& converter = ScriptConverter::shared();
  if (!converter) return state.SkipWithError("no converter");
  std::u16string after;
  for (std::size_t at = 0; at < before.size();) {
    const std::size_t end = std::min(before.find(u'\n', at), before.size());
    after += converter->toTraditional(Span{at, end}.of(before),
                                      state.range(0) == 0 ? Wording::Mainland : Wording::Taiwan);
    if (end < before.size()) after += u'\n';
    at = end + 1;
  }
  std::size_t edits = 0;
  for (auto _ : state) {
    const std::vector<Edit> wanted = editsBetween(before, after);
    Markup markup;
    std::u16string text = before;
    applyEdits(text, markup.track(wanted, {"审稿人1", 1}));
    edits = wanted.size();
    benchmark::DoNotOptimize(text.data());
  }
  state.counters["edits"] = static_cast<double>(edits);
}
BENCHMARK(convertTracked)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace moxian::bench
