#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/corpus/Slots.h"
#include "core/report/Outline.h"

namespace moxian {

/// A sentence of the starter corpus.
struct StarterSentence {
  Role role = Role::WorkDone;
  std::u16string text;          ///< slots as 〔hint〕
  std::vector<SlotMark> slots;  ///< with their kinds
  std::size_t line = 0;         ///< in the file, from 1
};

/// A file of resources/corpus; its format stands in the README.md there.
struct StarterFile {
  std::u16string field;   ///< 政务公开 …
  std::u16string office;  ///< kind of office: 县政府办公室 …
  std::vector<StarterSentence> sentences;
};

/// Reads the text of a starter file (UTF-8). Anything that is not as documented is an error
/// (ResourceInvalid, subject `name`) whose detail names the line.
[[nodiscard]] Result<StarterFile> parseStarter(std::string_view utf8, const std::string& name);

/// All *.txt of a folder, sorted by name. No such folder is ResourceMissing.
[[nodiscard]] Result<std::vector<std::filesystem::path>> starterFiles(
    const std::filesystem::path& folder);

}  // namespace moxian
