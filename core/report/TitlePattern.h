#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/Profile.h"
#include "core/report/UnitNames.h"

namespace moxian {

/// A title taken apart: 云溪县民政局 | 2023年度 | 工作总结.
struct TitleParts {
  std::u16string_view unit;  ///< the office it names before or after the year; empty if none
  std::optional<int> year;
  std::u16string_view kind;  ///< 工作总结, 年度报告 … as the profiles list them; empty if none
};

/// Knows titles by the words of the profiles (titleWords) and by how they are built.
class TitlePattern {
 public:
  TitlePattern(const Profiles& profiles, UnitNames units);

  /// True for a bare line that ends with a title word: 2023年XX县政务公开工作总结（草稿）.
  [[nodiscard]] bool looksLikeTitle(std::u16string_view plain) const;
  [[nodiscard]] TitleParts partsOf(std::u16string_view plain) const;
  [[nodiscard]] const UnitNames& units() const { return m_units; }

 private:
  [[nodiscard]] std::u16string_view kindOf(std::u16string_view plain) const;
  std::vector<std::u16string> m_kinds;  // longest first
  std::vector<std::u16string> m_weakKinds;
  UnitNames m_units;
};

/// What stands before a title's tail: （一）, （草稿）, 范文, 篇3, a page number, a lone ordinal.
[[nodiscard]] std::u16string_view withoutTail(std::u16string_view plain);
/// A title without the full stop that does not belong at its end.
[[nodiscard]] std::u16string_view withoutStop(std::u16string_view plain);

/// A title without its number, page number, leaders, marks and spaces, to compare entries of a
/// contents list with titles in the text.
[[nodiscard]] std::u16string titleKey(std::u16string_view plain);
/// The same without the page number only: what a reader calls the title of a contents entry.
[[nodiscard]] std::u16string_view entryTitle(std::u16string_view plain);

/// The ordinal a title ends with: 3 for …总结3, …总结（三）; 0 if there is none.
[[nodiscard]] int trailingOrdinal(std::u16string_view plain);

/// The ordinal and title of a line that opens a report of a compilation: 篇1, 【第二篇】, 范文三：…,
/// …总结 篇4, （五） alone.
struct ReportMarker {
  int ordinal = 0;
  std::u16string_view title;  ///< on the same line; mostly empty
  bool bracketOnly = false;   ///< （五）: counts only if the others agree
};
[[nodiscard]] std::optional<ReportMarker> parseMarker(std::u16string_view plain);

}  // namespace moxian
