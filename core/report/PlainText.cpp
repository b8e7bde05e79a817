#include "core/report/PlainText.h"

#include "core/base/Resources.h"
#include "core/text/CharacterTable.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

/// Bullets and heading marks of other programs that stand before the text of a line.
constexpr std::u16string_view kOrnaments = u"●■◆★▲▶►•·※➢✓◇□○☆#*＊？！";
/// Half-width marks whose full-width form the word lists use.
constexpr std::u16string_view kMarks = u",:;()";

bool isLatinOrDigit(char16_t c) {
  return isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// True if a space between two characters separates nothing.
bool isIdleSpace(char16_t before, char16_t after) {
  return !isLatinOrDigit(before) || !isLatinOrDigit(after);
}

char16_t foldWidth(char16_t c) {
  const bool letterOrDigit =
      (c >= u'０' && c <= u'９') || (c >= u'Ａ' && c <= u'Ｚ') || (c >= u'ａ' && c <= u'ｚ');
  if (letterOrDigit) return static_cast<char16_t>(c - u'０' + u'0');
  return kMarks.find(c) == kMarks.npos ? c : fullWidthOf(c);
}

}  // namespace

Span PlainText::original(Span plain) const {
  return m_toOriginal.toOriginal(m_toClean.toOriginal(plain));
}

Result<PlainMaker> PlainMaker::load() {
  auto cleaner = Cleaner::load();
  if (!cleaner) return std::unexpected(cleaner.error());
  PlainMaker maker;
  maker.m_cleaner = std::move(*cleaner);
  maker.m_folded.resize(0x10000);
  for (std::size_t c = 0; c < maker.m_folded.size(); ++c) {
    maker.m_folded[c] = foldWidth(static_cast<char16_t>(c));
  }
  const auto& tables = characterTables();
  if (!tables) return std::unexpected(tables.error());
  for (const CharacterPair& pair : tables->toSimplified) maker.m_folded[pair.from] = pair.to;
  return maker;
}

std::u16string PlainMaker::fold(std::u16string_view words) const {
  std::u16string folded(words);
  for (char16_t& c : folded) c = m_folded[c];
  return folded;
}

PlainText PlainMaker::make(std::u16string_view text) const {
  CleanText clean = m_cleaner.clean(text);
  PlainText plain;
  plain.m_toOriginal = std::move(clean.map);
  plain.m_text.reserve(clean.text.size());
  std::size_t lineBegin = 0;
  const auto endLine = [&] { plain.m_lines.push_back({lineBegin, plain.m_text.size()}); };
  for (std::size_t at = 0; at < clean.text.size(); ++at) {
    const char16_t c = clean.text[at];
    const bool atStart = plain.m_text.size() == lineBegin;
    bool drop = atStart && (isSpace(c) || kOrnaments.find(c) != kOrnaments.npos);
    if (!drop && c != u'\t' && isSpace(c)) {
      const char16_t after = at + 1 < clean.text.size() ? clean.text[at + 1] : u'\n';
      drop = isSpace(after) || isIdleSpace(plain.m_text.back(), after);
    }
    if (drop) {
      plain.m_toClean.replace(1, 0);
      continue;
    }
    if (c == u'\n') endLine();
    plain.m_text += m_folded[c];
    plain.m_toClean.keep(1);
    if (c == u'\n') lineBegin = plain.m_text.size();
  }
  endLine();
  return plain;
}

}  // namespace moxian
