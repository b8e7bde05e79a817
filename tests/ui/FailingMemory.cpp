#include "tests/ui/FailingMemory.h"

#include <sys/prctl.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>

namespace moxian {
namespace {

std::atomic<long> left = 0;  // allocations that go well; 0: memory does not fail

/// Qt names the threads of its pools so.
bool onAPoolsThread() {
  char name[16] = {};
  return ::prctl(PR_GET_NAME, name) == 0 && std::strcmp(name, "Thread (pooled)") == 0;
}

}  // namespace

FailingMemory::FailingMemory(long nth) {
  left = nth;
}

FailingMemory::~FailingMemory() {
  left = 0;
}

bool FailingMemory::struck() const {
  return left == -1;
}

}  // namespace moxian

void* operator new(std::size_t size) {
  using moxian::left;
  if (left > 0 && moxian::onAPoolsThread() && --left == 0) {
    left = -1;
    throw std::bad_alloc();
  }
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void operator delete(void* memory) noexcept {
  std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept {
  std::free(memory);
}
