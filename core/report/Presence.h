#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report/Outline.h"
#include "core/report/Profile.h"

namespace moxian {

/// The text of one role as the presence of its part is judged.
struct Delivered {
  std::size_t characters = 0;  ///< without spaces, open fields 〔…〕 and sentences made of them
  bool figures = false;        ///< it holds a number other than a year, outside of fields
  Span heading;                ///< the first that announces it; empty if none
  std::vector<Span> texts;     ///< what delivers it, in order

  [[nodiscard]] Span first() const { return texts.empty() ? Span{} : texts.front(); }
};
[[nodiscard]] Delivered delivered(const Report& report, Role role, std::u16string_view text);

/// Words of clauses that would stand in any report: `commonplaces` of resources/rules/roles.toml.
using Commonplaces = std::vector<std::u16string>;

/// What a report has of the parts its profile requires, from the roles of its blocks.
///
/// A part is missing if no sentence delivers it, even under a heading that announces it; thin if
/// its text has fewer characters than the profile asks for, as the prompts of a skeleton have none;
/// else present.
///
/// `commonplaces`: two problems named in words of their own, which hold none of these, say enough
/// in few words.
[[nodiscard]] std::vector<RequiredPart> requiredParts(const Report& report, const Profile& profile,
                                                      std::u16string_view text,
                                                      const Commonplaces& commonplaces);

/// The sections the profile prescribes by name with the headings that open them.
[[nodiscard]] std::vector<NamedSection> namedSections(const Report& report, const Profile& profile,
                                                      std::u16string_view text);

/// The last block of a report that is neither noise nor the office and date below the text; nullptr
/// if there is none. Valid as long as the report.
[[nodiscard]] const Block* lastBeforeSignature(const Report& report, std::u16string_view text);

/// True if the text of a report breaks off; see Report::truncated.
[[nodiscard]] bool isTruncated(const Report& report, std::u16string_view text);

}  // namespace moxian
