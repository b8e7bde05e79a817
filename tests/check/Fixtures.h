#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Span.h"
#include "core/check/Checker.h"

namespace moxian {

/// The rules and the reader that every test shares; loading failures end the test run.
const RuleSet& rules();
const ReportReader& reader();

/// All findings of a text.
std::vector<Finding> check(std::u16string_view text, const std::string& profile = "none");
/// Those of one rule.
std::vector<Finding> check(std::u16string_view text, std::string_view rule,
                           const std::string& profile = "none");
std::vector<Finding> check(std::u16string_view text, std::string_view rule,
                           const CheckOptions& options);

/// One text of tests/data/rules/<id>/alarm.txt or silent.txt. Texts are divided by lines "====".
/// A first line "profile NAME" chooses a profile, then "unit NAME" the office expected; what stands
/// above a line "<==" is last year's report. What the rule must mark stands between ⟦ and ⟧,
/// which are no part of the text. After a line "==>" follows the text that the first fix of the
/// first finding leaves.
struct Case {
  CheckOptions options{.profile = "none"};
  std::u16string text;
  std::vector<Span> expected;
  std::u16string fixed;  ///< empty if the case names none
};
std::vector<Case> casesOf(const std::filesystem::path& file);

/// Each span as "begin-end words", for readable failures.
std::string described(std::u16string_view text, const std::vector<Span>& spans);
std::vector<Span> spansOf(const std::vector<Finding>& findings);

}  // namespace moxian
