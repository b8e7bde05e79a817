#pragma once

#include <string>
#include <vector>

#include "core/base/Messages.h"
#include "core/check/Rule.h"

namespace moxian {

/// A rule as people read of it.
struct RuleEntry {
  std::string id;
  Category category = Category::Structure;
  Severity severity = Severity::Warning;
  std::string name;  ///< UTF-8, in the language of the messages, like all that follows
  std::string why;
  std::string source;  ///< standard and clause it rests on, or why practice asks for it
  std::string wrong;   ///< an example
  std::string right;   ///< the same example as it should be
};

/// All rules by category, in the order of Category: the one table behind list-rules, the rules page
/// of the program and the manual.
[[nodiscard]] std::vector<RuleEntry> ruleEntries(const RuleSet& rules, const Messages& messages);

/// The chapter of the manual on rules, in Markdown. resources/manual/rules.md holds the Chinese
/// one.
[[nodiscard]] std::string rulesManual(const std::vector<RuleEntry>& entries,
                                      const Messages& messages);

}  // namespace moxian
