#include "core/text/WordStarts.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace moxian {
namespace {

/// So many units on each side tell where words begin.
constexpr std::size_t kBeside = 12;

using Breaks = std::unique_ptr<icu::BreakIterator>;

Breaks makeBreaks() {
  UErrorCode status = U_ZERO_ERROR;
  Breaks breaks(icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  return U_SUCCESS(status) ? std::move(breaks) : Breaks();
}

/// Iterators keep a place and take long to make: one a thread.
icu::BreakIterator* breaksOfThread() {
  thread_local const Breaks breaks = makeBreaks();
  return breaks.get();
}

}  // namespace

Result<void> knowsWords() {
  if (breaksOfThread() == nullptr || wordStarts(u"单位").at(1)) {
    return fail(ErrorCode::ResourceMissing, "ICU", "dictionary of Chinese words");
  }
  return {};
}

std::vector<bool> wordStarts(std::u16string_view text) {
  std::vector<bool> starts(text.size() + 1, true);
  icu::BreakIterator* breaks = breaksOfThread();
  if (breaks == nullptr) return starts;
  starts.assign(text.size() + 1, false);
  const icu::UnicodeString alias(false, text.data(), static_cast<int32_t>(text.size()));
  breaks->setText(alias);
  for (int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    starts[static_cast<std::size_t>(at)] = true;
  }
  return starts;
}

std::size_t wordStartFrom(std::u16string_view text, std::size_t at) {
  const std::size_t begin = at - std::min(at, kBeside);
  const std::vector<bool> starts = wordStarts(text.substr(begin, 2 * kBeside));
  for (std::size_t n = at - begin; n < starts.size(); ++n) {
    if (starts[n]) return begin + n;
  }
  return at;
}

std::size_t wordStartUpTo(std::u16string_view text, std::size_t at) {
  const std::size_t begin = at - std::min(at, kBeside);
  const std::vector<bool> starts = wordStarts(text.substr(begin, 2 * kBeside));
  for (std::size_t n = at - begin; n > 0; --n) {
    if (starts[n]) return begin + n;
  }
  return at;
}

}  // namespace moxian
