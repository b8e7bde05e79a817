#include <algorithm>
#include <optional>

#include "core/corpus/SlotWords.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

bool among(char16_t c, std::u16string_view set) {
  return set.find(c) != set.npos;
}

/// Letters that stand for a masked figure or name in published texts: XX县, 20××年.
bool isMask(char16_t c) {
  return among(c, u"Xx×*Ｘ");
}

bool isFigure(char16_t c) {
  return isAsciiDigit(c) || isMask(c);
}

bool isLatin(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

constexpr std::size_t kLongestUnit = 16;

/// Reads a text from left to right; each try… gives the end of what begins at a place.
class SlotScan {
 public:
  SlotScan(const SlotFinder::Words& words, std::u16string_view text) : m_words(words), m_text(text) {}

  std::vector<SlotMark> run() {
    std::size_t at = 0;
    while (at < m_text.size()) {
      const std::size_t begin = at;
      at = skipKept(at);
      if (at != begin) continue;
      at = take(at);
      if (at == begin) ++at;
    }
    return std::move(m_slots);
  }

 private:
  [[nodiscard]] char16_t at(std::size_t i) const { return i < m_text.size() ? m_text[i] : u'\0'; }
  [[nodiscard]] std::u16string_view from(std::size_t i) const { return m_text.substr(i); }

  /// Past what is never a slot: written slots and set phrases.
  [[nodiscard]] std::size_t skipKept(std::size_t i) const {
    if (at(i) == u'〔' && !isAsciiDigit(at(i + 1))) {
      const std::size_t end = m_text.find(u'〕', i);
      if (end != m_text.npos) return end + 1;
    }
    const std::size_t end = i + m_words.keep.atStart(from(i));
    return end > i && isPartOfFigure(i, end) ? i : end;
  }

  /// 1200户 is no call to 120, and neither is 120户.
  [[nodiscard]] bool isPartOfFigure(std::size_t begin, std::size_t end) const {
    if (isAsciiDigit(at(begin)) && afterFigure(begin)) return true;
    if (!isAsciiDigit(at(end - 1))) return false;
    return among(at(end), u"0123456789.,，余多几十百千万亿%％") || m_words.measures.atStart(from(end)) > 0;
  }

  std::size_t take(std::size_t i) {
    struct Try {
      const char* kind;
      std::size_t (SlotScan::*end)(std::size_t) const;
    };
    static constexpr Try kTries[] = {
        {"title", &SlotScan::titleEnd}, {"number", &SlotScan::numberEnd},
        {"date", &SlotScan::dateEnd},   {"unit", &SlotScan::unitEnd},
        {"place", &SlotScan::placeEnd}, {"figure", &SlotScan::figureEnd},
        {"self", &SlotScan::selfEnd},   {"person", &SlotScan::personEnd}};
    for (const auto& each : kTries) {
      const std::size_t end = (this->*each.end)(i);
      if (end == i) continue;
      m_slots.push_back({{i, end}, each.kind});
      return end;
    }
    return i;
  }

  [[nodiscard]] std::size_t titleEnd(std::size_t i) const {
    if (at(i) != u'《') return i;
    const std::size_t end = m_text.find(u'》', i);
    if (end == m_text.npos) return i;
    const bool common = m_words.commonTitles.atStart(from(i + 1)) > 0;
    return common ? i : end + 1;
  }

  /// A document number: letters of the office, year in brackets, number, 号.
  [[nodiscard]] std::size_t numberEnd(std::size_t i) const {
    if (i > 0 && among(at(i - 1), m_words.numberLetters)) return i;
    std::size_t j = i;
    while (among(at(j), m_words.numberLetters) && j - i < 12) ++j;
    if (!among(at(j), u"〔[（(【") || !isAsciiDigit(at(j + 1))) return i;
    ++j;
    while (isFigure(at(j))) ++j;
    if (!among(at(j), u"〕]）)】")) return i;
    ++j;
    while (isFigure(at(j)) || at(j) == u'?' || at(j) == u'第') ++j;
    return at(j) == u'号' ? j + 1 : i;
  }

  [[nodiscard]] bool afterFigure(std::size_t i) const {
    return i > 0 && (isFigure(at(i - 1)) || isLatin(at(i - 1)) || at(i - 1) == u'.');
  }

  [[nodiscard]] std::size_t digits(std::size_t i) const {
    while (isFigure(at(i)) || (at(i) == u'?' && isAsciiDigit(at(i + 1)))) ++i;
    return i;
  }

  /// One point in time: year, month and day as far as they are there.
  [[nodiscard]] std::size_t pointEnd(std::size_t i) const {
    std::size_t end = i;
    std::size_t j = digits(i);
    if (j - i >= 2 && j - i <= 4 && at(j) == u'年' && at(j + 1) != u'来') {
      end = at(j + 1) == u'度' ? j + 2 : j + 1;
      j = digits(end);
      if (j == end) return end;
    }
    if (j == i || at(j) != u'月') return end;
    end = at(j + 1) == u'份' ? j + 2 : j + 1;
    j = digits(end);
    return j > end && at(j) == u'日' ? j + 1 : end;
  }

  [[nodiscard]] std::size_t dateEnd(std::size_t i) const {
    if (afterFigure(i) || !isFigure(at(i))) return i;
    std::size_t start = i;
    const std::size_t bare = digits(i);
    if (bare > i && among(at(bare), u"-—~～至")) start = bare + 1;  // 1—9月份
    std::size_t end = pointEnd(start);
    if (end == start && start != i) {
      start = i;
      end = pointEnd(i);
    }
    if (end == start) return i;
    if (!among(at(end), u"-—~～至到")) return end;
    const std::size_t second = pointEnd(end + 1);
    return second > end + 1 ? second : end;
  }

  /// Digits with their fractions and multipliers.
  [[nodiscard]] std::size_t amountEnd(std::size_t i) const {
    std::size_t j = digits(i);
    while (among(at(j), u".,，") && isAsciiDigit(at(j + 1)) && j > i) j = digits(j + 1);
    while (among(at(j), u"余多几十百千万亿")) ++j;
    return j;
  }

  [[nodiscard]] std::size_t figureEnd(std::size_t i) const {
    if (afterFigure(i) || !isFigure(at(i))) return i;
    if (i > 0 && among(at(i - 1), u"第“")) return i;
    std::size_t j = amountEnd(i);
    const bool masked = isMask(at(i));
    if (among(at(j), u"%％‰")) return j + 1;
    const std::size_t measure = m_words.measures.atStart(from(j));
    if (measure > 0) return j + measure;
    const bool numbering = i == 0 && among(at(j), u".、．)）");
    if (masked || numbering || isLatin(at(j)) || isHan(at(j))) return i;
    return j;
  }

  [[nodiscard]] std::size_t selfEnd(std::size_t i) const {
    const std::size_t head = m_words.selfHeads.atStart(from(i));
    if (head == 0 || m_words.selfNot.atStart(from(i)) > 0) return i;
    const std::size_t noun = m_words.selfNouns.atStart(from(i + head));
    return noun == 0 ? i : i + head + noun;
  }

  /// True where a name may begin: after a mark, a non-Han character or words like 由, 在, 配合.
  [[nodiscard]] bool opens(std::size_t i) const {
    return i == 0 || !isHan(at(i - 1)) || among(at(i - 1), m_words.boundaries) ||
           m_words.placesVerbs.atEnd(m_text.substr(0, i)) > 0 ||
           (!m_slots.empty() && m_slots.back().span.end == i);
  }

  [[nodiscard]] std::size_t unitEnd(std::size_t i) const {
    const bool masked = isMask(at(i)) && !afterFigure(i);
    if (!masked && (!opens(i) || !isHan(at(i)))) return i;
    std::size_t limit = i;
    while (limit - i < kLongestUnit && (isHan(at(limit)) || isMask(at(limit))) &&
           !among(at(limit), m_words.boundaries)) {
      ++limit;
    }
    for (std::size_t end = limit; end > i + 1; --end) {
      const std::u16string_view word = m_text.substr(i, end - i);
      const std::size_t suffix = m_words.units.atEnd(word);
      if (suffix == 0 || suffix >= word.size()) continue;
      if (masked || startsWithPlace(word.substr(0, word.size() - suffix))) return end;
    }
    return i;
  }

  /// 市…, 云溪县…: a level, or one or two characters and a level.
  [[nodiscard]] bool startsWithPlace(std::u16string_view word) const {
    for (std::size_t skip = 0; skip <= 3 && skip < word.size(); ++skip) {
      const std::size_t level = m_words.unitLevels.atStart(word.substr(skip));
      if (level == 0 || skip == 1) continue;
      return skip == 0 || m_words.placesVerbs.atStart(word) == 0;
    }
    return false;
  }

  [[nodiscard]] std::size_t placeEnd(std::size_t i) const {
    if (isMask(at(i)) && !afterFigure(i)) {
      std::size_t j = i;
      while (isMask(at(j))) ++j;
      const std::size_t suffix = m_words.places.atStart(from(j));
      return suffix == 0 ? i : j + suffix;
    }
    if (!opens(i)) return i;
    for (std::size_t stem = 3; stem >= 2; --stem) {
      if (i + stem >= m_text.size()) continue;
      const std::u16string_view name = m_text.substr(i, stem);
      const bool plain = std::ranges::all_of(name, isHan) &&
                         std::ranges::none_of(name, [&](char16_t c) {
                           return among(c, m_words.boundaries);
                         });
      const std::size_t suffix = plain ? m_words.places.atStart(from(i + stem)) : 0;
      if (suffix == 0 || among(at(i + stem + suffix), m_words.placesNext)) continue;
      const std::u16string_view whole = m_text.substr(i, stem + suffix);
      if (endsGeneric(whole, suffix) || m_words.placesVerbs.atStart(whole) > 0) continue;
      return i + whole.size();
    }
    return i;
  }

  /// 老旧小区, 各乡镇: the word before the level makes it a kind of place, not a name.
  [[nodiscard]] bool endsGeneric(std::u16string_view whole, std::size_t suffix) const {
    return m_words.placesNot.atEnd(whole) > suffix;
  }

  [[nodiscard]] std::size_t personEnd(std::size_t i) const {
    if (!opens(i) || !among(at(i), m_words.surnames)) return i;
    for (std::size_t given = 1; given <= 2; ++given) {
      const std::size_t title = m_words.personTitles.atStart(from(std::min(i + 1 + given, m_text.size())));
      if (title > 0 && isHan(at(i + given))) return i + 1 + given + title;
    }
    return i;
  }

  const SlotFinder::Words& m_words;
  std::u16string_view m_text;
  std::vector<SlotMark> m_slots;
};

/// Where the number of a figure ends and its unit begins.
std::size_t unitOfFigure(std::u16string_view figure) {
  std::size_t at = 0;
  while (at < figure.size() && (isFigure(figure[at]) || among(figure[at], u".,，余多"))) ++at;
  return at;
}

}  // namespace

std::vector<SlotMark> SlotFinder::find(std::u16string_view text) const {
  return SlotScan(*m_words, text).run();
}

std::u16string SlotFinder::emptied(std::u16string_view text, std::vector<Span>& slots) const {
  std::u16string out;
  std::size_t done = 0;
  for (const SlotMark& mark : find(text)) {
    out += text.substr(done, mark.span.begin - done);
    out += u'〔';
    out += m_words->hints.find(mark.kind)->second;
    out += u'〕';
    done = mark.span.end;
    if (mark.kind == "figure") done = mark.span.begin + unitOfFigure(mark.span.of(text));
  }
  out += text.substr(done);
  slots = writtenSlots(out);
  return out;
}

}  // namespace moxian
