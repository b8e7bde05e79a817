#include "tests/cli/Cli.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/base/Rights.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

void redirect(const std::string& path, int flags, int to) {
  const int fd = ::open(path.c_str(), flags, 0600);
  if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(99);
}

void surround(const Surroundings& surroundings) {
  for (const char* variable : {"LANG", "LC_ALL", "LC_MESSAGES", "XDG_CONFIG_HOME"})
    ::unsetenv(variable);
  for (const auto& [name, value] : surroundings.environment) {
    value.empty() ? ::unsetenv(name.c_str()) : ::setenv(name.c_str(), value.c_str(), 1);
  }
  if (surroundings.fileSizeLimit > 0) {
    const rlimit limit{surroundings.fileSizeLimit, surroundings.fileSizeLimit};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  if (surroundings.permissionsBind && !test::PermissionsBind::forWhatIsStarted()) ::_exit(98);
}

[[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments) {
  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execv(program.c_str(), argv.data());
  ::_exit(97);
}

int exitCodeOf(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

void CliTest::SetUp() {
  std::string name = (fs::temp_directory_path() / "moxian-cli-XXXXXX").string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  folder = name;
  ASSERT_EQ(::chmod(name.c_str(), 0755), 0);
}

void CliTest::TearDown() {
  fs::remove_all(folder);
}

Answer CliTest::run(const std::vector<std::string>& arguments,
                    const Surroundings& surroundings) const {
  const std::string in = file("stdin", surroundings.stdinText);
  const std::string out = surroundings.outFile.empty() ? path("stdout") : surroundings.outFile;
  const std::string err = path("stderr");
  const pid_t child = ::fork();
  if (child == 0) {
    redirect(in, O_RDONLY, 0);
    redirect(out, O_WRONLY | O_CREAT | O_TRUNC, 1);
    redirect(err, O_WRONLY | O_CREAT | O_TRUNC, 2);
    if (::chdir(folder.c_str()) != 0) ::_exit(96);
    surround(surroundings);
    become(surroundings.program, arguments);
  }
  const int code = exitCodeOf(child);
  return {code, surroundings.outFile.empty() ? content(out) : std::string(), content(err)};
}

std::string CliTest::file(const std::string& name, const std::string& bytes) const {
  std::ofstream(folder / name, std::ios::binary) << bytes;
  return path(name);
}

std::string CliTest::content(const std::string& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

bool CliTest::permissionsCount() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(test::PermissionsBind::forWhatIsStarted() ? 0 : 1);
  return exitCodeOf(child) == 0;
}

testing::AssertionResult failsWith(const Answer& answer, const std::string& part) {
  const auto told = std::count(answer.err.begin(), answer.err.end(), '\n');
  const bool placeholder = answer.err.find("【") != std::string::npos;
  if (answer.exitCode == 2 && answer.out.empty() && told == 1 && !placeholder &&
      answer.err.find(part) != std::string::npos) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << "exit code " << answer.exitCode << ", stdout \""
                                     << answer.out << "\", stderr \"" << answer.err << "\"";
}

}  // namespace moxian
