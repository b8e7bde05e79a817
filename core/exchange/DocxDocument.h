#pragma once

#include <string>

#include "core/exchange/DocxMarks.h"
#include "core/exchange/Manuscript.h"
#include "core/exchange/PageTemplate.h"

namespace moxian {

/// word/document.xml: the parts as paragraphs and tables with the styles of DocxStyles.h, and the
/// page, with what `marks` (may be null) knows of. Its footers are the relations kDocxFooterOdd and kDocxFooterEven of the package.
[[nodiscard]] std::string docxDocument(const Manuscript& manuscript, const PageTemplate& page,
                                       DocxMarks* marks);

constexpr const char* kDocxFooterOdd = "rId4";
constexpr const char* kDocxFooterEven = "rId5";

}  // namespace moxian
