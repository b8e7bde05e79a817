#include "core/report/Presence.h"

#include <algorithm>

#include "core/report/LineReader.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kAnnounced = 20;  // an item this short without a mark only names its matter

/// 两个月, 三家企业; but not 三个方面.
bool hasWrittenFigure(std::u16string_view text, std::size_t at) {
  constexpr std::u16string_view kNumerals = u"二两兩三四五六七八九十百";
  constexpr std::u16string_view kMeasures = u"个個项項次名期件场場月周季天家";
  if (!kNumerals.contains(text[at]) || at + 1 >= text.size()) return false;
  const auto rest = text.substr(at + 2);
  return kMeasures.contains(text[at + 1]) && !rest.starts_with(u"方面") &&
         !rest.starts_with(u"坚持");
}

/// 每月, 每学期, 每季度: how often is a measure in figures.
bool hasRecurrence(std::u16string_view text, std::size_t at) {
  return text[at] == u'每' && at + 1 < text.size() &&
         std::u16string_view(u"周月季年学學半日天").contains(text[at + 1]);
}

/// A number other than a year: what was counted, or until when something will be done.
bool hasFigure(std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (hasWrittenFigure(text, i) || hasRecurrence(text, i)) return true;
    if (!isAsciiDigit(text[i])) continue;
    const std::size_t end = std::min(text.find_first_not_of(u"0123456789", i), text.size());
    constexpr std::u16string_view kOther = u"年、.．)）";  // a year, or the number of an item
    if (end == text.size() || kOther.find(text[end]) == kOther.npos) return true;
    i = end;
  }
  return false;
}

std::size_t lettersIn(std::u16string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char16_t c) { return !isSpace(c); }));
}

/// The text without its fields 〔…〕 that wait to be filled; 〔2024〕 of a document number is none.
std::u16string outsideFields(std::u16string_view text) {
  std::u16string out;
  std::size_t done = 0;
  for (auto at = text.find(u'〔'); at != text.npos; at = text.find(u'〔', at + 1)) {
    const auto close = text.find_first_of(u"〕\n", at);
    if (close == text.npos || text[close] != u'〕') continue;
    const auto inside = text.substr(at + 1, close - at - 1);
    if (inside.size() == 4 && std::ranges::all_of(inside, isAsciiDigit)) continue;
    if (at < done) continue;
    out += text.substr(done, at - done);
    done = close + 1;
  }
  return out += text.substr(done);
}

/// An item that is only announced delivers nothing: 一是进一步深化服务 (and the text ends).
bool onlyAnnounced(const Block& block, std::u16string_view text) {
  const auto plain = block.span.of(text);
  return block.kind == BlockKind::Paragraph && plain.size() <= kAnnounced && !endsWithMark(plain);
}

/// "（二）充实监管力量，为镇应急办增配安全员2名。": an item that says all in its own line, since no
/// text of its own follows.
bool isStatement(const Report& report, std::size_t index, std::u16string_view text) {
  constexpr std::size_t kLeast = 20;
  const Block& block = report.blocks[index];
  if (block.kind != BlockKind::Heading || block.runIn) return false;
  const auto plain = block.span.of(text);
  if (plain.size() < kLeast || !plain.contains(u'，') || !endsWithMark(plain)) return false;
  const Block* next = index + 1 < report.blocks.size() ? &report.blocks[index + 1] : nullptr;
  return next == nullptr || next->kind == BlockKind::Heading || next->role == Role::Closing;
}

class Counter {
 public:
  Counter(Role role, std::u16string_view text) : m_role(role), m_text(text) {}

  void add(const Block& block, bool statement) {
    if (block.kind == BlockKind::Title || block.kind == BlockKind::Noise) return;
    if (block.kind == BlockKind::Heading && named(block.role) && m_found.heading.empty()) {
      m_found.heading = block.headText;
    }
    if (block.kind == BlockKind::Heading && !block.runIn && !statement) return;
    if (onlyAnnounced(block, m_text)) return;
    std::size_t from = block.span.begin;
    for (const RoleSpan& span : block.spans) {
      if (block.role == m_role) addText({from, span.span.begin});
      if (span.role == m_role) addText(span.span);
      from = span.span.end;
    }
    if (block.role == m_role) addText({from, block.span.end});
  }

  [[nodiscard]] const Delivered& found() const { return m_found; }

 private:
  [[nodiscard]] bool named(Role role) const {
    return role == m_role || (role == Role::ProblemsAndNext && m_role != Role::WorkDone);
  }

  void addText(Span span) {
    const std::size_t letters = lettersIn(span.of(m_text));
    if (letters == 0) return;
    m_found.texts.push_back(span);
    for (const Span& sentence : sentences(span.of(m_text)))
      addSentence(sentence.of(span.of(m_text)));
  }

  /// A sentence that is more field than words is a prompt: nobody has written it yet.
  void addSentence(std::u16string_view sentence) {
    const std::u16string written = outsideFields(sentence);
    const std::size_t letters = lettersIn(written);
    if (2 * letters < lettersIn(sentence)) return;
    m_found.characters += letters;
    m_found.figures = m_found.figures || hasFigure(written);
  }

  Role m_role;
  std::u16string_view m_text;
  Delivered m_found;
};

/// Characters of an item outside its commonplaces.
std::size_t ownLetters(std::u16string_view item, const Commonplaces& commonplaces) {
  std::size_t out = 0;
  for (std::size_t begin = 0; begin < item.size();) {
    const std::size_t end = std::min(item.find_first_of(u"，,、：:", begin), item.size());
    const auto clause = item.substr(begin, end - begin);
    const bool commonplace = std::ranges::any_of(
        commonplaces, [&](const std::u16string& word) { return clause.contains(word); });
    if (!commonplace) {
      out += static_cast<std::size_t>(std::ranges::count_if(clause, isHan));
    }
    begin = end + 1;
  }
  return out;
}

/// The problems that a text names in words of their own: sentences, and items of 一是……二是…….
std::size_t namedProblems(std::u16string_view text, const Commonplaces& commonplaces) {
  constexpr std::size_t kLeast = 8;  // Chinese characters
  std::size_t out = 0;
  std::size_t begin = 0;
  bool listed = false;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool mark = at < text.size() && std::u16string_view(u"。；;").contains(text[at]);
    const bool item = at + 1 < text.size() && text[at + 1] == u'是' &&
                      std::u16string_view(u"一二三四五六七八九").contains(text[at]);
    if (!mark && !item && at < text.size()) continue;
    // What leads to the first item names none.
    const bool leads = item && !listed;
    if (!leads && ownLetters(text.substr(begin, at - begin), commonplaces) >= kLeast) ++out;
    listed = listed || item;
    begin = item ? at + 2 : at + 1;
  }
  return out;
}

/// Two problems in few words say more than a page of commonplaces.
bool isConcrete(const Delivered& found, const ProfilePart& part, std::u16string_view text,
                const Commonplaces& commonplaces) {
  if (part.role != Role::Problems) return false;
  std::size_t named = 0;
  for (const Span span : found.texts) named += namedProblems(span.of(text), commonplaces);
  return named >= 2;
}

Presence judge(const Delivered& found, const ProfilePart& part, std::u16string_view text,
               const Commonplaces& commonplaces) {
  if (found.texts.empty()) return Presence::Missing;
  const bool thin = found.characters < part.leastCharacters ||
                    (!found.figures && found.characters < part.leastWithoutFigures &&
                     !isConcrete(found, part, text, commonplaces));
  return thin ? Presence::Thin : Presence::Present;
}

/// Date and office below the text; longer closings are sentences.
bool isDateOrOffice(const Block& block, std::u16string_view text) {
  return block.span.length() <= 24 && !endsWithMark(block.span.of(text));
}

bool leavesBracketOpen(std::u16string_view text) {
  const auto opens = std::ranges::count_if(
      text, [](char16_t c) { return std::u16string_view(u"（《“「【").contains(c); });
  const auto closes = std::ranges::count_if(
      text, [](char16_t c) { return std::u16string_view(u"）》”」】").contains(c); });
  return opens > closes;
}

}  // namespace

Delivered delivered(const Report& report, Role role, std::u16string_view text) {
  Counter counter(role, text);
  for (std::size_t b = 0; b < report.blocks.size(); ++b) {
    counter.add(report.blocks[b], isStatement(report, b, text));
  }
  return counter.found();
}

std::vector<RequiredPart> requiredParts(const Report& report, const Profile& profile,
                                        std::u16string_view text,
                                        const Commonplaces& commonplaces) {
  std::vector<RequiredPart> parts;
  for (const ProfilePart& part : profile.parts) {
    const Delivered found = delivered(report, part.role, text);
    const Presence presence = judge(found, part, text, commonplaces);
    const Span evidence = found.heading.empty() ? found.first() : found.heading;
    parts.push_back({part.role, presence, presence == Presence::Missing ? Span{} : evidence});
  }
  return parts;
}

std::vector<NamedSection> namedSections(const Report& report, const Profile& profile,
                                        std::u16string_view text) {
  int highest = 9;  // only headings of the highest level in use open such a section
  for (const Block& block : report.blocks) {
    if (block.kind == BlockKind::Heading) highest = std::min(highest, block.level);
  }
  std::vector<NamedSection> sections;
  for (const ProfileSection& section : profile.sections) {
    NamedSection found{section.name, {}};
    for (const Block& block : report.blocks) {
      const bool named = block.kind == BlockKind::Heading && block.level == highest &&
                         found.heading.empty() &&
                         std::ranges::any_of(section.headings, [&](const auto& word) {
                           return block.headText.of(text).contains(word);
                         });
      if (named) found.heading = block.headText;
    }
    sections.push_back(std::move(found));
  }
  return sections;
}

const Block* lastBeforeSignature(const Report& report, std::u16string_view text) {
  for (std::size_t b = report.blocks.size(); b-- > 0;) {
    const Block& block = report.blocks[b];
    const bool signature = block.role == Role::Closing && isDateOrOffice(block, text);
    if (block.kind != BlockKind::Noise && !signature) return &block;
  }
  return nullptr;
}

bool isTruncated(const Report& report, std::u16string_view text) {
  const Block* last = lastBeforeSignature(report, text);
  if (last == nullptr || last->kind == BlockKind::Title || last->kind == BlockKind::Table) {
    return false;
  }
  const auto index = static_cast<std::size_t>(last - report.blocks.data());
  if (last->kind == BlockKind::Heading && !last->runIn && !isStatement(report, index, text)) {
    return true;
  }
  const auto plain = last->span.of(text);
  // A bracket left open in a sentence that ends is a slip, not the end of the text.
  if (endsWithMark(plain)) return false;
  constexpr std::u16string_view kMidway = u"，、：；,:;的和与及对将在把为以从向";
  return kMidway.contains(plain.back()) || leavesBracketOpen(plain) || onlyAnnounced(*last, text);
}

}  // namespace moxian
