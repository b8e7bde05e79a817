#include "core/report/Roles.h"

#include <algorithm>

#include "core/report/HeadingRoles.h"
#include "core/report/IntroPlace.h"
#include "core/report/NumberParser.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kOpening = 16;  // units of a sentence in which its year counts as its time

constexpr double kAboveNumbers = 0.5;  // rank of an unnumbered heading between 第一章 and 一、
constexpr double kBelowNumbers = 1.5;  // between 一、 and （一）

/// A section that is open at some line: its rank (smaller holds larger) and what its heading says.
struct OpenSection {
  double rank = 0;
  Evidence evidence{};
  bool labelled = false;
  bool both = false;  // announces problems and next steps together
};

/// A piece of a block on the path.
struct Piece {
  std::size_t block = 0;
  Span plain;
  bool heading = false;
};

class RoleAssigner {
 public:
  RoleAssigner(ReportBlocks& report, const ParsedText& text, std::size_t first,
               const RoleContext& context)
      : m_blocks(report.blocks),
        m_heads(report.heads),
        m_text(text),
        m_first(first),
        m_context(context) {}

  void run() {
    m_firstHeading = m_blocks.size();
    for (std::size_t b = 0; b < m_blocks.size(); ++b) {
      const auto kind = m_blocks[b].kind;
      if (kind == BlockKind::Heading) m_firstHeading = std::min(m_firstHeading, b);
      if (kind != BlockKind::Noise && m_blocks[b].role != Role::Closing) m_last = b;
    }
    m_intro = IntroPlace(m_context, m_firstHeading < m_blocks.size(), announcedBy(m_firstHeading));
    rankUnnumbered();
    for (std::size_t b = 0; b < m_blocks.size(); ++b) {
      const bool fixed = m_blocks[b].kind == BlockKind::Title ||
                         m_blocks[b].kind == BlockKind::Noise || m_blocks[b].role == Role::Closing;
      if (!fixed) addBlock(b);
    }
    write(bestPath(m_path, m_context.weights, m_context.defaultRole));
  }

 private:
  [[nodiscard]] Span plainOf(std::size_t b) const { return m_text.lines[m_first + b].plain; }
  [[nodiscard]] std::u16string_view view(Span plain) const { return plain.of(m_text.plain.text()); }

  /// 第一章 holds 一、 holds （一）…
  [[nodiscard]] double rankOf(std::size_t b) const {
    const auto& number = m_blocks[b].number;
    if (!number) return m_unnumberedRanks[b];
    return number->form == NumberForm::ChinesePart ? 0 : levelOf(number->form);
  }

  /// An unnumbered heading holds 一、 unless the next such number goes on counting.
  void rankUnnumbered() {
    m_unnumberedRanks.assign(m_blocks.size(), kAboveNumbers);
    double rank = kAboveNumbers;
    for (std::size_t b = m_blocks.size(); b-- > 0;) {
      m_unnumberedRanks[b] = rank;
      const Block& block = m_blocks[b];
      if (block.kind != BlockKind::Heading || !block.number || block.level != 1) continue;
      rank = block.number->ordinal == 1 ? kAboveNumbers : kBelowNumbers;
    }
  }

  [[nodiscard]] std::optional<Role> announcedBy(std::size_t b) const {
    if (b >= m_blocks.size()) return std::nullopt;
    return announcedRole(evidenceOfHeading(b), m_context.weights.labelThreshold);
  }

  [[nodiscard]] Evidence evidenceOfHeading(std::size_t b) const {
    return headingEvidence(view(m_heads[b]), m_context.signals, m_context.worked);
  }

  void addBlock(std::size_t b) {
    std::size_t textBegin = plainOf(b).begin;
    if (m_blocks[b].kind == BlockKind::Heading) {
      const Span heading = m_heads[b];
      openSection(b, heading);
      textBegin = std::min(heading.end + 1, plainOf(b).end);  // behind the mark
    }
    if (m_blocks[b].kind != BlockKind::Heading || m_blocks[b].runIn) {
      addText(b, {textBegin, plainOf(b).end});
    }
  }

  void openSection(std::size_t b, Span heading) {
    const double rank = rankOf(b);
    while (!m_open.empty() && m_open.back().rank >= rank) m_open.pop_back();
    OpenSection section;
    section.rank = rank;
    section.evidence = evidenceOfHeading(b);
    if (m_context.defaultRole == Role::NextSteps) {  // plans speak of situations too
      at(section.evidence, Role::WorkDone) += m_context.weights.workInPlan;
    }
    const auto announced = announcedRole(section.evidence, m_context.weights.labelThreshold);
    section.labelled = announced.has_value();
    section.both = announced == Role::ProblemsAndNext;
    m_turned = false;
    if (announced && m_open.empty()) m_lastAnnounced = announced;
    Evidence evidence = priorOf(section.labelled ? section : parent());
    if (section.labelled) {
      for (double& value : evidence) value *= 2;
    } else {
      for (std::size_t role = 0; role < evidence.size(); ++role) {
        evidence[role] += section.evidence[role];
      }
      if (!parent().labelled) at(evidence, usualRole()) += m_context.weights.defaultHeading;
      if (m_complete) at(evidence, usualRole()) += m_context.weights.nextMatter;
    }
    m_preface = announced == Role::Intro;
    if (!m_preface) at(evidence, Role::Intro) += m_context.weights.introBelowHeading;
    if (announced != Role::Closing) {
      at(evidence, Role::Closing) += m_context.weights.closingAtHeading;
    }
    const auto boundary = section.labelled ? Boundary::LabelledHeading
                          : m_complete     ? Boundary::NextMatter
                                           : Boundary::Heading;
    m_complete = false;
    if (section.both) m_blocks[b].role = Role::ProblemsAndNext;
    m_path.push_back({boundary, evidence});
    m_pieces.push_back({b, heading, true});
    if (!section.labelled) {  // goes on with what holds it
      section = parent();
      section.rank = rank;
    }
    m_open.push_back(section);
  }

  /// After a section that announces next steps, sections that announce nothing go on with them.
  [[nodiscard]] Role usualRole() const {
    return m_lastAnnounced == Role::NextSteps ? Role::NextSteps : m_context.defaultRole;
  }

  [[nodiscard]] OpenSection parent() const {
    return m_open.empty() ? OpenSection{} : m_open.back();
  }

  /// What the section alone says about a piece: the roles its heading names.
  [[nodiscard]] Evidence priorOf(const OpenSection& section) const {
    Evidence prior{};
    if (!section.labelled) return prior;
    const double most = std::ranges::max(section.evidence);
    for (std::size_t role = 0; role < prior.size(); ++role) {
      const double said = section.evidence[role];
      if (said < m_context.weights.labelThreshold) continue;
      const bool lesser = said < most && !section.both;
      prior[role] = lesser ? m_context.weights.lesserPrior : m_context.weights.sectionPrior;
    }
    return prior;
  }

  void addText(std::size_t b, Span text) {
    const auto plain = view(text);
    m_intro.nextBlock();
    if (m_blocks[b].kind == BlockKind::Table) return addSentence(b, text, Boundary::Paragraph);
    bool firstOfBlock = true;
    for (const Span sentence : sentences(plain)) {
      const Span whole = sentence.shifted(text.begin);
      const int enumeration = enumerationWord(view(whole));
      Boundary boundary =
          firstOfBlock && !m_blocks[b].runIn ? Boundary::Paragraph : Boundary::Sentence;
      if (enumeration > 1) boundary = Boundary::Enumeration;
      addSentence(b, whole, boundary);
      firstOfBlock = false;
    }
  }

  void addSentence(std::size_t b, Span sentence, Boundary boundary) {
    const auto plain = view(sentence);
    const PathWeights& weights = m_context.weights;
    const double share = std::min(1.0, static_cast<double>(plain.size()) / weights.priorLength);
    Evidence evidence = m_context.signals.evidence(
        plain, Where::Sentence,
        m_blocks[b].kind != BlockKind::Table && namesLaterYear(plain, m_context.worked, kOpening));
    m_intro.read(evidence);
    if (!m_preface) at(evidence, Role::Intro) += m_intro.evidence(b >= m_firstHeading);
    addClosing(b, boundary, evidence);
    const bool turns = at(evidence, Role::Problems) >= weights.turning ||
                       at(evidence, Role::NextSteps) >= weights.turning;
    m_turned = m_turned || turns;
    const bool inside = boundary == Boundary::Sentence && !m_pieces.back().heading;
    const double next = at(evidence, Role::NextSteps);
    m_complete =
        inside && (next >= weights.turning || (m_complete && next > at(evidence, Role::WorkDone)));
    if (turns && boundary == Boundary::Sentence) boundary = Boundary::Paragraph;
    const Evidence prior = priorOf(parent());
    for (std::size_t role = 0; role < evidence.size(); ++role)
      evidence[role] += prior[role] * share;
    if (!parent().labelled && !m_turned) at(evidence, usualRole()) += weights.defaultText * share;
    if (parent().both && m_pieces.back().heading) {
      at(evidence, Role::Problems) += weights.problemsFirst;
    }
    if (parent().both) boundary = Boundary::Both;
    m_path.push_back({boundary, evidence});
    m_pieces.push_back({b, sentence, false});
  }

  /// The last paragraph of a section that announces nothing tends to close the report.
  void addClosing(std::size_t b, Boundary boundary, Evidence& evidence) const {
    const bool belowHeading = !m_pieces.empty() && m_pieces.back().heading;
    if (b == m_last && boundary == Boundary::Paragraph && !parent().labelled && !belowHeading) {
      at(evidence, Role::Closing) += m_context.weights.closingPrior;
    }
  }

  /// Turns the roles of the pieces into one role a block and spans where it changes.
  void write(const std::vector<Role>& roles) {
    for (std::size_t p = 0; p < m_pieces.size();) {
      std::size_t end = p;
      while (end < m_pieces.size() && m_pieces[end].block == m_pieces[p].block) ++end;
      writeBlock(roles, p, end);
      p = end;
    }
  }

  void writeBlock(const std::vector<Role>& roles, std::size_t begin, std::size_t end) {
    Block& block = m_blocks[m_pieces[begin].block];
    const bool two = block.role == Role::ProblemsAndNext;
    if (!two) block.role = roles[begin];
    for (std::size_t p = begin; p < end; ++p) {
      if (m_pieces[p].heading || roles[p] == block.role) continue;
      const Span span = m_text.plain.original(m_pieces[p].plain);
      if (!block.spans.empty() && p > begin && roles[p - 1] == roles[p] &&
          block.spans.back().role == roles[p]) {
        block.spans.back().span.end = span.end;
      } else {
        block.spans.push_back({span, roles[p]});
      }
    }
  }

  std::vector<Block>& m_blocks;
  const std::vector<Span>& m_heads;
  const ParsedText& m_text;
  std::size_t m_first;
  const RoleContext& m_context;
  std::size_t m_firstHeading = 0;
  IntroPlace m_intro;
  std::vector<double> m_unnumberedRanks;
  bool m_preface = false;               // below a heading like 前言
  bool m_complete = false;              // the paragraph before turned to next steps inside
  bool m_turned = false;                // a sentence of this section has turned to another part
  std::optional<Role> m_lastAnnounced;  // by a heading of the highest rank
  std::size_t m_last = 0;               // the last block that is not noise
  std::vector<OpenSection> m_open;
  std::vector<RolePiece> m_path;
  std::vector<Piece> m_pieces;
};

}  // namespace

void assignRoles(ReportBlocks& report, const ParsedText& text, std::size_t first,
                 const RoleContext& context) {
  RoleAssigner(report, text, first, context).run();
}

}  // namespace moxian
