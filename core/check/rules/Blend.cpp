#include <algorithm>
#include <span>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::size_t kReach = 40;

/// Two halves that do not belong together; see resources/rules/blends.tsv.
struct Halves {
  std::u16string head;
  std::u16string tail;
  std::vector<std::u16string> between;
  std::u16string instead;
};

std::vector<std::u16string> split(std::u16string_view text) {
  std::vector<std::u16string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(u'|', begin), text.size());
    out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

class BlendRule final : public LineRule {
 public:
  explicit BlendRule(std::vector<Halves> halves) : m_halves(std::move(halves)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    const std::size_t first = into.size();
    for (const Halves& halves : m_halves) {
      for (std::size_t tail = line.folded.find(halves.tail); tail != line.folded.npos;
           tail = line.folded.find(halves.tail, tail + 1)) {
        const Span span = blendAt(line.folded, halves, tail);
        if (span.empty() || reported(std::span(into).subspan(first), span)) continue;
        into.push_back(
            findingOf(kInfo, span, {toUtf8(span.of(line.text)), toUtf8(halves.instead)}));
      }
    }
  }

 private:
  static constexpr RuleInfo kInfo{"grammar.blend", Category::Grammar, Severity::Warning};

  /// True if a finding of this line covers the place: two entries may find one slip.
  static bool reported(std::span<const Finding> findings, Span span) {
    return std::ranges::any_of(findings,
                               [&](const Finding& finding) { return finding.span.overlaps(span); });
  }

  static Span blendAt(std::u16string_view line, const Halves& halves, std::size_t tail) {
    const std::size_t near = tail - std::min(tail, kReach);
    const std::u16string_view before = line.substr(near, tail - near);
    const std::size_t mark = before.find_last_of(u"，。；！？：,;:");
    const std::size_t found = before.rfind(halves.head);
    if (found == before.npos || (mark != before.npos && found < mark)) return {};
    const std::size_t head = near + found;
    const std::size_t from = head + halves.head.size();
    if (holdsAny(line.substr(from, tail - from), halves.between)) return {};
    return {head, tail + halves.tail.size()};
  }

  std::vector<Halves> m_halves;
};

}  // namespace

Result<LineRulePointer> blendRule() {
  const auto rows = loadRows("blends.tsv", 4, 4);
  if (!rows) return std::unexpected(rows.error());
  std::vector<Halves> halves;
  for (const ListRow& row : *rows) {
    if (row.cells[1].empty()) return std::unexpected(rowError("blends.tsv", row.line, "no tail"));
    halves.push_back({row.cells[0], row.cells[1], split(row.cells[2]), row.cells[3]});
  }
  return std::make_shared<BlendRule>(std::move(halves));
}

}  // namespace moxian
