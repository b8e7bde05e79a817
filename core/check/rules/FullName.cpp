#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

struct Name {
  std::u16string full;
  std::u16string brief;
};

/// A short name stands only behind its full one; see resources/rules/names.tsv.
class FullNameRule final : public DocumentRule {
 public:
  explicit FullNameRule(std::vector<Name> names) : m_names(std::move(names)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) {
      for (const Name& name : m_names) checkName(text, report, name, into);
    }
  }

 private:
  static constexpr RuleInfo kInfo{"terminology.full-name", Category::Terminology, Severity::Hint};

  /// The first mention in the prose; one inside the full name is no short one.
  static void checkName(const CheckedText& text, const Report& report, const Name& name,
                        std::vector<Finding>& into) {
    for (const Block& block : report.blocks) {
      if (!isProse(&block) || block.kind == BlockKind::Title) continue;
      const std::u16string_view line = block.span.of(text.folded);
      const std::size_t brief = line.find(name.brief);
      const std::size_t full = line.find(name.full);
      if (full != line.npos && full <= brief) return;
      if (brief == line.npos) continue;
      const Span span = Span{brief, brief + name.brief.size()}.shifted(block.span.begin);
      Finding finding = findingOf(kInfo, span, {toUtf8(span.of(text.text)), toUtf8(name.full)});
      finding.fixes.push_back(replacing(span, name.full));
      into.push_back(std::move(finding));
      return;
    }
  }

  std::vector<Name> m_names;
};

}  // namespace

Result<DocumentRulePointer> fullNameRule() {
  const auto rows = loadRows("names.tsv", 2, 2);
  if (!rows) return std::unexpected(rows.error());
  std::vector<Name> names;
  for (const ListRow& row : *rows) {
    if (row.cells[1].empty() || row.cells[0] == row.cells[1]) {
      return std::unexpected(rowError("names.tsv", row.line, "no short name"));
    }
    names.push_back({row.cells[0], row.cells[1]});
  }
  return std::make_shared<FullNameRule>(std::move(names));
}

}  // namespace moxian
