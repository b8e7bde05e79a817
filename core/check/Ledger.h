#pragma once

#include <cstddef>
#include <vector>

#include "core/check/Figures.h"
#include "core/check/Rule.h"

namespace moxian {

/// A figure of a report with what it counts, for people who add up and compare.
struct LedgerEntry {
  Figure figure;           ///< spans in the whole text
  Span noun;               ///< the words before it in its clause that say what is counted
  std::size_t line = 0;    ///< from 0
  std::size_t report = 0;  ///< index in the outline
  Role role = Role::WorkDone;
};

/// Every figure with a measure word or a percentage, in the order of the text; dates, document
/// numbers and figures in tables are left out. Linear in the text.
[[nodiscard]] std::vector<LedgerEntry> ledgerOf(const CheckedText& text, const Measures& measures);

/// The role at an offset inside a block.
[[nodiscard]] Role roleAt(const Block& block, std::size_t offset);

}  // namespace moxian
