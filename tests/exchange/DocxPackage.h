#pragma once

#include <map>
#include <string>

#include "core/exchange/DocxReader.h"

namespace moxian::test {

/// Parts to put into a package, by path; they replace the usual ones of that name.
using Parts = std::map<std::string, std::string>;

/// A DOCX package whose document holds `body` (XML inside w:body; prefixes w, r, mc, wps, v, m, w14
/// are declared) and `parts`; relationships lead to those of them that the reader knows.
[[nodiscard]] std::string docxOf(const std::string& body, Parts parts = {});
/// A part with these elements inside `root` ("w:styles"), with the same prefixes.
[[nodiscard]] std::string partOf(const std::string& root, const std::string& elements);
/// <w:p> with the properties and a run of this text.
[[nodiscard]] std::string p(const std::string& text, const std::string& properties = {});
/// <w:r> with this text.
[[nodiscard]] std::string r(const std::string& text);

/// What the reader reads; an error fails the test and gives an empty text.
[[nodiscard]] DocxText read(const std::string& docx);
/// The text of a document with this body, in UTF-8.
[[nodiscard]] std::string textOf(const std::string& body, Parts parts = {});

}  // namespace moxian::test
