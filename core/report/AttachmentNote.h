#pragma once

#include <string_view>

namespace moxian {

/// True for a line that opens the list of attachments below the text (GB/T 9704-2012, 7.3.4):
/// 附件：1.名称 or 附件：名称, and 附件： or 附件1.名称 if `next`, the line below, is a further name.
[[nodiscard]] bool isAttachmentNote(std::u16string_view line, std::u16string_view next);

/// True for 2.名称, a line of that list if it stands below another; elsewhere it may be a heading.
[[nodiscard]] bool isAttachmentName(std::u16string_view line);

}  // namespace moxian
