#include "core/text/CharacterTable.h"

#include <opencc/Config.hpp>
#include <opencc/Conversion.hpp>
#include <opencc/ConversionChain.hpp>
#include <opencc/Converter.hpp>
#include <opencc/Dict.hpp>
#include <opencc/DictEntry.hpp>
#include <opencc/Lexicon.hpp>

#include <exception>

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

}  // namespace

Result<std::vector<CharacterPair>> characterTable(const std::string& configuration) {
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

}  // namespace moxian
