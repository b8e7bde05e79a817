#include "core/corpus/Offices.h"

#include <array>

namespace moxian {
namespace {

struct LevelWord {
  std::u16string_view word;
  OfficeLevel level;
};
// Of two words that end at one place the longer wins; else the one that stands last.
constexpr LevelWord kLevels[] = {
    {u"国务院", OfficeLevel::Nation}, {u"国家", OfficeLevel::Nation}, {u"省", OfficeLevel::Province},
    {u"自治区", OfficeLevel::Province}, {u"厅", OfficeLevel::Province}, {u"廳", OfficeLevel::Province},
    {u"市", OfficeLevel::City}, {u"自治州", OfficeLevel::City}, {u"盟", OfficeLevel::City},
    {u"县", OfficeLevel::County}, {u"縣", OfficeLevel::County}, {u"区", OfficeLevel::County},
    {u"區", OfficeLevel::County}, {u"旗", OfficeLevel::County}, {u"镇", OfficeLevel::Town},
    {u"鎮", OfficeLevel::Town}, {u"乡", OfficeLevel::Town}, {u"鄉", OfficeLevel::Town},
    {u"街道", OfficeLevel::Town}, {u"村", OfficeLevel::Village}, {u"社区", OfficeLevel::Village},
    {u"社區", OfficeLevel::Village}, {u"居委会", OfficeLevel::Village}};

struct KindWord {
  std::u16string_view word;
  OfficeKind kind;
};
// Asked for at the end of the name, in this order.
constexpr KindWord kKinds[] = {
    {u"人民政府", OfficeKind::Government}, {u"政府", OfficeKind::Government},
    {u"政府办公室", OfficeKind::Government}, {u"政府办公厅", OfficeKind::Government},
    {u"政府办", OfficeKind::Government}, {u"公所", OfficeKind::Government},
    {u"街道办事处", OfficeKind::Government}, {u"管委会", OfficeKind::Zone},
    {u"管理委员会", OfficeKind::Zone}, {u"开发区", OfficeKind::Zone}, {u"经开区", OfficeKind::Zone},
    {u"高新区", OfficeKind::Zone}, {u"实验区", OfficeKind::Zone}, {u"党委", OfficeKind::Party},
    {u"县委", OfficeKind::Party}, {u"市委", OfficeKind::Party}, {u"区委", OfficeKind::Party},
    {u"省委", OfficeKind::Party}, {u"党支部", OfficeKind::Party}, {u"党总支", OfficeKind::Party},
    {u"纪委", OfficeKind::Party}, {u"组织部", OfficeKind::Party}, {u"宣传部", OfficeKind::Party},
    {u"统战部", OfficeKind::Party}, {u"政法委", OfficeKind::Party},
    {u"村民委员会", OfficeKind::Community}, {u"居民委员会", OfficeKind::Community},
    {u"村委会", OfficeKind::Community}, {u"居委会", OfficeKind::Community},
    {u"社区", OfficeKind::Community}, {u"社區", OfficeKind::Community}, {u"村", OfficeKind::Community},
    {u"学校", OfficeKind::Institution}, {u"小学", OfficeKind::Institution},
    {u"中学", OfficeKind::Institution}, {u"大学", OfficeKind::Institution},
    {u"学院", OfficeKind::Institution}, {u"幼儿园", OfficeKind::Institution},
    {u"医院", OfficeKind::Institution}, {u"卫生院", OfficeKind::Institution},
    {u"中心", OfficeKind::Institution}, {u"馆", OfficeKind::Institution},
    {u"站", OfficeKind::Institution}, {u"研究所", OfficeKind::Institution},
    {u"局", OfficeKind::Department}, {u"厅", OfficeKind::Department}, {u"廳", OfficeKind::Department},
    {u"部", OfficeKind::Department}, {u"委员会", OfficeKind::Department},
    {u"委", OfficeKind::Department}, {u"办公室", OfficeKind::Department},
    {u"办", OfficeKind::Department}, {u"法院", OfficeKind::Department},
    {u"检察院", OfficeKind::Department}, {u"支队", OfficeKind::Department},
    {u"大队", OfficeKind::Department}, {u"所", OfficeKind::Department},
    {u"县", OfficeKind::Government}, {u"市", OfficeKind::Government}, {u"区", OfficeKind::Government},
    {u"镇", OfficeKind::Government}, {u"乡", OfficeKind::Government}, {u"省", OfficeKind::Government},
    {u"街道", OfficeKind::Government}};

}  // namespace

Office officeOf(std::u16string_view unit) {
  Office office;
  std::size_t last = 0;
  std::size_t longest = 0;
  for (const LevelWord& each : kLevels) {
    const std::size_t at = unit.rfind(each.word);
    if (at == unit.npos) continue;
    const std::size_t end = at + each.word.size();
    if (end < last || (end == last && each.word.size() <= longest)) continue;
    last = end;
    longest = each.word.size();
    office.level = each.level;
  }
  std::size_t best = 0;
  for (const KindWord& each : kKinds) {
    if (each.word.size() <= best || !unit.ends_with(each.word)) continue;
    best = each.word.size();
    office.kind = each.kind;
  }
  return office;
}

std::string_view name(OfficeLevel level) {
  static constexpr std::array<std::string_view, 7> kNames = {"",       "nation", "province", "city",
                                                             "county", "town",   "village"};
  return kNames.at(static_cast<std::size_t>(level));
}

std::string_view name(OfficeKind kind) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "", "government", "party", "department", "institution", "community", "zone"};
  return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace moxian
