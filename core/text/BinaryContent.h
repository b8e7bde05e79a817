#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace moxian {

/// Why bytes are refused by what they begin with: password-protected Office files (EncryptedFile),
/// documents of other programs such as DOCX, DOC, PDF and RTF (UnknownFormat), and programs,
/// pictures, archives and databases (BinaryFile). Nothing if they may be text. `subject` names the
/// file in the error, and its ending tells an encrypted DOCX from an old DOC.
[[nodiscard]] std::optional<Error> binaryContent(std::string_view bytes,
                                                 const std::string& subject);

/// True if a decoded text holds so many control characters that it cannot be one.
[[nodiscard]] bool looksBinary(std::u16string_view text);

}  // namespace moxian
