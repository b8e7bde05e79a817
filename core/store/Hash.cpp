#include "core/store/Hash.h"

#include <glib.h>

#include <algorithm>
#include <bit>

namespace moxian {

static_assert(std::endian::native == std::endian::little,
              "texts are stored low byte first; this system would have to swap them");

struct Hasher::Work {
  struct Free {
    void operator()(GChecksum* sum) const { g_checksum_free(sum); }
  };
  std::unique_ptr<GChecksum, Free> sum{g_checksum_new(G_CHECKSUM_SHA256)};
};

Hasher::Hasher() : m_work(std::make_unique<Work>()) {}
Hasher::~Hasher() = default;

Hasher& Hasher::add(std::span<const std::byte> bytes) {
  g_checksum_update(m_work->sum.get(), reinterpret_cast<const guchar*>(bytes.data()),
                    static_cast<gssize>(bytes.size()));
  return *this;
}

Hasher& Hasher::add(std::string_view bytes) {
  return add(std::as_bytes(std::span(bytes)));
}

Hash Hasher::finish() {
  Hash hash;
  gsize length = hash.size();
  g_checksum_get_digest(m_work->sum.get(), reinterpret_cast<guint8*>(hash.data()), &length);
  return hash;
}

Hash hashOf(std::span<const std::byte> bytes) {
  return Hasher().add(bytes).finish();
}

Hash hashOf(std::u16string_view text) {
  return hashOf(bytesOf(text));
}

std::span<const std::byte> bytesOf(std::u16string_view text) {
  return std::as_bytes(std::span(text));
}

std::string hex(const Hash& hash) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const std::byte b : hash) {
    out += kDigits[std::to_integer<unsigned>(b) >> 4U];
    out += kDigits[std::to_integer<unsigned>(b) & 15U];
  }
  return out;
}

std::optional<Hash> hashFromHex(std::string_view digits) {
  Hash hash{};
  if (digits.size() != 2 * hash.size()) return {};
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (value < 0) return {};
    hash[i / 2] = (hash[i / 2] << 4U) | static_cast<std::byte>(value);
  }
  return hash;
}

std::optional<Hash> hashFromBytes(std::span<const std::byte> bytes) {
  Hash hash{};
  if (bytes.size() != hash.size()) return {};
  std::ranges::copy(bytes, hash.begin());
  return hash;
}

}  // namespace moxian
