#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/report/Blocks.h"
#include "core/report/HeadingRoles.h"
#include "core/report/Outline.h"
#include "core/report/Signals.h"
#include "core/report/TomlReader.h"
#include "core/report/UnitNames.h"

namespace moxian {

/// The fields of work of resources/rules/facts.toml.
class Topics {
 public:
  [[nodiscard]] static Result<Topics> load(const TomlReader& facts);

  /// The field a title names, or the one a text names most often; empty if none.
  [[nodiscard]] std::u16string of(std::u16string_view plainTitle,
                                  std::u16string_view plainText) const;

 private:
  std::vector<std::u16string> m_names;  // in the order of the file
  PhraseFinder m_words;                 // ids into m_names
};

/// The years a report speaks of.
struct ReportYears {
  std::optional<int> named;  ///< of its title, else the year of the work
  WorkYear worked;           ///< in which the work was done: later ones are plans
};
/// Years of the title and of headings such as 2023年工作回顾 or 过去一年的工作, else the one the
/// text names most often outside quoted titles and document numbers.
[[nodiscard]] ReportYears findYears(const ParsedText& text, const ReportRange& range,
                                    const ReportBlocks& report);

/// The office of a report: of its title, else of the signature, else of the first sentence.
/// A range of the plain text; empty if not found.
[[nodiscard]] Span findUnit(const ParsedText& text, const ReportRange& range,
                            const ReportBlocks& report, const UnitNames& units);

}  // namespace moxian
