#pragma once

#include <cstdint>
#include <string>

namespace moxian {

/// A running program, told apart from every other one that ever ran.
struct ProcessIdentity {
  std::string host;     ///< its name, to show
  std::string machine;  ///< tells hosts apart that have one name; a hash, empty if unknown
  std::string boot;     ///< another one after each start of the host; empty if unknown
  std::int64_t pid = 0;
  std::uint64_t started = 0;  ///< clock ticks from the start of the host; 0 if unknown
  friend bool operator==(const ProcessIdentity&, const ProcessIdentity&) = default;
};

[[nodiscard]] ProcessIdentity thisProcess();

enum class Liveness {
  Dead,
  Alive,
  Unknown,  ///< it runs or ran on another host
};

/// Looks the process up. Where both machines are known they decide whether it is this host, since
/// machines set up from one image share a name and names change; else the names do. Clocks do not
/// matter: process numbers that were used again are told apart by when they started. A process that
/// a container hides seems dead.
[[nodiscard]] Liveness livenessOf(const ProcessIdentity& process);

}  // namespace moxian
