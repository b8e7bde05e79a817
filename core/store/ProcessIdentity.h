#pragma once

#include <cstdint>
#include <string>

namespace moxian {

/// A running program, told apart from every other one that ever ran.
struct ProcessIdentity {
  std::string host;
  std::string boot;  ///< another one after each start of the host; empty if unknown
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

/// Looks the process up. Clocks do not matter: process numbers that were used again are told apart
/// by when they started. A process that a container hides seems dead.
[[nodiscard]] Liveness livenessOf(const ProcessIdentity& process);

}  // namespace moxian
