#include "core/check/rules/PeriodWords.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/check/Scan.h"
#include "core/check/WordList.h"

namespace moxian {
namespace {

/// Takes words of a list off the end as long as one stands there.
template <std::size_t N>
std::u16string_view withoutEnd(std::u16string_view words,
                               const std::array<std::u16string_view, N>& list) {
  const auto stands = [&](std::u16string_view word) { return words.ends_with(word); };
  for (auto one = std::ranges::find_if(list, stands); one != list.end();
       one = std::ranges::find_if(list, stands)) {
    words.remove_suffix(one->size());
  }
  return words;
}

}  // namespace

Result<PeriodWords> PeriodWords::load() {
  auto names = loadWords("period-names.txt");
  if (!names) return std::unexpected(names.error());
  auto owners = loadWords("period-owners.txt");
  if (!owners) return std::unexpected(owners.error());
  PeriodWords out;
  out.m_names = std::move(*names);
  out.m_owners = std::move(*owners);
  return out;
}

bool PeriodWords::announces(std::u16string_view line, std::size_t at) const {
  constexpr auto kLinks = std::to_array<std::u16string_view>(
      {u"为", u"是", u"自", u"从", u"由", u"均", u"：", u":", u" ", u"\u3000"});
  const std::size_t begin = sentenceStart(line, at);
  const std::u16string_view before = withoutEnd(line.substr(begin, at - begin), kLinks);
  const auto name = std::ranges::find_if(
      m_names, [&](const std::u16string& word) { return before.ends_with(word); });
  if (name == m_names.end()) return false;
  const std::u16string_view owner = before.substr(0, before.size() - name->size());
  const std::size_t mark = owner.find_last_of(u"，,、：:（(");
  const std::u16string_view clause = mark == owner.npos ? owner : owner.substr(mark + 1);
  if (clause == u"数据" || clause == u"数据的") return true;
  const std::u16string_view named = clause.empty() ? owner : clause;
  if (named.find_first_not_of(u" \u3000") == named.npos) return true;
  return named == u"本" || std::ranges::any_of(m_owners, [&](const std::u16string& word) {
           return named.contains(word);
         });
}

}  // namespace moxian
