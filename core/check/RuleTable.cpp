#include "core/check/RuleTable.h"

#include <algorithm>

namespace moxian {
namespace {

/// An example of several lines in one cell of a table.
std::string inOneLine(std::string text) {
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at)) {
    text.replace(at, 1, " ");
  }
  for (std::size_t at = text.find('|'); at != text.npos; at = text.find('|', at + 2)) {
    text.insert(at, "\\");
  }
  return text;
}

std::string wordOf(std::string_view kind, std::string_view name, const Messages& messages) {
  return messages.text(std::string(kind) + "." + std::string(name));
}

}  // namespace

std::vector<RuleEntry> ruleEntries(const RuleSet& rules, const Messages& messages) {
  std::vector<RuleEntry> out;
  for (const RuleInfo* info : rules.infos()) {
    const std::string key = "rules." + std::string(info->id);
    const auto words = [&](const char* part) { return messages.text(key + part); };
    out.push_back({std::string(info->id), info->category, info->severity, words(".name"),
                   words(".why"), words(".source"), words(".wrong"), words(".right")});
  }
  std::ranges::stable_sort(out, {}, &RuleEntry::category);
  return out;
}

std::string rulesManual(const std::vector<RuleEntry>& entries, const Messages& messages) {
  std::string out =
      "# " + messages.text("manual.rules") + "\n\n" + messages.text("manual.intro") + "\n";
  const RuleEntry* last = nullptr;
  for (const RuleEntry& entry : entries) {
    if (last == nullptr || last->category != entry.category) {
      out += "\n## " + wordOf("category", name(entry.category), messages) + "\n";
    }
    last = &entry;
    out += "\n### " + entry.name + "\n\n" +
           messages.text("manual.rule",
                         std::vector<std::string>{
                             entry.id, wordOf("severity", name(entry.severity), messages),
                             entry.why, entry.source}) +
           "\n\n| " + messages.text("manual.wrong") + " | " + messages.text("manual.right") +
           " |\n|---|---|\n| " + inOneLine(entry.wrong) + " | " + inOneLine(entry.right) + " |\n";
  }
  return out;
}

}  // namespace moxian
