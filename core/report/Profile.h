#pragma once

#include <filesystem>
#include <map>
#include <optional>
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
  /// Text without any figure is thin below this many non-blank characters.
  std::size_t leastWithoutFigures = 0;
};

/// A section that a profile prescribes by name.
struct ProfileSection {
  std::u16string name;                   ///< 总体情况
  std::vector<std::u16string> headings;  ///< words in a heading that are taken for it
};

/// A kind of report: resources/profiles/<name>.toml, or the user's profiles/ in the configuration
/// folder, which win over those of the same name. The format stands in
/// resources/profiles/README.md.
struct Profile {
  std::string name;                        ///< "annual-summary"
  std::u16string label;                    ///< 年度工作总结
  std::vector<std::u16string> titleWords;  ///< words at the end of a title that choose this profile
  /// The same for words that also end headings (工作情况): only with a year or an office beside
  /// them.
  std::vector<std::u16string> weakTitleWords;
  /// Words that end the first lines of a text and choose this profile; they make no title of a line
  /// elsewhere, as 通知 ends the names of documents.
  std::vector<std::u16string> firstLineWords;
  std::vector<std::u16string> titleMarks;  ///< words anywhere in a title that do so
  /// Where given, the words above choose it only in a title that holds one of these before them …
  std::vector<std::u16string> titleNeeds;
  std::optional<Role> headingNeeds;  ///< … and only if a heading announces this role
  /// Words of headings and sentences that choose it where the title does not.
  std::vector<std::u16string> headingWords;
  std::vector<std::u16string> sentenceWords;
  std::vector<std::u16string> againstWords;  ///< words of sentences that speak against it, twofold
  double sentenceDensity = 0;                ///< of sentence words in 1,000 characters to choose it
  Role defaultRole = Role::WorkDone;         ///< of sections whose heading names no part
  std::vector<ProfilePart> parts;            ///< in the order they should stand
  std::vector<ProfileSection> sections;      ///< prescribed by name, in order; mostly none
  std::vector<std::string> rulesOff;         ///< ids of rules that do not run
  /// Rule id to "error", "warning" or "hint": how grave its findings are in reports of this kind.
  std::map<std::string, std::string> severities;
};

/// All profiles and the word lists that roles are read from. Immutable, safe between threads.
class Profiles {
 public:
  /// Loads the shipped profiles and those in `userFolder` (may be absent). The first invalid file
  /// is an error that names file and line.
  [[nodiscard]] static Result<Profiles> load(const std::filesystem::path& userFolder = {});
  [[nodiscard]] const Profile* find(std::string_view name) const;
  /// True for one of them, for "auto" and "none", and for no name at all.
  [[nodiscard]] bool knows(std::string_view name) const;
  /// The one to read a draft by: the one asked for; if that is "auto", the one stored with the
  /// draft, unless there is none or it is not known here.
  [[nodiscard]] std::string choose(const std::string& asked, const std::string& stored) const;
  [[nodiscard]] const std::map<std::string, Profile, std::less<>>& all() const {
    return m_profiles;
  }

 private:
  std::map<std::string, Profile, std::less<>> m_profiles;
};

}  // namespace moxian
