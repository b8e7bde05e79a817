#include "core/text/Script.h"

#include <bitset>

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

  static Result<ScriptSets> load() {
    const auto& tables = characterTables();
    if (!tables) return std::unexpected(tables.error());
    ScriptSets sets;
    for (const CharacterPair& pair : tables->toTraditional) sets.m_changedByS2t.set(pair.from);
    for (const CharacterPair& pair : tables->toSimplified) sets.m_changedByT2s.set(pair.from);
    return sets;
  }

 private:
  using Set = std::bitset<0x10000>;

  Set m_changedByS2t;
  Set m_changedByT2s;
};

const Result<ScriptSets>& scriptSets() {
  static const Result<ScriptSets> sets = ScriptSets::load();
  return sets;
}

}  // namespace

Result<void> loadScripts() {
  if (!scriptSets()) return std::unexpected(scriptSets().error());
  return {};
}

Script detectScript(std::u16string_view text) {
  const ScriptSets& sets = scriptSets().value();
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
