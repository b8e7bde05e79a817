#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/Outline.h"
#include "core/review/FinalPlaces.h"

namespace moxian {

/// The sections of a draft, by its headings of the first level. A value.
class Sections {
 public:
  Sections() = default;
  /// `outline` is that of `text`, the final text of a draft; `places` leads to the draft.
  Sections(const Outline& outline, std::u16string_view text, const FinalPlaces& places);

  /// The section that holds a place of the draft: 0 before the first heading.
  [[nodiscard]] std::size_t at(std::size_t place) const;
  /// Its heading with the number; empty for section 0.
  [[nodiscard]] const std::u16string& name(std::size_t section) const {
    return m_names.at(section);
  }

 private:
  std::vector<std::size_t> m_begins = {0};
  std::vector<std::u16string> m_names = {u""};
};

}  // namespace moxian
