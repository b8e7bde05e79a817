#pragma once

#include <cstddef>
#include <vector>

#include "core/report/LineReader.h"
#include "core/report/TitlePattern.h"

namespace moxian {

/// The lines of one report: indices into ParsedText::lines, half-open.
struct ReportRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool marker = false;  ///< the first line is 篇1 or the like
};

/// How a text falls into reports.
struct Split {
  std::vector<ReportRange> reports;  ///< in order, not overlapping
  std::vector<bool> contents;        ///< by line: belongs to a contents list
  std::vector<Span> missingBodies;   ///< contents entries without a report, in the plain text
};

/// Finds the reports of a text: by 篇 markers, by the entries of a contents list, or by titles
/// built like the first one; a text without any of these is one report from its first line that is
/// not noise, a text without content none. Lines in no range are noise. Linear in the text.
[[nodiscard]] Split split(const ParsedText& text, const TitlePattern& titles);

}  // namespace moxian
