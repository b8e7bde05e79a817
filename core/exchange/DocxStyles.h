#pragma once

#include <string>

#include "core/exchange/Manuscript.h"
#include "core/exchange/PageTemplate.h"

namespace moxian {

/// word/styles.xml: document defaults and one style a kind of part, the headings under Word's own
/// names with outline levels, so that its navigation pane lists them.
[[nodiscard]] std::string docxStyles(const PageTemplate& page, Script script);

/// The style of a part, "Heading2"; for a paragraph with a run-in heading "RunIn2".
[[nodiscard]] std::string docxStyleOf(const Part& part);

/// True if that style itself keeps its paragraphs on the page of the next one.
[[nodiscard]] bool docxStyleKeepsNext(PartKind kind);

/// The character style of a run-in heading's words, "HeadWords2".
[[nodiscard]] std::string docxHeadWordsStyle(int level);

/// The character style of a line break that the layout made and the text does not have; readers of
/// what we wrote leave it out.
constexpr const char* kDocxAutomaticBreak = "AutomaticBreak";

/// word/fontTable.xml: the official faces with what word processors may show instead.
[[nodiscard]] std::string docxFontTable(const PageTemplate& page);

/// The language tag of a script: zh-CN or zh-TW.
[[nodiscard]] std::string languageOf(Script script);

}  // namespace moxian
