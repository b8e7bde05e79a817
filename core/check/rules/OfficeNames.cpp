#include "core/check/rules/OfficeNames.h"

#include <algorithm>
#include <array>

#include "core/check/Scan.h"

namespace moxian {
namespace {

/// Longer ones first.
constexpr auto kEndings =
    std::to_array<std::u16string_view>({u"街道办事处", u"管理委员会", u"委员会", u"检察院",
                                        u"管理处", u"分局", u"法院", u"局", u"委", u"厅"});
/// Bodies of many offices and party organs: they stand over the author of a report.
constexpr auto kOver = std::to_array<std::u16string_view>(
    {u"政府", u"党",       u"纪检",     u"纪律检查", u"监察",     u"政法",     u"领导小组",
     u"工作", u"协调",     u"老龄",     u"爱卫",     u"爱国卫生", u"禁毒",     u"居民",
     u"村民", u"安全生产", u"食品安全", u"精神文明", u"编制",     u"机构编制", u"指挥部"});
constexpr auto kSections = std::to_array<std::u16string_view>(
    {u"办公室", u"办", u"科", u"股", u"室", u"处", u"组", u"机关"});

/// Words that hold the character of a level without naming one: 市场, 城市, 乡村, 社区.
bool isWithinWord(std::u16string_view name, std::size_t at) {
  const char16_t before = unitBefore(name, at);
  const char16_t after = unitAt(name, at + 1);
  switch (name[at]) {
    case u'市':
      return isOneOf(after, u"场容政") || isOneOf(before, u"城都");
    case u'乡':
      return isOneOf(after, u"村镇建") || before == u'城';
    case u'镇':
      return isOneOf(before, u"城乡");
    case u'区':
      return isOneOf(before, u"社校景园库林灌牧小街片地");
    default:
      return false;
  }
}

int rankOf(char16_t level) {
  if (level == u'省') return 4;
  if (isOneOf(level, u"市州盟")) return 3;
  return isOneOf(level, u"县区旗") ? 2 : 1;
}

}  // namespace

std::size_t levelOf(std::u16string_view name) {
  constexpr std::u16string_view kLevels = u"省市州盟县区旗镇乡";
  for (std::size_t at = name.size(); at-- > 0;) {
    if (kLevels.contains(name[at]) && !isWithinWord(name, at)) return at;
  }
  return name.npos;
}

std::optional<OfficeName> officeName(std::u16string_view name) {
  constexpr std::size_t kShortestStem = 2;
  const auto ending =
      std::ranges::find_if(kEndings, [&](std::u16string_view end) { return name.ends_with(end); });
  if (ending == kEndings.end()) return {};
  const std::size_t level = levelOf(name);
  const std::size_t kind = level == name.npos ? 0 : level + 1;
  if (name.size() < kind + kShortestStem + ending->size()) return {};
  OfficeName out{name.substr(0, kind), name.substr(kind), {}, 0};
  out.stem = out.kind.substr(0, out.kind.size() - ending->size());
  if (level != name.npos) out.rank = rankOf(name[level]);
  const bool over = std::ranges::any_of(
      kOver, [&](std::u16string_view word) { return out.kind.starts_with(word); });
  return over ? std::nullopt : std::optional(out);
}

bool isSection(std::u16string_view words) {
  constexpr std::size_t kLongest = 12;
  // 委员会 and 局长 go on with these.
  return !words.empty() && words.size() <= kLongest && !isOneOf(words.front(), u"员长") &&
         std::ranges::any_of(kSections, [&](auto end) { return words.ends_with(end); });
}

std::optional<OfficeName> officeOrSection(std::u16string_view name) {
  for (std::size_t length = name.size(); length > 0; --length) {
    if (length < name.size() && !isSection(name.substr(length))) continue;
    if (const auto office = officeName(name.substr(0, length))) return office;
  }
  return {};
}

bool abbreviates(std::u16string_view brief, std::u16string_view whole) {
  std::size_t found = 0;
  for (const char16_t c : whole) {
    if (found < brief.size() && brief[found] == c) ++found;
  }
  return found == brief.size();
}

bool mayBeSame(const OfficeName& a, const OfficeName& b) {
  return abbreviates(a.stem, b.stem) || abbreviates(b.stem, a.stem);
}

}  // namespace moxian
