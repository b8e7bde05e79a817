#pragma once

namespace moxian {

/// Memory that runs out once, in the middle of what works beside the window: operator new of this
/// program throws at the n-th allocation on threads of pools. For the life of the object; one at a
/// time.
class FailingMemory {
 public:
  explicit FailingMemory(long nth);
  ~FailingMemory();
  FailingMemory(const FailingMemory&) = delete;
  FailingMemory& operator=(const FailingMemory&) = delete;
  [[nodiscard]] bool struck() const;
};

}  // namespace moxian
