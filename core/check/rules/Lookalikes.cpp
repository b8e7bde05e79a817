#include "core/check/rules/Lookalikes.h"

#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/text/Pinyin.h"

namespace moxian {
namespace {

/// A reading as it sounds in the south: without the h of zh, ch, sh and the g of ng.
std::string broad(std::string_view reading) {
  std::string out(reading);
  if (out.size() > 1 && out[1] == 'h' && std::string_view("zcs").contains(out[0])) out.erase(1, 1);
  if (out.ends_with("ng")) out.pop_back();
  return out;
}

}  // namespace

Result<Lookalikes> Lookalikes::load() {
  const auto pinyin = Pinyin::shared();
  if (!pinyin) return std::unexpected(pinyin.error());
  const auto groups = loadWords("lookalikes.txt");
  if (!groups) return std::unexpected(groups.error());
  Lookalikes out;
  out.m_pinyin = *pinyin;
  for (const std::u16string& group : *groups) {
    for (const char16_t c : group) out.m_shapes[c] += group;
  }
  return out;
}

bool Lookalikes::areAlike(char16_t a, char16_t b) const {
  const auto shapes = m_shapes.find(a);
  if (shapes != m_shapes.end() && isOneOf(b, shapes->second)) return true;
  const std::string_view sound = m_pinyin->reading(a);
  return !sound.empty() && broad(sound) == broad(m_pinyin->reading(b));
}

}  // namespace moxian
