#include "core/report/Signals.h"

#include <algorithm>

#include "core/report/TomlReader.h"

namespace moxian {
namespace {

Result<Where> whereNamed(const TomlReader& file, const toml::table& entry) {
  const auto name = entry["where"].value_or<std::string_view>("");
  if (name == "heading") return Where::Heading;
  if (name == "sentence") return Where::Sentence;
  if (name == "line") return Where::Line;
  return file.invalid(entry, "\"where\" must be heading, sentence or line");
}

Result<Signal> readSignal(const TomlReader& file, const toml::table& entry) {
  auto keys = file.onlyKeys(
      entry, {"role", "where", "weight", "words", "later_year", "figures", "example", "counter"});
  if (!keys) return std::unexpected(keys.error());
  Signal signal;
  const auto role = roleNamed(entry["role"].value_or<std::string_view>(""));
  if (!role) return file.invalid(entry, "\"role\" is no role");
  const auto where = whereNamed(file, entry);
  const auto weight = file.number(entry, "weight");
  auto words = file.texts(entry, "words");
  auto example = file.text(entry, "example");
  auto counter = file.text(entry, "counter");
  if (!where) return std::unexpected(where.error());
  if (!weight) return std::unexpected(weight.error());
  if (!words) return std::unexpected(words.error());
  if (!example) return std::unexpected(example.error());
  if (!counter) return std::unexpected(counter.error());
  signal.role = *role;
  signal.where = *where;
  signal.weight = *weight;
  signal.words = std::move(*words);
  signal.example = std::move(*example);
  signal.counter = std::move(*counter);
  signal.laterYear = entry["later_year"].value_or(false);
  signal.figures = entry["figures"].value_or(false);
  if (signal.words.empty() != (signal.laterYear || signal.figures)) {
    return file.invalid(entry, "give one of \"words\", later_year = true and figures = true");
  }
  return signal;
}

/// The example of a signal must show it, or nobody can learn from the table.
bool showsItself(const Signal& signal) {
  if (signal.laterYear) return true;
  if (signal.figures) return hasFigure(signal.example);
  PhraseFinder finder;
  for (const auto& words : signal.words) finder.add(words, 0);
  bool found = false;
  finder.find(signal.example, [&](std::size_t) { found = true; });
  return found;
}

}  // namespace

bool hasFigure(std::u16string_view plain) {
  for (std::size_t i = plain.find_first_of(u"0123456789"); i != plain.npos;) {
    const std::size_t end = std::min(plain.find_first_not_of(u"0123456789", i), plain.size());
    constexpr std::u16string_view kOther = u"年月日、）";  // a date, or the number of an item
    if (end < plain.size() && kOther.find(plain[end]) == kOther.npos) return true;
    i = plain.find_first_of(u"0123456789", end);
  }
  return false;
}

Result<SignalTable> SignalTable::load(const TomlReader& file, const PlainMaker& plain) {
  const auto entries = file.tables(file.root(), "signal");
  if (!entries) return std::unexpected(entries.error());
  SignalTable table;
  for (const toml::table* entry : *entries) {
    auto signal = readSignal(file, *entry);
    if (!signal) return std::unexpected(signal.error());
    for (auto& words : signal->words) words = plain.fold(words);
    signal->example = plain.fold(signal->example);
    signal->counter = plain.fold(signal->counter);
    if (!showsItself(*signal)) return file.invalid(*entry, "the example lacks the words");
    auto& finder = table.m_finders.at(static_cast<std::size_t>(signal->where));
    for (const auto& words : signal->words) finder.add(words, table.m_signals.size());
    if (signal->words.empty()) table.m_special.push_back(*signal);
    table.m_signals.push_back(std::move(*signal));
  }
  return table;
}

Evidence SignalTable::evidence(std::u16string_view plain, Where where, bool namesLaterYear) const {
  Evidence sum{};
  std::vector<bool> counted(m_signals.size(), false);
  m_finders.at(static_cast<std::size_t>(where)).find(plain, [&](std::size_t id) {
    if (counted[id]) return;
    counted[id] = true;
    at(sum, m_signals[id].role) += m_signals[id].weight;
  });
  const bool counts = hasFigure(plain);
  for (const Signal& signal : m_special) {
    const bool shown = signal.laterYear ? namesLaterYear : counts;
    if (shown && signal.where == where) at(sum, signal.role) += signal.weight;
  }
  return sum;
}

}  // namespace moxian
