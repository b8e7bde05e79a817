#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/check/Rule.h"

namespace moxian {

/// Offsets, in the whole text and in order, of the opening brackets that nothing closes, not even
/// the wrong bracket: those the rule on unpaired brackets tells one by one. Linear in the text.
[[nodiscard]] std::vector<std::size_t> openBrackets(const CheckedText& text);

/// The offset of the last “ or ‘ of a line behind which no quote of its kind follows, where these
/// do not pair.
[[nodiscard]] std::optional<std::size_t> openQuote(std::u16string_view line);

/// True if “” at an offset of a line stand within open quotes and close ones: “甲“”乙” is a pair
/// of words in quotes with both marks between them turned about.
[[nodiscard]] bool areTurnedQuotes(std::u16string_view line, std::size_t at);

/// The offset of the ” that stands for the 》 of the 《 at an offset of the line, as in 《条例”; no
/// mark lies between the two, and no “ belongs to the ”.
[[nodiscard]] std::optional<std::size_t> quoteForTitle(std::u16string_view line, std::size_t open);

/// True if a bracket or quote that was opened at an offset of the whole text lies in the line with
/// which a report breaks off: that the text breaks off is the finding then.
[[nodiscard]] bool breaksOff(const CheckedText& text, std::size_t opened);

}  // namespace moxian
