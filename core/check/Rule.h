#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/Finding.h"
#include "core/report/Outline.h"
#include "core/report/Profile.h"
#include "core/text/Lines.h"

namespace moxian {

/// What is known of a rule. Its words stand in resources/messages/<language>.toml below
/// [rules.<id>]: name, message, why, source (standard and clause it rests on, or "practice" with a
/// word why), wrong and right; ruleEntries joins both to one table.
struct RuleInfo {
  std::string_view id;
  Category category;
  Severity severity;  ///< the severity of its findings unless one, or the profile, says otherwise
};

/// A line with the same line in simplified characters, unit by unit, for looking words up.
struct CheckedLine {
  std::u16string_view text;
  std::u16string_view folded;  ///< as long as `text`
};

class PreviousReport;

/// A text with all that is known of it; the views live as long as the check.
struct CheckedText {
  std::u16string_view text;
  std::u16string_view folded;  ///< as long as `text`, in simplified characters
  const Lines& lines;
  const Outline& outline;
  const Profiles& profiles;
  const PreviousReport* previous = nullptr;  ///< last year's report, if one was given
  std::u16string_view unit{};                ///< the office the draft should be from, if given
};

/// Looks at one line alone, so that a key re-checks only the line it changed.
class LineRule {
 public:
  virtual ~LineRule() = default;
  [[nodiscard]] virtual const RuleInfo& info() const = 0;
  /// Appends findings whose spans count from the start of `line`. Any thread.
  virtual void check(const CheckedLine& line, std::vector<Finding>& into) const = 0;
};

/// Looks at the whole text; runs on a worker thread while typing.
class DocumentRule {
 public:
  virtual ~DocumentRule() = default;
  [[nodiscard]] virtual const RuleInfo& info() const = 0;
  /// Appends findings whose spans count from the start of the text. Any thread.
  virtual void check(const CheckedText& text, std::vector<Finding>& into) const = 0;
};

class Folding;

/// The rules with what they loaded from resources. Immutable after loading, safe between threads.
class RuleSet {
 public:
  /// All shipped rules. Invalid word lists are an error that names file and line.
  [[nodiscard]] static Result<RuleSet> load();
  [[nodiscard]] std::vector<const RuleInfo*> infos() const;
  [[nodiscard]] const std::vector<std::shared_ptr<const LineRule>>& lineRules() const {
    return m_line;
  }
  [[nodiscard]] const std::vector<std::shared_ptr<const DocumentRule>>& documentRules() const {
    return m_document;
  }
  /// A text in simplified characters, unit by unit, as the rules' word lists are written.
  [[nodiscard]] std::u16string folded(std::u16string_view text) const;

 private:
  std::shared_ptr<const Folding> m_folding;
  std::vector<std::shared_ptr<const LineRule>> m_line;
  std::vector<std::shared_ptr<const DocumentRule>> m_document;
};

}  // namespace moxian
