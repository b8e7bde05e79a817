#include "core/text/ScriptConverter.h"

#include <opencc/opencc.h>

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>
#include <sstream>
#include <vector>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Span.h"
#include "core/base/Utf.h"
#include "core/text/WordStarts.h"

namespace moxian {
namespace {

Result<std::vector<std::vector<std::u16string>>> readTable(const char* file, std::size_t columns) {
  const auto path = resourceRoot() / "script" / file;
  const auto bytes = readFile(path);
  if (!bytes) return fail(ErrorCode::ResourceMissing, path.string(), bytes.error().detail);
  std::vector<std::vector<std::u16string>> rows;
  std::istringstream lines(*bytes);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::u16string> row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(toUtf16(cell));
    if (row.size() != columns) {
      return fail(ErrorCode::ResourceInvalid, path.string(), "line " + std::to_string(number));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::size_t occurrences(std::u16string_view text, std::u16string_view word) {
  std::size_t count = 0;
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

/// An OpenCC conversion, loaded when first used: the phrase tables take some 50 ms.
class Conversion {
 public:
  explicit Conversion(std::string configuration) : m_configuration(std::move(configuration)) {}

  std::u16string operator()(std::u16string_view text) {
    const std::scoped_lock lock(m_mutex);
    if (!m_converter) m_converter = std::make_unique<opencc::SimpleConverter>(m_configuration);
    return toUtf16(m_converter->Convert(toUtf8(text)));
  }

  /// Loads it now, and tells if OpenCC's tables are missing.
  Result<void> load() {
    try {  // OpenCC throws on missing or broken tables
      m_converter = std::make_unique<opencc::SimpleConverter>(m_configuration);
    } catch (const std::exception& e) {
      return fail(ErrorCode::ResourceMissing, m_configuration, e.what());
    }
    return {};
  }

 private:
  std::string m_configuration;
  std::unique_ptr<opencc::SimpleConverter> m_converter;
  std::mutex m_mutex;
};

/// A word that is known beforehand, and what it becomes.
struct FixedWord {
  std::u16string from;
  std::u16string to;
  bool alone = false;  ///< only where it is a word of its own: not in 机|制作|用
};

/// Walks over the places where fixed words stand; each word is searched once through the text.
class FixedWords {
 public:
  FixedWords(std::u16string_view text, const std::vector<FixedWord>& words)
      : m_text(text), m_words(words), m_starts(wordStarts(text)) {
    for (const auto& word : words) m_next.push_back(find(word, 0));
  }

  /// The first word that begins at or after `from` (the longest at its place); null if none.
  const FixedWord* next(std::size_t from) {
    const FixedWord* best = nullptr;
    m_at = m_text.npos;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
      if (m_next[i] < from) m_next[i] = find(m_words[i], from);
      const std::size_t at = m_next[i];
      if (at == m_text.npos || at > m_at) continue;
      if (at == m_at && m_words[i].from.size() <= best->from.size()) continue;
      best = &m_words[i];
      m_at = at;
    }
    return best;
  }
  /// Where the word that next() gave last begins.
  [[nodiscard]] std::size_t at() const { return m_at; }

 private:
  [[nodiscard]] std::size_t find(const FixedWord& word, std::size_t from) const {
    for (auto at = m_text.find(word.from, from); at != m_text.npos;
         at = m_text.find(word.from, at + 1)) {
      if (!word.alone || (m_starts[at] && m_starts[at + word.from.size()])) return at;
    }
    return m_text.npos;
  }

  std::u16string_view m_text;
  const std::vector<FixedWord>& m_words;
  std::vector<bool> m_starts;
  std::vector<std::size_t> m_next;
  std::size_t m_at = 0;
};

/// The fixed words as they are given, everything between them by `conversion`.
std::u16string convertAround(std::u16string_view text, const std::vector<FixedWord>& words,
                             Conversion& conversion) {
  std::u16string out;
  std::size_t done = 0;
  FixedWords fixed(text, words);
  while (done < text.size()) {
    const FixedWord* word = fixed.next(done);
    const std::size_t begin = word == nullptr ? text.size() : fixed.at();
    if (begin > done) out += conversion(Span{done, begin}.of(text));
    if (word == nullptr) break;
    out += word->to;
    done = begin + word->from.size();
  }
  return out;
}

}  // namespace

struct ScriptConverter::Data {
  std::vector<std::array<std::u16string, 2>> words;  // Taiwan, mainland
  std::vector<FixedWord> simplifying;                // shared words, traditional to simplified
  std::vector<FixedWord> turning;                    // to traditional, whatever the wording
  std::vector<FixedWord> rewording;  // and those that stay when words become those of Taiwan
  Conversion characters{(resourceRoot() / "script" / "TS-characters.json").string()};
  Conversion mainlandToSimplified{"tw2s.json"};
  Conversion taiwanToSimplified{"tw2sp.json"};
  Conversion toMainlandTraditional{"s2tw.json"};
  Conversion toTaiwan{"s2twp.json"};
};

const Result<ScriptConverter>& ScriptConverter::shared() {
  static const Result<ScriptConverter> converter = load();
  return converter;
}

Result<ScriptConverter> ScriptConverter::load() {
  const auto keep = readTable("keep.txt", 1);
  if (!keep) return std::unexpected(keep.error());
  const auto fixed = readTable("traditional.txt", 2);
  if (!fixed) return std::unexpected(fixed.error());
  const auto words = readTable("taiwan.txt", 2);
  if (!words) return std::unexpected(words.error());
  ScriptConverter converter;
  converter.m_data = std::make_shared<Data>();
  // Those with short tables; where they are the others are too, being of one package.
  for (Conversion* conversion :
       {&converter.m_data->characters, &converter.m_data->mainlandToSimplified}) {
    if (auto done = conversion->load(); !done) return std::unexpected(done.error());
  }
  for (const auto& row : *fixed) {
    converter.m_data->turning.push_back({row[0], row[1], row[0].size() > 1});
  }
  converter.m_data->rewording = converter.m_data->turning;
  for (const auto& row : *keep) {
    std::u16string simplified = converter.m_data->characters(row[0]);
    converter.m_data->simplifying.push_back({row[0], simplified});
    converter.m_data->rewording.push_back({std::move(simplified), row[0]});
  }
  for (const auto& row : *words) {
    converter.m_data->words.push_back({row[0], row[1]});
    // Before a shared word that stands in it: 智慧財產權 before 智慧.
    if (std::ranges::any_of(*keep, [&](const auto& kept) { return row[0].contains(kept[0]); })) {
      converter.m_data->simplifying.push_back({row[0], converter.m_data->characters(row[1])});
    }
  }
  return converter;
}

Wording ScriptConverter::wording(std::u16string_view traditional) const {
  std::size_t taiwan = 0;
  std::size_t mainland = 0;
  for (const auto& [ofTaiwan, ofMainland] : m_data->words) {
    taiwan += occurrences(traditional, ofTaiwan);
    mainland += occurrences(traditional, ofMainland);
  }
  return taiwan > mainland ? Wording::Taiwan : Wording::Mainland;
}

std::u16string ScriptConverter::toSimplified(std::u16string_view text, Wording wording) const {
  if (wording == Wording::Mainland) return m_data->mainlandToSimplified(text);
  return convertAround(text, m_data->simplifying, m_data->taiwanToSimplified);
}

std::u16string ScriptConverter::toTraditional(std::u16string_view text, Wording wording) const {
  return wording == Wording::Taiwan
             ? convertAround(text, m_data->rewording, m_data->toTaiwan)
             : convertAround(text, m_data->turning, m_data->toMainlandTraditional);
}

std::u16string ScriptConverter::folded(std::u16string_view text) const {
  std::u16string out = m_data->characters(text);
  // a character that folds to one beyond the BMP would move all that follow
  return out.size() == text.size() ? out : std::u16string(text);
}

}  // namespace moxian
