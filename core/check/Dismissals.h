#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/check/Finding.h"

namespace moxian {

/// A finding that somebody decided to leave as it is. It is found again by its words, not by its
/// place, so that it lasts while the text around it is edited and can be stored with a draft.
struct DismissedFinding {
  std::string rule;        ///< id; of structure rules with the part that is meant behind a colon
  std::u16string excerpt;  ///< the words that alarmed
  std::u16string context;  ///< they and what stood beside them; empty: anywhere in the draft
  std::u16string reason;   ///< may be empty

  friend bool operator==(const DismissedFinding&, const DismissedFinding&) = default;
};

/// What was found in a draft, less what somebody decided to leave as it is.
struct OpenFindings {
  std::vector<Finding> findings;
  std::size_t dismissed = 0;  ///< so many were left out
};

/// The dismissals of a draft. One thread owns them.
class Dismissals {
 public:
  void add(DismissedFinding dismissed);
  void removeAt(std::size_t index);
  void set(std::vector<DismissedFinding> all) { m_all = std::move(all); }
  [[nodiscard]] const std::vector<DismissedFinding>& all() const { return m_all; }

  /// What dismisses a finding of `text` here, or its words everywhere.
  [[nodiscard]] static DismissedFinding of(const Finding& finding, std::u16string_view text,
                                           bool everywhere, std::u16string reason = {});
  /// True if the finding was dismissed: its rule and words are the same, and of the words beside
  /// them in the line those on one side still are.
  [[nodiscard]] bool cover(const Finding& finding, std::u16string_view text) const;
  /// The findings that are left.
  [[nodiscard]] std::vector<Finding> left(std::vector<Finding> findings,
                                          std::u16string_view text) const;
  /// The same, and how many were dismissed.
  [[nodiscard]] OpenFindings sift(std::vector<Finding> findings, std::u16string_view text) const;

 private:
  std::vector<DismissedFinding> m_all;
};

}  // namespace moxian
