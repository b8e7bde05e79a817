#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Messages.h"
#include "core/base/Result.h"

namespace moxian::cli {

/// What a run ends with.
enum ExitCode : int {
  kDone = 0,
  kFindings = 1,  ///< check: findings at or above --fail-on; review: changes wait for a choice
  kFailed = 2,    ///< usage, unreadable input or failed output; one line on stderr says why
};

/// What all commands share: the sentences of the user's language and the way out for text.
class Program {
 public:
  explicit Program(Messages messages) : m_messages(std::move(messages)) {}

  [[nodiscard]] const Messages& messages() const { return m_messages; }
  /// A sentence below "cli." with its arguments.
  [[nodiscard]] std::string say(std::string_view key,
                                const std::vector<std::string>& arguments = {}) const;

  /// Writes to stdout and to the reader behind it at once; WriteFailed or DiskFull if it is lost.
  [[nodiscard]] Result<void> print(std::string_view text) const;
  /// One line on stderr.
  void note(const std::string& line) const;
  /// Says what failed; the exit code is kFailed.
  int report(const Error& error) const;

  /// What the command ended with.
  int exitCode = kDone;

 private:
  Messages m_messages;
};

/// Runs a command's function and turns its result into the exit code.
void finish(Program& program, const Result<int>& result);

}  // namespace moxian::cli
