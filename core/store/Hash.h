#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace moxian {

/// A SHA-256 (FIPS 180-4).
using Hash = std::array<std::byte, 32>;

/// Makes the hash of bytes that come in pieces.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  Hasher& add(std::span<const std::byte> bytes);
  Hasher& add(std::string_view bytes);
  /// Ends the work; nothing may be added afterwards.
  [[nodiscard]] Hash finish();

 private:
  struct Work;
  std::unique_ptr<Work> m_work;
};

[[nodiscard]] Hash hashOf(std::span<const std::byte> bytes);
/// The hash of a text: of its UTF-16 code units, each as two bytes, the low one first.
[[nodiscard]] Hash hashOf(std::u16string_view text);
/// The code units of a text as bytes, the low one of each first, as files hold them.
[[nodiscard]] std::span<const std::byte> bytesOf(std::u16string_view text);

/// 64 hexadecimal digits in lower case, and back.
[[nodiscard]] std::string hex(const Hash& hash);
[[nodiscard]] std::optional<Hash> hashFromHex(std::string_view digits);
/// A hash that was stored as bytes; nothing if there are not exactly 32.
[[nodiscard]] std::optional<Hash> hashFromBytes(std::span<const std::byte> bytes);

}  // namespace moxian
