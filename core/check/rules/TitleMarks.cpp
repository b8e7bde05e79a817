#include <algorithm>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Kinds of documents that a title ends with.
constexpr std::u16string_view kKinds[] = {u"通知", u"意见", u"办法", u"措施", u"方案", u"规定",
                                          u"决定", u"通报", u"细则", u"函",   u"条例", u"规划"};
constexpr std::size_t kShortestTitle = 8;
constexpr std::size_t kLongestTitle = 60;

bool endsAsTitle(std::u16string_view words) {
  for (const std::u16string_view kind : kKinds) {
    if (words.ends_with(kind)) return true;
  }
  return false;
}

/// （关于……的若干措施）: round brackets that hold nothing but a title.
void checkBrackets(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  for (std::size_t at = 0; at < line.folded.size(); ++at) {
    if (!isOneOf(line.folded[at], u"（(") || !holdsAt(line.folded, at + 1, u"关于")) continue;
    const std::size_t close = line.folded.find_first_of(u"）)《", at + 1);
    if (close == line.folded.npos || line.folded[close] == u'《') continue;
    const std::u16string_view inside = line.folded.substr(at + 1, close - at - 1);
    if (inside.size() < kShortestTitle || !endsAsTitle(inside)) continue;
    const Span span{at, close + 1};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
    finding.variant = "bracket";
    finding.fixes.push_back(
        {"title-marks", {}, {{{at, at + 1}, u"《"}, {{close, close + 1}, u"》"}}});
    into.push_back(std::move(finding));
  }
}

/// The end of a title that begins with 关于 at `at`: the first 的……通知 in the same clause.
std::optional<std::size_t> titleEnd(std::u16string_view line, std::size_t at) {
  const std::size_t stop = std::min(line.find_first_of(u"，。；：,;:《》“（(", at), line.size());
  const std::u16string_view clause = line.substr(at, std::min(stop - at, kLongestTitle));
  std::optional<std::size_t> out;
  for (const std::u16string_view kind : {u"通知", u"意见", u"通报", u"决定"}) {
    const std::size_t found = clause.find(kind);
    if (found == clause.npos || found < kShortestTitle) continue;
    // "关于……的紧急通知", not "关于……通知群众".
    const std::size_t of = clause.substr(0, found).rfind(u'的');
    if (of == clause.npos || found - of > 5) continue;
    const std::size_t end = at + found + kind.size();
    if (!out || end < *out) out = end;
  }
  return out;
}

/// 政府办公室关于……的通知 without 《》: an office and 关于 make a title of it.
void checkBare(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  const std::u16string_view text = line.folded;
  for (std::size_t at = text.find(u"关于"); at != text.npos; at = text.find(u"关于", at + 1)) {
    const std::u16string_view before = text.substr(0, at);
    if (!before.ends_with(u"办公室") && !before.ends_with(u"办公厅") &&
        !before.ends_with(u"人民政府")) {
      continue;
    }
    const std::size_t open = before.rfind(u'《');
    const std::size_t close = before.rfind(u'》');
    if (open != before.npos && (close == before.npos || close < open)) continue;
    const auto end = titleEnd(text, at);
    if (!end) continue;
    const Span span{at, *end};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
    finding.fixes.push_back({"title-marks", {}, {{{at, at}, u"《"}, {{*end, *end}, u"》"}}});
    into.push_back(std::move(finding));
  }
}

/// The end of <条例> at `at`: angle brackets around Chinese characters alone; 0 if there are none.
std::size_t angleEnd(std::u16string_view line, std::size_t at) {
  constexpr std::u16string_view kOpening = u"<＜‹";
  constexpr std::u16string_view kClosing = u">＞›";
  if (!isOneOf(line[at], kOpening)) return 0;
  const std::u16string_view inside = line.substr(at + 1, kLongestTitle);
  const std::size_t length = inside.find_first_of(kClosing);
  if (length == inside.npos || length < 2) return 0;
  return std::ranges::all_of(inside.substr(0, length), isHan) ? at + 1 + length + 1 : 0;
}

void reportMarks(const RuleInfo& rule, const CheckedLine& line, Span span, std::string_view variant,
                 std::vector<Edit> edits, std::vector<Finding>& into) {
  Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
  finding.variant = variant;
  finding.fixes.push_back({std::string(variant), {}, std::move(edits)});
  into.push_back(std::move(finding));
}

/// 《关于《条例》的通知》 and 《关于<条例>的通知》: the marks of a title within a title are 〈〉;
/// <条例> alone takes 《》.
void checkNested(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  const std::u16string_view text = line.text;
  std::vector<std::size_t> open;
  std::vector<Edit> inner;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (isOneOf(text[at], u"，。；！？,;")) {
      open.clear();
      inner.clear();
    } else if (text[at] == u'《') {
      open.push_back(at);
    } else if (text[at] == u'》' && open.size() == 2) {
      inner.push_back({{open.back(), open.back() + 1}, u"〈"});
      inner.push_back({{at, at + 1}, u"〉"});
      open.pop_back();
    } else if (text[at] == u'》' && open.size() == 1) {
      if (!inner.empty()) {
        reportMarks(rule, line, {open.front(), at + 1}, "nested", std::move(inner), into);
      }
      open.clear();
      inner.clear();
    } else if (const std::size_t end = angleEnd(text, at); end > 0) {
      const bool within = !open.empty();
      std::vector<Edit> edits = {{{at, at + 1}, within ? u"〈" : u"《"},
                                 {{end - 1, end}, within ? u"〉" : u"》"}};
      if (within) {
        inner.insert(inner.end(), edits.begin(), edits.end());
      } else if (endsAsTitle(text.substr(at + 1, end - at - 2))) {
        reportMarks(rule, line, {at, end}, "angle", std::move(edits), into);
      }
      at = end - 1;
    }
  }
}

void check(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  if (line.text.find_first_of(u"《<＜‹") != line.text.npos) checkNested(rule, line, into);
  if (!line.folded.contains(u"关于")) return;
  checkBrackets(rule, line, into);
  checkBare(rule, line, into);
}

}  // namespace

LineRulePointer titleMarksRule() {
  static constexpr RuleInfo kInfo{"punctuation.title-marks", Category::Punctuation,
                                  Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian
