#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/cli/Draft.h"
#include "core/check/Finding.h"
#include "core/check/Rule.h"

namespace moxian::cli {

/// Findings for people: one line each with place, severity, sentence and rule, then the fixes.
[[nodiscard]] std::string findingsText(const std::vector<Finding>& findings, const Draft& draft,
                                       const Program& program);

/// Findings for programs, one line of JSON. A fix's "replacement" is what takes the place of the
/// finding's own range; "edits" names every range that the fix changes, also outside of it.
/// "likeness": per part the share of its wording that stands in last year's report, if any is
/// given.
[[nodiscard]] std::string findingsJson(const std::vector<Finding>& findings,
                                       const std::map<Role, double>& likeness, const Draft& draft,
                                       const Program& program);

/// Findings as SARIF 2.1.0 (OASIS), columns in Unicode code points.
[[nodiscard]] std::string findingsSarif(const std::vector<Finding>& findings, const Draft& draft,
                                        const RuleSet& rules, const Program& program);

}  // namespace moxian::cli
