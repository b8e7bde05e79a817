#include "core/text/Characters.h"


namespace moxian {
namespace {

constexpr std::u16string_view kClosers = u"”’』」）】》〉〕)]\"'";

bool endsSentence(char16_t c) {
  return c == u'。' || c == u'！' || c == u'？' || c == u'；' || c == u';';
}

bool isWordUnit(char16_t c) {
  return !isSpace(c) && c != u'\n' && !isHan(c) && !isFullWidthMark(c);
}

}  // namespace

bool isHan(char16_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xF900 && c <= 0xFAFF) || c == u'〇';
}

bool isSpace(char16_t c) {
  return c == u' ' || c == u'\t' || c == 0x00A0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

bool isAsciiDigit(char16_t c) {
  return c >= u'0' && c <= u'9';
}

bool isDigit(char16_t c) {
  return isAsciiDigit(c) || (c >= u'０' && c <= u'９');
}

bool isLatin(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'ａ' && c <= u'ｚ') ||
         (c >= u'Ａ' && c <= u'Ｚ');
}

bool isFullWidthMark(char16_t c) {
  return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) ||
         (c >= 0x3014 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF0F) ||
         (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF3D) ||
         (c >= 0xFF5B && c <= 0xFF65) || (c >= 0x2018 && c <= 0x201F) || c == u'…' || c == u'—' ||
         c == u'·' || c == u'～';
}

bool isBlank(std::u16string_view text) {
  return trimmedSpan(text).empty();
}

Span trimmedSpan(std::u16string_view text) {
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end && (isSpace(text[begin]) || text[begin] == u'\n')) ++begin;
  while (end > begin && (isSpace(text[end - 1]) || text[end - 1] == u'\n')) --end;
  return {begin, end};
}

std::u16string_view trimmed(std::u16string_view text) {
  return trimmedSpan(text).of(text);
}

char16_t fullWidthOf(char16_t halfWidthMark) {
  switch (halfWidthMark) {
    case u',': return u'，';
    case u':': return u'：';
    case u';': return u'；';
    case u'?': return u'？';
    case u'!': return u'！';
    case u'(': return u'（';
    case u')': return u'）';
    default: return 0;
  }
}

std::vector<Span> sentences(std::u16string_view paragraph) {
  std::vector<Span> out;
  std::size_t begin = 0;
  const auto take = [&](std::size_t end) {
    const Span inner = trimmedSpan(paragraph.substr(begin, end - begin)).shifted(begin);
    if (!inner.empty()) out.push_back(inner);
    begin = end;
  };
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    if (!endsSentence(paragraph[at])) continue;
    while (at + 1 < paragraph.size() && (endsSentence(paragraph[at + 1]) ||
                                         kClosers.find(paragraph[at + 1]) != kClosers.npos)) {
      ++at;
    }
    take(at + 1);
  }
  take(paragraph.size());
  return out;
}

std::size_t wordCount(std::u16string_view text) {
  std::size_t count = 0;
  bool inWord = false;
  for (const char16_t c : text) {
    const bool word = isWordUnit(c);
    if (isHan(c) || isFullWidthMark(c) || (word && !inWord)) ++count;
    inWord = word;
  }
  return count;
}

}  // namespace moxian
