#include "core/report/Blocks.h"

#include <algorithm>

#include "core/report/AttachmentNote.h"
#include "core/report/HeadingRoles.h"
#include "core/report/Siblings.h"
#include "core/report/TitleFinder.h"
#include "core/report/Years.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestTitleLine = 60;
constexpr std::size_t kLongestPlainTitle = 40;
constexpr std::size_t kLongestSignature = 24;
constexpr std::size_t kLongestHeading = 60;     // on a line of its own
constexpr std::size_t kLongestRunIn = 36;       // before the 。 of a run-in heading
constexpr std::size_t kLongestUnnumbered = 25;  // without a number only short lines are headings
constexpr std::ptrdiff_t kMostCommas = 2;       // a heading of more clauses is a sentence
constexpr std::size_t kTableGap = 8;            // lines without tabs inside a table copied from PDF

class BlockBuilder {
 public:
  BlockBuilder(const ParsedText& text, const Split& split, const ReportRange& range,
               const TitlePattern& titles, const SignalTable& signals, double labelThreshold,
               std::u16string_view original)
      : m_text(text),
        m_split(split),
        m_range(range),
        m_titles(titles),
        m_signals(signals),
        m_threshold(labelThreshold),
        m_original(original) {}

  ReportBlocks run() {
    const std::size_t count = m_range.end - m_range.begin;
    m_out.heads.assign(count, {});
    m_out.blocks.reserve(count);
    for (std::size_t b = 0; b < count; ++b) m_out.blocks.push_back(plainBlock(b));
    findTitle();
    findSignature();
    findAttachmentNotes();
    absorbTableLines();
    for (std::size_t b = 0; b < count; ++b) {
      if (isOpen(b) && m_out.blocks[b].role != Role::Closing) findHeading(b);
    }
    settleSiblings(m_out, m_text, m_range.begin, m_signals, m_threshold);
    return std::move(m_out);
  }

 private:
  [[nodiscard]] const ParsedLine& line(std::size_t b) const {
    return m_text.lines[m_range.begin + b];
  }
  [[nodiscard]] std::u16string_view view(std::size_t b) const {
    return m_text.view(m_range.begin + b);
  }
  [[nodiscard]] std::u16string_view view(Span plain) const { return plain.of(m_text.plain.text()); }

  Block plainBlock(std::size_t b) const {
    Block block;
    block.line = line(b).line;
    const bool noise = line(b).noise || m_split.contents[m_range.begin + b];
    block.span = line(b).original;
    if (noise) {
      block.kind = BlockKind::Noise;
      block.role = Role::Noise;
    } else if (line(b).table) {
      block.kind = BlockKind::Table;
    } else if (line(b).number) {
      block.number = numberOf(b);
      block.level = levelOf(block.number->form);
    }
    return block;
  }

  HeadingNumber numberOf(std::size_t b) const {
    const LineNumber& found = *line(b).number;
    const std::size_t begin = line(b).plain.begin;
    HeadingNumber number;
    number.form = found.form;
    number.ordinal = found.ordinal;
    number.span = m_text.plain.original({begin, begin + found.length});
    const auto typed = number.span.of(m_original);
    const char16_t last = typed.empty() ? u'\0' : typed.back();
    number.mark = isHan(last) || isAsciiDigit(last) ? u'\0' : last;
    number.halfWidth = typed.find_first_of(u"().,:") != typed.npos;
    return number;
  }

  bool isOpen(std::size_t b) const { return m_out.blocks[b].kind == BlockKind::Paragraph; }

  void makeTitle(std::size_t b) {
    Block& block = m_out.blocks[b];
    block.kind = BlockKind::Title;
    block.role = Role::Title;
    block.number.reset();
    block.level = 0;
    m_out.titleLines.push_back(b);
  }

  /// The bare lines that a report opens with, up to the one that ends like a title.
  void findTitle() {
    std::size_t b = 0;
    if (m_range.marker) {
      const auto marker = parseMarker(view(0));
      if (marker && !marker->title.empty()) return makeTitle(0);
      if (!marker && m_titles.looksLikeTitle(entryTitle(view(0)))) return makeTitle(0);
      makeNoise(0);
      b = 1;
    }
    const OpeningLines opening =
        findOpening(m_text, m_range.begin + b, m_range.end, m_split.contents, m_titles);
    if (opening.bare.empty()) return;
    if (opening.titleEnd == 0) {
      // a compiler who sets markers leaves titles out; a first line is then a heading
      if (!m_range.marker) findPlainTitle(opening.bare.front() - m_range.begin);
      return;
    }
    for (std::size_t i = 0; i < opening.titleBegin; ++i) {
      makeNoise(opening.bare[i] - m_range.begin);  // what a web page shows above its article
    }
    for (std::size_t i = opening.titleBegin; i < opening.titleEnd; ++i) {
      makeTitle(opening.bare[i] - m_range.begin);
    }
    for (std::size_t i = opening.titleEnd;
         i < opening.bare.size() && isSubtitle(m_text.view(opening.bare[i])); ++i) {
      m_out.blocks[opening.bare[i] - m_range.begin].kind = BlockKind::Title;
      m_out.blocks[opening.bare[i] - m_range.begin].role = Role::Title;
    }
  }

  /// A first line that is built like no known title is one all the same, unless it is a heading;
  /// above the one whom the document is for it is none.
  void findPlainTitle(std::size_t b) {
    if (view(b).size() > kLongestPlainTitle) return;
    if (isAboveAddressee(b) || !announces(view(b))) makeTitle(b);
  }

  /// True if the next line is like 县安委会：
  [[nodiscard]] bool isAboveAddressee(std::size_t b) const {
    std::size_t next = b + 1;
    while (next < m_out.blocks.size() && m_out.blocks[next].kind == BlockKind::Noise) ++next;
    return next < m_out.blocks.size() && isOpen(next) && !m_out.blocks[next].number &&
           view(next).size() <= kLongestSignature && view(next).ends_with(u'：') &&
           !view(next).contains(u"如下") && !announces(view(next));
  }

  void makeNoise(std::size_t b) {
    Block& block = m_out.blocks[b];
    block.kind = BlockKind::Noise;
    block.role = Role::Noise;
    block.number.reset();
    block.level = 0;
  }

  /// ——在…会议上, 2024年1月5日在…会议上, （2024年1月5日）, 2024年1月5日, 县长 某某.
  static bool isSubtitle(std::u16string_view plain) {
    constexpr std::u16string_view kOffices[] = {u"总理", u"省长", u"市长", u"区长",
                                                u"县长", u"州长", u"镇长", u"乡长",
                                                u"局长", u"主任", u"院长", u"检察长"};
    const bool brief = plain.size() <= kLongestSignature;
    const bool occasion =
        plain.contains(u'在') && (plain.ends_with(u"会议上") || plain.ends_with(u"大会上"));
    return plain.starts_with(u'—') || plain.starts_with(u'（') || occasion || isDateLine(plain) ||
           (brief &&
            std::ranges::any_of(kOffices, [&](auto word) { return plain.contains(word); }));
  }

  /// A line that is one slot, such as 〔成文日期〕: the date is still to be filled in.
  static bool isSlotLine(std::u16string_view plain) {
    return plain.size() <= kLongestSignature && plain.starts_with(u'〔') &&
           plain.find(u'〕') + 1 == plain.size();
  }

  /// The office and the date that close a document.
  void findSignature() {
    std::size_t b = m_out.blocks.size();
    bool dated = false;
    while (b-- > 0) {
      if (m_out.blocks[b].kind == BlockKind::Noise) continue;
      const bool date = isOpen(b) && !dated && (isDateLine(view(b)) || isSlotLine(view(b)));
      const bool office = isOpen(b) && dated && !m_out.blocks[b].number &&
                          isBareLine(view(b), kLongestSignature) &&
                          m_titles.units().isName(view(b));
      if (!date && !office) return;
      makeClosing(b);
      m_out.signature.push_back(b);
      if (office) return;
      dated = true;
    }
  }

  void makeClosing(std::size_t b) {
    m_out.blocks[b].role = Role::Closing;
    m_out.blocks[b].number.reset();
    m_out.blocks[b].level = 0;
  }

  /// The lists of attachments, whose numbers count no parts of the text.
  void findAttachmentNotes() {
    for (std::size_t b = 0; b < m_out.blocks.size(); ++b) {
      if (!isOpen(b) || !isAttachmentNote(view(b), viewBelow(b))) continue;
      makeClosing(b);
      while (b + 1 < m_out.blocks.size() && isOpen(b + 1) && isAttachmentName(view(b + 1))) {
        makeClosing(++b);
      }
    }
  }

  /// The next line; empty if there is none or it is no text.
  [[nodiscard]] std::u16string_view viewBelow(std::size_t b) const {
    const bool text = b + 1 < m_out.blocks.size() && isOpen(b + 1);
    return text ? view(b + 1) : std::u16string_view{};
  }

  bool announces(std::u16string_view plain) const {
    return announcedRole(headingEvidence(plain, m_signals, {}), m_threshold).has_value();
  }

  /// Lines of a table copied from PDF that lost their tabs lie between lines that kept them.
  void absorbTableLines() {
    const std::size_t count = m_out.blocks.size();
    std::vector<std::size_t> nextTable(count + 1, count);
    for (std::size_t b = count; b-- > 0;) {
      const bool tabbed = line(b).table && view(b).find(u'\t') != std::u16string_view::npos;
      const bool stops = isOpen(b) && !canBeCell(b);
      nextTable[b] = tabbed ? b : stops ? count : nextTable[b + 1];
    }
    for (std::size_t b = 1; b < count; ++b) {
      const bool inside = m_out.blocks[b - 1].kind == BlockKind::Table && nextTable[b] < count &&
                          nextTable[b] - b <= kTableGap;
      if (inside && isOpen(b)) {
        m_out.blocks[b].kind = BlockKind::Table;
        m_out.blocks[b].number.reset();
        m_out.blocks[b].level = 0;
      }
    }
  }

  bool canBeCell(std::size_t b) const {
    const auto& number = line(b).number;
    const bool section =
        number && number->form == NumberForm::Chinese && view(b).size() >= number->length + 4;
    return !section && view(b).size() <= kLongestTitleLine && !endsWithMark(view(b));
  }

  void findHeading(std::size_t b) {
    const auto& number = line(b).number;
    if (!number) return findUnnumbered(b);
    const Span whole = line(b).plain;
    const Span words{whole.begin + number->length, whole.end};
    const auto plain = view(words);
    if (plain.empty()) return;
    const std::size_t stop = plain.find_first_of(u"。！？");
    if (stop != plain.npos && stop + 1 < plain.size()) return findRunIn(b, words, stop);
    const std::size_t colon = plain.find(u'：');
    if (colon != plain.npos && colon + 1 < plain.size()) return findRunIn(b, words, colon);
    const bool closed = stop != plain.npos || plain.ends_with(u'；');
    if (plain.size() <= kLongestHeading && (!closed || hasBody(b))) {
      makeHeading(b, {words.begin, words.end - (closed || colon != plain.npos ? 1U : 0U)}, false);
    }
  }

  void findRunIn(std::size_t b, Span words, std::size_t stop) {
    const auto head = view({words.begin, words.begin + stop});
    const bool sentence = head.size() > kLongestRunIn ||
                          std::ranges::count(head, u'，') > kMostCommas ||
                          head.starts_with(u'我') || head.starts_with(u'本');
    if (!sentence && !head.empty()) makeHeading(b, {words.begin, words.begin + stop}, true);
  }

  /// 存在的问题 on a line of its own: a heading if its words announce a part.
  void findUnnumbered(std::size_t b) {
    auto plain = view(b);
    const bool colon = plain.ends_with(u'：');
    if (colon) plain.remove_suffix(1);
    const bool bare = isBareLine(plain, kLongestUnnumbered) && plain.find(u'，') == plain.npos;
    const bool aboveTable =
        b + 1 < m_out.blocks.size() && m_out.blocks[b + 1].kind == BlockKind::Table;
    if (!bare || aboveTable || plain.ends_with(u"如下")) return;
    if (!hasBody(b) || !announces(plain)) return;
    const Span whole = line(b).plain;
    makeHeading(b, {whole.begin, whole.begin + plain.size()}, false);
  }

  /// True if text or a deeper number follows, so that the line stands above something.
  bool hasBody(std::size_t b) const {
    for (std::size_t next = b + 1; next < m_out.blocks.size(); ++next) {
      if (m_out.blocks[next].kind == BlockKind::Noise) continue;
      if (line(b).number && m_out.blocks[next].role == Role::Closing) return false;
      const auto& number = line(next).number;
      return !number || !line(b).number || levelOf(number->form) > levelOf(line(b).number->form);
    }
    return false;
  }

  void makeHeading(std::size_t b, Span head, bool runIn) {
    Block& block = m_out.blocks[b];
    block.kind = BlockKind::Heading;
    block.headText = m_text.plain.original(head);
    block.runIn = runIn;
    m_out.heads[b] = head;
  }

  const ParsedText& m_text;
  const Split& m_split;
  const ReportRange& m_range;
  const TitlePattern& m_titles;
  const SignalTable& m_signals;
  double m_threshold;
  std::u16string_view m_original;
  ReportBlocks m_out;
};

}  // namespace

ReportBlocks buildBlocks(const ParsedText& text, const Split& split, const ReportRange& range,
                         const TitlePattern& titles, const SignalTable& signals,
                         double labelThreshold, std::u16string_view original) {
  return BlockBuilder(text, split, range, titles, signals, labelThreshold, original).run();
}

}  // namespace moxian
