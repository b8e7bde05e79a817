#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/report/Outline.h"
#include "core/report/Profile.h"
#include "core/text/Lines.h"

namespace moxian {

/// Reads the structure of texts. Holds what it loaded from resources; immutable after loading, so
/// one reader serves all threads.
class ReportReader {
 public:
  /// Loads profiles (see Profiles::load) and the role signals (resources/rules/roles.toml).
  [[nodiscard]] static Result<ReportReader> load(const std::filesystem::path& userFolder = {});

  /// The outline of a text whose lines are `lines`. `profile`: a name, "auto" (chosen by title and
  /// structure) or "none". An unknown name counts as "auto"; callers check with profiles().find().
  /// Never fails; linear in the length of the text.
  [[nodiscard]] Outline read(std::u16string_view text, const Lines& lines,
                             std::string_view profile = "auto") const;

  [[nodiscard]] const Profiles& profiles() const;

 private:
  struct Data;
  std::shared_ptr<const Data> m_data;
};

}  // namespace moxian
