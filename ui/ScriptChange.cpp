#include "ui/ScriptChange.h"

#include "core/text/Lines.h"

namespace moxian {

const Result<ScriptConverter>& sharedConverter() {
  return ScriptConverter::shared();
}

Result<std::vector<Edit>> scriptEdits(std::u16string_view text, ScriptChange change) {
  const auto& converter = sharedConverter();
  if (!converter) return std::unexpected(converter.error());
  const Wording wording = change == ScriptChange::Simplified ? converter->wording(text)
                          : change == ScriptChange::Taiwan   ? Wording::Taiwan
                                                             : Wording::Mainland;
  std::vector<Edit> edits;
  const Lines lines(text);
  for (std::size_t line = 0; line < lines.count(); ++line) {
    const auto typed = lines.span(line).of(text);
    std::u16string turned = change == ScriptChange::Simplified
                                ? converter->toSimplified(typed, wording)
                                : converter->toTraditional(typed, wording);
    if (turned != typed) edits.push_back({lines.span(line), std::move(turned)});
  }
  return edits;
}

}  // namespace moxian
