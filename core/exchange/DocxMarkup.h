#pragma once

#include <string>
#include <string_view>

#include "core/exchange/DocxReader.h"
#include "core/review/MarkedDraft.h"

namespace moxian {

/// The changes and comments of a DOCX file over its text. Change number i (from 0) of the file has
/// the id i + 1, comment number i the id i + 1; changes without text are left out, and of changes
/// nested in the same sense the inner one counts.
[[nodiscard]] Markup markupOf(const DocxText& docx);

/// A time as w:date has it: seconds in UTC, "2024-03-01T09:30:00Z".
[[nodiscard]] std::string docxTime(Time time);
/// The other way; 0 if it is none. What names no zone is taken as UTC.
[[nodiscard]] Time timeOfDocx(std::string_view date);

}  // namespace moxian
