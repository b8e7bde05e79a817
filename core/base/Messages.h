#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace moxian {

/// The sentences of the core in one language, from resources/messages/<language>.toml.
///
/// The file is a tree of tables whose leaves are strings, for example
///   [errors]
///   FileMissing = "找不到文件“{0}”。请检查路径。"
/// and the key of a sentence is its path joined by dots ("errors.FileMissing"). `{0}` to `{9}` are
/// filled with arguments. All languages must hold the same keys; a test compares them.
/// Immutable after loading, safe to share between threads.
class Messages {
 public:
  static constexpr std::array<std::string_view, 3> kLanguages = {"zh_CN", "zh_TW", "en"};
  /// One of kLanguages. A file that is missing or no valid TOML is an error.
  [[nodiscard]] static Result<Messages> load(std::string_view language);

  /// The sentence with its arguments filled in (UTF-8); the key itself in 【】 if there is none,
  /// which a test rules out for every key the core uses.
  [[nodiscard]] std::string text(std::string_view key,
                                 std::span<const std::string> arguments = {}) const;
  /// The sentence that tells a user about a failure: what happened and what to do.
  [[nodiscard]] std::string text(const Error& error) const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const {
    return m_texts;
  }

 private:
  std::map<std::string, std::string, std::less<>> m_texts;
};

/// The name of an error code as it stands in the message files.
[[nodiscard]] std::string_view name(ErrorCode code);

}  // namespace moxian
