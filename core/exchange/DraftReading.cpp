#include "core/exchange/DraftReading.h"

#include "core/exchange/StoredDismissals.h"
#include "core/review/ReviewSheet.h"
#include "core/text/Characters.h"

namespace moxian {

Result<void> holdsWords(std::u16string_view text, const std::string& path) {
  if (isBlank(text)) return fail(ErrorCode::TextMissing, path, "blank");
  return {};
}

Result<DraftReader> draftReader(TextOf which) {
  auto titles = SheetTitles::load();
  if (!titles) return std::unexpected(titles.error());
  return [which,
          titles = std::move(*titles)](const std::filesystem::path& path) -> Result<DraftContent> {
    const auto file = readMarked(path);
    if (!file) return std::unexpected(file.error());
    DraftContent out{textOf(*file, which), dismissalsOf(file->others.dismissals)};
    if (auto words = holdsWords(out.text, path.string()); !words) {
      return std::unexpected(std::move(words.error()));
    }
    out.sheet = titles.head(out.text);
    out.profile = file->properties.profile;
    return out;
  };
}

}  // namespace moxian
