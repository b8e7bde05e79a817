#pragma once

#include <string>
#include <string_view>

#include "core/check/Batch.h"
#include "core/exchange/MarkedFile.h"

namespace moxian {

/// TextMissing for a text without a word in it: there is nothing to check.
[[nodiscard]] Result<void> holdsWords(std::u16string_view text, const std::string& path);

/// What reads the drafts of a folder for checkDrafts: files of all supported formats with the
/// dismissals and the profile that a document stores, of those with tracked changes the text that
/// is asked for. Review sheets are told. Its errors: those of readMarked, and TextMissing for a
/// file without a word. Errors here: those of SheetTitles::load.
[[nodiscard]] Result<DraftReader> draftReader(TextOf which = TextOf::Final);

}  // namespace moxian
