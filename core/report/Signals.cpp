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

void PhraseFinder::add(std::u16string_view words, std::size_t id) {
  Phrase phrase;
  phrase.id = id;
  if (words.starts_with(u'^')) {
    phrase.atStart = true;
    words.remove_prefix(1);
  }
  if (words.ends_with(u'$')) {
    phrase.atEnd = true;
    words.remove_suffix(1);
  }
  bool across = false;
  while (true) {
    const std::size_t gap = words.find(u'…');
    phrase.pieces.push_back({std::u16string(words.substr(0, gap)), across});
    if (gap == words.npos) break;
    across = words.substr(gap).starts_with(u"……");
    words.remove_prefix(gap + (across ? 2 : 1));
  }
  if (phrase.pieces.front().text.empty()) return;
  std::uint16_t& bucket = m_bucketOf[phrase.pieces.front().text.front()];
  if (bucket == 0) {
    bucket = static_cast<std::uint16_t>(m_buckets.size());
    m_buckets.emplace_back();
  }
  m_buckets[bucket].push_back(std::move(phrase));
}

bool PhraseFinder::matches(const Phrase& phrase, std::u16string_view text, std::size_t at) {
  if (phrase.atStart && at != 0) return false;
  if (!text.substr(at).starts_with(phrase.pieces.front().text)) return false;
  at += phrase.pieces.front().text.size();
  for (std::size_t p = 1; p < phrase.pieces.size(); ++p) {
    const auto& [piece, acrossClauses] = phrase.pieces[p];
    auto window = text.substr(at, kGap + piece.size());
    if (!acrossClauses) window = window.substr(0, window.find_first_of(u"，。；："));
    const std::size_t next = window.find(piece);
    if (next == window.npos) return false;
    at += next + piece.size();
  }
  return !phrase.atEnd || at == text.size();
}

Result<SignalTable> SignalTable::load(const std::filesystem::path& path,
                                      const PlainMaker& plain) {
  const auto file = TomlReader::open(path);
  if (!file) return std::unexpected(file.error());
  const auto entries = file->tables(file->root(), "signal");
  if (!entries) return std::unexpected(entries.error());
  SignalTable table;
  for (const toml::table* entry : *entries) {
    auto signal = readSignal(*file, *entry);
    if (!signal) return std::unexpected(signal.error());
    for (auto& words : signal->words) words = plain.fold(words);
    signal->example = plain.fold(signal->example);
    signal->counter = plain.fold(signal->counter);
    if (!showsItself(*signal)) return file->invalid(*entry, "the example lacks the words");
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
