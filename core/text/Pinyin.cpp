#include "core/text/Pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace moxian {
namespace {

constexpr std::size_t kLongestQuery = 40;

/// The readings of all characters from `first` to `last`, one a line; empty if ICU cannot.
icu::UnicodeString readings(char16_t first, char16_t last) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> toLatin(icu::Transliterator::createInstance(
      u"Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || toLatin == nullptr) return {};
  icu::UnicodeString all;
  for (char16_t c = first; c <= last; ++c) all.append(c).append(u'\n');
  toLatin->transliterate(all);
  return all;
}

}  // namespace

Result<const Pinyin*> Pinyin::shared() {
  static const Pinyin made = [] {
    Pinyin pinyin;
    pinyin.m_readings.emplace_back();
    const icu::UnicodeString all = readings(kFirst, kLast);
    std::unordered_map<std::string, Sound> known{{"", 0}};
    std::string reading;
    for (int32_t i = 0; i < all.length(); ++i) {
      const char16_t c = all[i];
      if (c >= u'a' && c <= u'z') reading += static_cast<char>(c);
      if (c != u'\n') continue;
      const auto next = static_cast<Sound>(pinyin.m_readings.size());
      const auto [at, isNew] = known.emplace(reading, next);
      if (isNew) pinyin.m_readings.push_back(reading);
      pinyin.m_sounds.push_back(at->second);
      reading.clear();
    }
    return pinyin;
  }();
  if (made.m_sounds.size() != static_cast<std::size_t>(kLast - kFirst) + 1) {
    return fail(ErrorCode::ResourceMissing, "ICU", "Han-Latin");
  }
  return &made;
}

bool Pinyin::isQuery(std::u16string_view word) {
  return word.size() >= 2 && word.size() <= kLongestQuery &&
         std::ranges::all_of(word, [](char16_t c) { return c >= u'a' && c <= u'z'; });
}

bool Pinyin::matches(std::span<const Sound> text, std::string_view query) const {
  if (query.empty()) return true;
  if (text.empty()) return false;
  const std::string_view whole = m_readings[text.front()];
  if (whole.empty() || whole.front() != query.front()) return false;
  if (query.size() <= whole.size() && whole.starts_with(query)) return true;  // still being typed
  const auto rest = text.subspan(1);
  if (query.starts_with(whole) && matches(rest, query.substr(whole.size()))) return true;
  return whole.size() > 1 && matches(rest, query.substr(1));
}

std::size_t Pinyin::find(std::u16string_view text, std::string_view query) const {
  if (query.empty()) return 0;
  std::vector<Sound> sounds;
  sounds.reserve(text.size());
  for (const char16_t c : text) sounds.push_back(sound(c));
  const std::size_t at = find(std::span<const Sound>(sounds), query, 0);
  return at == sounds.size() ? std::u16string_view::npos : at;
}

std::size_t Pinyin::find(std::span<const Sound> text, std::string_view query,
                         std::size_t from) const {
  std::vector<char> begins;  // by sound: whether a match can begin with it
  for (const auto& each : m_readings) begins.push_back(each.starts_with(query.substr(0, 1)));
  for (std::size_t i = from; i < text.size(); ++i) {
    if (begins[text[i]] != 0 && matches(text.subspan(i), query)) return i;
  }
  return text.size();
}

}  // namespace moxian
