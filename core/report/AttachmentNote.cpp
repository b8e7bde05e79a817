#include "core/report/AttachmentNote.h"

#include <algorithm>

namespace moxian {

bool isAttachmentNote(std::u16string_view line, std::u16string_view next) {
  constexpr std::u16string_view kWord = u"附件";
  if (!line.starts_with(kWord)) return false;
  line.remove_prefix(kWord.size());
  const bool colon = line.starts_with(u'：') || line.starts_with(u':');
  if (colon && line.size() > 1) return true;
  return (colon || isAttachmentName(line)) && isAttachmentName(next);
}

bool isAttachmentName(std::u16string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of(u"0123456789"), line.size());
  return digits > 0 && digits < line.size() &&
         std::u16string_view(u".．、").contains(line[digits]) && !line.ends_with(u'。');
}

}  // namespace moxian
