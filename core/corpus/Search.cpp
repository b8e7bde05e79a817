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
/// names nothing in particular. Reading so many takes some milliseconds.
constexpr std::size_t kOrdered = 20000;
/// Of those that the index names for single characters, which are looked at: what is found among
/// the first sentences comes before them.
constexpr std::size_t kLookedAt = 6000;

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

std::string foldedUtf8(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
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
  Searcher(Corpus::State& state, std::vector<std::u16string> words, std::optional<Role> role)
      : m_state(state), m_database(state.database), m_role(role) {
    setWords(std::move(words));
  }

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
  void setWords(std::vector<std::u16string> words) {
    m_words = std::move(words);
    m_utf8.clear();
    for (const auto& word : m_words) m_utf8.push_back(toUtf8(word));
    m_hasLetters = std::ranges::any_of(m_utf8, [](const std::string& word) {
      return std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    });
  }

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

  /// The single characters as prefixes of pairs or, before a mark, as they are; empty if the query
  /// holds only marks.
  [[nodiscard]] std::string prefixMatch() const {
    std::string match;
    for (const auto& word : m_words) {
      for (std::size_t i = 0; i < word.size(); ++i) {
        std::string term = indexTerms(std::u16string_view(word).substr(i, 1));
        if (term.empty()) continue;
        term.pop_back();  // the space behind it
        // Before a mark it is the last of its run, which the index has alone.
        match += (match.empty() ? "\"" : " \"") + term + (i + 1 < word.size() ? "\"" : "\"*");
      }
    }
    return match.empty() ? match : withRole(std::move(match));
  }

  /// Whether a sentence, as stored, holds all words; asked of far more sentences than are shown.
  [[nodiscard]] bool holds(std::string_view utf8) const {
    const std::string text = m_hasLetters ? foldedUtf8(utf8) : std::string();
    if (m_hasLetters) utf8 = text;
    return std::ranges::all_of(m_utf8, [&](const auto& word) { return utf8.contains(word); });
  }

  [[nodiscard]] bool isWanted(Role role) const { return !m_role || role == *m_role; }

  Result<void> throughIndex(const std::string& match) {
    auto order = matches(match, 0, kOrdered);
    return order ? take(std::move(*order)) : std::unexpected(order.error());
  }

  /// A sentence that may fit: minus the number of reports that hold it, and its id.
  using Match = std::pair<std::int64_t, std::int64_t>;

  /// Sentences that the index names. That most are held by one report, sentence_often tells without
  /// a look at them.
  /// Only those with a greater id than `after`.
  Result<std::vector<Match>> matches(const std::string& match, std::int64_t after,
                                     std::size_t most) {
    const auto version = formatVersion(m_database);
    if (!version) return std::unexpected(version.error());
    auto rows =
        m_database.prepare("SELECT rowid, (SELECT count FROM sentence " +
                           std::string(*version < 3 ? "" : "INDEXED BY sentence_often ") +
                           "WHERE id=word.rowid AND count>1) FROM word WHERE word MATCH ? AND "
                           "rowid>? LIMIT " +
                           std::to_string(most));
    if (!rows) return std::unexpected(rows.error());
    rows->bind(1, match).bind(2, after);
    std::vector<Match> order;
    for (auto row = rows->next(); !row || *row; row = rows->next()) {
      if (!row) return std::unexpected(row.error());
      order.emplace_back(-std::max<std::int64_t>(1, rows->integer(1)), rows->integer(0));
    }
    return order;
  }

  /// Keeps the first kMatches that fit, those that most reports hold first, then by id.
  Result<void> take(std::vector<Match> order) {
    std::ranges::sort(order);
    auto looks = looker();
    if (!looks) return std::unexpected(looks.error());
    for (const auto& [count, id] : order) {
      if (auto done = takeOne(*looks, id); !done) return done;
      if (m_found.size() == kMatches) break;
    }
    return {};
  }

  /// Looks at many sentences and reads few.
  struct Looker {
    Statement text;
    SentenceReader reader;
  };
  Result<Looker> looker() {
    auto text = m_database.prepare("SELECT text, role FROM sentence WHERE id=?");
    if (!text) return std::unexpected(text.error());
    auto reader = SentenceReader::make(m_database, "WHERE id=?");
    if (!reader) return std::unexpected(reader.error());
    return Looker{std::move(*text), std::move(*reader)};
  }

  /// Keeps the sentence with that id if it fits.
  Result<void> takeOne(Looker& looks, std::int64_t id) {
    const auto there = looks.text.bind(1, id).next();
    if (!there) return std::unexpected(there.error());
    if (!*there) return fail(ErrorCode::DamagedDatabase, m_database.name(), "index without text");
    const bool fits =
        isWanted(static_cast<Role>(looks.text.integer(1))) && holds(looks.text.text(0));
    looks.text.reset();
    if (!fits) return {};
    const auto again = looks.reader.statement().bind(1, id).next();
    if (!again) return std::unexpected(again.error());
    auto sentence = looks.reader.sentence();
    if (!sentence) return std::unexpected(sentence.error());
    m_found.push_back(std::move(*sentence));
    looks.reader.statement().reset();
    return {};
  }

  /// For a query that names no pair, and so nothing rare: the first sentences, then the index by
  /// single characters if they hold too few. Without any character, all sentences until there are
  /// enough.
  Result<void> throughReading() {
    const auto first = m_state.firstSentences();
    if (!first) return std::unexpected(first.error());
    std::vector<Match> order;
    const auto look = [&](const FirstSentences::Each& each) {
      if (isWanted(each.role) && holds(each.text)) order.emplace_back(-each.count, each.id);
    };
    if (m_hasLetters) {
      (*first)->forEach(look);
    } else {
      (*first)->find(m_utf8.front(), look);
    }
    if ((*first)->areAll() || order.size() >= kMatches) return take(std::move(order));
    const std::string prefixes = prefixMatch();
    if (prefixes.empty()) return throughAll();
    auto more = matches(prefixes, (*first)->lastId(), kLookedAt);
    if (!more) return std::unexpected(more.error());
    order.insert(order.end(), more->begin(), more->end());
    return take(std::move(order));
  }

  /// The first kMatches sentences that fit: what is left for marks alone.
  Result<void> throughAll() {
    auto rows = m_database.prepare("SELECT id, count, role, text FROM sentence ORDER BY id");
    if (!rows) return std::unexpected(rows.error());
    std::vector<Match> order;
    while (order.size() < kMatches) {
      const auto row = rows->next();
      if (!row) return std::unexpected(row.error());
      if (!*row) break;
      if (isWanted(static_cast<Role>(rows->integer(2))) && holds(rows->text(3))) {
        order.emplace_back(-rows->integer(1), rows->integer(0));
      }
    }
    return take(std::move(order));
  }

  /// Words of small letters that occur nowhere as they are stand for the readings of characters.
  Result<void> byPinyin() {
    const auto soundings = m_state.sounded();
    if (!soundings) return std::unexpected(soundings.error());
    std::vector<std::string> keys;
    std::vector<std::u16string> others;
    for (const auto& word : m_words) {
      if (Pinyin::isQuery(word)) {
        keys.push_back(toUtf8(word));
      } else {
        others.push_back(word);
      }
    }
    setWords(others);
    const auto indexed = namedByIndex(pairMatch());
    if (!indexed) return std::unexpected(indexed.error());
    auto looks = looker();
    if (!looks) return std::unexpected(looks.error());
    Result<void> done;
    (*soundings)->find(keys, [&](std::int64_t id) {
      if (*indexed && !std::ranges::binary_search(**indexed, id)) return true;
      if (auto taken = takeOne(*looks, id); !taken) {
        done = std::unexpected(taken.error());
        return false;
      }
      return m_found.size() < kMatches;
    });
    return done;
  }

  /// The sentences the index names for a query, ascending; nothing for no query, which fits all.
  Result<std::optional<std::vector<std::int64_t>>> namedByIndex(const std::string& match) {
    if (match.empty()) return std::nullopt;
    auto rows = m_database.prepare("SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid");
    if (!rows) return std::unexpected(rows.error());
    rows->bind(1, match);
    std::vector<std::int64_t> ids;
    for (auto row = rows->next(); !row || *row; row = rows->next()) {
      if (!row) return std::unexpected(row.error());
      ids.push_back(rows->integer(0));
    }
    return ids;
  }

  Corpus::State& m_state;
  const Database& m_database;
  std::vector<std::u16string> m_words;
  std::vector<std::string> m_utf8;  ///< the same
  bool m_hasLetters = false;        ///< some word does
  std::optional<Role> m_role;
  std::vector<CorpusSentence> m_found;
};

}  // namespace

Result<std::vector<CorpusSentence>> Corpus::search(std::u16string_view query,
                                                   std::optional<Role> role,
                                                   std::size_t limit) const {
  auto words = wordsOf(query);
  if (words.empty() || limit == 0) return std::vector<CorpusSentence>{};
  const auto view = Transaction::reading(m_state->database);
  if (!view) return std::unexpected(view.error());
  return Searcher(*m_state, std::move(words), role).run(limit);
}

}  // namespace moxian
