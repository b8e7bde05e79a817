#include "core/check/Checks.h"

#include <algorithm>

#include "core/check/Previous.h"
#include "core/check/Scan.h"

namespace moxian {

bool isOff(std::string_view rule, const CheckOptions& options) {
  return std::ranges::find(options.rulesOff, rule) != options.rulesOff.end();
}

namespace {

/// What a field says of last year, or of what is to be written, is no text of the draft: that it
/// still waits is the finding.
void leaveFieldsAlone(std::u16string_view line, std::size_t first, std::vector<Finding>& findings) {
  if (first == findings.size()) return;
  const std::vector<Span> fields = fieldsOf(line);
  if (fields.empty()) return;
  const auto from = findings.begin() + static_cast<std::ptrdiff_t>(first);
  const auto inField = [&](const Finding& finding) {
    return finding.category != Category::Placeholder &&
           std::ranges::any_of(fields, [&](Span field) {
             return field.begin <= finding.span.begin && finding.span.end <= field.end;
           });
  };
  findings.erase(std::remove_if(from, findings.end(), inField), findings.end());
}

}  // namespace

void checkLine(const CheckedLine& line, const RuleSet& rules, const CheckOptions& options,
               std::vector<Finding>& into) {
  if (line.text.empty()) return;
  const std::size_t first = into.size();
  for (const auto& rule : rules.lineRules()) {
    if (!isOff(rule->info().id, options)) rule->check(line, into);
  }
  leaveFieldsAlone(line.text, first, into);
}

void checkDocument(const CheckedText& text, const RuleSet& rules, const CheckOptions& options,
                   std::size_t longLines, std::vector<Finding>& into, const std::stop_token& stop) {
  for (const auto& rule : rules.documentRules()) {
    if (stop.stop_requested()) return;
    if (!isOff(rule->info().id, options)) rule->check(text, into);
  }
  for (std::size_t n = 0; n < text.lines.count(); ++n) {
    const Span span = text.lines.span(n);
    if (span.length() <= longLines) continue;
    if (stop.stop_requested()) return;
    const std::size_t first = into.size();
    checkLine({span.of(text.text), span.of(text.folded)}, rules, options, into);
    for (std::size_t i = first; i < into.size(); ++i) shift(into[i], span.begin);
  }
}

std::vector<ProfileArea> profileAreas(const Lines& lines, const Outline& outline,
                                      const Profiles& profiles) {
  std::vector<ProfileArea> out;
  for (const Report& report : outline.reports) {
    const Profile* profile = profiles.find(report.profile);
    if (profile == nullptr || (profile->rulesOff.empty() && profile->severities.empty())) continue;
    out.push_back({{lines.span(report.firstLine).begin, lines.span(report.lastLine).end}, profile});
  }
  return out;
}

void settle(std::vector<Finding>& findings, const std::vector<ProfileArea>& areas) {
  std::erase_if(findings, [&](const Finding& finding) {
    return std::ranges::any_of(areas, [&](const ProfileArea& area) {
      const auto& off = area.profile->rulesOff;
      return area.span.contains(finding.span.begin) &&
             std::ranges::find(off, finding.rule) != off.end();
    });
  });
  for (const ProfileArea& area : areas) {
    for (Finding& finding : findings) {
      const auto given = area.profile->severities.find(finding.rule);
      if (given == area.profile->severities.end()) continue;
      if (area.span.contains(finding.span.begin)) finding.severity = severityNamed(given->second);
    }
  }
  std::ranges::stable_sort(findings, comesBefore);
}

std::shared_ptr<const PreviousReport> previousReport(std::u16string text,
                                                     const ReportReader& reader,
                                                     const RuleSet& rules) {
  const Lines lines(text);
  const Outline outline = reader.read(text, lines, "auto");
  const std::u16string folded = rules.folded(text);
  return std::make_shared<PreviousReport>(std::move(text), folded, outline);
}

std::vector<Finding> checkText(std::u16string_view text, const Lines& lines, const Outline& outline,
                               const ReportReader& reader, const RuleSet& rules,
                               const CheckOptions& options) {
  std::vector<Finding> out;
  const std::u16string folded = rules.folded(text);
  checkDocument(
      {text, folded, lines, outline, reader.profiles(), options.previous.get(), options.unit},
      rules, options, 0, out);
  settle(out, profileAreas(lines, outline, reader.profiles()));
  return out;
}

}  // namespace moxian
