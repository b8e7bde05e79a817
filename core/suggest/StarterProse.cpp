#include "core/suggest/StarterProse.h"

#include <algorithm>
#include <utility>

#include "core/corpus/Slots.h"

namespace moxian {
namespace {

constexpr std::size_t kSentences = 3;  // of a paragraph, as in reports

/// Hints of figures and years and what stands for them; see resources/corpus/README.md.
constexpr std::pair<std::u16string_view, std::u16string_view> kValues[] = {
    {u"数量", u"0"}, {u"人数", u"0"},    {u"金额", u"0"},      {u"里程", u"0"},
    {u"面积", u"0"}, {u"百分比", u"0%"}, {u"年度", u"2000年"}, {u"下一年度", u"2000年"}};

/// What stands for a slot 〔hint〕; the slot itself if nothing does.
std::u16string_view valueOf(std::u16string_view slot) {
  const std::u16string_view hint = slot.substr(1, slot.size() - 2);
  if (hint.starts_with(u'我') || hint.starts_with(u'全')) return hint;
  const auto found =
      std::ranges::find(kValues, hint, &std::pair<std::u16string_view, std::u16string_view>::first);
  return found == std::end(kValues) ? slot : found->second;
}

}  // namespace

std::u16string starterProse(std::u16string_view sentences) {
  std::u16string prose;
  std::size_t inParagraph = 0;
  std::size_t begin = 0;
  const auto copy = [&](std::u16string_view part) {
    for (const char16_t c : part) {
      if (c != u'\n') {
        prose += c;
      } else if (++inParagraph == kSentences) {
        prose += c;
        inParagraph = 0;
      }
    }
  };
  for (const Span slot : writtenSlots(sentences)) {
    copy(sentences.substr(begin, slot.begin - begin));
    copy(valueOf(slot.of(sentences)));
    begin = slot.end;
  }
  copy(sentences.substr(begin));
  return prose;
}

}  // namespace moxian
