#include "core/base/Names.h"

namespace moxian {

std::string named(const std::string& name, const Messages& messages) {
  const std::string key = "names." + name;
  return messages.has(key) ? messages.text(key) : name;
}

}  // namespace moxian
