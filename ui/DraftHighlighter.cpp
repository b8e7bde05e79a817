#include "ui/DraftHighlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <QTextBlock>
#include <QTextDocument>
#include <algorithm>

#include "core/base/Resources.h"
#include "ui/Colours.h"
#include "ui/Fonts.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

/// Longer paragraphs stay plain: colouring takes time for each character, at every key.
constexpr qsizetype longestColoured = 20'000;

/// What QTextBlock::userState says of a line; it stays with the line when others come before it.
enum LineState { BySyntax = 0, AsHeading = 1, AsPlain = 2 };

/// Tells the syntax that the numbered line behind it is no heading (WORD JOINER).
constexpr QChar plainMark(0x2060);

/// Text that is no heading; one that has only its number yet may become anything.
bool isPlain(const Block& block) {
  if (block.kind == BlockKind::Noise) return true;
  const bool begun = block.number && block.number->span.end >= block.span.end;
  return block.kind == BlockKind::Paragraph && !begun;
}

QTextCharFormat ink(Ink ink, const QPalette& palette) {
  QTextCharFormat format;
  format.setForeground(colourOf(ink, palette));
  return format;
}

QTextCharFormat face(const QStringList& families, bool bold) {
  QTextCharFormat format;
  if (!families.isEmpty()) format.setFontFamilies(families);
  format.setFontWeight(bold ? QFont::Bold : QFont::Normal);
  return format;
}

}  // namespace

DraftHighlighter::DraftHighlighter(QTextDocument* document) : SyntaxHighlighter(document) {
  readPalette();
}

Result<void> DraftHighlighter::load() {
  m_repository.addCustomSearchPath(fromPath(resourceRoot()));
  const auto definition = m_repository.definitionForName(u"Moxian"_s);
  if (!definition.isValid())
    return fail(ErrorCode::ResourceMissing, (resourceRoot() / "syntax" / "moxian.xml").string());
  setDefinition(definition);
  return {};
}

void DraftHighlighter::setPalette(const QPalette& palette) {
  m_palette = palette;
  readPalette();
  rehighlight();
}

void DraftHighlighter::setOutline(const Outline& outline,
                                  const std::function<std::size_t(std::size_t)>& place) {
  QSet<int> titles;
  QSet<int> plain;
  const auto note = [&](const Block& block) {
    if (block.kind != BlockKind::Title && !isPlain(block)) return;
    const auto at = static_cast<int>(place(block.span.begin));
    (block.kind == BlockKind::Title ? titles : plain)
        .insert(document()->findBlock(at).blockNumber());
  };
  for (const Report& report : outline.reports) std::ranges::for_each(report.blocks, note);
  std::ranges::for_each(outline.noise, note);
  setTitleLines(titles);
  setPlainLines(plain);
}

/// A line that looks like a heading is drawn as one until an outline says that it is none.
void DraftHighlighter::setPlainLines(const QSet<int>& lines) {
  for (QTextBlock line = document()->begin(); line.isValid(); line = line.next()) {
    if (line.userState() <= BySyntax) continue;
    const LineState state = lines.contains(line.blockNumber()) ? AsPlain : AsHeading;
    if (line.userState() == state) continue;
    line.setUserState(state);
    rehighlightBlock(line);
  }
}

void DraftHighlighter::setTitleLines(const QSet<int>& lines) {
  const QSet<int> changed = (lines - m_titleLines) + (m_titleLines - lines);
  m_titleLines = lines;
  for (const int line : changed) rehighlightBlock(document()->findBlockByNumber(line));
}

void DraftHighlighter::highlightBlock(const QString& text) {
  if (text.size() > longestColoured) return;
  const bool plain = currentBlockState() == AsPlain;
  m_headed = false;
  m_ahead = plain ? 1 : 0;
  SyntaxHighlighter::highlightBlock(plain ? plainMark + text : text);
  setCurrentBlockState(plain ? AsPlain : m_headed ? AsHeading : BySyntax);
  if (m_titleLines.contains(currentBlock().blockNumber()))
    setFormat(0, static_cast<int>(text.size()), m_title);
}

void DraftHighlighter::applyFormat(int offset, int length,
                                   const KSyntaxHighlighting::Format& format) {
  const auto found = m_formats.constFind(format.name());
  if (found == m_formats.constEnd()) return;
  m_headed = m_headed || format.name().startsWith(u"Heading"_s);
  setFormat(offset - m_ahead, length, *found);
}

void DraftHighlighter::readPalette() {
  const QColor heading = colourOf(Ink::Heading, m_palette);
  QTextCharFormat first = face(headingFaces(), true);
  QTextCharFormat second = face(secondFaces(), false);
  QTextCharFormat third = face({}, true);
  first.setForeground(heading);
  second.setForeground(heading);
  m_title = face(titleFaces(), true);
  m_formats = {{u"Heading 1"_s, first},
               {u"Heading 2"_s, second},
               {u"Heading 3"_s, third},
               {u"Heading 4"_s, QTextCharFormat()},
               {u"Figure"_s, ink(Ink::Figure, m_palette)},
               {u"Date"_s, ink(Ink::Date, m_palette)},
               {u"Placeholder"_s, ink(Ink::Placeholder, m_palette)},
               {u"Document Title"_s, ink(Ink::DocumentTitle, m_palette)},
               {u"Slot"_s, ink(Ink::Slot, m_palette)},
               {u"Table Rule"_s, ink(Ink::TableRule, m_palette)}};
}

}  // namespace moxian
