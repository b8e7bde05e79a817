#include <algorithm>
#include <array>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::array<std::u16string_view, 17> kEntities = {
    u"&nbsp;",   u"&amp;",   u"&lt;",    u"&gt;",    u"&quot;",  u"&ldquo;",
    u"&rdquo;",  u"&lsquo;", u"&rsquo;", u"&mdash;", u"&ndash;", u"&middot;",
    u"&hellip;", u"&emsp;",  u"&ensp;",  u"&#160;",  u"&times;"};
constexpr std::array<std::u16string_view, 20> kTags = {
    u"br",    u"p",     u"div", u"span", u"strong", u"b",  u"i",  u"font", u"td", u"tr",
    u"table", u"tbody", u"a",   u"img",  u"h1",     u"h2", u"h3", u"li",   u"ul", u"o:p"};
/// What UTF-8 read in another encoding, or blank memory, looks like.
constexpr std::array<std::u16string_view, 6> kMojibake = {u"锟斤拷", u"烫烫烫", u"屯屯屯",
                                                          u"鈥",     u"銆",     u"锛"};

/// The end of "<br />" or "</span>" at an offset; 0 if there is none.
std::size_t tagEnd(std::u16string_view line, std::size_t at) {
  constexpr std::size_t kLongest = 200;
  if (line[at] != u'<') return 0;
  std::size_t name = at + 1;
  if (unitAt(line, name) == u'/') ++name;
  std::size_t end = name;
  while (end < line.size() && (isLatin(line[end]) || isDigit(line[end]) || line[end] == u':'))
    ++end;
  const auto lower = [&] {
    std::u16string out(line.substr(name, end - name));
    for (char16_t& c : out) c = c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
    return out;
  }();
  if (!std::ranges::contains(kTags, std::u16string_view(lower))) return 0;
  const std::size_t close = line.substr(end, kLongest).find(u'>');
  return close == line.npos ? 0 : end + close + 1;
}

std::size_t markupEnd(std::u16string_view line, std::size_t at) {
  for (const std::u16string_view entity : kEntities) {
    if (holdsAt(line, at, entity)) return at + entity.size();
  }
  return tagEnd(line, at);
}

std::size_t mojibakeEnd(std::u16string_view line, std::size_t at) {
  for (const std::u16string_view word : kMojibake) {
    if (holdsAt(line, at, word)) return at + word.size();
  }
  return 0;
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char16_t c = line[at];
    if (c == u'\\' && isOneOf(unitAt(line, at + 1), u"ntr") && !isLatin(unitAt(line, at + 2)) &&
        isChinese(unitBefore(line, at))) {
      into.push_back(findingOf(rule, {at, at + 2}, {toUtf8(line.substr(at, 2))}));
      into.back().fixes.push_back(deleting({at, at + 2}));
    } else if (c == u'&' || c == u'<') {
      std::size_t end = markupEnd(line, at);
      if (end == 0) continue;
      for (std::size_t next = end; next > 0; next = end < line.size() ? markupEnd(line, end) : 0)
        end = next;
      into.push_back(findingOf(rule, {at, end}, {toUtf8(line.substr(at, end - at))}));
      into.back().fixes.push_back(deleting({at, end}));
      at = end - 1;
    } else if (const std::size_t end = isOneOf(c, u"锟烫屯鈥銆锛") ? mojibakeEnd(line, at) : 0;
               end > 0) {
      into.push_back(findingOf(rule, {at, end}, {toUtf8(line.substr(at, end - at))}));
      into.back().variant = "mojibake";
      at = end - 1;
    }
  }
}

}  // namespace

LineRulePointer markupRule() {
  static constexpr RuleInfo kInfo{"stray.markup", Category::Stray, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian
