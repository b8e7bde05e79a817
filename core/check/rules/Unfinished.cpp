#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kOpening = u"（(【［[〔";
constexpr std::u16string_view kClosing = u"）)】］]〕";

/// Notes that a writer left for later: （待补充）, （此处略）. See resources/rules/unfinished.txt.
class UnfinishedRule final : public LineRule {
 public:
  explicit UnfinishedRule(std::vector<std::u16string> notes) : m_notes(std::move(notes)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    for (std::size_t at = line.folded.find_first_of(kOpening); at != line.folded.npos;
         at = line.folded.find_first_of(kOpening, at + 1)) {
      const std::u16string_view inside = line.folded.substr(at + 1, kLongest);
      const std::size_t length = inside.find(kClosing[kOpening.find(line.folded[at])]);
      if (length == inside.npos || !isNote(inside.substr(0, length))) continue;
      add(line, {at, at + length + 2}, into);
    }
    // A line that is nothing but such a note.
    const std::u16string_view whole = trimmed(line.folded);
    if (!whole.empty() && isNote(whole)) {
      const std::size_t begin = skipSpaces(line.folded, 0);
      add(line, {begin, begin + whole.size()}, into);
    }
  }

 private:
  static constexpr RuleInfo kInfo{"placeholder.note", Category::Placeholder, Severity::Warning};
  static constexpr std::size_t kLongest = 16;

  /// The note alone, or with a word before it: （数据待定）. What is counted (2件待核实) is no
  /// note.
  [[nodiscard]] bool isNote(std::u16string_view words) const {
    constexpr std::size_t kBefore = 6;
    if (std::ranges::any_of(words, isDigit)) return false;
    return std::ranges::any_of(m_notes, [&](std::u16string_view note) {
      if (note.starts_with(u'^')) return words == note.substr(1);
      return words.ends_with(note) && words.size() <= note.size() + kBefore;
    });
  }

  static void add(const CheckedLine& line, Span span, std::vector<Finding>& into) {
    into.push_back(findingOf(kInfo, span, {toUtf8(span.of(line.text))}));
  }

  std::vector<std::u16string> m_notes;
};

}  // namespace

Result<LineRulePointer> unfinishedRule() {
  auto notes = loadWords("unfinished.txt");
  if (!notes) return std::unexpected(notes.error());
  return std::make_shared<UnfinishedRule>(std::move(*notes));
}

}  // namespace moxian
