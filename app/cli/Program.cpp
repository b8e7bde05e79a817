#include "app/cli/Program.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace moxian::cli {

std::string Program::say(std::string_view key, const std::vector<std::string>& arguments) const {
  return m_messages.text("cli." + std::string(key), arguments);
}

Result<void> Program::print(std::string_view text) const {
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
  if (written == text.size() && std::fflush(stdout) == 0) return {};
  const int number = errno;
  return fail(number == ENOSPC ? ErrorCode::DiskFull : ErrorCode::WriteFailed, say("stdout"),
              std::strerror(number));
}

void Program::note(const std::string& line) const {
  std::string one = line;
  std::ranges::replace(one, '\n', ' ');
  std::fputs((one + "\n").c_str(), stderr);
}

int Program::report(const Error& error) const {
  note(m_messages.text(error));
  return kFailed;
}

void finish(Program& program, const Result<int>& result) {
  program.exitCode = result ? *result : program.report(result.error());
}

}  // namespace moxian::cli
