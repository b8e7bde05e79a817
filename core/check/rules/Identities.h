#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

// Tables whose cells must add up: which single cell, if any, is to blame for what does not.

/// A figure of a table, in ten-thousandths as Figure has it.
struct Cell {
  Span span;
  std::int64_t value = 0;
};

/// One side of cells must equal the other. Indices count the cells of a table.
struct Identity {
  std::vector<std::size_t> parts;
  std::vector<std::size_t> wholes;
};

/// A cause of identities that do not hold.
struct Cause {
  std::size_t cell = 0;
  /// What the cell should hold; nothing where another cell of the identity may be the wrong one.
  std::optional<std::int64_t> value;
  std::vector<std::size_t> others;  ///< the other cells of the first identity it breaks
  std::int64_t parts = 0;           ///< the two sides of that identity
  std::int64_t wholes = 0;
};

/// The fewest causes a greedy search finds: a cell whose change mends most identities and breaks
/// none comes first. An identity no other one meets is blamed on its first whole. Cost grows with
/// the broken identities times the cells.
[[nodiscard]] std::vector<Cause> causes(std::vector<Cell> cells,
                                        const std::vector<Identity>& identities);

}  // namespace moxian
