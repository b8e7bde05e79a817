#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace moxian {

/// Limits of a package that comes from outside. What is inflated is counted while it is inflated;
/// the sizes that the package itself states are never believed.
struct PackageLimits {
  std::size_t entries = 2000;
  std::size_t partBytes = std::size_t{64} << 20U;    ///< of one part, inflated
  std::size_t totalBytes = std::size_t{200} << 20U;  ///< of all parts taken out, inflated
};

/// Takes parts out of a ZIP package (ECMA-376-2) in memory; nothing is written to disk.
class PackageReader {
 public:
  /// `bytes` must stay alive as long as the reader. DamagedFile if it is no readable package,
  /// FileTooLarge over the limits. Errors name `subject`.
  [[nodiscard]] static Result<PackageReader> open(std::string_view bytes, std::string subject,
                                                  PackageLimits limits = {});
  ~PackageReader();
  PackageReader(PackageReader&&) noexcept;
  PackageReader& operator=(PackageReader&&) noexcept;

  /// The bytes of a part ("word/document.xml", in any case of letters); nothing if there is none.
  /// EncryptedFile, DamagedFile (also for a wrong checksum) or FileTooLarge.
  [[nodiscard]] Result<std::optional<std::string>> part(const std::string& name);

  [[nodiscard]] const std::string& subject() const;

 private:
  struct State;
  explicit PackageReader(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace moxian
