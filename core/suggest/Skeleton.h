#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace moxian {

/// What a new report is about.
struct SkeletonFacts {
  std::u16string unit;   ///< 青岚区民政局; empty: a field for it
  int year = 0;          ///< of the report, four digits
  std::u16string topic;  ///< 政务公开; may be empty
};

/// The text that a new report of a kind starts with: title, opening, its parts with their headings,
/// and a field 〔…〕 with a prompt wherever the writer has to say something. `profile`: its name.
/// Read from skeletons/<profile>.txt in `userFolder` (the user's configuration folder; may be
/// empty) or, where that has none, in resources/; the format stands in
/// resources/skeletons/README.md. ResourceMissing if there is none for the profile, ResourceInvalid
/// with the line if it is not as documented.
[[nodiscard]] Result<std::u16string> skeletonOf(std::string_view profile,
                                                const SkeletonFacts& facts,
                                                const std::filesystem::path& userFolder = {});

/// True if there is a skeleton for a profile.
[[nodiscard]] bool hasSkeleton(std::string_view profile,
                               const std::filesystem::path& userFolder = {});

/// How a unit calls itself by the last character of its name: 我局, 我县, 我办; else 我单位.
[[nodiscard]] std::u16string selfName(std::u16string_view unit);

}  // namespace moxian
