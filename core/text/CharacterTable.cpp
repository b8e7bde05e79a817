#include "core/text/CharacterTable.h"

#include <opencc/Config.hpp>
#include <opencc/Conversion.hpp>
#include <opencc/ConversionChain.hpp>
#include <opencc/Converter.hpp>
#include <opencc/Dict.hpp>
#include <opencc/DictEntry.hpp>
#include <opencc/Lexicon.hpp>

#include <exception>
#include <future>
#include <string>
#include <utility>

#include "core/base/Resources.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

void addPairs(const opencc::Dict& dictionary, std::vector<CharacterPair>& pairs) {
  const auto lexicon = dictionary.GetLexicon();
  for (std::size_t i = 0; i < lexicon->Length(); ++i) {
    const opencc::DictEntry& entry = *lexicon->At(i);
    const std::u16string from = toUtf16(entry.Key());
    const std::u16string to = toUtf16(entry.GetDefault());
    if (from.size() == 1 && to.size() == 1 && from != to) pairs.push_back({from[0], to[0]});
  }
}

Result<std::vector<CharacterPair>> tableOf(const char* file) {
  const std::string configuration = (resourceRoot() / "script" / file).string();
  std::vector<CharacterPair> pairs;
  try {  // OpenCC throws on missing or broken tables
    const auto converter = opencc::Config().NewFromFile(configuration);
    for (const auto& conversion : converter->GetConversionChain()->GetConversions()) {
      addPairs(*conversion->GetDict(), pairs);
    }
  } catch (const std::exception& e) {
    return fail(ErrorCode::ResourceMissing, configuration, e.what());
  }
  return pairs;
}

/// The two beside each other: every command waits for them.
Result<CharacterTables> load() {
  auto other = std::async(std::launch::async, tableOf, "ST-characters.json");
  auto toSimplified = tableOf("TS-characters.json");
  auto toTraditional = other.get();
  if (!toTraditional) return std::unexpected(toTraditional.error());
  if (!toSimplified) return std::unexpected(toSimplified.error());
  return CharacterTables{std::move(*toTraditional), std::move(*toSimplified)};
}

}  // namespace

const Result<CharacterTables>& characterTables() {
  static const Result<CharacterTables> kTables = load();
  return kTables;
}

}  // namespace moxian
