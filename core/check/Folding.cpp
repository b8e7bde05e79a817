#include "core/check/Folding.h"

#include <algorithm>

#include "core/text/ScriptConverter.h"

namespace moxian {
namespace {

constexpr char16_t kFirst = 0x3400;
constexpr char16_t kLast = 0x9FFF;

}  // namespace

Result<std::shared_ptr<const Folding>> Folding::load() {
  const auto converter = ScriptConverter::load();
  if (!converter) return std::unexpected(converter.error());
  auto out = std::make_shared<Folding>();
  // In blocks for speed; a block with a character that leaves the BMP comes back unfolded and is
  // asked for character by character.
  constexpr std::size_t kBlock = 64;
  for (std::size_t first = kFirst; first <= kLast; first += kBlock) {
    std::u16string block;
    for (std::size_t c = first; c < first + kBlock && c <= kLast; ++c) {
      block += static_cast<char16_t>(c);
    }
    if (const std::u16string folded = converter->folded(block); folded != block) {
      out->m_table.insert(out->m_table.end(), folded.begin(), folded.end());
    } else {
      for (const char16_t& c : block) out->m_table.push_back(converter->folded({&c, 1}).front());
    }
  }
  return std::shared_ptr<const Folding>(std::move(out));
}

std::u16string Folding::operator()(std::u16string_view text) const {
  std::u16string out(text);
  std::ranges::transform(out, out.begin(), [this](char16_t c) {
    return c >= kFirst && c <= kLast ? m_table[static_cast<std::size_t>(c - kFirst)] : c;
  });
  return out;
}

}  // namespace moxian
