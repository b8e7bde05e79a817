#include "ui/DraftHighlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <QTextBlock>
#include <QTextDocument>

#include "core/base/Resources.h"
#include "ui/Colours.h"
#include "ui/Fonts.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

/// Longer paragraphs stay plain: colouring takes time for each character, at every key.
constexpr qsizetype longestColoured = 20'000;

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

void DraftHighlighter::setTitleLines(const QSet<int>& lines) {
  const QSet<int> changed = (lines - m_titleLines) + (m_titleLines - lines);
  m_titleLines = lines;
  for (const int line : changed) rehighlightBlock(document()->findBlockByNumber(line));
}

void DraftHighlighter::highlightBlock(const QString& text) {
  if (text.size() > longestColoured) return;
  SyntaxHighlighter::highlightBlock(text);
  if (m_titleLines.contains(currentBlock().blockNumber()))
    setFormat(0, static_cast<int>(text.size()), m_title);
}

void DraftHighlighter::applyFormat(int offset, int length,
                                   const KSyntaxHighlighting::Format& format) {
  const auto found = m_formats.constFind(format.name());
  if (found != m_formats.constEnd()) setFormat(offset, length, *found);
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
