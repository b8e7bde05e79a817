#include "ui/ScriptChange.h"

#include <string>

#include "core/review/FinalPlaces.h"
#include "core/review/Markup.h"
#include "core/review/TextEdits.h"
#include "core/text/Lines.h"

namespace moxian {
namespace {

/// Adds the edits that make a line of the final text another one.
void addLine(std::vector<Edit>& edits, Span line, std::u16string_view typed, std::u16string turned,
             const FinalPlaces& places) {
  if (places.inDraft(line).length() == line.length()) {
    edits.push_back({places.inDraft(line), std::move(turned)});
    return;
  }
  for (Edit& edit : editsBetween(typed, turned)) {
    edit.span = edit.span.shifted(line.begin);
    for (Edit& part : places.inDraft(edit)) edits.push_back(std::move(part));
  }
}

}  // namespace

const Result<ScriptConverter>& sharedConverter() {
  return ScriptConverter::shared();
}

Result<ScriptEdits> scriptEdits(std::u16string_view draft, const std::vector<Span>& hidden,
                                ScriptChange change) {
  const auto& converter = sharedConverter();
  if (!converter) return std::unexpected(converter.error());
  const std::u16string text = without(draft, hidden);
  const FinalPlaces places(hidden);
  const Wording wording = change == ScriptChange::Simplified ? converter->wording(text)
                          : change == ScriptChange::Taiwan   ? Wording::Taiwan
                                                             : Wording::Mainland;
  ScriptEdits out;
  const Lines lines(text);
  for (std::size_t line = 0; line < lines.count(); ++line) {
    const auto typed = lines.span(line).of(text);
    std::u16string turned = change == ScriptChange::Simplified
                                ? converter->toSimplified(typed, wording)
                                : converter->toTraditional(typed, wording);
    if (turned == typed) continue;
    addLine(out.edits, lines.span(line), typed, std::move(turned), places);
    ++out.lines;
  }
  return out;
}

}  // namespace moxian
