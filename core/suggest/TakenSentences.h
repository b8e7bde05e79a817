#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <unordered_map>

#include "core/base/Result.h"

namespace moxian {

/// How often each suggested sentence was taken, kept in a small text file beside the corpus. Knows
/// the sentences by their hashes only. One thread, or shared as const.
class TakenSentences {
 public:
  /// A file that is missing is an empty one. It only orders suggestions, so lines that are not as
  /// documented are left out.
  [[nodiscard]] static Result<TakenSentences> load(const std::filesystem::path& file);
  /// One line a sentence: its hash in hexadecimal digits, a space, how often it was taken.
  [[nodiscard]] Result<void> save(const std::filesystem::path& file) const;

  /// What a sentence is known by, as it was suggested, slots empty.
  [[nodiscard]] static std::uint64_t nameOf(std::u16string_view sentence);

  void note(std::uint64_t name);
  [[nodiscard]] std::uint32_t times(std::uint64_t name) const;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> m_times;
};

}  // namespace moxian
