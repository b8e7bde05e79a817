#include "core/exchange/Endmatter.h"

#include <algorithm>

#include "core/exchange/TextWidth.h"
#include "core/report/AttachmentNote.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestOffice = 30;      // characters of a signature
constexpr std::size_t kLongestAddressee = 200;  // an addressee may list many offices
constexpr int kMostSubtitles = 3;
constexpr std::size_t kTail = 12;  // parts at the end in which the date is looked for

bool isDateCharacter(char16_t c) {
  return isAsciiDigit(c) || std::u16string_view(u"〇○零一二三四五六七八九十Xx×＿_").contains(c);
}

std::u16string withoutSpaces(std::u16string_view text) {
  std::u16string out(text);
  std::erase_if(out, isSpace);
  return out;
}

/// Takes one to `most` date characters and the mark that follows them off the front of `rest`.
bool takeNumber(std::u16string_view& rest, std::size_t most, char16_t mark) {
  std::size_t n = 0;
  while (n < rest.size() && isDateCharacter(rest[n])) ++n;
  if (n < 1 || n > most || n >= rest.size() || rest[n] != mark) return false;
  rest.remove_prefix(n + 1);
  return true;
}

bool endsSentence(std::u16string_view line) {
  return line.empty() || std::u16string_view(u"。！？；：，、.;:,").contains(line.back());
}

/// Neither numbered nor a table; an outline may take a short line for a heading.
bool isPlain(const Part& part) {
  return (part.kind == PartKind::Body || part.kind == PartKind::Heading) && part.level == 0;
}

bool isOffice(const Part& part) {
  return isPlain(part) && part.text.size() <= kLongestOffice && !endsSentence(part.text) &&
         !part.text.starts_with(u"附件");
}

/// Whatever the outline took it for.
bool isFurtherName(const Part& part) {
  return part.kind != PartKind::Table && isAttachmentName(part.text);
}

bool opensAttachmentNote(const std::vector<Part>& parts, std::size_t at) {
  const bool more = at + 1 < parts.size() && parts[at + 1].kind != PartKind::Table;
  return parts[at].kind != PartKind::Table &&
         isAttachmentNote(parts[at].text, more ? parts[at + 1].text : std::u16string_view{});
}

/// 附件1 at the head of its page; 附件： above the names of a list is none.
bool opensAttachment(const std::vector<Part>& parts, std::size_t at) {
  return parts[at].kind != PartKind::Table && isAttachmentMark(parts[at].text) &&
         !opensAttachmentNote(parts, at);
}

void become(Part& part, PartKind kind, int blankLines = 0) {
  part.kind = kind;
  part.level = 0;
  part.headLength = part.bookmarkLength = 0;
  part.blankLines = blankLines;
}

bool isSubtitle(const Part& part, std::u16string_view unit) {
  if (!isPlain(part) || part.text.size() > kLongestOffice) return false;
  const std::u16string_view text = part.text;
  const bool bracketed = (text.starts_with(u'（') && text.ends_with(u'）')) ||
                         (text.starts_with(u'(') && text.ends_with(u')'));
  return bracketed || text.starts_with(u"——") || isSignatureDate(text) ||
         (!unit.empty() && text == unit);
}

/// True for a sentence that leads over to the text: it tells of a year or says 如下.
bool isLeadIn(std::u16string_view text) {
  return std::ranges::any_of(text, isAsciiDigit) || text.contains(u"如下") ||
         text.contains(u"现将") || text.contains(u"現將");
}

bool isAddressee(const Part& part) {
  const std::u16string_view text = part.text;
  return isPlain(part) && text.size() <= kLongestAddressee && !isLeadIn(text) &&
         !text.contains(u'。') && (text.ends_with(u'：') || text.ends_with(u':'));
}

void markFront(std::vector<Part>& parts, std::u16string_view unit) {
  const auto title = std::ranges::find(parts, PartKind::Title, &Part::kind);
  if (title == parts.end()) return;
  auto at = static_cast<std::size_t>(title - parts.begin()) + 1;
  for (int n = 0; n < kMostSubtitles && at < parts.size() && isSubtitle(parts[at], unit); ++n) {
    become(parts[at++], PartKind::Subtitle);
  }
  if (at >= parts.size()) return;
  if (isAddressee(parts[at])) become(parts[at], PartKind::Addressee);
  parts[at].blankLines = 1;
}

/// 7.3.5.2: unsealed, the date starts two characters right of the office and neither comes nearer
/// to the margin than two; a date alone stands four from it (7.3.5.1).
void indentSignature(Part* office, Part& date) {
  if (office == nullptr) {
    date.rightIndent = 4;
    return;
  }
  const double surplus = widthInCharacters(office->text) - widthInCharacters(date.text);
  date.rightIndent = std::max(2.0, surplus);
  office->rightIndent = date.rightIndent + 2 - surplus;
}

/// No page holds a signature alone.
void keepWithText(std::vector<Part>& parts, std::size_t date) {
  const std::size_t first = parts[date - 1].kind == PartKind::Signature ? date - 1 : date;
  parts[date - 1].keepNext = true;
  if (first > 0) parts[first - 1].keepNext = true;
}

void markSignature(std::vector<Part>& parts, std::size_t end) {
  const std::size_t from = end > kTail ? end - kTail : 0;
  for (std::size_t at = end; at-- > std::max<std::size_t>(from, 1);) {
    if (!isPlain(parts[at]) || !isSignatureDate(parts[at].text)) continue;
    Part* office = isOffice(parts[at - 1]) ? &parts[at - 1] : nullptr;
    become(parts[at], PartKind::SignatureDate, office == nullptr ? 1 : 0);
    if (office != nullptr) become(*office, PartKind::Signature, 1);
    indentSignature(office, parts[at]);
    keepWithText(parts, at);
    return;
  }
}

void markAttachmentNote(std::vector<Part>& parts, std::size_t end) {
  const std::size_t from = end > kTail * 2 ? end - kTail * 2 : 0;
  for (std::size_t at = from; at < end; ++at) {
    if (!opensAttachmentNote(parts, at)) continue;
    become(parts[at], PartKind::AttachmentNote, 1);
    for (++at; at < end && isFurtherName(parts[at]); ++at) {
      become(parts[at], PartKind::AttachmentItem);
    }
    return;
  }
}

void markAttachments(std::vector<Part>& parts, std::size_t from) {
  for (std::size_t at = from; at < parts.size(); ++at) {
    if (!opensAttachment(parts, at)) continue;
    become(parts[at], PartKind::AttachmentMark);
    parts[at].newPage = true;
    if (at + 1 >= parts.size() || parts[at + 1].kind == PartKind::Table ||
        parts[at + 1].level > 0) {
      continue;
    }
    become(parts[++at], PartKind::AttachmentTitle, 1);
    if (at + 1 < parts.size()) parts[at + 1].blankLines = 1;
  }
}

}  // namespace

bool isSignatureDate(std::u16string_view line) {
  const std::u16string packed = withoutSpaces(line);
  std::u16string_view rest = packed;
  if (!takeNumber(rest, 4, u'年') || !takeNumber(rest, 3, u'月')) return false;
  return rest.empty() || (takeNumber(rest, 3, u'日') && rest.empty());
}

bool isAttachmentMark(std::u16string_view line) {
  const std::u16string packed = withoutSpaces(line);
  std::u16string_view rest = packed;
  if (!rest.starts_with(u"附件")) return false;
  rest.remove_prefix(2);
  while (!rest.empty() && isDateCharacter(rest.front())) rest.remove_prefix(1);
  return rest.empty() || rest == u"：" || rest == u":";
}

void markFrontAndEnd(std::vector<Part>& parts, std::u16string_view unit) {
  markFront(parts, unit);
  std::size_t end = 0;
  while (end < parts.size() && !opensAttachment(parts, end)) ++end;
  markSignature(parts, end);
  markAttachmentNote(parts, end);
  markAttachments(parts, end);
}

}  // namespace moxian
