#include "core/store/ProcessIdentity.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <sstream>

#include "core/store/Hash.h"

namespace moxian {
namespace {

std::string hostName() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string bootId() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

/// Of machine-id(5), which is not to be given away as it is.
std::string machineId() {
  std::ifstream file("/etc/machine-id");
  std::string id;
  std::getline(file, id);
  id += "moxian";
  return file ? hex(hashOf(std::as_bytes(std::span(id)))).substr(0, 32) : "";
}

bool onThisHost(const ProcessIdentity& process) {
  const std::string here = process.machine.empty() ? "" : machineId();
  return here.empty() ? process.host == hostName() : process.machine == here;
}

/// Field 22 of /proc/PID/stat (proc_pid_stat(5)), counted from behind the name in brackets, which
/// may hold spaces.
std::uint64_t startOf(std::int64_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(file, line);
  const std::size_t name = line.rfind(')');
  if (name == line.npos) return 0;
  std::istringstream fields(line.substr(name + 1));
  std::string field;
  for (int number = 3; number <= 22; ++number) fields >> field;
  std::uint64_t ticks = 0;
  std::istringstream(field) >> ticks;
  return ticks;
}

}  // namespace

ProcessIdentity thisProcess() {
  return {hostName(), machineId(), bootId(), ::getpid(), startOf(::getpid())};
}

Liveness livenessOf(const ProcessIdentity& process) {
  if (!onThisHost(process)) return Liveness::Unknown;
  const std::string boot = bootId();
  if (!boot.empty() && !process.boot.empty() && process.boot != boot) return Liveness::Dead;
  const bool there =
      process.pid > 0 && (::kill(static_cast<pid_t>(process.pid), 0) == 0 || errno == EPERM);
  if (!there) return Liveness::Dead;
  const std::uint64_t started = startOf(process.pid);
  const bool another = started != 0 && process.started != 0 && started != process.started;
  return another ? Liveness::Dead : Liveness::Alive;
}

}  // namespace moxian
