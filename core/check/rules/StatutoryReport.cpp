#include "core/check/rules/StatutoryReport.h"

#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/rules/TableCells.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestHeading = 40;

/// The first heading of a report that holds `words`, from a block on.
std::vector<Block>::const_iterator headingWith(const CheckedText& text, const Report& report,
                                               std::vector<Block>::const_iterator from,
                                               std::u16string_view words) {
  return std::find_if(from, report.blocks.end(), [&](const Block& block) {
    return block.kind != BlockKind::Table && block.span.length() <= kLongestHeading &&
           block.span.of(text.folded).contains(words);
  });
}

}  // namespace

StatutoryReport statutoryReport(const CheckedText& text, const Report& report) {
  StatutoryReport out;
  const auto end = report.blocks.end();
  const auto first = headingWith(text, report, report.blocks.begin(), u"主动公开政府信息情况");
  const auto received = headingWith(text, report, first, u"收到和处理政府信息公开申请");
  if (received == end) return out;
  const auto contested = headingWith(text, report, received, u"行政复议");
  const auto problems = headingWith(text, report, contested, u"问题");
  const auto from = [&](auto block, auto past) {
    return Span{block->span.end, past == end ? report.blocks.back().span.end : past->span.begin};
  };
  out.applications = from(received, contested);
  if (contested != end) out.proceedings = from(contested, problems);
  if (first != end) out.overview = {report.blocks.front().span.begin, first->span.begin};
  return out;
}

std::vector<Cell> figuresIn(const CheckedText& text, Span section) {
  std::vector<Cell> out;
  for (std::size_t n = text.lines.lineAt(section.begin); n < text.lines.count(); ++n) {
    const Span line = text.lines.span(n);
    if (line.begin >= section.end) break;
    for (Cell cell : loneFigures(line.of(text.text))) {
      cell.span = cell.span.shifted(line.begin);
      out.push_back(cell);
    }
  }
  return out;
}

}  // namespace moxian
