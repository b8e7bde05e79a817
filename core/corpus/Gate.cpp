#include "core/corpus/Gate.h"

#include <algorithm>
#include <array>

#include "core/base/Utf.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kShortest = 8;
constexpr std::size_t kLongest = 400;

bool isFinished(std::u16string_view sentence) {
  static constexpr std::u16string_view kClosers = u"”’』」）】》〉)]\"'";
  static constexpr std::u16string_view kMarks = u"。！？；：…!?;:";
  while (!sentence.empty() && kClosers.find(sentence.back()) != kClosers.npos) {
    sentence.remove_suffix(1);
  }
  return !sentence.empty() && kMarks.find(sentence.back()) != kMarks.npos;
}

bool isBalanced(std::u16string_view sentence) {
  static constexpr std::u16string_view kOpen = u"（(《〈“‘【〔「『[";
  static constexpr std::u16string_view kShut = u"））》〉”’】〕」』]";
  std::u16string open;
  for (char16_t c : sentence) {
    const std::size_t opens = kOpen.find(c);
    if (opens != kOpen.npos) open.push_back(kShut[opens]);
    if (c == u')') c = u'）';
    if (kShut.find(c) == kShut.npos) continue;
    if (open.empty() && c == u'）') continue;  // a list number like 1)
    if (open.empty() || open.back() != c) return false;
    open.pop_back();
  }
  return open.empty();
}

bool isPrivateOrInvalid(char16_t c) {
  return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c < 0x20 && c != u'\t') ||
         (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
}

/// Kana, hangul, Greek, Cyrillic, Thai, Arabic … in a Chinese sentence. Greek letters serve as marks.
bool isForeign(char16_t c) {
  return (c >= 0x3041 && c <= 0x30FA) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x0400 && c <= 0x052F) ||
         (c >= 0x0590 && c <= 0x0E7F);
}

/// Two marks where one belongs (，， or 。，): what stood between them is lost.
bool hasDoubledMark(std::u16string_view sentence) {
  static constexpr std::u16string_view kMarks = u"，。、；：";
  const auto isMark = [](char16_t c) { return kMarks.contains(c); };
  return std::ranges::adjacent_find(sentence, [&](char16_t a, char16_t b) {
           return isMark(a) && isMark(b);
         }) != sentence.end();
}

bool isDamaged(std::u16string_view sentence) {
  if (std::ranges::any_of(sentence, isPrivateOrInvalid) || hasDoubledMark(sentence)) return true;
  if (sentence.find(u"***") != sentence.npos) return true;
  for (std::size_t i = 1; i + 1 < sentence.size(); ++i) {
    if (sentence[i] == u'?' && (isHan(sentence[i + 1]) || isAsciiDigit(sentence[i + 1]))) return true;
  }
  return false;
}

}  // namespace

std::optional<Refusal> refusalOf(std::u16string_view sentence) {
  const std::size_t length = codePoints(sentence);
  if (length < kShortest) return Refusal::TooShort;
  if (length > kLongest) return Refusal::TooLong;
  if (isDamaged(sentence)) return Refusal::Damaged;
  if (std::ranges::any_of(sentence, isForeign)) return Refusal::WrongScript;
  if (2 * static_cast<std::size_t>(std::ranges::count_if(sentence, isHan)) < length) {
    return Refusal::NoHan;
  }
  if (!isBalanced(sentence)) return Refusal::Unbalanced;
  if (!isFinished(sentence)) return Refusal::Unfinished;
  return std::nullopt;
}

std::string_view name(Refusal refusal) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "too_short", "too_long", "unfinished",   "unbalanced",
      "damaged",   "no_han",   "wrong_script", "advert"};
  return kNames.at(static_cast<std::size_t>(refusal));
}

}  // namespace moxian
