#include "core/text/Pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>

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
    const icu::UnicodeString all = readings(kFirst, kLast);
    pinyin.m_starts.push_back(0);
    for (int32_t i = 0; i < all.length(); ++i) {
      const char16_t c = all[i];
      if (c >= u'a' && c <= u'z') pinyin.m_letters += static_cast<char>(c);
      if (c == u'\n') pinyin.m_starts.push_back(pinyin.m_letters.size());
    }
    return pinyin;
  }();
  if (made.m_starts.size() != static_cast<std::size_t>(kLast - kFirst) + 2) {
    return fail(ErrorCode::ResourceMissing, "ICU", "Han-Latin");
  }
  return &made;
}

bool Pinyin::isQuery(std::u16string_view word) {
  return word.size() >= 2 && word.size() <= kLongestQuery && std::ranges::all_of(word, [](char16_t c) { return c >= u'a' && c <= u'z'; });
}

std::string_view Pinyin::reading(char16_t c) const {
  if (c < kFirst || c > kLast) return {};
  const std::size_t i = c - kFirst;
  return std::string_view(m_letters).substr(m_starts[i], m_starts[i + 1] - m_starts[i]);
}

bool Pinyin::matches(std::u16string_view text, std::string_view query) const {
  if (query.empty()) return true;
  if (text.empty()) return false;
  const std::string_view whole = reading(text.front());
  if (whole.empty() || whole.front() != query.front()) return false;
  if (query.size() <= whole.size() && whole.starts_with(query)) return true;  // still being typed
  const auto rest = text.substr(1);
  if (query.starts_with(whole) && matches(rest, query.substr(whole.size()))) return true;
  return whole.size() > 1 && matches(rest, query.substr(1));
}

std::size_t Pinyin::find(std::u16string_view text, std::string_view query) const {
  if (query.empty()) return 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (matches(text.substr(i), query)) return i;
  }
  return std::u16string_view::npos;
}

}  // namespace moxian
