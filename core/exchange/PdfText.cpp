#include "core/exchange/PdfText.h"

#include <algorithm>
#include <utility>

#include "core/base/Utf.h"
#include "core/exchange/TitleLines.h"

namespace moxian {
namespace {

constexpr double kMiddle =
    0.38;  // of the size: how far the middle of a square lies over the baseline
constexpr double kTightest = 1.3;  // least pitch of lines as a multiple of the size

void measureLines(SetText& text, double size, double pitch) {
  text.pitch = std::max(pitch, size * kTightest);
  text.baseline = text.pitch / 2 + size * kMiddle;
}

/// Moves every line to the middle or the right of a width.
void align(SetText& text, double width, double share) {
  for (BrokenLine& line : text.lines) line.indent += (width - line.indent - line.width) * share;
}

}  // namespace

Result<PdfText> PdfText::create(const PageTemplate& page, Script script,
                                std::vector<ExportNote>& notes) {
  auto shaper = Shaper::create(script);
  if (!shaper) return std::unexpected(shaper.error());
  PdfText text(page, std::move(*shaper));
  Faces faces(notes);
  text.loadFaces(faces);
  static_cast<void>(text.m_shaper.shape(u"文", {text.m_body.upTo(1)}, 1));
  if (!text.m_shaper.missing().empty()) return fail(ErrorCode::FontMissing);
  return text;
}

void PdfText::loadFaces(Faces& faces) {
  const auto pair = [&](const Face& face, double size) {
    return FacePair{faces.describe(face, size), faces.describeLatin(m_page->latin, face, size),
                    size};
  };
  m_body = pair(m_page->body, m_page->bodySize);
  m_title = pair(m_page->title, m_page->titleSize);
  m_subtitle = pair(m_page->subtitle, m_page->bodySize);
  for (std::size_t i = 0; i < PageTemplate::kLevels; ++i) {
    m_headings.at(i) = pair(m_page->headings.at(i), m_page->headingSizes.at(i));
  }
  m_attachmentMark = pair(m_page->attachmentMark, m_page->bodySize);
  m_table = pair(m_page->body, m_page->tableSize);
  m_tableHead = pair(m_page->tableHead, m_page->tableSize);
  m_pageNumber = pair(m_page->pageNumber, m_page->pageNumberSize);
  m_pageNumber.latin = faces.describe(m_page->pageNumber, m_page->pageNumberSize);  // 7.5
}

const PdfText::FacePair& PdfText::faceOf(const Part& part) const {
  switch (part.kind) {
    case PartKind::Title:
    case PartKind::AttachmentTitle:
      return m_title;
    case PartKind::Subtitle:
      return m_subtitle;
    case PartKind::Heading:
      return m_headings.at(static_cast<std::size_t>(part.level - 1));
    case PartKind::AttachmentMark:
      return m_attachmentMark;
    default:
      return m_body;
  }
}

LineBox PdfText::boxOf(const Part& part) const {
  const double character = m_page->characterPitch();
  LineBox box{.width = m_page->textWidth() / 20.0, .justified = true};
  switch (part.kind) {
    case PartKind::Heading:
    case PartKind::Body:
      box.firstIndent = 2 * character;
      break;
    case PartKind::AttachmentNote:
      box.firstIndent = 2 * character;
      box.leftIndent = 6 * character;
      break;
    case PartKind::AttachmentItem:
      box.firstIndent = 5 * character;
      box.leftIndent = 6 * character;
      break;
    case PartKind::Subtitle:
    case PartKind::Signature:
    case PartKind::SignatureDate:
      box.justified = false;
      break;
    default:
      break;
  }
  return box;
}

SetText PdfText::set(const Part& part) {
  if (part.kind == PartKind::Title || part.kind == PartKind::AttachmentTitle) return setTitle(part);
  const FacePair& rest = faceOf(part);
  std::vector<FaceRun> runs;
  if (part.kind == PartKind::Body && part.headLength > 0) {
    runs.push_back(m_headings.at(static_cast<std::size_t>(part.level - 1)).upTo(part.headLength));
  }
  runs.push_back(rest.upTo(part.text.size()));
  SetText text;
  text.shaped = m_shaper.shape(part.text, runs, m_page->characterPitch() / m_page->bodySize);
  text.lines = brokenLines(text.shaped.clusters, boxOf(part));
  place(part, text);
  measureLines(text, rest.size, m_page->linePitch / 20.0);
  return text;
}

void PdfText::place(const Part& part, SetText& text) const {
  const double width = m_page->textWidth() / 20.0;
  if (part.kind == PartKind::Subtitle) align(text, width, 0.5);
  if (part.rightIndent > 0) align(text, width - part.rightIndent * m_page->characterPitch(), 1);
}

/// Each line of a title is broken beforehand; together they are one text.
SetText PdfText::setTitle(const Part& part) {
  SetText text;
  const std::vector<std::u16string> lines = titleLines(part.text, m_page->titleCharacters());
  std::u16string joined;
  std::vector<std::size_t> ends;
  for (const std::u16string& line : lines) ends.push_back((joined += line).size());
  text.shaped = m_shaper.shape(joined, {m_title.upTo(joined.size())}, 1);
  std::size_t cluster = 0;
  std::size_t unit = 0;
  for (const std::size_t end : ends) {
    BrokenLine line{.begin = cluster};
    for (; cluster < text.shaped.clusters.size() && unit < end; ++cluster) {
      line.width += text.shaped.clusters[cluster].width;
      const auto& piece = text.shaped.pieces[cluster];
      const auto bytes = text.shaped.pieces[cluster + 1].text - piece.text;
      unit += toUtf16(std::string_view(text.shaped.utf8).substr(piece.text, bytes)).size();
    }
    line.end = cluster;
    text.lines.push_back(line);
  }
  align(text, m_page->textWidth() / 20.0, 0.5);
  measureLines(text, m_title.size, m_page->linePitch / 20.0);
  return text;
}

SetText PdfText::setCell(std::u16string_view words, bool head, CellAlign stands, double width) {
  SetText text;
  const FacePair& face = head ? m_tableHead : m_table;
  text.shaped = m_shaper.shape(words, {face.upTo(words.size())}, 1);
  // a hanging mark would stand on the border
  for (Cluster& cluster : text.shaped.clusters) cluster.hanging = false;
  text.lines = brokenLines(text.shaped.clusters, {.width = width});
  if (head || stands == CellAlign::Centre) align(text, width, 0.5);
  measureLines(text, face.size, m_page->tablePitch / 20.0);
  return text;
}

SetText PdfText::setPageNumber(int number) {
  const std::u16string words = u"— " + toUtf16(std::to_string(number)) + u" —";
  SetText text;
  text.shaped = m_shaper.shape(words, {m_pageNumber.upTo(words.size())}, 1);
  text.lines = brokenLines(text.shaped.clusters, {.width = m_page->textWidth() / 20.0});
  measureLines(text, m_pageNumber.size, 0);
  return text;
}

void PdfText::noteMissing(std::vector<ExportNote>& notes) const {
  constexpr std::size_t kMostNamed = 20;
  std::string named;
  std::size_t count = 0;
  for (const std::string& character : m_shaper.missing()) {
    if (++count > kMostNamed) break;
    named += character;
  }
  if (count > 0) notes.push_back({"GlyphsMissing", {count > kMostNamed ? named + "…" : named}});
}

}  // namespace moxian
