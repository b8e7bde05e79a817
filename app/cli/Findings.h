#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/cli/Draft.h"
#include "core/check/Dismissals.h"
#include "core/check/Rule.h"

namespace moxian::cli {

/// Findings for people: for each cause one line with place, severity, sentence and rule, then its
/// other places and the fixes; at the end how many causes there are and how many findings were
/// dismissed.
[[nodiscard]] std::string findingsText(const OpenFindings& open, const Draft& draft,
                                       const Program& program);

/// Findings for programs, one line of JSON. A fix's "replacement" is what takes the place of the
/// finding's own range; "edits" names every range that the fix changes, also outside of it.
/// Findings with the same "cause", a number from 1, are mended together by the last fix of the first.
/// "dismissed_count": so many more were dismissed and are not told. "likeness": per part the share
/// of its wording that stands in last year's report, if any is given.
[[nodiscard]] std::string findingsJson(const OpenFindings& open,
                                       const std::map<Role, double>& likeness, const Draft& draft,
                                       const Program& program);

/// Findings as SARIF 2.1.0 (OASIS), columns in Unicode code points: one result a cause, with all
/// its places. "properties" of the run tell how many findings were dismissed.
[[nodiscard]] std::string findingsSarif(const OpenFindings& open, const Draft& draft,
                                        const RuleSet& rules, const Program& program);

}  // namespace moxian::cli
