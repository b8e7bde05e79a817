#include "core/text/Script.h"

#include <opencc/opencc.h>

#include <bitset>
#include <mutex>
#include <string>

#include "core/base/Resources.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

/// Tells which Han characters exist in one script only. OpenCC is asked once for each character
/// that is met: reports use two to three thousand of the twenty thousand.
class ScriptSets {
 public:
  enum class Belongs { Both, Simplified, Traditional };

  Belongs of(char16_t c) {
    const std::size_t i = c - kFirst;
    if (!m_known[i]) {
      const std::string one = toUtf8({&c, 1});
      m_changedByS2t[i] = m_toTraditional.Convert(one) != one;
      m_changedByT2s[i] = m_toSimplified.Convert(one) != one;
      m_known[i] = true;
    }
    // a character that both directions change, or neither, is shared (干, 后 …) and says nothing
    if (m_changedByS2t[i] == m_changedByT2s[i]) return Belongs::Both;
    return m_changedByS2t[i] ? Belongs::Simplified : Belongs::Traditional;
  }

  static bool covers(char16_t c) { return c >= kFirst && c < kFirst + kCount; }

 private:
  static std::string configuration(const char* file) {
    return (resourceRoot() / "script" / file).string();
  }

  static constexpr std::size_t kFirst = 0x4E00;  // the main block; the others are rare
  static constexpr std::size_t kCount = 0x9FFF - kFirst + 1;
  std::bitset<kCount> m_known;
  std::bitset<kCount> m_changedByS2t;
  std::bitset<kCount> m_changedByT2s;
  opencc::SimpleConverter m_toTraditional{configuration("ST-characters.json")};
  opencc::SimpleConverter m_toSimplified{configuration("TS-characters.json")};
};

}  // namespace

Script detectScript(std::u16string_view text) {
  static ScriptSets sets;
  static std::mutex mutex;
  const std::scoped_lock lock(mutex);
  std::size_t simplified = 0;
  std::size_t traditional = 0;
  for (const char16_t c : text) {
    if (!ScriptSets::covers(c)) continue;
    const auto belongs = sets.of(c);
    simplified += belongs == ScriptSets::Belongs::Simplified ? 1 : 0;
    traditional += belongs == ScriptSets::Belongs::Traditional ? 1 : 0;
  }
  return traditional > simplified ? Script::Traditional : Script::Simplified;
}

std::string_view isoCode(Script script) {
  return script == Script::Traditional ? "Hant" : "Hans";
}

}  // namespace moxian
