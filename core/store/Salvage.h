#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/store/Draft.h"

namespace moxian {

/// Stands, on a line of its own, where a passage could not be read.
inline constexpr std::u16string_view kLostPassage = u"\n\uFFFD\n";

/// A text as far as a damaged document gives it.
struct SalvagedText {
  std::u16string text;
  bool whole = false;        ///< its hash is right: not a character is wrong
  std::size_t lost = 0;      ///< passages (about 700 characters each) that could not be read
  std::size_t doubtful = 0;  ///< passages that were read, but hold wrong characters
};

struct SalvagedVersion {
  VersionInfo info;
  SalvagedText text;
};

struct SalvagedAttachment {
  AttachmentInfo info;
  std::string bytes;
  bool whole = false;
};

/// Everything that can still be read of a damaged document.
struct Salvage {
  SalvagedText draft;
  DraftProperties properties;
  std::vector<SalvagedVersion> versions;  ///< in the order they were made
  std::vector<StoredComment> comments;
  std::vector<SalvagedAttachment> attachments;
  /// The youngest version whose text is whole, to be offered in place of the draft.
  [[nodiscard]] const SalvagedVersion* lastGood() const;
};

/// Reads a damaged document as far as possible, from a copy: the file itself is not touched. Works
/// too where the head of the file is lost. DamagedDocument if nothing is left, NotADocument if it
/// never was one, FileMissing, FileUnreadable, FileTooLarge (over 2 GB). Any thread.
[[nodiscard]] Result<Salvage> salvage(const std::filesystem::path& path);

/// Writes what was salvaged into a folder that exists: draft.txt, version-N.txt, comments.txt in
/// UTF-8 and the attachments as attachment-N-NAME. Gives the files written.
[[nodiscard]] Result<std::vector<std::filesystem::path>> exportSalvage(
    const Salvage& salvage, const std::filesystem::path& folder);

}  // namespace moxian
