#pragma once

#include <cstddef>
#include <vector>

#include "core/check/rules/Numbering.h"
#include "core/check/rules/Ordinals.h"

namespace moxian {

/// Tells where the lists of a report end. Views its text and report, which must outlive it.
class ListEnds {
 public:
  ListEnds(const CheckedText& text, const Report& report);

  /// True if the block, an index into the report, ends with a semicolon though no item of its list
  /// follows: below it stands a heading, the end of the report, or, behind an item, a paragraph
  /// that is none.
  [[nodiscard]] bool endsOpen(std::size_t block) const;

 private:
  [[nodiscard]] std::u16string_view line(std::size_t block) const;
  [[nodiscard]] std::size_t nextProse(std::size_t block) const;
  [[nodiscard]] const NumberedLine* numbered(std::size_t block) const;
  [[nodiscard]] const NumberedLine* above(std::size_t block) const;
  [[nodiscard]] bool isHeading(std::size_t block) const;
  [[nodiscard]] bool goesOnBelow(std::size_t block, std::size_t next) const;
  [[nodiscard]] bool isLastItem(std::size_t block) const;

  const CheckedText& m_text;
  const Report& m_report;
  std::vector<NumberedLine> m_numbered;
  std::vector<OrdinalList> m_ordinals;
};

}  // namespace moxian
