#include "core/text/Cleaner.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <sstream>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

/// What takes the place of a damaged range; empty if it goes.
struct Mend {
  Damage damage;
  std::u16string with;
};

bool isInvisible(char16_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0x00AD ||
         (c >= 0xE000 && c <= 0xF8FF) || (c < 0x20 && c != u'\n' && c != u'\t') || c == 0x7F;
}

bool isLatinLetter(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Letters with the four tone marks and ü, as pinyin is printed.
constexpr std::u16string_view kToned = u"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿĀÁǍÀĒÉĚÈŌÓǑÒ";
constexpr std::u16string_view kToneless = u"aaaaeeeeiiiioooouuuuüüüüünnnmAAAAEEEEOOOO";
static_assert(kToned.size() == kToneless.size());

bool isPinyinLetter(char16_t c) {
  return isLatinLetter(c) || kToned.find(c) != kToned.npos;
}

/// The syllable without tones and in lower case (v for ü becomes ü).
std::u16string toneless(std::u16string_view syllable) {
  std::u16string out;
  for (char16_t c : syllable) {
    if (const auto at = kToned.find(c); at != kToned.npos) c = kToneless[at];
    if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c - u'A' + u'a');
    out += c == u'v' ? u'ü' : c;
  }
  return out;
}

bool hasTone(std::u16string_view text) {
  return std::ranges::any_of(text, [](char16_t c) { return kToned.find(c) != kToned.npos; });
}

}  // namespace

struct Cleaner::Data {
  std::set<std::u16string, std::less<>> syllables;
  std::map<char16_t, char16_t> radicals;

  [[nodiscard]] std::size_t pinyinNote(std::u16string_view text, std::size_t open) const;
  [[nodiscard]] bool isNote(std::u16string_view inside, std::u16string_view before) const;
  [[nodiscard]] int syllablesIn(std::u16string_view letters) const;
};

namespace {

Result<std::string> resource(const char* file) {
  const auto path = resourceRoot() / "cleaning" / file;
  auto bytes = readFile(path);
  if (!bytes) return fail(ErrorCode::ResourceMissing, path.string(), bytes.error().detail);
  return bytes;
}

Result<std::set<std::u16string, std::less<>>> readSyllables() {
  const auto bytes = resource("pinyin.txt");
  if (!bytes) return std::unexpected(bytes.error());
  std::set<std::u16string, std::less<>> syllables;
  std::istringstream lines(*bytes);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    for (std::string word; words >> word;) syllables.insert(toUtf16(word));
  }
  return syllables;
}

Result<std::map<char16_t, char16_t>> readRadicals() {
  const auto bytes = resource("radicals.tsv");
  if (!bytes) return std::unexpected(bytes.error());
  std::map<char16_t, char16_t> radicals;
  std::istringstream lines(*bytes);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::u16string pair = toUtf16(line);
    if (pair.size() != 3 || pair[1] != u'\t') {
      return fail(ErrorCode::ResourceInvalid, "cleaning/radicals.tsv",
                  "line " + std::to_string(number));
    }
    radicals.emplace(pair[0], pair[2]);
  }
  return radicals;
}

/// The reading ICU knows for a Han character, without tone; one transliterator for the process,
/// which ICU allows to share as long as it is const.
std::u16string transliterated(char16_t han) {
  static const std::unique_ptr<const icu::Transliterator> latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Transliterator> made(
        icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  if (!latin) return {};
  icu::UnicodeString text(static_cast<UChar32>(han));
  latin->transliterate(text);
  return toneless({text.getBuffer(), static_cast<std::size_t>(text.length())});
}

/// The same, kept: a text full of notes asks for the same few thousand characters again and again.
std::u16string readingOf(char16_t han) {
  static std::map<char16_t, std::u16string> known;
  static std::mutex mutex;
  const std::scoped_lock lock(mutex);
  const auto [at, isNew] = known.try_emplace(han);
  if (isNew) at->second = transliterated(han);
  return at->second;
}

}  // namespace

/// How many syllables a run of letters splits into (longest first), 0 if it does not.
int Cleaner::Data::syllablesIn(std::u16string_view letters) const {
  if (letters.empty()) return 0;
  int count = 0;
  while (!letters.empty()) {
    std::size_t length = std::min<std::size_t>(6, letters.size());
    while (length > 0 && !syllables.contains(letters.substr(0, length))) --length;
    if (length == 0) return 0;
    letters.remove_prefix(length);
    ++count;
  }
  return count;
}

/// True if the inside of a bracket is a pinyin note on the character before it: all of it are
/// syllables, and they carry tones or one of them is that character's reading.
bool Cleaner::Data::isNote(std::u16string_view inside, std::u16string_view before) const {
  constexpr std::u16string_view kBetween = u" /|,、，;；或\u3000";
  std::u16string word;
  bool any = false;
  bool readsSo = false;
  const auto finish = [&] {
    while (!word.empty() && isAsciiDigit(word.back())) word.pop_back();  // wu4
    if (word.empty()) return true;
    any = true;
    const std::u16string plain = toneless(word);
    word.clear();
    if (syllablesIn(plain) == 0) return false;
    if (!before.empty() && plain.ends_with(readingOf(before.back()))) readsSo = true;
    return true;
  };
  for (const char16_t c : inside) {
    if (isPinyinLetter(c) || (isAsciiDigit(c) && !word.empty())) {
      word += c;
    } else if (kBetween.find(c) == kBetween.npos || !finish()) {
      return false;
    }
  }
  return finish() && any && (hasTone(inside) || readsSo);
}

/// The end of a pinyin note whose bracket opens at `open`, or `open` if there is none.
std::size_t Cleaner::Data::pinyinNote(std::u16string_view text, std::size_t open) const {
  constexpr std::size_t kLongest = 40;  // a note holds a few syllables with alternatives
  constexpr int kNotesInARow = 3;       // 务(wù)(wu); more would make a line of brackets slow
  const char16_t closer = text[open] == u'(' ? u')' : u'）';
  const auto close = text.substr(0, std::min(text.size(), open + kLongest)).find(closer, open);
  if (close == text.npos) return open;
  std::size_t before = open;
  for (int notes = 0; before > 0 && (text[before - 1] == u')' || text[before - 1] == u'）'); ++notes) {
    if (notes == kNotesInARow) return open;
    const std::size_t reach = before - std::min(before, kLongest);
    const auto opened = text.substr(reach, before - reach).find_last_of(u"(（");
    if (opened == text.npos) return open;
    before = reach + opened;
  }
  if (before == 0 || !isHan(text[before - 1])) return open;
  const Span inside{open + 1, close};
  return isNote(inside.of(text), text.substr(before - 1, 1)) ? close + 1 : open;
}

namespace {

/// True if a half-width question mark asks: the sentence before it has a word that asks, or it
/// ends its line as the only one of its kind after Han text.
bool asks(std::u16string_view text, std::size_t at) {
  static constexpr std::u16string_view kAsking[] = {
      u"吗", u"呢", u"什么", u"什麼", u"怎么", u"怎麼", u"为何", u"為何", u"如何", u"谁", u"誰",
      u"哪", u"几", u"多少", u"是否", u"何", u"嗎", u"难道", u"岂", u"么"};
  constexpr std::size_t kLongestSentence = 60;
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestSentence &&
         std::u16string_view(u"。；！？;!?\n").find(text[begin - 1]) == std::u16string_view::npos) {
    --begin;
  }
  if (at == begin) return false;
  const auto sentence = text.substr(begin, at - begin);
  const char16_t next = at + 1 < text.size() ? text[at + 1] : u'\n';
  const bool ends = next == u'\n' || isSpace(next) ||
                    std::u16string_view(u"”’」』》）)\"").find(next) != std::u16string_view::npos;
  const bool continues = isHan(next);
  return std::ranges::any_of(kAsking, [&](auto word) { return sentence.contains(word); }) &&
         (ends || continues) && isHan(text[at - 1]);
}

/// True if the '?' at `at` stands for something lost in extraction.
bool isStrayQuestionMark(std::u16string_view text, std::size_t at) {
  const char16_t previous = at > 0 ? text[at - 1] : u'\n';
  const char16_t next = at + 1 < text.size() ? text[at + 1] : u'\n';
  if (isLatinLetter(previous) || isLatinLetter(next) || previous == u'=' || next == u'=' ||
      previous == u'/') {
    return false;  // addresses and foreign text
  }
  return !asks(text, at);
}

}  // namespace

namespace {

/// Page numbers that a page break left inside sentences: short numbers between Han characters or
/// marks, set off by spaces, that count up by one at least three times over the text.
std::vector<Span> pageNumbers(std::u16string_view text) {
  struct Found {
    Span span;
    int value;
  };
  std::vector<Found> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!isAsciiDigit(text[at]) || (at > 0 && isAsciiDigit(text[at - 1]))) continue;
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && isAsciiDigit(text[end]) && end - at < 4) {
      value = value * 10 + (text[end++] - u'0');
    }
    const bool setOff = at > 1 && isSpace(text[at - 1]) && isHan(text[at - 2]) &&
                        end + 1 < text.size() && isSpace(text[end]) && isHan(text[end + 1]);
    if (setOff && end - at <= 3) found.push_back({{at - 1, end + 1}, value});
    at = end - 1;
  }
  std::vector<Span> pages;
  for (std::size_t i = 0; i < found.size();) {
    std::size_t run = i + 1;
    while (run < found.size() && found[run].value == found[run - 1].value + 1) ++run;
    if (run - i >= 3) {
      for (std::size_t k = i; k < run; ++k) pages.push_back(found[k].span);
    }
    i = run;
  }
  return pages;
}

/// The ideograph that a Kangxi radical stands for (Unicode NFKC), 0 if it is none.
char16_t kangxiIdeograph(char16_t c) {
  if (c < 0x2F00 || c > 0x2FD5) return 0;
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return 0;
  const icu::UnicodeString folded = nfkc->normalize(icu::UnicodeString(c), status);
  return U_SUCCESS(status) && folded.length() == 1 ? folded[0] : 0;
}

}  // namespace

Result<Cleaner> Cleaner::load() {
  auto data = std::make_shared<Data>();
  auto syllables = readSyllables();
  if (!syllables) return std::unexpected(syllables.error());
  auto radicals = readRadicals();
  if (!radicals) return std::unexpected(radicals.error());
  data->syllables = std::move(*syllables);
  data->radicals = std::move(*radicals);
  Cleaner cleaner;
  cleaner.m_data = std::move(data);
  return cleaner;
}

CleanText Cleaner::clean(std::u16string_view text) const {
  std::vector<Mend> mends;
  for (const Span page : pageNumbers(text)) mends.push_back({{DamageKind::PageNumber, page}, {}});
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char16_t c = text[at];
    if (c == u'(' || c == u'（') {
      const std::size_t end = m_data->pinyinNote(text, at);
      if (end == at) continue;
      mends.push_back({{DamageKind::PinyinNote, {at, end}}, {}});
      at = end - 1;
    } else if (c == u'?' && isStrayQuestionMark(text, at)) {
      mends.push_back({{DamageKind::QuestionMark, {at, at + 1}}, {}});
    } else if (isInvisible(c)) {
      mends.push_back({{DamageKind::Invisible, {at, at + 1}}, {}});
    } else if (c >= 0x2E80 && c <= 0x2FD5) {
      const auto known = m_data->radicals.find(c);
      const char16_t with = known != m_data->radicals.end() ? known->second : kangxiIdeograph(c);
      if (with != 0) mends.push_back({{DamageKind::Radical, {at, at + 1}}, {with}});
    }
  }
  std::ranges::sort(mends, {}, [](const Mend& mend) { return mend.damage.span; });

  CleanText result;
  std::size_t done = 0;
  for (const Mend& mend : mends) {
    const Span span = mend.damage.span;
    if (span.begin < done) continue;
    result.text += text.substr(done, span.begin - done);
    result.map.keep(span.begin - done);
    result.text += mend.with;
    result.map.replace(span.length(), mend.with.size());
    result.damages.push_back(mend.damage);
    done = span.end;
  }
  result.text += text.substr(done);
  result.map.keep(text.size() - done);
  return result;
}

}  // namespace moxian
