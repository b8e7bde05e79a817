#include "core/text/Script.h"

#include <bitset>
#include <string>

#include "core/base/Resources.h"
#include "core/text/CharacterTable.h"

namespace moxian {
namespace {

/// Tells which Han characters exist in one script only.
class ScriptSets {
 public:
  enum class Belongs { Both, Simplified, Traditional };

  Belongs of(char16_t c) const {
    // a character that both directions change, or neither, is shared (干, 后 …) and says nothing
    if (m_changedByS2t[c] == m_changedByT2s[c]) return Belongs::Both;
    return m_changedByS2t[c] ? Belongs::Simplified : Belongs::Traditional;
  }

 private:
  using Set = std::bitset<0x10000>;

  static Set changedBy(const char* file) {
    Set changed;
    const auto pairs = characterTable((resourceRoot() / "script" / file).string());
    for (const CharacterPair& pair : pairs.value()) changed.set(pair.from);
    return changed;
  }

  Set m_changedByS2t = changedBy("ST-characters.json");
  Set m_changedByT2s = changedBy("TS-characters.json");
};

}  // namespace

Script detectScript(std::u16string_view text) {
  static const ScriptSets sets;
  std::size_t simplified = 0;
  std::size_t traditional = 0;
  for (const char16_t c : text) {
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
