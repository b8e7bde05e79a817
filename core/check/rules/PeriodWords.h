#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// The words by which a report names the period that it accounts for:
/// resources/rules/period-names.txt and period-owners.txt. Immutable after loading.
class PeriodWords {
 public:
  [[nodiscard]] static Result<PeriodWords> load();

  /// The sentence says that the period at an offset of a line is the one reported on:
  /// "本报告所列数据的统计期限自", right in front of it. The statistics of others
  /// ("据大数据统计，") and of one project say nothing of it.
  [[nodiscard]] bool announces(std::u16string_view line, std::size_t at) const;

 private:
  std::vector<std::u16string> m_names;   ///< what a report calls its period
  std::vector<std::u16string> m_owners;  ///< words before them that mean the report itself
};

}  // namespace moxian
