#pragma once

#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/exchange/DocxReaderXml.h"

namespace moxian {

/// The parts of a DOCX package that hold text or tell how to read it; null where the package has
/// none of that kind.
struct DocxParts {
  XmlPart document;  ///< never null
  XmlPart styles;
  XmlPart numbering;
  XmlPart footnotes;
  XmlPart endnotes;
  XmlPart comments;
  XmlPart commentsExtended;
  XmlPart settings;  ///< null also where it is damaged: no text depends on it
};

/// Finds the parts through the package's relationships (ECMA-376-2, 9.3), Transitional or Strict,
/// and parses them. Errors as readDocx.
[[nodiscard]] Result<DocxParts> loadDocxParts(std::string_view bytes, const std::string& subject);

}  // namespace moxian
