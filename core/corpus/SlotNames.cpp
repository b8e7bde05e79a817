#include <algorithm>

#include "core/corpus/SlotText.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestUnit = 16;
constexpr std::size_t kLongestQuoted = 16;
constexpr std::size_t kBeforeEvent = 8;
constexpr std::size_t kLongestAward = 40;

/// 市…, 云溪县…: a level, or two or three characters and a level; not 县区…, 市级….
bool startsWithPlace(const SlotFinder::Words& words, std::u16string_view name) {
  for (std::size_t skip = 0; skip <= 3 && skip < name.size(); ++skip) {
    const std::size_t level = words.unitLevels.atStart(name.substr(skip));
    if (level == 0 || skip == 1) continue;
    const auto rest = name.substr(skip + level);
    if (!rest.empty() && isAmong(rest.front(), u"级域场属直辖")) return false;
    if (skip == 0) return words.unitLevels.atStart(rest) == 0;
    return words.placesVerbs.atStart(name) == 0 && words.placesVerbs.atStart(name.substr(1)) == 0;
  }
  return false;
}

/// The length of the name before the level word of a unit: 2 in 云溪县民政局, 0 in 市民政局.
std::size_t stemOf(const SlotText& text, std::size_t i) {
  for (std::size_t stem = 0; stem <= 3; ++stem) {
    if (stem != 1 && text.words().unitLevels.atStart(text.from(i + stem)) > 0) return stem;
  }
  return 0;
}

/// Inside a clause a unit begins with a word that no 各 or 全 makes general, and a name that the
/// dictionary does not know.
bool opensInside(const SlotText& text, std::size_t i, std::size_t stem) {
  if (!isHan(text.at(i)) || !text.wordBegins(i)) return false;
  if (i > 0 && isAmong(text.at(i - 1), u"各全本我该级县市区乡镇省州城")) return false;
  return text.unknownWord({i, i + stem});
}

/// How far the name of a unit may reach.
std::size_t unitLimit(const SlotText& text, std::size_t i) {
  const auto& words = text.words();
  std::size_t limit = i;
  while (limit - i < kLongestUnit && (isHan(text.at(limit)) || isMask(text.at(limit))) &&
         !isAmong(text.at(limit), words.boundaries)) {
    if (limit > i && words.unitStops.atStart(text.from(limit)) > 0) break;
    ++limit;
  }
  return limit;
}

bool isGeneric(const SlotText& text, std::u16string_view whole, std::size_t suffix) {
  const auto& words = text.words();
  const char16_t last = whole[whole.size() - suffix - 1];
  return words.placesNot.atEnd(whole) > suffix || words.placesVerbs.atStart(whole) > 0 ||
         isAmong(last, u"我本全各该");
}

std::size_t maskedPlaceEnd(const SlotText& text, std::size_t i) {
  std::size_t j = i;
  while (isMask(text.at(j))) ++j;
  const std::size_t suffix = text.words().places.atStart(text.from(j));
  return suffix == 0 ? i : j + suffix;
}

bool isNameOf(const SlotText& text, std::u16string_view name) {
  return std::ranges::all_of(name, isHan) && std::ranges::none_of(name, [&](char16_t c) {
           return isAmong(c, text.words().boundaries);
         });
}

/// 荣获……称号, 被评为……: from behind the verb to the mark, without 称号 and the like.
std::size_t awardEnd(const SlotText& text, std::size_t i) {
  const auto& words = text.words();
  if (const std::size_t known = words.awards.atStart(text.from(i)); known > 0) return i + known;
  if (i == 0 || words.awardVerbs.atEnd(text.upTo(i)) == 0) return i;
  if (words.awardVerbs.atStart(text.from(i)) > 0 || text.at(i) == u'了') return i;
  if (i < text.size() && words.awardVerbs.atEnd(text.upTo(i + 1)) > 1) return i;  // 获 of 获得
  std::size_t end = i;
  while (end < text.size() && end - i < kLongestAward && !isAmong(text.at(end), u"，,。；;！"))
    ++end;
  const auto all = text.text().substr(i, end - i);
  if (words.awardEnds.atEnd(all) == 0) return i;
  return end - words.awardTails.atEnd(all);
}

/// “春风里”文艺汇演, “清风云溪”微信公众号: a quoted name of an event or medium.
std::size_t quotedNameEnd(const SlotText& text, std::size_t i) {
  if (text.at(i) != u'“') return i;
  const std::size_t close = text.text().find(u'”', i);
  if (close == std::u16string_view::npos || close - i > kLongestQuoted) return i;
  const auto& words = text.words();
  for (std::size_t between = 0; between <= kBeforeEvent; ++between) {  // “启明杯”青年教师教学竞赛
    const std::size_t at = close + 1 + between;
    if (const std::size_t event = words.events.atStart(text.from(at)); event > 0) return at + event;
    if (!isHan(text.at(at)) || isAmong(text.at(at), words.boundaries)) break;
  }
  return words.media.atStart(text.from(close + 1)) > 0 ? close + 1 : i;
}

/// 宣城新闻网, 健康云溪微信公众号.
std::size_t mediumEnd(const SlotText& text, std::size_t i) {
  const auto& words = text.words();
  for (std::size_t stem = 2; stem <= 4; ++stem) {
    const std::size_t suffix = words.media.atStart(text.from(i + stem));
    if (suffix == 0) continue;
    const auto name = text.text().substr(i, stem);
    const bool begins = text.opens(i) || opensInside(text, i, stem);
    const bool named = isNameOf(text, name) && words.mediaNot.atStart(name) == 0 &&
                       words.placesVerbs.atStart(name) == 0;
    return begins && named ? i + stem + suffix : i;
  }
  return i;
}

/// 书记陆远山、…; 教师沈若兰获…: a name behind an office or calling, up to a mark or a word that
/// names never hold.
std::size_t namedAfterOfficeEnd(const SlotText& text, std::size_t i) {
  const auto& words = text.words();
  const std::size_t surname = words.doubleSurnames.atStart(text.from(i)) > 0 ? 2
                              : isAmong(text.at(i), words.surnames)          ? 1
                                                                             : 0;
  if (surname == 0 || words.personCallings.atEnd(text.upTo(i)) == 0) return i;
  for (std::size_t given = 2; given >= 1; --given) {
    const std::size_t end = i + surname + given;
    const auto name = text.text().substr(i, std::min(surname + given, text.size() - i));
    const bool han = name.size() == surname + given && std::ranges::all_of(name, isHan);
    const bool ends = end >= text.size() || !isHan(text.at(end)) ||
                      isAmong(text.at(end), words.boundaries) ||
                      isAmong(text.at(end), u"等带主牵负作出走参率说分赴深多亲先");
    const bool word = surname == 1 && given == 1 && !text.unknownWord({i, i + 2});
    const bool common = given == 2 && isAmong(text.at(i), u"任高于方常万程安时同") &&
                        !text.unknownWord({i + surname, end});  // 主任任组长, 代表高水平
    if (han && ends && !word && !common && !isAmong(text.at(i + surname), words.boundaries) &&
        !isAmong(name.back(), words.boundaries)) {
      return end;
    }
  }
  return i;
}

/// 省十五届运动会, 县第三届杨梅节: a level, an ordinal with 届, and what is held.
std::size_t sessionEnd(const SlotText& text, std::size_t i) {
  const auto& words = text.words();
  const std::size_t level = words.unitLevels.atStart(text.from(i));
  if (level == 0 || !text.opens(i)) return i;
  std::size_t j = i + level;
  if (text.at(j) == u'第') ++j;
  const std::size_t numeral = j;
  while (isFigure(text.at(j)) || isAmong(text.at(j), u"一二三四五六七八九十")) ++j;
  if (j == numeral || text.at(j) != u'届') return i;
  constexpr std::size_t kLongest = 8;
  for (std::size_t at = j + 1; at <= j + 1 + kLongest && isHan(text.at(at)); ++at) {
    const std::size_t held = words.events.atStart(text.from(at));
    if (held > 0) return at + held;
  }
  return i;
}

/// 青禾农机专业合作社: from a name that the dictionary does not know to the word for such a body.
std::size_t businessEnd(const SlotText& text, std::size_t i) {
  constexpr std::size_t kShortestStem = 2;
  constexpr std::size_t kSure = 4;  // 有限公司 is part of a name, 合作社 alone is not
  if (!isHan(text.at(i)) || !(text.opens(i) || text.wordBegins(i))) return i;
  const bool unknown = text.unknownWord({i, i + kShortestStem});
  const bool verb = text.words().placesVerbs.atStart(text.from(i)) > 0;  // 联合青禾…
  if (!unknown && (verb || !text.opens(i))) return i;
  for (std::size_t end = unitLimit(text, i); end > i + kShortestStem; --end) {
    const std::size_t suffix = text.words().businesses.atEnd(text.text().substr(i, end - i));
    const bool sure = unknown || suffix >= kSure;
    if (suffix > 0 && sure && end - i >= suffix + kShortestStem) return end;
  }
  return i;
}

/// 鹿鸣大道, 滨江化工园: a name that the dictionary does not know before what it is.
std::size_t landmarkEnd(const SlotText& text, std::size_t i) {
  for (std::size_t stem = 3; stem >= 2; --stem) {
    const std::size_t suffix = text.words().landmarks.atStart(text.from(i + stem));
    if (suffix == 0 || !isNameOf(text, text.text().substr(i, stem))) continue;
    const bool known = !text.unknownWord({i, i + stem}) || !text.wordBegins(i + stem);
    if (!known && (text.opens(i) || text.wordBegins(i))) return i + stem + suffix;
  }
  return i;
}

}  // namespace

std::size_t selfEnd(const SlotText& text, std::size_t i) {
  const auto& words = text.words();
  const std::size_t head = words.selfHeads.atStart(text.from(i));
  if (head == 0 || words.selfNot.atStart(text.from(i)) > 0) return i;
  const std::size_t noun = words.selfNouns.atStart(text.from(i + head));
  return noun == 0 ? i : i + head + noun;
}

std::size_t unitEnd(const SlotText& text, std::size_t i) {
  const auto& words = text.words();
  const bool masked = isMask(text.at(i)) && !text.afterFigure(i);
  if (!masked &&
      (!isHan(text.at(i)) || words.unitLevels.atStart(text.from(i + stemOf(text, i))) == 0)) {
    return businessEnd(text, i);
  }
  for (std::size_t end = unitLimit(text, i); end > i + 1; --end) {
    const std::u16string_view name = text.text().substr(i, end - i);
    const std::size_t suffix = words.units.atEnd(name);
    if (suffix == 0 || suffix >= name.size() || words.unitsNot.atEnd(name) > 0) continue;
    if (masked) return end;
    if (!startsWithPlace(words, name.substr(0, name.size() - suffix))) continue;
    return text.opens(i) || opensInside(text, i, stemOf(text, i)) ? end : i;
  }
  return businessEnd(text, i);
}

std::size_t placeEnd(const SlotText& text, std::size_t i) {
  if (isMask(text.at(i)) && !text.afterFigure(i)) return maskedPlaceEnd(text, i);
  for (std::size_t stem = 3; stem >= 2; --stem) {
    if (i + stem >= text.size()) continue;
    const std::size_t suffix = text.words().places.atStart(text.from(i + stem));
    if (suffix == 0 || isAmong(text.at(i + stem + suffix), text.words().placesNext)) continue;
    const std::u16string_view whole = text.text().substr(i, stem + suffix);
    if (!isNameOf(text, whole.substr(0, stem)) || isGeneric(text, whole, suffix)) continue;
    if (text.opens(i) || (stem == 2 && opensInside(text, i, stem))) return i + whole.size();
  }
  return landmarkEnd(text, i);
}

std::size_t personEnd(const SlotText& text, std::size_t i) {
  if (const std::size_t end = namedAfterOfficeEnd(text, i); end > i) return end;
  if (!isAmong(text.at(i), text.words().surnames) || text.afterFigure(i)) return i;
  for (std::size_t given = 1; given <= 2; ++given) {
    if (!isHan(text.at(i + given)) || isAmong(text.at(i + given), u"任副正兼为的名位")) return i;
    const std::size_t title = text.words().personTitles.atStart(text.from(i + 1 + given));
    if (title == 0) continue;
    return text.wordBegins(i) && text.wordBegins(i + 1) ? i + 1 + given + title : i;
  }
  return i;
}

std::size_t namedThingEnd(const SlotText& text, std::size_t i) {
  if (const std::size_t end = awardEnd(text, i); end > i) return end;
  if (const std::size_t end = quotedNameEnd(text, i); end > i) return end;
  if (const std::size_t end = sessionEnd(text, i); end > i) return end;
  return mediumEnd(text, i);
}

}  // namespace moxian
