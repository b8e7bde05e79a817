#pragma once

#include <vector>

#include "core/exchange/DocxReaderContext.h"
#include "core/exchange/DocxReaderFlow.h"

namespace moxian {

/// The comments of a document (ECMA-376-1, 17.13.4.2) with what commentsExtended (MS-DOCX 2.6.1)
/// says of replies and resolved ones. `flow` knows their places in the text.
[[nodiscard]] std::vector<DocxComment> readComments(const DocxParts& parts,
                                                    const DocxContext& context,
                                                    const DocxReaderFlow& flow);

}  // namespace moxian
