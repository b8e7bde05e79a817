#include "core/report/UnitNames.h"

#include <algorithm>

#include "core/report/LineReader.h"

namespace moxian {
namespace {

constexpr std::size_t kLongest = 24;
/// Words that begin a sentence rather than a name.
constexpr std::u16string_view kNoName = u"我本在为以按根据自从截各全这该";

}  // namespace

Result<UnitNames> UnitNames::load(const TomlReader& facts) {
  auto endings = facts.texts(facts.root(), "unit_endings");
  if (!endings) return std::unexpected(endings.error());
  auto followers = facts.texts(facts.root(), "after_unit");
  if (!followers) return std::unexpected(followers.error());
  auto others = facts.texts(facts.root(), "no_unit_endings");
  if (!others) return std::unexpected(others.error());
  auto beginnings = facts.texts(facts.root(), "unit_beginnings");
  if (!beginnings) return std::unexpected(beginnings.error());
  UnitNames names;
  names.m_beginnings = std::move(*beginnings);
  names.m_endings = std::move(*endings);
  names.m_followers = std::move(*followers);
  names.m_others = std::move(*others);
  return names;
}

std::u16string_view UnitNames::atStart(std::u16string_view plain) const {
  const auto begins = [&](const auto& beginning) { return plain.starts_with(beginning); };
  if (plain.empty() ||
      (kNoName.contains(plain.front()) && std::ranges::none_of(m_beginnings, begins))) {
    return {};
  }
  const std::size_t mark = plain.find_first_of(u"，。：；、“”（）《》_0123456789|\t");
  for (std::size_t length = std::min({plain.size(), kLongest, mark}); length >= 1; --length) {
    const auto rest = plain.substr(length);
    const bool bounded = rest.empty() || std::ranges::any_of(m_followers, [&](const auto& word) {
                           return rest.starts_with(word);
                         });
    const auto name = plain.substr(0, length);
    const auto ends = [&](const auto& ending) { return name.ends_with(ending); };
    if (bounded && name != u"政府" && std::ranges::any_of(m_endings, ends) &&
        std::ranges::none_of(m_others, ends)) {
      return name;
    }
  }
  return {};
}

bool UnitNames::isName(std::u16string_view plain) const {
  return isBareLine(plain, kLongest) && atStart(plain).size() == plain.size() && plain.size() > 2;
}

}  // namespace moxian
