#pragma once

#include <string>
#include <string_view>

namespace moxian {

/// The sentences of a field of the starter corpus, one a line, as a draft would have them: written
/// on in paragraphs, since a line does not end with every sentence; figures, years and the words
/// for the unit itself in the place of their slots, which completion never offers but knows as
/// classes. Other slots stay.
[[nodiscard]] std::u16string starterProse(std::u16string_view sentences);

}  // namespace moxian
