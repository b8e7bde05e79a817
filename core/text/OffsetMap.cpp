#include "core/text/OffsetMap.h"

#include <algorithm>

namespace moxian {

void OffsetMap::add(std::size_t original, std::size_t clean, bool kept) {
  if (original == 0 && clean == 0) return;
  const Piece last = m_pieces.empty() ? Piece{} : m_pieces.back();
  if (!m_pieces.empty() && kept && last.kept) {
    m_pieces.back().originalLength += original;
    m_pieces.back().cleanLength += clean;
    return;
  }
  m_pieces.push_back({last.original + last.originalLength, last.clean + last.cleanLength, original,
                      clean, kept});
}

void OffsetMap::keep(std::size_t length) {
  add(length, length, true);
}

void OffsetMap::replace(std::size_t original, std::size_t clean) {
  add(original, clean, false);
}

std::size_t OffsetMap::toOriginal(std::size_t clean) const {
  // the last piece that starts at or before the offset: past everything removed just before it
  const auto after = std::ranges::upper_bound(m_pieces, clean, {}, &Piece::clean);
  if (after == m_pieces.begin()) return clean;
  const Piece& piece = *(after - 1);
  const std::size_t within = clean - piece.clean;
  if (piece.kept) return piece.original + std::min(within, piece.originalLength);
  return within < piece.cleanLength ? piece.original : piece.original + piece.originalLength;
}

Span OffsetMap::toOriginal(Span clean) const {
  if (clean.empty()) return {toOriginal(clean.begin), toOriginal(clean.begin)};
  const std::size_t last = clean.end - 1;
  const auto after = std::ranges::upper_bound(m_pieces, last, {}, &Piece::clean);
  if (after == m_pieces.begin()) return clean;
  const Piece& piece = *(after - 1);
  const std::size_t end = piece.kept ? piece.original + (last - piece.clean) + 1
                                     : piece.original + piece.originalLength;
  return {toOriginal(clean.begin), end};
}

std::size_t OffsetMap::toClean(std::size_t original) const {
  const auto after = std::ranges::upper_bound(m_pieces, original, {}, &Piece::original);
  if (after == m_pieces.begin()) return original;
  const Piece& piece = *(after - 1);
  return piece.clean + std::min(original - piece.original, piece.cleanLength);
}

}  // namespace moxian
