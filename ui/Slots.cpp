#include "ui/Slots.h"

#include <algorithm>

#include "core/base/Utf.h"
#include "core/corpus/Corpus.h"
#include "core/text/Characters.h"
#include "core/text/Pinyin.h"

namespace moxian {
namespace {

constexpr std::size_t longestSearchWord = 15;

bool endsSentence(char16_t c) {
  return std::u16string_view(u"。！？；;!?").contains(c);
}

bool breaksValue(char16_t c) {
  return endsSentence(c) || std::u16string_view(u"，、,：:").contains(c);
}

/// The part of the line that belongs to the sentence at its end.
std::u16string_view lastSentence(std::u16string_view line) {
  const auto end = std::find_if(line.rbegin(), line.rend(), endsSentence);
  line.remove_prefix(static_cast<std::size_t>(line.rend() - end));
  while (!line.empty() && isSpace(line.front())) line.remove_prefix(1);
  return line;
}

/// Length of the start of `sentence` that `typed` spells from end to end, a slot standing for any
/// value; 0 if it does not.
std::size_t spelled(std::u16string_view typed, std::u16string_view sentence,
                    const std::vector<Span>& slots) {
  std::vector<bool> reached(sentence.size() + 1);
  reached[0] = true;
  for (const char16_t c : typed) {
    std::vector<bool> next(sentence.size() + 1);
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      if (!reached[at]) continue;
      if (sentence[at] == c) next[at + 1] = true;
      const auto slot = std::ranges::find(slots, at, &Span::begin);
      if (slot == slots.end() || breaksValue(c)) continue;
      next[at] = true;
      next[slot->end] = true;
    }
    reached = std::move(next);
  }
  const auto furthest = std::ranges::find(reached.rbegin(), reached.rend(), true);
  return furthest == reached.rend() ? 0 : static_cast<std::size_t>(reached.rend() - furthest) - 1;
}

/// The small letters at the end of the line if they spell words of the suggestion.
std::size_t spelledLetters(std::u16string_view line, const Suggestion& suggestion) {
  std::size_t begin = line.size();
  while (begin > 0 && line[begin - 1] >= u'a' && line[begin - 1] <= u'z') --begin;
  const std::u16string_view letters = line.substr(begin);
  const auto pinyin = Pinyin::shared();
  if (!pinyin || !Pinyin::isQuery(letters)) return 0;
  const bool spelled = (*pinyin)->find(suggestion.text, toUtf8(letters)) != line.npos;
  return spelled ? letters.size() : 0;
}

Insertion rest(const Suggestion& suggestion, std::size_t from) {
  Insertion insertion{0, suggestion.text.substr(from), {}};
  for (const Span slot : suggestion.slots)
    if (slot.begin >= from) insertion.slots.push_back({slot.begin - from, slot.end - from});
  return insertion;
}

}  // namespace

std::vector<Span> openSlots(std::u16string_view text) {
  return writtenSlots(text);
}

std::optional<Span> slotAfter(std::u16string_view text, Span from) {
  const std::vector<Span> slots = openSlots(text);
  if (slots.empty()) return {};
  const auto next = std::ranges::find_if(
      slots, [from](Span slot) { return slot.begin >= from.end || slot.begin > from.begin; });
  return next == slots.end() ? slots.front() : *next;
}

std::optional<Span> slotBefore(std::u16string_view text, Span from) {
  const std::vector<Span> slots = openSlots(text);
  if (slots.empty()) return {};
  const auto next = std::find_if(slots.rbegin(), slots.rend(),
                                 [from](Span slot) { return slot.begin < from.begin; });
  return next == slots.rend() ? slots.back() : *next;
}

Insertion joined(std::u16string_view typed, const Suggestion& suggestion) {
  const std::size_t letters = spelledLetters(typed, suggestion);
  if (letters > 0) {
    Insertion insertion = joined(typed.substr(0, typed.size() - letters), suggestion);
    insertion.dropped += letters;
    return insertion;
  }
  const std::u16string_view sentence = lastSentence(typed);
  for (std::size_t from = 0; from < sentence.size(); ++from) {
    const std::u16string_view tail = sentence.substr(from);
    if (from > 0 && tail.size() < 2) break;  // one shared character is chance
    if (const std::size_t known = spelled(tail, suggestion.text, suggestion.slots); known > 0)
      return rest(suggestion, known);
  }
  Insertion whole = rest(suggestion, 0);
  const bool searched = sentence.size() >= 2 && sentence.size() <= longestSearchWord &&
                        suggestion.text.contains(sentence);
  if (searched) whole.dropped = sentence.size();
  return whole;
}

}  // namespace moxian
