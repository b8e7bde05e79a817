#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/Utf.h"
#include "core/corpus/CorpusState.h"
#include "core/corpus/Grams.h"
#include "core/text/Characters.h"
#include "core/text/Pinyin.h"

namespace moxian {
namespace {

/// Matches compared by merit: of the matches in the index those that most reports hold.
constexpr std::size_t kMatches = 200;
/// Matches in the index that are ordered by how many reports hold them; a query with more of them
/// names nothing in particular.
constexpr std::size_t kOrdered = 20000;
/// Sentences read through for a query without pairs before the index is asked for its characters.
/// A character that is not met 200 times in them is rare enough for a quick prefix query.
constexpr std::size_t kScanned = 20000;

std::vector<std::u16string> wordsOf(std::u16string_view query) {
  std::vector<std::u16string> words;
  std::u16string word;
  for (const char16_t c : query) {
    if (!isSpace(c) && c != u'\n') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  for (auto& each : words) each = folded(each);
  return words;
}

/// Better sentences have higher merit: met often, the words early, not long.
double merit(const CorpusSentence& sentence, const std::vector<std::u16string>& words) {
  const std::u16string text = folded(sentence.text);
  double early = 0;
  for (const auto& word : words) early += 1.0 / (1.0 + 0.1 * static_cast<double>(text.find(word)));
  const double excess = std::max(0.0, static_cast<double>(text.size()) - 60.0);
  if (!words.empty()) early /= static_cast<double>(words.size());
  return std::log(sentence.count) + early - excess / 100.0;
}

/// One search: candidates from the index or by reading through, verified, ranked.
class Searcher {
 public:
  Searcher(const Database& database, std::vector<std::u16string> words, std::optional<Role> role)
      : m_database(database), m_words(std::move(words)), m_role(role) {}

  Result<std::vector<CorpusSentence>> run(std::size_t limit) {
    const std::string match = pairMatch();
    auto done = match.empty() ? throughReading() : throughIndex(match);
    if (done && m_found.empty() && std::ranges::any_of(m_words, Pinyin::isQuery)) done = byPinyin();
    if (!done) return std::unexpected(done.error());
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < m_found.size(); ++i) {
      order.emplace_back(-merit(m_found[i], m_words), i);
    }
    std::ranges::sort(order);
    std::vector<CorpusSentence> best;
    for (std::size_t i = 0; i < std::min(limit, order.size()); ++i) {
      best.push_back(std::move(m_found[order[i].second]));
    }
    return best;
  }

 private:
  [[nodiscard]] std::string withRole(std::string match) const {
    if (m_role) match += " role" + std::to_string(static_cast<int>(*m_role));
    return match;
  }

  /// All pairs of all words, which FTS5 ANDs; empty if there is no pair.
  [[nodiscard]] std::string pairMatch() const {
    std::string match;
    for (const auto& word : m_words) {
      for (const auto& term : queryTerms(word)) match += (match.empty() ? "" : " ") + term;
    }
    return match.empty() ? match : withRole(std::move(match));
  }

  /// The single characters as prefixes of pairs; empty if the query holds only marks.
  [[nodiscard]] std::string prefixMatch() const {
    std::string match;
    for (const auto& word : m_words) {
      const std::string terms = indexTerms(word);
      if (terms.empty()) continue;
      match += (match.empty() ? "\"" : " \"") + terms.substr(0, terms.find(' ')) + "\"*";
    }
    return match.empty() ? match : withRole(std::move(match));
  }

  [[nodiscard]] bool fits(const CorpusSentence& sentence) const {
    if (m_role && sentence.role != *m_role) return false;
    const std::u16string text = folded(sentence.text);
    return std::ranges::all_of(m_words,
                               [&](const auto& word) { return text.find(word) != text.npos; });
  }

  Result<void> throughIndex(const std::string& match) {
    auto ids = m_database.prepare(
        "SELECT s.id FROM (SELECT rowid AS id FROM word WHERE word MATCH ? LIMIT " +
        std::to_string(kOrdered) + ") w JOIN sentence s ON s.id=w.id ORDER BY s.count DESC, s.id");
    if (!ids) return std::unexpected(ids.error());
    auto reader = SentenceReader::make(m_database, "WHERE id=?");
    if (!reader) return std::unexpected(reader.error());
    ids->bind(1, match);
    while (m_found.size() < kMatches) {
      const auto row = ids->next();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      const auto there = reader->statement().bind(1, ids->integer(0)).next();
      if (!there) return std::unexpected(there.error());
      if (!*there) return fail(ErrorCode::DamagedDatabase, m_database.name(), "index without text");
      auto sentence = reader->sentence();
      reader->statement().reset();
      if (!sentence) return std::unexpected(sentence.error());
      if (fits(*sentence)) m_found.push_back(std::move(*sentence));
    }
    return {};
  }

  Result<void> throughReading() {
    const std::string prefixes = prefixMatch();
    auto reader = SentenceReader::make(
        m_database, prefixes.empty() ? "ORDER BY id" : "ORDER BY id LIMIT " + std::to_string(kScanned));
    if (!reader) return std::unexpected(reader.error());
    std::size_t seen = 0;
    // All that were read are compared: a query without pairs names nothing rare.
    while (!prefixes.empty() || m_found.size() < kMatches) {
      const auto row = reader->statement().next();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      ++seen;
      auto sentence = reader->sentence();
      if (!sentence) return std::unexpected(sentence.error());
      if (fits(*sentence)) m_found.push_back(std::move(*sentence));
    }
    if (prefixes.empty() || seen < kScanned || m_found.size() >= kMatches) return {};
    m_found.clear();
    return throughIndex(prefixes);
  }

  /// Words of small letters that occur nowhere as they are stand for the readings of characters.
  Result<void> byPinyin() {
    const auto pinyin = Pinyin::shared();
    if (!pinyin) return std::unexpected(pinyin.error());
    std::vector<std::string> keys;
    std::vector<std::u16string> others;
    for (const auto& word : m_words) {
      if (Pinyin::isQuery(word)) {
        keys.push_back(toUtf8(word));
      } else {
        others.push_back(word);
      }
    }
    const auto reads = [&](const CorpusSentence& sentence) {
      return std::ranges::all_of(keys, [&](const std::string& key) {
        return (*pinyin)->find(sentence.text, key) != std::u16string_view::npos;
      });
    };
    m_words = others;
    const std::string match = pairMatch();
    if (!keys.empty() && match.empty()) return readThrough("", reads);
    return readThrough("AND id IN (SELECT rowid FROM word WHERE word MATCH '" + match + "')", reads);
  }

  /// Reads sentences in order of merit until enough satisfy `wanted` and the words.
  template <class Wanted>
  Result<void> readThrough(const std::string& condition, const Wanted& wanted) {
    const std::string role =
        m_role ? " AND role=" + std::to_string(static_cast<int>(*m_role)) : std::string();
    auto reader = SentenceReader::make(m_database, "WHERE 1 " + condition + role + " ORDER BY id");
    if (!reader) return std::unexpected(reader.error());
    while (m_found.size() < kMatches) {
      const auto row = reader->statement().next();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      auto sentence = reader->sentence();
      if (!sentence) return std::unexpected(sentence.error());
      if (fits(*sentence) && wanted(*sentence)) m_found.push_back(std::move(*sentence));
    }
    return {};
  }

  const Database& m_database;
  std::vector<std::u16string> m_words;
  std::optional<Role> m_role;
  std::vector<CorpusSentence> m_found;
};

}  // namespace

Result<std::vector<CorpusSentence>> Corpus::search(std::u16string_view query,
                                                   std::optional<Role> role,
                                                   std::size_t limit) const {
  auto words = wordsOf(query);
  if (words.empty() || limit == 0) return std::vector<CorpusSentence>{};
  return Searcher(m_state->database, std::move(words), role).run(limit);
}

}  // namespace moxian
