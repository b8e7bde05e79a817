#include "core/suggest/Suggester.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "core/base/Utf.h"
#include "core/suggest/Fields.h"
#include "core/text/Characters.h"
#include "core/text/Pinyin.h"

namespace moxian {
namespace {

// Weights of the ranking, in units of the rarity of a pair of characters (about 3 to 9 each).
constexpr double kTopicBonus = 16.0;   ///< for the field that the draft speaks of most
constexpr double kOwnBonus = 20.0;     ///< favourites and the user's own phrases: before the field
constexpr double kTakenBonus = 4.0;    ///< for what was taken once; again for each doubling of that
constexpr int kMostDoublings = 4;
constexpr double kSpelledBonus = 12.0; ///< for a sentence whose beginning the initials spell
constexpr double kPrefixBonus = 6.0;   ///< for each character of a shared beginning, up to 8
constexpr double kClauseWeight = 0.5;  ///< of what the sentence being typed says before its last clause
constexpr double kEarlierWeight = 0.2;  ///< of what stands before the sentence being typed
constexpr double kCountWeight = 1.0;
constexpr double kLengthNorm = 0.4;
constexpr std::size_t kLookedAt = 300;  ///< best sentences compared for variety
constexpr std::size_t kSample = 6000;   ///< UTF-16 units of the draft that tell its field
constexpr double kAlike = 0.45;         ///< share of common pairs from which two are alike
constexpr std::size_t kSameStart = 8;   ///< characters beyond those typed: a start that two share
constexpr std::size_t kEvidence = 12;   ///< a run of this length in the draft: it says so already
constexpr std::size_t kLookedUp = 40;   ///< sentences from the index for the words just typed
constexpr std::size_t kLongestWords = 6;  ///< of these words, in characters
constexpr double kNoField = 0.1;  ///< nearness below which a draft speaks of no field yet
constexpr double kSameWords = 0.12;     ///< least share of pairs that another wording shares
constexpr double kSameSentence = 0.9;   ///< from this share on it is the sentence itself

bool isWord(char16_t c) {
  return isHan(c) || isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// The pairs of neighbouring word characters outside slots, each once, sorted.
std::vector<Pair> pairsOf(std::u16string_view text, const std::vector<Span>& slots) {
  std::vector<Pair> pairs;
  std::size_t slot = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    while (slot < slots.size() && slots[slot].end <= i) ++slot;
    if (slot < slots.size() && slots[slot].contains(i)) continue;
    if (isWord(text[i]) && isWord(text[i + 1])) {
      pairs.push_back((static_cast<Pair>(text[i]) << 16U) | text[i + 1]);
    }
  }
  std::ranges::sort(pairs);
  pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
  return pairs;
}

double overlap(const std::vector<Pair>& a, const std::vector<Pair>& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++common;
    const bool left = *i <= *j;
    const bool right = *j <= *i;
    if (left) ++i;
    if (right) ++j;
  }
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(smaller);
}

/// True if two sentences go on alike behind the first `typed` characters.
bool startAlike(std::u16string_view a, std::u16string_view b, std::size_t typed) {
  const auto shared = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return shared >= typed + kSameStart;
}

/// The sentence being typed and what stands before it on the line.
std::pair<std::u16string_view, std::u16string_view> splitTyped(std::u16string_view typed) {
  const std::size_t mark = typed.find_last_of(u"。；！？;");
  if (mark == typed.npos) return {{}, typed};
  return {typed.substr(0, mark + 1), trimmed(typed.substr(mark + 1))};
}

/// The small letters at the end of what was typed that may be pinyin; they are cut off from it.
std::string spelling(std::u16string_view& typed) {
  std::size_t begin = typed.size();
  while (begin > 0 && typed[begin - 1] >= u'a' && typed[begin - 1] <= u'z') --begin;
  const std::u16string_view letters = typed.substr(begin);
  if (!Pinyin::isQuery(letters)) return {};
  typed.remove_suffix(letters.size());
  return toUtf8(letters);
}

/// Where the clause begins that is being typed.
std::size_t clauseStart(std::u16string_view sentence) {
  const std::size_t mark = sentence.find_last_of(u"，,：:");
  return mark == sentence.npos ? 0 : mark + 1;
}

bool rolesFit(Role wanted, Role role) {
  if (wanted == role) return true;
  const auto part = [](Role r) { return r == Role::Problems || r == Role::NextSteps; };
  return (wanted == Role::ProblemsAndNext && part(role)) ||
         (role == Role::ProblemsAndNext && part(wanted));
}

/// True if the draft already holds a longer run of the sentence.
bool isSaid(const Suggestion& item, std::u16string_view draft) {
  std::size_t begin = 0;
  const auto said = [&](std::size_t end) {
    return end >= begin + kEvidence &&
           draft.find(std::u16string_view(item.text).substr(begin, end - begin)) != draft.npos;
  };
  for (const Span& slot : item.slots) {
    if (said(slot.begin)) return true;
    begin = slot.end;
  }
  return said(item.text.size());
}

}  // namespace

struct Suggester::Data {
  struct Item {
    Suggestion sentence;
    std::uint32_t field = 0;
    int count = 1;
    std::uint32_t pairs = 0;  ///< how many
    bool own = false;
  };
  /// What the ranking asks of every item, close together in memory.
  struct Standing {
    double merit = 0;  ///< whatever is typed: how many hold it, whose it is
    double norm = 1;   ///< by its length
    std::uint32_t field = 0;
    Role role = Role::WorkDone;
    char16_t first = 0;
  };
  explicit Data(SlotFinder slots) : finder(std::move(slots)) {}

  SlotFinder finder;
  std::vector<Item> items;
  std::vector<Standing> standings;  ///< of each item
  Fields fields;
  /// Numbers of the items that hold a pair, in order.
  std::unordered_map<Pair, std::vector<std::uint32_t>> holders;
  /// Numbers of the items by their text.
  std::unordered_map<std::u16string, std::uint32_t> known;
  double meanPairs = 1;
  bool whole = true;  ///< all sentences of the corpus are here

  [[nodiscard]] Item itemOf(const CorpusSentence& sentence, std::uint32_t field) const;
  /// `own`: a favourite or a phrase of the user's.
  void add(const CorpusSentence& sentence, bool own);
  void score(std::u16string_view text, double weight, std::vector<double>& scores) const;
  [[nodiscard]] double rarity(Pair pair) const;
  [[nodiscard]] Standing standingOf(const Item& item) const;
  void finish();
};

Suggester::Data::Standing Suggester::Data::standingOf(const Item& item) const {
  return {.merit = kCountWeight * std::log(item.count) + (item.own ? kOwnBonus : 0.0),
          .norm = 1.0 - kLengthNorm + kLengthNorm * item.pairs / meanPairs,
          .field = item.field,
          .role = item.sentence.role,
          .first = item.sentence.text.empty() ? u'\0' : item.sentence.text.front()};
}

/// After the last sentence.
void Suggester::Data::finish() {
  fields.finish();
  std::size_t pairs = 0;
  for (const auto& item : items) pairs += item.pairs;
  if (pairs > 0) meanPairs = static_cast<double>(pairs) / static_cast<double>(items.size());
  standings.reserve(items.size());
  for (const auto& item : items) standings.push_back(standingOf(item));
}

Suggester::Data::Item Suggester::Data::itemOf(const CorpusSentence& sentence,
                                              std::uint32_t field) const {
  Item item{.sentence = {.text = sentence.text, .slots = {}, .role = sentence.role,
                         .source = sentence.title},
            .field = field,
            .count = sentence.count};
  if (sentence.slots.empty()) {
    item.sentence.text = finder.emptied(sentence.text, item.sentence.slots);
  } else {
    for (const SlotMark& mark : sentence.slots) item.sentence.slots.push_back(mark.span);
  }
  item.sentence.name = TakenSentences::nameOf(item.sentence.text);
  return item;
}

void Suggester::Data::add(const CorpusSentence& sentence, bool own) {
  Item item = itemOf(sentence, fields.number(sentence.topic));
  item.own = own;
  const auto number = static_cast<std::uint32_t>(items.size());
  const auto [place, added] = known.emplace(item.sentence.text, number);
  if (!added) {
    items[place->second].count += sentence.count;
    return;
  }
  const auto pairs = pairsOf(item.sentence.text, item.sentence.slots);
  for (const Pair pair : pairs) holders[pair].push_back(number);
  item.pairs = static_cast<std::uint32_t>(pairs.size());
  fields.learn(item.field, pairs);
  items.push_back(std::move(item));
}

/// The idf part of BM25.
double Suggester::Data::rarity(Pair pair) const {
  const auto found = holders.find(pair);
  const auto having = found == holders.end() ? 0.0 : static_cast<double>(found->second.size());
  return std::log(1.0 + (static_cast<double>(items.size()) - having + 0.5) / (having + 0.5));
}

/// Adds to each sentence the rarity of the pairs it shares with `text`.
void Suggester::Data::score(std::u16string_view text, double weight,
                            std::vector<double>& scores) const {
  for (const Pair pair : pairsOf(text, writtenSlots(text))) {
    const auto found = holders.find(pair);
    if (found == holders.end()) continue;
    const double share = weight * rarity(pair);
    for (const std::uint32_t number : found->second) scores[number] += share;
  }
}

/// One request: ranks what is kept and what the index finds, and picks a varied list.
struct Suggester::Query {
  const Data& data;
  const SuggestContext& context;
  std::string letters = {};  ///< pinyin at the end of what was typed
  std::u16string_view earlier = {}, clauses = {}, clause = {};  ///< of what was typed
  std::u16string_view current = {};                             ///< the sentence being typed
  std::vector<double> nearness = {};                            ///< of each field
  std::vector<Data::Item> found = {};                           ///< by the index
  std::vector<std::pair<double, const Data::Item*>> order = {};

  Query(const Data& of, const SuggestContext& where) : data(of), context(where) {
    std::u16string_view typed = context.typed;
    letters = spelling(typed);
    std::tie(earlier, current) = splitTyped(typed);
    const std::size_t begin = clauseStart(current);
    clauses = current.substr(0, begin);
    clause = current.substr(begin);
    const auto draft = std::u16string_view(context.draft).substr(0, kSample);
    nearness = data.fields.nearness(pairsOf(draft, writtenSlots(draft)), context.topic);
  }

  [[nodiscard]] double begun(const Data::Item& item) const;
  [[nodiscard]] std::optional<double> spelled(const Data::Item& item) const;
  void rank(const Data::Item& item, const Data::Standing& standing, double shared);
  void rankKept();
  [[nodiscard]] bool enoughHold(std::u16string_view words) const;
  void rankFound(const Corpus& whole);
  void takeTurns();
  [[nodiscard]] std::vector<Suggestion> chosen(std::size_t limit);
};

/// What a beginning that a sentence shares with the one being typed says for it.
double Suggester::Query::begun(const Data::Item& item) const {
  const std::u16string_view text = item.sentence.text;
  const auto shared =
      static_cast<std::size_t>(std::ranges::mismatch(text, current).in1 - text.begin());
  if (shared < 2) return 0.0;
  // Where the sentence went another way after 下一步， its beginning says little.
  const double kept = static_cast<double>(shared) / static_cast<double>(current.size());
  return kPrefixBonus * kept * static_cast<double>(std::min<std::size_t>(shared, 8));
}

/// What the letters say of a sentence; nothing if it holds no words that they spell.
std::optional<double> Suggester::Query::spelled(const Data::Item& item) const {
  if (letters.empty()) return 0.0;
  const auto pinyin = Pinyin::shared();
  if (!pinyin) return {};
  const std::size_t at = (*pinyin)->find(item.sentence.text, letters);
  if (at == std::u16string_view::npos) return {};
  return at == 0 ? kSpelledBonus : 0.0;
}

void Suggester::Query::rank(const Data::Item& item, const Data::Standing& standing,
                            double shared) {
  if (!rolesFit(context.role, standing.role)) return;
  const auto said = spelled(item);
  if (!said) return;
  double score = shared / standing.norm + standing.merit + *said;
  if (standing.field < nearness.size()) score += kTopicBonus * nearness[standing.field];
  if (context.taken != nullptr) {
    const auto doublings =
        static_cast<int>(std::bit_width(context.taken->times(item.sentence.name)));
    score += kTakenBonus * std::min(doublings, kMostDoublings);
  }
  if (!current.empty() && standing.first == current.front()) score += begun(item);
  order.emplace_back(-score, &item);
}

void Suggester::Query::rankKept() {
  std::vector<double> scores(data.items.size(), 0.0);
  data.score(clause, 1.0, scores);
  data.score(clauses, kClauseWeight, scores);
  data.score(earlier, kEarlierWeight, scores);
  for (std::size_t i = 0; i < scores.size(); ++i) rank(data.items[i], data.standings[i], scores[i]);
}

/// True if so many kept sentences of the role hold the words that others would add nothing.
bool Suggester::Query::enoughHold(std::u16string_view words) const {
  const std::vector<std::uint32_t>* rarest = nullptr;
  for (const Pair pair : pairsOf(words, {})) {
    const auto having = data.holders.find(pair);
    if (having == data.holders.end()) return false;
    if (rarest == nullptr || having->second.size() < rarest->size()) rarest = &having->second;
  }
  if (rarest == nullptr) return false;
  std::size_t holding = 0;
  for (const std::uint32_t number : *rarest) {
    if (!rolesFit(context.role, data.standings[number].role)) continue;
    if (data.items[number].sentence.text.contains(words) && ++holding >= kLookedUp) return true;
  }
  return false;
}

/// Looks up sentences that hold the end of the clause being typed.
void Suggester::Query::rankFound(const Corpus& whole) {
  std::u16string words(trimmed(clause));
  if (words.size() > kLongestWords) words.erase(0, words.size() - kLongestWords);
  if (words.size() < 2 || enoughHold(words)) return;
  // A part that is both problems and plans takes sentences of either.
  const bool one = context.role != Role::ProblemsAndNext;
  const auto sentences =
      whole.search(words, one ? std::optional(context.role) : std::nullopt, kLookedUp);
  if (!sentences) return;  // a corpus that cannot be read now still leaves what is kept
  const auto typed = pairsOf(clause, writtenSlots(clause));
  found.reserve(sentences->size());
  for (const CorpusSentence& each : *sentences) {
    Data::Item item = data.itemOf(each, data.fields.numberOf(each.topic));
    if (data.known.contains(item.sentence.text)) continue;
    const auto pairs = pairsOf(item.sentence.text, item.sentence.slots);
    item.pairs = static_cast<std::uint32_t>(pairs.size());
    double shared = 0;
    for (const Pair pair : typed) {
      if (std::ranges::binary_search(pairs, pair)) shared += data.rarity(pair);
    }
    found.push_back(std::move(item));
    rank(found.back(), data.standingOf(found.back()), shared);
  }
}

/// Where nothing tells a field, no field comes first: the best of each, then the second best.
void Suggester::Query::takeTurns() {
  const bool told = std::ranges::any_of(nearness, [](double near) { return near >= kNoField; });
  if (told || !trimmed(context.typed).empty()) return;
  std::ranges::stable_sort(order, {}, [](const auto& each) { return each.first; });
  std::unordered_map<std::uint32_t, int> turns;
  std::vector<std::tuple<int, double, const Data::Item*>> turned;
  for (const auto& [score, item] : order) {
    const bool first = item->own || (context.taken != nullptr &&
                                     context.taken->times(item->sentence.name) > 0);
    turned.emplace_back(first ? 0 : ++turns[item->field], score, item);
  }
  std::ranges::stable_sort(turned, {}, [](const auto& each) { return std::get<0>(each); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = {static_cast<double>(i), std::get<2>(turned[i])};
  }
}

std::vector<Suggestion> Suggester::Query::chosen(std::size_t limit) {
  takeTurns();
  const std::size_t looked = std::min(order.size(), kLookedAt);
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(looked));
  std::vector<Suggestion> best;
  std::vector<std::vector<Pair>> taken;
  for (std::size_t i = 0; i < looked && best.size() < limit; ++i) {
    const Suggestion& item = order[i].second->sentence;
    if (item.text == current || isSaid(item, context.draft)) continue;
    auto pairs = pairsOf(item.text, item.slots);
    if (std::ranges::any_of(taken, [&](const auto& t) { return overlap(t, pairs) > kAlike; })) continue;
    const auto goesOnAlike = [&](const Suggestion& other) {
      return startAlike(other.text, item.text, current.size());
    };
    if (std::ranges::any_of(best, goesOnAlike)) continue;
    taken.push_back(std::move(pairs));
    best.push_back(item);
    best.back().score = -order[i].first;
  }
  return best;
}

Result<Suggester> Suggester::make(const Corpus& corpus, std::size_t mostKept) {
  auto finder = SlotFinder::load();
  if (!finder) return std::unexpected(finder.error());
  auto data = std::make_shared<Data>(std::move(*finder));
  std::unordered_set<std::int64_t> own;
  for (const auto& part : {corpus.favourites(), corpus.phrases()}) {
    if (!part) return std::unexpected(part.error());
    for (const CorpusSentence& each : *part) {
      if (own.insert(each.id).second) data->add(each, true);
    }
  }
  std::size_t read = 0;
  const auto each = [&](const CorpusSentence& sentence) {
    ++read;
    if (!own.contains(sentence.id)) data->add(sentence, false);
  };
  if (auto all = corpus.forEach({}, each, mostKept); !all) return std::unexpected(all.error());
  data->whole = read < mostKept;
  data->finish();
  Suggester suggester;
  suggester.m_data = std::move(data);
  return suggester;
}

std::vector<Suggestion> Suggester::suggest(const SuggestContext& context, std::size_t limit,
                                           const Corpus* whole) const {
  Query query(*m_data, context);
  query.rankKept();
  if (whole != nullptr && !m_data->whole) query.rankFound(*whole);
  return query.chosen(limit);
}

std::vector<Suggestion> Suggester::reworded(std::u16string_view text, Role role,
                                            std::size_t limit) const {
  std::vector<double> scores(m_data->items.size(), 0.0);
  m_data->score(text, 1.0, scores);
  const auto own = pairsOf(text, writtenSlots(text));
  std::vector<std::pair<double, const Data::Item*>> order;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const Data::Item& item = m_data->items[i];
    if (scores[i] > 0 && rolesFit(role, m_data->standings[i].role)) {
      order.emplace_back(-scores[i] / m_data->standings[i].norm, &item);
    }
  }
  const std::size_t looked = std::min(order.size(), kLookedAt);
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(looked));
  std::vector<Suggestion> best;
  std::vector<std::vector<Pair>> taken;
  for (std::size_t i = 0; i < looked && best.size() < limit; ++i) {
    const Suggestion& item = order[i].second->sentence;
    auto pairs = pairsOf(item.text, item.slots);
    const double same = overlap(own, pairs);
    if (same < kSameWords || same > kSameSentence) continue;
    if (std::ranges::any_of(taken, [&](const auto& t) { return overlap(t, pairs) > kAlike; })) continue;
    taken.push_back(std::move(pairs));
    best.push_back(item);
    best.back().score = -order[i].first;
  }
  return best;
}

}  // namespace moxian
