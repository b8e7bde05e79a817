#include "core/store/Chunks.h"

#include <cstdint>

namespace moxian {
namespace {

constexpr std::size_t kLeast = 256;
constexpr std::size_t kMost = 4096;
constexpr std::uint32_t kOneIn = 4;  // lines that may end a passage

/// FNV-1a: the choice must be the same in every version of the program, not unpredictable.
std::uint32_t sumOf(std::u16string_view line) {
  std::uint32_t sum = 2166136261U;
  for (const char16_t unit : line) sum = (sum ^ unit) * 16777619U;
  return sum ^ (sum >> 15U);
}

}  // namespace

std::vector<Span> passages(std::u16string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t mark = text.find(u'\n', line);
    const std::size_t end = mark == text.npos ? text.size() : mark + 1;
    for (; end - begin > kMost; begin += kMost) {
      if (line > begin) {  // the lines before this one make a passage of their own
        out.push_back({begin, line});
        begin = line;
        if (end - begin <= kMost) break;
      }
      out.push_back({begin, begin + kMost});
    }
    if (end - begin >= kLeast && sumOf(text.substr(line, end - line)) % kOneIn == 0) {
      out.push_back({begin, end});
      begin = end;
    }
    line = end;
  }
  if (begin < text.size()) out.push_back({begin, text.size()});
  return out;
}

}  // namespace moxian
