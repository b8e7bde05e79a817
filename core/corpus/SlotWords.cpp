#include "core/corpus/SlotWords.h"

#include <algorithm>
#include <format>
#include <toml++/toml.hpp>
#include <utility>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/text/WordStarts.h"

namespace moxian {
namespace {

Result<WordList> wordList(const toml::table& table, const char* key, const std::string& file) {
  const toml::array* array = table[key].as_array();
  if (array == nullptr) {
    return fail(ErrorCode::ResourceInvalid, file, std::format("'{}' must be a list", key));
  }
  std::vector<std::u16string> words;
  for (const auto& node : *array) {
    const auto word = node.value<std::string>();
    if (!word || word->empty()) {
      return fail(ErrorCode::ResourceInvalid, file,
                  std::format("line {}: not a word", node.source().begin.line));
    }
    words.push_back(toUtf16(*word));
  }
  return WordList(std::move(words));
}

Result<std::u16string> text(const toml::node_view<const toml::node> node, const std::string& key,
                            const std::string& file) {
  const auto value = node.value<std::string>();
  if (value && !value->empty()) return toUtf16(*value);
  return fail(ErrorCode::ResourceInvalid, file, std::format("'{}' must be a text", key));
}

}  // namespace

WordList::WordList(std::vector<std::u16string> words) : m_words(std::move(words)) {
  for (const auto& word : m_words) {
    m_longest = std::max(m_longest, word.size());
    m_starts[word.front()] = true;
    m_ends[word.back()] = true;
  }
  std::ranges::sort(m_words);
}

bool WordList::has(std::u16string_view word) const {
  return std::ranges::binary_search(m_words, word, std::ranges::less{});
}

std::size_t WordList::atStart(std::u16string_view text) const {
  if (text.empty() || !m_starts[text.front()]) return 0;
  std::size_t n = std::min(m_longest, text.size());
  while (n > 0 && !has(text.substr(0, n))) --n;
  return n;
}

std::size_t WordList::atEnd(std::u16string_view text) const {
  if (text.empty() || !m_ends[text.back()]) return 0;
  std::size_t n = std::min(m_longest, text.size());
  while (n > 0 && !has(text.substr(text.size() - n))) --n;
  return n;
}

Result<SlotFinder> SlotFinder::load() {
  const auto path = resourceRoot() / "rules" / "slots.toml";
  const auto bytes = readFile(path);
  if (!bytes) return fail(ErrorCode::ResourceMissing, path.string(), bytes.error().detail);
  const std::string file = path.string();
  toml::table table;
  try {
    table = toml::parse(*bytes);
  } catch (const toml::parse_error& e) {
    return fail(ErrorCode::ResourceInvalid, file,
                std::format("line {}: {}", e.source().begin.line, e.description()));
  }
  if (const auto known = knowsWords(); !known) return std::unexpected(known.error());
  auto words = std::make_shared<Words>();
  const std::pair<const char*, WordList*> lists[] = {{"measures", &words->measures},
                                                     {"keep", &words->keep},
                                                     {"self_heads", &words->selfHeads},
                                                     {"self_nouns", &words->selfNouns},
                                                     {"self_not", &words->selfNot},
                                                     {"units", &words->units},
                                                     {"units_not", &words->unitsNot},
                                                     {"unit_stops", &words->unitStops},
                                                     {"unit_levels", &words->unitLevels},
                                                     {"places", &words->places},
                                                     {"places_not", &words->placesNot},
                                                     {"places_verbs", &words->placesVerbs},
                                                     {"common_titles", &words->commonTitles},
                                                     {"law_endings", &words->lawEndings},
                                                     {"person_titles", &words->personTitles},
                                                     {"date_parts", &words->dateParts},
                                                     {"awards", &words->awards},
                                                     {"award_verbs", &words->awardVerbs},
                                                     {"award_ends", &words->awardEnds},
                                                     {"award_tails", &words->awardTails},
                                                     {"events", &words->events},
                                                     {"media", &words->media},
                                                     {"media_not", &words->mediaNot},
                                                     {"businesses", &words->businesses},
                                                     {"landmarks", &words->landmarks},
                                                     {"person_callings", &words->personCallings},
                                                     {"double_surnames", &words->doubleSurnames}};
  for (const auto& [key, list] : lists) {
    auto read = wordList(table, key, file);
    if (!read) return std::unexpected(read.error());
    *list = std::move(*read);
  }
  const std::pair<const char*, std::u16string*> texts[] = {
      {"places_next", &words->placesNext},
      {"boundaries", &words->boundaries},
      {"number_letters", &words->numberLetters},
      {"surnames", &words->surnames}};
  const toml::table& constTable = table;
  for (const auto& [key, value] : texts) {
    auto read = text(constTable[key], key, file);
    if (!read) return std::unexpected(read.error());
    *value = std::move(*read);
  }
  for (const char* kind :
       {"figure", "date", "title", "number", "place", "unit", "self", "person", "other"}) {
    auto read = text(constTable["hints"][kind], std::string("hints.") + kind, file);
    if (!read) return std::unexpected(read.error());
    words->hints.emplace(kind, std::move(*read));
  }
  SlotFinder finder;
  finder.m_words = std::move(words);
  return finder;
}

}  // namespace moxian
