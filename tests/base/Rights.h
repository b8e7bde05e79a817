#pragma once

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace moxian::test {

/// The capabilities by which root passes over the permissions of files (capabilities(7)).
inline constexpr unsigned kPassOver[] = {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH};

/// For the life of the object permissions bind the calling thread, and those it starts, as they
/// bind the owner of the files; for an ordinary user that changes nothing. The user stays the same,
/// so that whatever it could read before it can read still, wherever the project lies.
class PermissionsBind {
 public:
  PermissionsBind() {
    if (::syscall(SYS_capget, &m_header, m_before) != 0) return;
    __user_cap_data_struct less[2] = {m_before[0], m_before[1]};
    for (const unsigned capability : kPassOver) {
      less[CAP_TO_INDEX(capability)].effective &= ~CAP_TO_MASK(capability);
    }
    m_bind = ::syscall(SYS_capset, &m_header, less) == 0;
  }
  ~PermissionsBind() {
    if (m_bind) (void)::syscall(SYS_capset, &m_header, m_before);
  }
  PermissionsBind(const PermissionsBind&) = delete;
  PermissionsBind& operator=(const PermissionsBind&) = delete;

  /// False where the system does not let rights be given up.
  explicit operator bool() const { return m_bind; }

  /// The same for good, for the program that this process becomes. False if it cannot be had.
  [[nodiscard]] static bool forWhatIsStarted() {
    if (::geteuid() != 0) return true;
    for (const unsigned capability : kPassOver) {
      if (::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0) return false;
    }
    return true;
  }

 private:
  __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct m_before[2] = {};
  bool m_bind = false;
};

}  // namespace moxian::test
