#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/corpus/Slots.h"

namespace moxian {

/// A list of words that is asked for the longest one at a place.
class WordList {
 public:
  WordList() = default;
  explicit WordList(std::vector<std::u16string> words);

  [[nodiscard]] bool has(std::u16string_view word) const;
  /// Length of the longest word at the start of `text`; 0 if there is none.
  [[nodiscard]] std::size_t atStart(std::u16string_view text) const;
  /// Length of the longest word at the end of `text`; 0 if there is none.
  [[nodiscard]] std::size_t atEnd(std::u16string_view text) const;

 private:
  std::vector<std::u16string> m_words;
  std::size_t m_longest = 0;
  // by UTF-16 unit; most places are answered by these alone
  std::vector<bool> m_starts = std::vector<bool>(0x10000);
  std::vector<bool> m_ends = std::vector<bool>(0x10000);
};

/// The words of resources/rules/slots.toml, named as there.
struct SlotFinder::Words {
  WordList measures, keep, selfHeads, selfNouns, selfNot, units, unitsNot, unitStops, unitLevels;
  WordList places, placesNot, placesVerbs, businesses, landmarks, commonTitles, personTitles,
      dateParts, lawEndings;
  WordList personCallings, doubleSurnames;
  WordList awards, awardVerbs, awardEnds, awardTails, events, media, mediaNot;
  std::u16string placesNext, boundaries, numberLetters, surnames;
  std::map<std::string, std::u16string, std::less<>> hints;
};

}  // namespace moxian
