#include "core/suggest/Suggester.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "core/suggest/Fields.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

// Weights of the ranking, in units of the rarity of a pair of characters (about 3 to 9 each).
constexpr double kTopicBonus = 16.0;   ///< for the field that the draft speaks of most
constexpr double kOwnBonus = 20.0;     ///< favourites and the user's own phrases: before the field
constexpr double kPrefixBonus = 6.0;   ///< for each character of a shared beginning, up to 8
constexpr double kClauseWeight = 0.5;  ///< of what the sentence being typed says before its last clause
constexpr double kEarlierWeight = 0.2;  ///< of what stands before the sentence being typed
constexpr double kCountWeight = 1.0;
constexpr double kLengthNorm = 0.4;
constexpr std::size_t kLookedAt = 300;  ///< best sentences compared for variety
constexpr std::size_t kSample = 6000;   ///< UTF-16 units of the draft that tell its field
constexpr double kAlike = 0.45;         ///< share of common pairs from which two are alike
constexpr std::size_t kEvidence = 12;   ///< a run of this length in the draft: it says so already

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

/// The sentence being typed and what stands before it on the line.
std::pair<std::u16string_view, std::u16string_view> splitTyped(std::u16string_view typed) {
  const std::size_t mark = typed.find_last_of(u"。；！？;");
  if (mark == typed.npos) return {{}, typed};
  return {typed.substr(0, mark + 1), trimmed(typed.substr(mark + 1))};
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
    bool own = false;         ///< a favourite or a phrase of the user's
  };
  std::vector<Item> items;
  Fields fields;
  /// Numbers of the items that hold a pair, in order.
  std::unordered_map<Pair, std::vector<std::uint32_t>> holders;
  double meanPairs = 1;

  void add(const CorpusSentence& sentence, const SlotFinder& finder,
           std::unordered_map<std::u16string, std::uint32_t>& known);
  void score(std::u16string_view text, double weight, std::vector<double>& scores) const;
  [[nodiscard]] double standing(const Item& item, const std::vector<double>& nearness,
                                std::u16string_view current) const;
};

void Suggester::Data::add(const CorpusSentence& sentence, const SlotFinder& finder,
                          std::unordered_map<std::u16string, std::uint32_t>& known) {
  Item item{.sentence = {.text = sentence.text, .slots = {}, .role = sentence.role,
                         .source = sentence.title, .score = 0},
            .field = fields.number(sentence.topic),
            .count = sentence.count,
            .pairs = 0};
  if (sentence.slots.empty()) {
    item.sentence.text = finder.emptied(sentence.text, item.sentence.slots);
  } else {
    for (const SlotMark& mark : sentence.slots) item.sentence.slots.push_back(mark.span);
  }
  item.own = sentence.favourite || sentence.source == kOwnPhrases;
  const auto number = static_cast<std::uint32_t>(items.size());
  const auto [place, added] = known.emplace(item.sentence.text, number);
  if (!added) {
    items[place->second].count += sentence.count;
    if (item.own) items[place->second].own = true;
    return;
  }
  const auto pairs = pairsOf(item.sentence.text, item.sentence.slots);
  for (const Pair pair : pairs) holders[pair].push_back(number);
  item.pairs = static_cast<std::uint32_t>(pairs.size());
  fields.learn(item.field, pairs);
  items.push_back(std::move(item));
}

/// Adds to each sentence the rarity of the pairs it shares with `text` (the idf part of BM25).
void Suggester::Data::score(std::u16string_view text, double weight,
                            std::vector<double>& scores) const {
  const auto all = static_cast<double>(items.size());
  for (const Pair pair : pairsOf(text, writtenSlots(text))) {
    const auto found = holders.find(pair);
    if (found == holders.end()) continue;
    const auto having = static_cast<double>(found->second.size());
    const double rarity = weight * std::log(1.0 + (all - having + 0.5) / (having + 0.5));
    for (const std::uint32_t number : found->second) scores[number] += rarity;
  }
}

double Suggester::Data::standing(const Item& item, const std::vector<double>& nearness,
                                 std::u16string_view current) const {
  double score = kCountWeight * std::log(item.count) + kTopicBonus * nearness[item.field];
  if (item.own) score += kOwnBonus;
  const std::u16string_view text = item.sentence.text;
  const auto shared = static_cast<std::size_t>(
      std::ranges::mismatch(text, current).in1 - text.begin());
  if (shared < 2) return score;
  // Where the sentence went another way after 下一步， its beginning says little.
  const double kept = static_cast<double>(shared) / static_cast<double>(current.size());
  return score + kPrefixBonus * kept * static_cast<double>(std::min<std::size_t>(shared, 8));
}

Result<Suggester> Suggester::make(const Corpus& corpus) {
  const auto finder = SlotFinder::load();
  if (!finder) return std::unexpected(finder.error());
  auto data = std::make_shared<Data>();
  std::unordered_map<std::u16string, std::uint32_t> known;
  auto read = corpus.forEach({}, [&](const CorpusSentence& each) { data->add(each, *finder, known); });
  if (!read) return std::unexpected(read.error());
  data->fields.finish();
  std::size_t pairs = 0;
  for (const auto& item : data->items) pairs += item.pairs;
  if (pairs > 0) data->meanPairs = static_cast<double>(pairs) / static_cast<double>(data->items.size());
  Suggester suggester;
  suggester.m_data = std::move(data);
  return suggester;
}

std::vector<Suggestion> Suggester::suggest(const SuggestContext& context, std::size_t limit) const {
  const auto [earlier, current] = splitTyped(context.typed);
  std::vector<double> scores(m_data->items.size(), 0.0);
  const std::size_t clause = clauseStart(current);
  m_data->score(current.substr(clause), 1.0, scores);
  m_data->score(current.substr(0, clause), kClauseWeight, scores);
  m_data->score(earlier, kEarlierWeight, scores);
  const auto draft = std::u16string_view(context.draft).substr(0, kSample);
  const auto nearness = m_data->fields.nearness(pairsOf(draft, writtenSlots(draft)), context.topic);
  std::vector<std::pair<double, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    const auto& item = m_data->items[i];
    if (!rolesFit(context.role, item.sentence.role)) continue;
    const double norm = 1.0 - kLengthNorm + kLengthNorm * item.pairs / m_data->meanPairs;
    order.emplace_back(-(scores[i] / norm + m_data->standing(item, nearness, current)), i);
  }
  const std::size_t looked = std::min(order.size(), kLookedAt);
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(looked));
  std::vector<Suggestion> best;
  std::vector<std::vector<Pair>> taken;
  for (std::size_t i = 0; i < looked && best.size() < limit; ++i) {
    const Suggestion& item = m_data->items[order[i].second].sentence;
    if (item.text == current || isSaid(item, context.draft)) continue;
    auto pairs = pairsOf(item.text, item.slots);
    if (std::ranges::any_of(taken, [&](const auto& t) { return overlap(t, pairs) > kAlike; })) continue;
    taken.push_back(std::move(pairs));
    best.push_back(item);
    best.back().score = -order[i].first;
  }
  return best;
}

}  // namespace moxian
