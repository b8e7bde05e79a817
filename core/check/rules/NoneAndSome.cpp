#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// What a report may say that there was none of.
constexpr std::u16string_view kMatters[] = {
    u"政府信息公开申请", u"信息公开申请", u"依申请公开", u"公开申请", u"行政复议", u"行政诉讼",
    u"安全生产事故",     u"安全事故",     u"群体性事件", u"上访事件", u"重大火灾", u"食品安全事故"};
constexpr std::u16string_view kVerbs[] = {u"收到", u"接到", u"受理", u"发生",
                                          u"出现", u"办理", u"产生"};
constexpr std::u16string_view kNone[] = {u"未", u"没有", u"无"};
/// Such words limit either statement to a part or another time.
constexpr std::u16string_view kScope[] = {u"重大",   u"较大", u"以上", u"上年", u"去年", u"往年",
                                          u"上半年", u"月",   u"其中", u"因",   u"逾期", u"网站",
                                          u"当面",   u"信函", u"本级", u"败诉", u"纠错", u"结转"};

bool limited(std::u16string_view sentence) {
  return std::ranges::any_of(kScope, [&](auto word) { return sentence.contains(word); });
}

/// "未收到……公开申请", "收到……公开申请3件": what a sentence says of a matter.
struct Statement {
  Span span;
  std::u16string_view matter;
  std::u16string_view verb;
  bool none = false;
};

/// True if a figure above none follows the matter within a few characters.
bool isCounted(std::u16string_view line, std::size_t at) {
  constexpr std::size_t kReach = 4;
  for (std::size_t n = at; n < std::min(at + kReach, line.size()); ++n) {
    if (isOneOf(line[n], u"，。；、,;（(")) return false;
    if (isAsciiDigit(line[n])) return line[n] != u'0';
  }
  return false;
}

/// The sentence around an offset; of one without end no more than what is near.
std::u16string_view sentenceAround(std::u16string_view line, std::size_t at) {
  constexpr std::size_t kNear = 400;
  const std::size_t from = at - std::min(at, kNear);
  const std::u16string_view near = line.substr(from, at - from + kNear);
  const std::size_t start = sentenceStart(near, at - from);
  return near.substr(start, near.find_first_of(u"。；！？", at - from) - start);
}

std::optional<Statement> statementAt(std::u16string_view line, std::size_t at,
                                     std::u16string_view verb) {
  constexpr std::size_t kReach = 8;
  for (const std::u16string_view matter : kMatters) {
    const std::size_t found = line.substr(at + verb.size(), kReach + matter.size()).find(matter);
    if (found == line.npos) continue;
    const std::size_t end = at + verb.size() + found + matter.size();
    if (line.substr(at, end - at).find_first_of(u"，,；;") != line.npos) return {};
    const bool none =
        std::ranges::any_of(kNone, [&](auto word) { return line.substr(0, at).ends_with(word); });
    if (!none && !isCounted(line, end)) return {};
    if (limited(sentenceAround(line, at))) return {};
    return Statement{{at, end}, matter, verb, none};
  }
  return {};
}

void read(std::u16string_view line, std::size_t offset, std::vector<Statement>& into) {
  for (const std::u16string_view verb : kVerbs) {
    for (std::size_t at = line.find(verb); at != line.npos; at = line.find(verb, at + 1)) {
      auto statement = statementAt(line, at, verb);
      // The first statement of its kind stands for those that repeat it.
      if (!statement || std::ranges::any_of(into, [&](const Statement& one) {
            return one.matter == statement->matter && one.verb == statement->verb &&
                   one.none == statement->none;
          })) {
        continue;
      }
      statement->span = statement->span.shifted(offset);
      into.push_back(*statement);
    }
  }
}

/// "未收到公开申请" and, elsewhere, "收到公开申请3件".
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    std::vector<Statement> statements;
    for (const Block& block : report.blocks) {
      if (isProse(&block)) read(block.span.of(text.folded), block.span.begin, statements);
    }
    for (const Statement& none : statements) {
      if (!none.none) continue;
      const auto some = std::ranges::find_if(statements, [&](const Statement& other) {
        return !other.none && other.matter == none.matter && other.verb == none.verb;
      });
      if (some == statements.end()) continue;
      Finding finding = findingOf(
          rule, none.span, {toUtf8(none.span.of(text.text)), toUtf8(some->span.of(text.text))});
      finding.related.push_back(some->span);
      into.push_back(std::move(finding));
      break;
    }
  }
}

}  // namespace

DocumentRulePointer noneAndSomeRule() {
  static constexpr RuleInfo kInfo{"contradiction.none", Category::Contradiction, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian
