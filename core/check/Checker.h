#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/Finding.h"
#include "core/check/Rule.h"
#include "core/report/Reader.h"

namespace moxian {

struct CheckOptions {
  std::string profile = "auto";       ///< name, "auto" or "none"
  std::vector<std::string> rulesOff{};  ///< rule ids that do not run, besides the profile's
  std::shared_ptr<const PreviousReport> previous{};  ///< last year's report, to compare with
  std::u16string unit{};              ///< the office that the draft should be from
};

/// What the document rules found for one revision of a text.
struct DocumentCheck {
  std::uint64_t revision = 0;
  Outline outline;
  std::vector<Finding> findings;
};

/// A text as the previous report of later checks.
[[nodiscard]] std::shared_ptr<const PreviousReport> previousReport(std::u16string text,
                                                                   const ReportReader& reader,
                                                                   const RuleSet& rules);

/// Checks a text once: all rules, sorted by place, then severity. Any thread.
[[nodiscard]] std::vector<Finding> checkText(std::u16string_view text, const Lines& lines,
                                             const Outline& outline, const ReportReader& reader,
                                             const RuleSet& rules, const CheckOptions& options);

/// Keeps the findings of a text that is being edited.
///
/// Line rules are re-run at once for the lines an edit touches; their findings elsewhere move with
/// the text. Lines of more than 20,000 units wait for the document check, so that a file without
/// line breaks does not delay a key. Document rules run when asked, on any thread, over a copy, and their result is adopted
/// later; until then the last result moves with the text too, and findings whose range was edited
/// are dropped. One thread owns a Checker.
class Checker {
 public:
  Checker(ReportReader reader, RuleSet rules, CheckOptions options = {});
  ~Checker();
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;

  /// Replaces the whole text. Line findings are there on return, document findings are none.
  void setText(std::u16string text);
  /// Replaces a range of the text; cost grows with the touched lines and the number of findings.
  void edit(Span span, std::u16string_view with);
  /// Other options; line findings are there on return, document findings are kept until adopted.
  void setOptions(CheckOptions options);

  [[nodiscard]] const std::u16string& text() const;
  /// Counts setText, edit and setOptions.
  [[nodiscard]] std::uint64_t revision() const;

  /// A self-contained job over a copy of the present text: call it on any thread. Once `stop` is
  /// requested it returns before the next rule with what it has: a result to throw away.
  [[nodiscard]] std::function<DocumentCheck()> documentJob(std::stop_token stop = {}) const;
  /// Takes a result over; false, and nothing changes, if the text has moved on since.
  bool adopt(DocumentCheck result);

  /// All findings, sorted by place, then severity.
  [[nodiscard]] std::vector<Finding> findings() const;
  /// Those whose span touches a range; cost grows with the lines and the document findings.
  [[nodiscard]] std::vector<Finding> findingsIn(Span range) const;
  /// The outline of the last adopted check; its offsets are those of that revision.
  [[nodiscard]] const Outline& outline() const;
  [[nodiscard]] const CheckOptions& options() const;
  /// Hands the present text with the outline of the last adopted check to a function that looks at
  /// both (ledgerOf, problemMapOf); false, and it is not called, where the text has moved on since.
  bool look(const std::function<void(const CheckedText& text)>& with) const;
  [[nodiscard]] const RuleSet& rules() const;
  [[nodiscard]] const ReportReader& reader() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace moxian
