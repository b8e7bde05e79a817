#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/exchange/Import.h"
#include "core/text/Decoder.h"

namespace moxian {

/// The text of an HTML page.
struct HtmlText {
  std::u16string text;  ///< one line a block; tables as lines of cells in |
  std::vector<ImportLoss> losses;
  Encoding encoding = Encoding::Utf8;  ///< how the bytes were read
};

/// Reads what a page shows: blocks as lines, data tables as lines of cells, numbers of ordered
/// lists; not scripts, styles, navigation, forms' controls and what is hidden. Tables that only lay
/// out the page, and those around other tables, give their content line by line. The encoding is
/// `forced`, or that of a byte-order mark, or UTF-8 where the bytes are, or the one the page
/// declares, or a guess. Errors of decode() name `subject`.
[[nodiscard]] Result<HtmlText> readHtml(std::string_view bytes, const std::string& subject,
                                        std::optional<Encoding> forced = {});

/// True if bytes begin like a page: with <!DOCTYPE html>, <html>, <head> or <body>.
[[nodiscard]] bool looksLikeHtml(std::string_view bytes);

}  // namespace moxian
