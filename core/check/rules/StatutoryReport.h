#pragma once

#include <vector>

#include "core/check/Rule.h"
#include "core/check/rules/Identities.h"

namespace moxian {

// The tables of the statutory report on information disclosure (国办公开办函〔2021〕30号). Spans are
// in UTF-16 units of the whole text.

/// Where the parts with tables stand; empty where the report lacks one.
struct StatutoryReport {
  Span overview;      ///< 一、总体情况
  Span applications;  ///< 三、收到和处理政府信息公开申请情况
  Span proceedings;   ///< 四、政府信息公开行政复议、行政诉讼情况
};
[[nodiscard]] StatutoryReport statutoryReport(const CheckedText& text, const Report& report);

/// The table of part 3, row by row: 一, 二, the results, （七） and 四, seven cells each.
struct ApplicationTable {
  std::vector<Cell> cells;
  bool complete = false;  ///< all rows of the form were read
};
[[nodiscard]] ApplicationTable applicationTable(const CheckedText& text, Span section);

/// The figures that stand for themselves in a range of whole lines, in order.
[[nodiscard]] std::vector<Cell> figuresIn(const CheckedText& text, Span section);

}  // namespace moxian
