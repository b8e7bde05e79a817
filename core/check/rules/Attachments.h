#pragma once

#include "core/check/Scan.h"

namespace moxian {

/// True for "2.名称" below "附件：1.名称": the list of attachments is no list of headings
/// (GB/T 9704-2012, 7.3.4). `block` is one of the report.
[[nodiscard]] inline bool isAttachmentNote(const CheckedText& text, const Report& report,
                                           const Block& block) {
  for (auto n = static_cast<std::size_t>(&block - report.blocks.data()); n-- > 0;) {
    const Block& above = report.blocks[n];
    if (above.span.of(text.folded).starts_with(u"附件")) return block.number.has_value();
    if (!above.number) return false;
  }
  return false;
}

}  // namespace moxian
