#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Span.h"
#include "core/check/Finding.h"

namespace moxian {

// Shapes of placeholders that several rules must tell apart.

/// x, X and their full-width forms, ×.
[[nodiscard]] bool isMaskUnit(char16_t unit);

/// A year with some of its digits masked, beginning at `at`: 20XX, 202X, 20**, 20__, 20*.
/// Nothing for 2020X, which is a name, and where letters or digits go on.
[[nodiscard]] std::optional<Span> maskedYearAt(std::u16string_view line, std::size_t at);

/// The empty slots of a line: brackets with nothing in them, and 〔〕 with what they wait for.
[[nodiscard]] std::vector<Span> emptySlots(std::u16string_view line);

/// Takes the findings from `first` on away that lie in an empty slot, which is one finding itself.
void leaveEmptySlots(std::u16string_view line, std::vector<Finding>& findings, std::size_t first);

/// True if the mask at `span` is the masked part of such a year.
[[nodiscard]] bool isPartOfMaskedYear(std::u16string_view line, Span span);

}  // namespace moxian
