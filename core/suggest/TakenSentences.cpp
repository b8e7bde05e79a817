#include "core/suggest/TakenSentences.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <map>
#include <system_error>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/corpus/Grams.h"

namespace moxian {
namespace {

constexpr std::uintmax_t kLargest = std::uintmax_t{16} << 20U;  // bytes of the file

template <class Number>
bool read(std::string_view digits, int base, Number& into) {
  const auto [stop, failed] =
      std::from_chars(digits.data(), digits.data() + digits.size(), into, base);
  return failed == std::errc() && stop == digits.data() + digits.size();
}

}  // namespace

Result<TakenSentences> TakenSentences::load(const std::filesystem::path& file) {
  const auto bytes = readFile(file, kLargest);
  if (!bytes && bytes.error().code == ErrorCode::FileMissing) return TakenSentences();
  if (!bytes) return std::unexpected(bytes.error());
  TakenSentences taken;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t space = std::min(line.find(' '), line.size());
    std::uint64_t name = 0;
    std::uint32_t times = 0;
    if (read(line.substr(0, space), 16, name) &&
        read(line.substr(std::min(space + 1, line.size())), 10, times)) {
      taken.m_times[name] = times;
    }
  }
  return taken;
}

Result<void> TakenSentences::save(const std::filesystem::path& file) const {
  std::string lines;
  for (const auto& [name, times] : std::map(m_times.begin(), m_times.end())) {
    lines += std::format("{:016x} {}\n", name, times);
  }
  return writeFile(file, lines);
}

std::uint64_t TakenSentences::nameOf(std::u16string_view sentence) {
  return static_cast<std::uint64_t>(stableHash(toUtf8(sentence)));
}

void TakenSentences::note(std::uint64_t name) {
  std::uint32_t& times = m_times[name];
  times = std::min<std::uint32_t>(times + 1, 1'000'000);
}

std::uint32_t TakenSentences::times(std::uint64_t name) const {
  const auto found = m_times.find(name);
  return found == m_times.end() ? 0 : found->second;
}

}  // namespace moxian
