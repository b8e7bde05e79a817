#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/report/Outline.h"

namespace moxian {

/// A part that a kind of report must have.
struct ProfilePart {
  Role role = Role::WorkDone;
  std::vector<std::u16string> headings;  ///< words in a heading that announce it
  std::size_t leastCharacters = 0;       ///< fewer non-blank characters below it are thin
};

/// A kind of report: resources/profiles/<name>.toml, or the user's profiles/ in the configuration
/// folder, which win over those of the same name. The format stands in resources/profiles/README.md.
struct Profile {
  std::string name;                        ///< "annual-summary"
  std::u16string label;                    ///< 年度工作总结
  std::vector<std::u16string> titleWords;  ///< words in a title that choose this profile
  std::vector<ProfilePart> parts;          ///< in the order they should stand
  std::vector<std::string> rulesOff;       ///< ids of rules that do not run
};

/// All profiles and the word lists that roles are read from. Immutable, safe between threads.
class Profiles {
 public:
  /// Loads the shipped profiles and those in `userFolder` (may be absent). The first invalid file
  /// is an error that names file and line.
  [[nodiscard]] static Result<Profiles> load(const std::filesystem::path& userFolder = {});
  [[nodiscard]] const Profile* find(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, Profile, std::less<>>& all() const {
    return m_profiles;
  }

 private:
  std::map<std::string, Profile, std::less<>> m_profiles;
};

}  // namespace moxian
