#pragma once

#include <unistd.h>

#include <utility>

namespace moxian {

/// An open file descriptor, closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : m_fd(fd) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      reset();
      m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return m_fd; }
  [[nodiscard]] bool valid() const { return m_fd >= 0; }
  /// Closes now; false if the system reports that something written before was lost.
  [[nodiscard]] bool close() { return ::close(std::exchange(m_fd, -1)) == 0; }

 private:
  void reset() {
    if (m_fd >= 0) ::close(std::exchange(m_fd, -1));
  }

  int m_fd = -1;
};

}  // namespace moxian
