#include "core/report/Profile.h"

#include <algorithm>
#include <vector>

#include "core/base/Resources.h"
#include "core/report/TomlReader.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

Result<std::size_t> count(const TomlReader& file, const toml::table& table, std::string_view key) {
  const auto value = file.number(table, key, 0);
  if (!value) return std::unexpected(value.error());
  if (*value < 0) return file.invalid(table, "counts must not be negative");
  return static_cast<std::size_t>(*value);
}

Result<ProfilePart> readPart(const TomlReader& file, const toml::table& table) {
  auto keys =
      file.onlyKeys(table, {"role", "headings", "least_characters", "least_without_figures"});
  if (!keys) return std::unexpected(keys.error());
  const auto role = roleNamed(table["role"].value_or<std::string_view>(""));
  if (role != Role::WorkDone && role != Role::Problems && role != Role::NextSteps) {
    return file.invalid(table, "\"role\" must be work_done, problems or next_steps");
  }
  auto headings = file.texts(table, "headings");
  if (!headings) return std::unexpected(headings.error());
  const auto least = count(file, table, "least_characters");
  if (!least) return std::unexpected(least.error());
  const auto without = count(file, table, "least_without_figures");
  if (!without) return std::unexpected(without.error());
  return ProfilePart{*role, std::move(*headings), *least, *without};
}

Result<ProfileSection> readSection(const TomlReader& file, const toml::table& table) {
  auto keys = file.onlyKeys(table, {"name", "headings"});
  if (!keys) return std::unexpected(keys.error());
  auto name = file.text(table, "name");
  if (!name) return std::unexpected(name.error());
  auto headings = file.texts(table, "headings");
  if (!headings) return std::unexpected(headings.error());
  return ProfileSection{std::move(*name), std::move(*headings)};
}

template <class T, class Read>
Result<void> readAll(const TomlReader& file, std::string_view key, const Read& read,
                     std::vector<T>& into) {
  const auto tables = file.tables(file.root(), key);
  if (!tables) return std::unexpected(tables.error());
  for (const toml::table* table : *tables) {
    auto item = read(file, *table);
    if (!item) return std::unexpected(item.error());
    into.push_back(std::move(*item));
  }
  return {};
}

Result<void> readWords(const TomlReader& file, std::string_view key,
                       std::vector<std::u16string>& into) {
  auto words = file.texts(file.root(), key);
  if (!words) return std::unexpected(words.error());
  into = std::move(*words);
  return {};
}

Result<void> readRulesOff(const TomlReader& file, std::vector<std::string>& into) {
  const toml::node* given = file.root().get("rules_off");
  if (given == nullptr) return {};
  if (!given->is_array()) return file.invalid(*given, "\"rules_off\" must be a list of rule ids");
  for (const toml::node& item : *given->as_array()) {
    const auto id = item.value<std::string>();
    if (!id) return file.invalid(item, "\"rules_off\" must hold rule ids");
    into.push_back(*id);
  }
  return {};
}

Result<void> readSeverities(const TomlReader& file, std::map<std::string, std::string>& into) {
  const toml::node* given = file.root().get("severity");
  if (given == nullptr) return {};
  if (!given->is_table()) return file.invalid(*given, "[severity] must be a table of rule ids");
  for (const auto& [id, value] : *given->as_table()) {
    const auto severity = value.value<std::string>();
    if (severity != "error" && severity != "warning" && severity != "hint") {
      return file.invalid(value, "a severity is \"error\", \"warning\" or \"hint\"");
    }
    into.emplace(id.str(), *severity);
  }
  return {};
}

Result<Profile> readProfile(const fs::path& path) {
  const auto file = TomlReader::open(path);
  if (!file) return std::unexpected(file.error());
  const toml::table& root = file->root();
  auto keys = file->onlyKeys(
      root, {"label", "title_words", "weak_title_words", "first_line_words", "title_marks",
             "title_needs", "heading_needs", "heading_words", "sentence_words", "against_words",
             "sentence_density", "default_role", "rules_off", "severity", "part", "section"});
  if (!keys) return std::unexpected(keys.error());
  Profile profile;
  profile.name = path.stem().string();
  auto label = file->text(root, "label");
  if (!label) return std::unexpected(label.error());
  profile.label = std::move(*label);
  const auto role = roleNamed(root["default_role"].value_or<std::string_view>("work_done"));
  if (!role) return file->invalid(root, "\"default_role\" is no role");
  profile.defaultRole = *role;
  if (root.contains("heading_needs")) {
    profile.headingNeeds = roleNamed(root["heading_needs"].value_or<std::string_view>(""));
    if (!profile.headingNeeds) return file->invalid(root, "\"heading_needs\" is no role");
  }
  const auto density = file->number(root, "sentence_density", 0);
  if (!density) return std::unexpected(density.error());
  profile.sentenceDensity = *density;
  for (auto done :
       {readWords(*file, "title_words", profile.titleWords),
        readWords(*file, "weak_title_words", profile.weakTitleWords),
        readWords(*file, "first_line_words", profile.firstLineWords),
        readWords(*file, "title_marks", profile.titleMarks),
        readWords(*file, "title_needs", profile.titleNeeds),
        readWords(*file, "heading_words", profile.headingWords),
        readWords(*file, "sentence_words", profile.sentenceWords),
        readWords(*file, "against_words", profile.againstWords),
        readRulesOff(*file, profile.rulesOff), readSeverities(*file, profile.severities),
        readAll(*file, "part", readPart, profile.parts),
        readAll(*file, "section", readSection, profile.sections)}) {
    if (!done) return std::unexpected(done.error());
  }
  return profile;
}

/// The profile files of a folder in the order of their names; none if there is no such folder.
Result<std::vector<fs::path>> profileFiles(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  if (folder.empty() || (!fs::exists(folder, failed) && !failed)) return files;
  fs::directory_iterator each(folder, failed);
  for (const fs::directory_iterator end; !failed && each != end; each.increment(failed)) {
    if (each->path().extension() == ".toml") files.push_back(each->path());
  }
  if (failed) return fail(ErrorCode::FileUnreadable, folder.string(), failed.message());
  std::ranges::sort(files);
  return files;
}

}  // namespace

Result<Profiles> Profiles::load(const fs::path& userFolder) {
  Profiles profiles;
  auto files = profileFiles(resourceRoot() / "profiles");
  if (!files) return std::unexpected(files.error());
  if (files->empty()) {
    return fail(ErrorCode::ResourceMissing, (resourceRoot() / "profiles").string());
  }
  const auto own = profileFiles(userFolder);
  if (!own) return std::unexpected(own.error());
  std::ranges::copy(*own, std::back_inserter(*files));
  for (const fs::path& path : *files) {
    auto profile = readProfile(path);
    if (!profile) return std::unexpected(profile.error());
    const std::string name = profile->name;
    profiles.m_profiles.insert_or_assign(name, std::move(*profile));
  }
  return profiles;
}

const Profile* Profiles::find(std::string_view name) const {
  const auto found = m_profiles.find(name);
  return found == m_profiles.end() ? nullptr : &found->second;
}

bool Profiles::knows(std::string_view name) const {
  return name.empty() || name == "auto" || name == "none" || find(name) != nullptr;
}

std::string Profiles::choose(const std::string& asked, const std::string& stored) const {
  return asked == "auto" && !stored.empty() && knows(stored) ? stored : asked;
}

}  // namespace moxian
