#include "core/suggest/Skeleton.h"

#include <optional>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/suggest/Symbols.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::uintmax_t kLargest = std::uintmax_t{1} << 20U;  // bytes of a skeleton

std::filesystem::path fileOf(std::string_view profile, const std::filesystem::path& userFolder) {
  const std::filesystem::path name = std::string(profile) + ".txt";
  std::error_code failure;
  if (!userFolder.empty() && std::filesystem::exists(userFolder / "skeletons" / name, failure)) {
    return userFolder / "skeletons" / name;
  }
  return resourceRoot() / "skeletons" / name;
}

/// What stands for a word in braces; nothing for a word that is not known.
std::optional<std::u16string> valueOf(std::u16string_view word, const SkeletonFacts& facts) {
  const auto year = [&](int more) { return toUtf16(std::to_string(facts.year + more)); };
  if (word == u"单位") return facts.unit.empty() ? u"〔单位名称〕" : facts.unit;
  if (word == u"自称") return selfName(facts.unit);
  if (word == u"年") return year(0);
  if (word == u"上年") return year(-1);
  if (word == u"下年") return year(1);
  if (word == u"领域") return facts.topic;
  return {};
}

/// A line with its words in braces filled in; nothing if one of them is not known.
std::optional<std::u16string> filled(std::u16string_view line, const SkeletonFacts& facts) {
  std::u16string text;
  while (true) {
    const std::size_t open = line.find_first_of(u"{}");
    text += line.substr(0, open);
    if (open == line.npos) return text;
    const std::size_t close = line.find(u'}', open);
    if (line[open] == u'}' || close == line.npos) return {};
    const auto value = valueOf(line.substr(open + 1, close - open - 1), facts);
    if (!value) return {};
    text += *value;
    line.remove_prefix(close + 1);
  }
}

}  // namespace

std::u16string selfName(std::u16string_view unit) {
  const std::u16string_view name = trimmed(unit);
  if (name.ends_with(u"人民政府") && name.size() > 4)
    return selfName(name.substr(0, name.size() - 4));
  if (name.ends_with(u"办公室")) return u"我办";
  if (name.ends_with(u"委员会")) return u"我委";
  if (name.ends_with(u"街道办事处") || name.ends_with(u"街道")) return u"我街道";
  if (name.empty() || !isAmong(name.back(), kSelfNouns)) return u"我单位";
  return std::u16string(u"我") + name.back();
}

bool hasSkeleton(std::string_view profile, const std::filesystem::path& userFolder) {
  std::error_code failure;
  return std::filesystem::exists(fileOf(profile, userFolder), failure);
}

Result<std::u16string> skeletonOf(std::string_view profile, const SkeletonFacts& facts,
                                  const std::filesystem::path& userFolder) {
  if (!hasSkeleton(profile, userFolder)) {
    return fail(ErrorCode::ResourceMissing, "skeletons/" + std::string(profile) + ".txt");
  }
  const std::filesystem::path file = fileOf(profile, userFolder);
  const auto bytes = readFile(file, kLargest);
  if (!bytes) return std::unexpected(bytes.error());
  const std::u16string source = toUtf16(*bytes);
  std::u16string text;
  std::u16string_view rest = source;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find(u'\n'), rest.size());
    std::u16string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with(u'\r')) line.remove_suffix(1);
    if (line.starts_with(u'#')) continue;
    const auto whole = filled(line, facts);
    if (!whole) {
      return fail(ErrorCode::ResourceInvalid, file.string(),
                  "line " + std::to_string(number) + ": braces with an unknown word");
    }
    text.append(*whole).append(u"\n");
  }
  return text;
}

}  // namespace moxian
