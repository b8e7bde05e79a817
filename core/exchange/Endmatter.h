#pragma once

#include <string_view>
#include <vector>

#include "core/exchange/Manuscript.h"

namespace moxian {

/// True for a line that is a date of signature and nothing else: 2024年1月5日, 二〇二四年一月五日,
/// also with blanks to fill in (20XX年X月X日) and without the day.
[[nodiscard]] bool isSignatureDate(std::u16string_view line);

/// True for a line that heads an attachment: 附件, 附件1, 附件一：.
[[nodiscard]] bool isAttachmentMark(std::u16string_view line);

/// Finds what stands before the text of one report and after it (addressee, subtitle, attachment
/// note, signature, date, attachments) and gives those parts their kind, blank lines and indents.
/// `parts` are those of one report in order, as Title, Heading, Body or Table; `unit` is its
/// office.
void markFrontAndEnd(std::vector<Part>& parts, std::u16string_view unit);

}  // namespace moxian
