#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace moxian {

/// Writes the numbers of automatic lists in the formats of ECMA-376-1, 17.18.59 (ST_NumberFormat).
/// Not for several threads at once.
class NumberFormat {
 public:
  NumberFormat();
  ~NumberFormat();
  NumberFormat(NumberFormat&&) noexcept;
  NumberFormat& operator=(NumberFormat&&) noexcept;

  /// `value` in `format` ("chineseCountingThousand", "upperRoman", "decimalEnclosedCircle" …).
  /// Where a format ends (⑳) or is not known, Arabic digits; nothing for "none" and "bullet".
  [[nodiscard]] std::u16string written(std::int64_t value, std::string_view format) const;

 private:
  struct Systems;
  std::unique_ptr<Systems> m_systems;
};

}  // namespace moxian
