#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace moxian {

/// Finds many phrases in one pass over a text. In a phrase, ^ stands for the start of the text, $ for
/// its end, … for a gap within a clause and …… for one that may hold marks; gaps hold up to 40 units.
class PhraseFinder {
 public:
  void add(std::u16string_view words, std::size_t id);
  /// Calls `found(id)` for each phrase that occurs, perhaps several times for one id.
  template <class Found>
  void find(std::u16string_view text, const Found& found) const;

 private:
  struct Phrase {
    struct Piece {
      std::u16string text;
      bool acrossClauses = false;  // the gap before it may hold marks
    };
    std::vector<Piece> pieces;  // in this order
    bool atStart = false;
    bool atEnd = false;
    std::size_t id = 0;
  };
  static constexpr std::size_t kGap = 40;  // units between two pieces at most
  [[nodiscard]] static bool matches(const Phrase& phrase, std::u16string_view text, std::size_t at);

  std::vector<std::vector<Phrase>> m_buckets = {{}};  // phrases that begin alike; the first is empty
  std::vector<std::uint16_t> m_bucketOf = std::vector<std::uint16_t>(0x10000);  // by UTF-16 unit
};

template <class Found>
void PhraseFinder::find(std::u16string_view text, const Found& found) const {
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const Phrase& phrase : m_buckets[m_bucketOf[text[i]]]) {
      if (matches(phrase, text, i)) found(phrase.id);
    }
  }
}

}  // namespace moxian
