#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/exchange/Import.h"

namespace moxian {

/// What plain text cannot keep. The order is that of the list the user sees.
enum class Loss {
  Pictures,
  Charts,
  Diagrams,
  Equations,    ///< their letters and digits stay
  Objects,      ///< embedded sheets, slides …
  Embedded,     ///< whole documents referred to from inside
  MergedCells,  ///< stand as empty cells
  HeadersFooters,
  UnnumberedHeadings,  ///< headings that only their style tells from a paragraph
  Phonetics,           ///< the reading above characters
  Symbols,             ///< of a symbol face, without a counterpart in Unicode
  HiddenText,
  Formatting,         ///< runs in bold, colour …
  FormattingChanges,  ///< tracked changes of the look
  DetachedComments,   ///< comments whose place is gone
};

/// Counts losses.
class ImportLosses {
 public:
  void add(Loss loss, std::size_t count = 1) { m_counts[static_cast<std::size_t>(loss)] += count; }
  /// Those that happened, in the order of Loss.
  [[nodiscard]] std::vector<ImportLoss> list() const;

 private:
  std::array<std::size_t, static_cast<std::size_t>(Loss::DetachedComments) + 1> m_counts{};
};

/// The key of a loss below "import." in the messages.
[[nodiscard]] std::string_view name(Loss loss);

}  // namespace moxian
