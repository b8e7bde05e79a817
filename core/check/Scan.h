#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/Finding.h"
#include "core/check/Rule.h"
#include "core/text/Characters.h"

namespace moxian {

// What several rules need to look at a text. Offsets count UTF-16 units of the text that is given.

/// The unit at an offset; 0 past the end and, for offset - 1 of 0, before the start.
[[nodiscard]] inline char16_t unitAt(std::u16string_view text, std::size_t offset) {
  return offset < text.size() ? text[offset] : u'\0';
}
[[nodiscard]] inline char16_t unitBefore(std::u16string_view text, std::size_t offset) {
  return offset == 0 ? u'\0' : unitAt(text, offset - 1);
}
/// True if `text` holds `what` at an offset.
[[nodiscard]] inline bool holdsAt(std::u16string_view text, std::size_t offset,
                                  std::u16string_view what) {
  return offset <= text.size() && text.substr(offset).starts_with(what);
}
/// True if `set` holds the unit; never for 0.
[[nodiscard]] inline bool isOneOf(char16_t unit, std::u16string_view set) {
  return unit != 0 && set.find(unit) != std::u16string_view::npos;
}
/// True if `text` holds one of `words`.
[[nodiscard]] bool holdsAny(std::u16string_view text, const std::vector<std::u16string>& words);
/// The text without its spaces.
[[nodiscard]] std::u16string withoutSpaces(std::u16string_view text);
/// 〇零一二三四五六七八九十百千两.
[[nodiscard]] bool isChineseDigit(char16_t unit);
/// True for the units of Chinese writing: Han and the full-width marks.
[[nodiscard]] bool isChinese(char16_t unit);
/// Offset of the first unit at or after `from` that is no space; the size if there is none.
[[nodiscard]] std::size_t skipSpaces(std::u16string_view text, std::size_t from);
/// The last unit before `offset` that is no space; 0 if there is none.
[[nodiscard]] char16_t lastInkBefore(std::u16string_view text, std::size_t offset);
/// True if the offset lies in a web or mail address: a run of ASCII letters, digits and their
/// marks that holds "://", "www." or "@" within 100 units.
[[nodiscard]] bool inAddress(std::u16string_view text, std::size_t offset);
/// The runs of Han characters, digits and letters between marks; marks and spaces end a run.
[[nodiscard]] std::vector<Span> clauses(std::u16string_view text);
/// No field 〔…〕 is longer inside its brackets: what is longer is a remark, thus text of the
/// draft.
inline constexpr std::size_t kLongestField = 40;
/// What stands between the brackets of the fields 〔…〕 of a line, in order. A year alone, as in
/// 〔2024〕12号, is none; one within a field belongs to the field.
[[nodiscard]] std::vector<Span> fieldsOf(std::u16string_view line);
/// The offset just behind the last 。！？；;, or opening position before `offset`: where its
/// sentence begins.
[[nodiscard]] std::size_t sentenceStart(std::u16string_view text, std::size_t offset);
/// The block of each line, nullptr for blank ones. Valid as long as the outline.
[[nodiscard]] std::vector<const Block*> blocksByLine(const CheckedText& text);
/// True if a block is prose or a heading: no table, no contents list, no advert.
[[nodiscard]] bool isProse(const Block* block);
/// The last block of a report that is prose or a heading; nullptr if it has none.
[[nodiscard]] const Block* lastProse(const Report& report);
/// The block at which a report breaks off, above its sign-off; nullptr if it does not.
[[nodiscard]] const Block* breakOf(const CheckedText& text, const Report& report);

/// A finding of a rule with the category and severity of its table row.
[[nodiscard]] Finding findingOf(const RuleInfo& rule, Span span,
                                std::vector<std::string> arguments = {});
/// A fix that replaces one range, and one that deletes it.
[[nodiscard]] Fix replacing(Span span, std::u16string with);
[[nodiscard]] Fix deleting(Span span);

}  // namespace moxian
