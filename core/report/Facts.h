#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/report/Blocks.h"
#include "core/report/Outline.h"
#include "core/report/Signals.h"
#include "core/report/TitlePattern.h"

namespace moxian {

/// Word lists of resources/rules/facts.toml: fields of work and endings of office names.
class FactWords {
 public:
  [[nodiscard]] static Result<FactWords> load(const std::filesystem::path& file);

  /// The field a title names, or the one a text names most often; empty if none.
  [[nodiscard]] std::u16string topicOf(std::u16string_view plainTitle,
                                       std::u16string_view plainText) const;
  /// The office in a piece of text that begins with it: the longest prefix that ends like one and
  /// is followed by a field, 工作 or the end; empty if there is none.
  [[nodiscard]] std::u16string_view unitAtStart(std::u16string_view plain) const;
  /// True if the whole text is the name of an office.
  [[nodiscard]] bool isUnit(std::u16string_view plain) const;

 private:
  [[nodiscard]] bool endsLikeUnit(std::u16string_view plain) const;
  std::vector<std::u16string> m_topics;                       // names, in the order of the file
  PhraseFinder m_topicWords;                                  // ids into m_topics
  std::vector<std::u16string> m_unitEndings;
  std::vector<std::u16string> m_afterUnit;
};

/// The year a report speaks of: of its title, else of a heading that names work done, else the one
/// it names most often outside quoted titles and document numbers.
[[nodiscard]] std::optional<int> findReportYear(const ParsedText& text, const ReportRange& range,
                                                const ReportBlocks& report);

/// The office of a report: of its title, else of the signature, else of the first sentence.
/// A range of the plain text; empty if not found.
[[nodiscard]] Span findUnit(const ParsedText& text, const ReportRange& range,
                            const ReportBlocks& report, const FactWords& words);

/// 2023年12月5日, 2023-12-05, 二〇二三年十二月五日 and nothing else.
[[nodiscard]] bool isDateLine(std::u16string_view plain);

}  // namespace moxian
