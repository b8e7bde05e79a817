#include <map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/text/Cleaner.h"

namespace moxian {
namespace {

/// Above this many of one kind the whole file is damaged in one way: one finding, one fix.
constexpr std::size_t kSingly = 20;

std::string_view variantOf(DamageKind kind) {
  switch (kind) {
    case DamageKind::PinyinNote:
      return "pinyin";
    case DamageKind::QuestionMark:
      return "question-mark";
    case DamageKind::Radical:
      return "radical";
    case DamageKind::Invisible:
      return "invisible";
    case DamageKind::PageNumber:
      return "page-number";
  }
  return {};
}

/// Neighbouring damages of one kind with nothing but spaces between them.
struct Run {
  Span span;
  Edit edit;
};

class DamageRule final : public DocumentRule {
 public:
  explicit DamageRule(Cleaner cleaner) : m_cleaner(std::move(cleaner)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    std::map<DamageKind, std::vector<Run>> kinds;
    for (const Damage& damage : m_cleaner.clean(text.text).damages) {
      add(text.text, damage, kinds[damage.kind]);
    }
    for (const auto& [kind, runs] : kinds) {
      if (runs.size() > kSingly) {
        reportAll(text.text, kind, runs, into);
      } else {
        for (const Run& run : runs) report(text.text, kind, run, into);
      }
    }
  }

 private:
  static constexpr RuleInfo kInfo{"stray.damage", Category::Stray, Severity::Error};

  void add(std::u16string_view text, const Damage& damage, std::vector<Run>& runs) const {
    const std::u16string with = m_cleaner.clean(damage.span.of(text)).text;
    const bool changes = damage.kind == DamageKind::Radical;
    if (!runs.empty()) {
      Run& last = runs.back();
      const Span between{last.span.end, damage.span.begin};
      if (isBlank(between.of(text)) && !between.of(text).contains(u'\n')) {
        last.edit.with += changes ? with : u"";
        last.span.end = last.edit.span.end = damage.span.end;
        return;
      }
    }
    runs.push_back({damage.span, {damage.span, changes ? with : std::u16string()}});
  }

  static void report(std::u16string_view text, DamageKind kind, const Run& run,
                     std::vector<Finding>& into) {
    Finding finding = findingOf(kInfo, run.span, {toUtf8(run.span.of(text))});
    finding.variant = variantOf(kind);
    const bool deletes = run.edit.with.empty();
    finding.fixes.push_back(deletes ? deleting(run.span) : replacing(run.span, run.edit.with));
    // An invisible character leaves nothing to underline; the one before it is shown.
    if (kind == DamageKind::Invisible) finding.arguments.clear();
    into.push_back(std::move(finding));
  }

  static void reportAll(std::u16string_view text, DamageKind kind, const std::vector<Run>& runs,
                        std::vector<Finding>& into) {
    const std::string count = std::to_string(runs.size());
    const Span first = runs.front().span;
    Finding finding = findingOf(kInfo, first, {toUtf8(first.of(text)), count});
    finding.variant = std::string(variantOf(kind)) + "-all";
    Fix fix{"clean-all", {count}, {}};
    for (const Run& run : runs) fix.edits.push_back(run.edit);
    finding.fixes.push_back(std::move(fix));
    into.push_back(std::move(finding));
  }

  Cleaner m_cleaner;
};

}  // namespace

Result<DocumentRulePointer> damageRule() {
  auto cleaner = Cleaner::load();
  if (!cleaner) return std::unexpected(cleaner.error());
  return std::make_shared<DamageRule>(std::move(*cleaner));
}

}  // namespace moxian
