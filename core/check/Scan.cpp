#include "core/check/Scan.h"

#include <algorithm>

#include "core/base/Utf.h"
#include "core/report/Presence.h"

namespace moxian {
namespace {

/// No sentence is followed further back, so that a long line without marks stays quick.
constexpr std::size_t kLongestSentence = 400;
constexpr std::u16string_view kAddressMarks = u"./:@-_?=&%#~+";

bool isAddressUnit(char16_t unit) {
  return unit < 0x80 && (isLatin(unit) || isDigit(unit) || isOneOf(unit, kAddressMarks));
}

}  // namespace

bool holdsAny(std::u16string_view text, const std::vector<std::u16string>& words) {
  return std::ranges::any_of(words, [&](const auto& word) { return text.contains(word); });
}

std::u16string withoutSpaces(std::u16string_view text) {
  std::u16string out(text);
  std::erase_if(out, isSpace);
  return out;
}

bool isChineseDigit(char16_t unit) {
  return isOneOf(unit, u"〇零一二三四五六七八九十百千两");
}

bool isChinese(char16_t unit) {
  return isHan(unit) || isFullWidthMark(unit);
}

std::size_t skipSpaces(std::u16string_view text, std::size_t from) {
  while (from < text.size() && isSpace(text[from])) ++from;
  return from;
}

char16_t lastInkBefore(std::u16string_view text, std::size_t offset) {
  while (offset > 0 && isSpace(text[offset - 1])) --offset;
  return unitBefore(text, offset);
}

bool inAddress(std::u16string_view text, std::size_t offset) {
  constexpr std::size_t kReach = 100;
  std::size_t begin = offset;
  std::size_t end = offset;
  while (begin > 0 && offset - begin < kReach && isAddressUnit(text[begin - 1])) --begin;
  while (end < text.size() && end - offset < kReach && isAddressUnit(text[end])) ++end;
  const std::u16string_view run = text.substr(begin, end - begin);
  return run.contains(u"://") || run.contains(u"www.") || run.contains(u'@');
}

std::vector<Span> clauses(std::u16string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char16_t c = unitAt(text, at);
    if (at < text.size() && (isHan(c) || isLatin(c) || isDigit(c))) continue;
    if (at > begin) out.push_back({begin, at});
    begin = at + 1;
  }
  return out;
}

std::vector<Span> fieldsOf(std::u16string_view line) {
  std::vector<Span> out;
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = line.find_first_of(u"〔〕"); at != line.npos;
       at = line.find_first_of(u"〔〕", at + 1)) {
    if (line[at] == u'〔') {
      // What was opened too long ago was never closed.
      if (depth == 0 || at - begin > kLongestField) {
        begin = at + 1;
        depth = 0;
      }
      ++depth;
    } else if (depth > 0 && --depth == 0) {
      const Span inside{begin, at};
      const bool isYear = std::ranges::all_of(inside.of(line), isDigit);
      if (!isYear && inside.length() <= kLongestField) out.push_back(inside);
    }
  }
  return out;
}

std::size_t sentenceStart(std::u16string_view text, std::size_t offset) {
  const std::size_t reach = offset - std::min(offset, kLongestSentence);
  const std::size_t mark = text.substr(reach, offset - reach).find_last_of(u"。！？；;");
  return mark == text.npos ? reach : reach + mark + 1;
}

std::vector<const Block*> blocksByLine(const CheckedText& text) {
  std::vector<const Block*> out(text.lines.count(), nullptr);
  const auto take = [&](const std::vector<Block>& blocks) {
    for (const Block& block : blocks) out[block.line] = &block;
  };
  take(text.outline.noise);
  for (const Report& report : text.outline.reports) take(report.blocks);
  return out;
}

bool isProse(const Block* block) {
  return block != nullptr && block->kind != BlockKind::Table && block->kind != BlockKind::Noise;
}

const Block* lastProse(const Report& report) {
  for (auto block = report.blocks.rbegin(); block != report.blocks.rend(); ++block) {
    if (isProse(&*block)) return &*block;
  }
  return nullptr;
}

const Block* breakOf(const CheckedText& text, const Report& report) {
  return report.truncated ? lastBeforeSignature(report, text.text) : nullptr;
}

Finding findingOf(const RuleInfo& rule, Span span, std::vector<std::string> arguments) {
  Finding finding;
  finding.rule = rule.id;
  finding.category = rule.category;
  finding.severity = rule.severity;
  finding.span = span;
  finding.arguments = std::move(arguments);
  return finding;
}

Fix replacing(Span span, std::u16string with) {
  Fix fix{"replace", {toUtf8(with)}, {}};
  fix.edits.push_back({span, std::move(with)});
  return fix;
}

Fix deleting(Span span) {
  return {"delete", {}, {{span, {}}}};
}

}  // namespace moxian
