#include "core/exchange/DocxMarks.h"

#include <algorithm>
#include <format>
#include <map>

#include "core/base/Utf.h"
#include "core/exchange/DocxMarkup.h"
#include "core/exchange/Xml.h"

namespace moxian {
namespace {

using pugi::xml_node;

constexpr const char* kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kCompatibility =
    "http://schemas.openxmlformats.org/markup-compatibility/2006";
constexpr const char* kWord2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
constexpr const char* kWord2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
constexpr const char* kWord2016 = "http://schemas.microsoft.com/office/word/2016/wordml/cid";

const char* elementOf(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Insertion:
      return "w:ins";
    case ChangeKind::Deletion:
      return "w:del";
    case ChangeKind::MovedFrom:
      return "w:moveFrom";
    case ChangeKind::MovedTo:
      return "w:moveTo";
  }
  return "w:ins";
}

bool isMove(ChangeKind kind) {
  return kind == ChangeKind::MovedFrom || kind == ChangeKind::MovedTo;
}

/// Word's ids of paragraphs: eight hexadecimal digits below 80000000 (MS-DOCX 2.6.2.3).
std::string paragraphId(std::size_t number) {
  return std::format("{:08X}", 0x10000000 + number);
}

void stamp(xml_node node, const std::string& author, Time time) {
  node.append_attribute("w:author").set_value(author.c_str());
  if (time != 0) node.append_attribute("w:date").set_value(docxTime(time).c_str());
}

std::vector<std::u16string_view> linesOf(std::u16string_view text) {
  std::vector<std::u16string_view> lines;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(u'\n', from), text.size());
    lines.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return lines;
}

/// What XML may hold.
std::string xmlText(std::u16string_view text) {
  std::u16string out;
  for (const char16_t c : text) {
    if (c == u'\t' || (c >= 0x20 && c < 0xFFFE)) out += c;
  }
  return toUtf8(out);
}

std::string initials(const std::string& author) {
  const std::u16string wide = toUtf16(author);
  return toUtf8(wide.substr(0, offsetOfCodePoint(wide, 1)));
}

}  // namespace

DocxMarks::DocxMarks(const Markup& markup, std::u16string_view text)
    : m_markup(markup), m_text(text) {
  orderComments(markup);
  for (std::size_t i = 0; i < m_comments.size(); ++i) {
    const Span range = m_comments[i].range;
    m_events.push_back({range.begin, 1, i});
    m_events.push_back({range.end, range.empty() ? 2 : 0, i});
  }
  std::ranges::sort(m_events);
  m_nextId = m_comments.size();
}

void DocxMarks::orderComments(const Markup& markup) {
  const std::vector<Comment> all = markup.comments();
  std::map<std::int64_t, std::int64_t> threads;
  for (const Comment& comment : all) threads[comment.id] = comment.parent;
  const auto threadOf = [&](std::int64_t id) {
    for (std::size_t guard = 0; guard < all.size() && threads[id] != 0; ++guard) {
      if (!threads.contains(threads[id])) break;
      id = threads[id];
    }
    return id;
  };
  for (const Comment& comment : all) {
    if (threadOf(comment.id) != comment.id) continue;
    m_comments.push_back(comment);
    m_comments.back().parent = 0;
    const std::size_t first = m_comments.size();
    for (const Comment& reply : all) {
      if (reply.parent == 0 || reply.id == comment.id || threadOf(reply.id) != comment.id) continue;
      m_comments.push_back(reply);
      m_comments.back().parent = comment.id;
    }
    std::ranges::sort(m_comments.begin() + static_cast<std::ptrdiff_t>(first), m_comments.end(), {},
                      &Comment::id);
  }
}

void DocxMarks::commentsUpTo(xml_node parent, std::size_t at) {
  for (; m_nextEvent < m_events.size() && m_events[m_nextEvent].at <= at; ++m_nextEvent) {
    const Event& event = m_events[m_nextEvent];
    const std::string id = std::to_string(event.comment);
    if (event.rank == 1) {
      append(parent, "w:commentRangeStart", {{"w:id", id}});
      continue;
    }
    append(parent, "w:commentRangeEnd", {{"w:id", id}});
    append(append(parent, "w:r"), "w:commentReference", {{"w:id", id}});
  }
}

xml_node DocxMarks::change(xml_node parent, const LayerMark& mark) {
  xml_node node = append(parent, elementOf(mark.kind), {{"w:id", std::to_string(m_nextId++)}});
  stamp(node, m_markup.author(mark.author), mark.time);
  return node;
}

/// The element of a change at the end of `parent`, a new one where the last one is another's.
xml_node DocxMarks::container(xml_node parent, const LayerMark* mark, xml_node& open,
                              std::int64_t& openId) {
  if (mark == nullptr) return parent;
  if (openId != mark->id || open != parent.last_child()) {
    open = change(parent, *mark);
    openId = mark->id;
  }
  return open;
}

void DocxMarks::startMove(xml_node paragraph, const LayerMark& mark) {
  if (!isMove(mark.kind) || !m_startedMoves.insert(mark.id).second) return;
  const bool from = mark.kind == ChangeKind::MovedFrom;
  const std::int64_t name = mark.partner == 0 ? mark.id : std::min(mark.id, mark.partner);
  const std::string id = std::to_string(m_nextId++);
  xml_node start =
      append(paragraph, from ? "w:moveFromRangeStart" : "w:moveToRangeStart", {{"w:id", id}});
  stamp(start, m_markup.author(mark.author), mark.time);
  start.append_attribute("w:name").set_value(("move" + std::to_string(name)).c_str());
  m_moves.push_back({mark.span, from, id});
}

void DocxMarks::endMoves(xml_node parent, std::size_t at) {
  for (const OpenMove& move : m_moves) {
    if (move.span.end > at) continue;
    append(parent, move.from ? "w:moveFromRangeEnd" : "w:moveToRangeEnd", {{"w:id", move.id}});
  }
  std::erase_if(m_moves, [at](const OpenMove& move) { return move.span.end <= at; });
}

void DocxMarks::write(xml_node paragraph, std::u16string_view text,
                      std::span<const std::size_t> origins, const RunWriter& run) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = origins[i];
    commentsUpTo(paragraph, at);
    endMoves(paragraph, at);
    const LayerMark* insertion = m_markup.inserted().at(at);
    const LayerMark* deletion = m_markup.deleted().at(at);
    for (const LayerMark* mark : {insertion, deletion}) {
      if (mark != nullptr) startMove(paragraph, *mark);
    }
    const std::size_t event =
        m_nextEvent < m_events.size() ? m_events[m_nextEvent].at : std::string::npos;
    std::size_t end = i + 1;
    while (end < text.size() && origins[end] < event &&
           m_markup.inserted().at(origins[end]) == insertion &&
           m_markup.deleted().at(origins[end]) == deletion) {
      ++end;
    }
    xml_node parent = container(paragraph, insertion, m_openInsertion, m_insertionId);
    parent = container(parent, deletion, m_openDeletion, m_deletionId);
    run(parent, text.substr(i, end - i), deletion != nullptr);
    i = end;
  }
}

/// The change that all line ends of a gap share; some without one mean that a line end is left.
const LayerMark* DocxMarks::overLineEnds(const MarkLayer& layer, Span gap) const {
  const LayerMark* first = nullptr;
  for (std::size_t at = gap.begin; at < std::min(gap.end, m_text.size()); ++at) {
    if (m_text[at] != u'\n') continue;
    const LayerMark* mark = layer.at(at);
    if (mark == nullptr) return nullptr;
    if (first == nullptr) first = mark;
  }
  return first;
}

void DocxMarks::endParagraph(xml_node paragraph, xml_node properties, Span gap) {
  commentsUpTo(paragraph, gap.begin);
  const LayerMark* insertion = overLineEnds(m_markup.inserted(), gap);
  const LayerMark* deletion = overLineEnds(m_markup.deleted(), gap);
  if (insertion != nullptr || deletion != nullptr) {
    xml_node run = append(properties, "w:rPr");
    for (const LayerMark* mark : {insertion, deletion}) {
      if (mark == nullptr) continue;
      startMove(paragraph, *mark);
      change(run, *mark);
    }
  }
  endMoves(paragraph, gap.begin);
  endMoves(paragraph.parent(), std::min(gap.end, m_text.size()));
}

void DocxMarks::endCell(xml_node paragraph, std::size_t end) {
  // what ends between the words and the end of the cell belongs to it
  commentsUpTo(paragraph, std::min(m_text.find_first_of(u"|｜\t\n", end), m_text.size()));
  endMoves(paragraph, end);
}

/// The change that took or brought a whole line, also where others had changed words in it before.
const LayerMark* DocxMarks::over(const MarkLayer& layer, Span line, std::size_t length) {
  const LayerMark* first = layer.at(line.begin);
  if (first == nullptr) return nullptr;
  std::size_t at = line.begin;
  for (auto mark = layer.from(at); mark != layer.end() && mark->span.begin <= at; ++mark) {
    at = mark->span.end;
  }
  const bool endToo = at > line.end || line.end == length || first->span.begin < line.begin;
  return at >= line.end && endToo ? first : nullptr;
}

bool DocxMarks::torn(const MarkLayer& layer, Span line) const {
  for (std::size_t at = line.begin; at < line.end; ++at) {
    if (m_text[at] == u'|' && layer.at(at) != nullptr) return true;
  }
  return false;
}

void DocxMarks::markRow(xml_node properties, Span line) {
  for (const MarkLayer* layer : {&m_markup.inserted(), &m_markup.deleted()}) {
    if (const LayerMark* mark = over(*layer, line, m_text.size())) {
      LayerMark row = *mark;
      if (isMove(row.kind)) {
        // the schema knows rows that come and go, none that move
        row.kind = removes(row.kind) ? ChangeKind::Deletion : ChangeKind::Insertion;
      }
      change(properties, row);
    } else if (torn(*layer, line)) {
      ++m_lost;
    }
  }
}

void DocxMarks::endText(xml_node last) {
  commentsUpTo(last, std::string::npos);
  endMoves(last, std::string::npos);
}

std::vector<DocxMarks::CommentPart> DocxMarks::commentParts() const {
  if (m_comments.empty()) return {};
  pugi::xml_document comments;
  pugi::xml_document extended;
  pugi::xml_document ids;
  pugi::xml_document people;
  xml_node commentRoot = append(comments, "w:comments",
                                {{"xmlns:w", kMain},
                                 {"xmlns:mc", kCompatibility},
                                 {"xmlns:w14", kWord2010},
                                 {"mc:Ignorable", "w14"}});
  xml_node extendedRoot =
      append(extended, "w15:commentsEx",
             {{"xmlns:mc", kCompatibility}, {"xmlns:w15", kWord2012}, {"mc:Ignorable", "w15"}});
  xml_node idRoot = append(
      ids, "w16cid:commentsIds",
      {{"xmlns:mc", kCompatibility}, {"xmlns:w16cid", kWord2016}, {"mc:Ignorable", "w16cid"}});
  xml_node peopleRoot =
      append(people, "w15:people",
             {{"xmlns:mc", kCompatibility}, {"xmlns:w15", kWord2012}, {"mc:Ignorable", "w15"}});
  std::map<std::int64_t, std::string> lastParagraphs;
  std::set<std::string> authors;
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < m_comments.size(); ++i) {
    const Comment& comment = m_comments[i];
    xml_node node = append(commentRoot, "w:comment", {{"w:id", std::to_string(i)}});
    stamp(node, comment.author, comment.time);
    node.append_attribute("w:initials").set_value(initials(comment.author).c_str());
    std::string last;
    for (const std::u16string_view line : linesOf(comment.text)) {
      last = paragraphId(++paragraphs);
      xml_node paragraph = append(node, "w:p", {{"w14:paraId", last}});
      if (!line.empty()) {
        appendText(append(paragraph, "w:r"), "w:t", xmlText(line))
            .append_attribute("xml:space")
            .set_value("preserve");
      }
    }
    lastParagraphs[comment.id] = last;
    xml_node entry = append(extendedRoot, "w15:commentEx", {{"w15:paraId", last}});
    if (comment.parent != 0) {
      entry.append_attribute("w15:paraIdParent")
          .set_value(lastParagraphs.at(comment.parent).c_str());
    }
    entry.append_attribute("w15:done")
        .set_value(comment.state == CommentState::Resolved ? "1" : "0");
    append(idRoot, "w16cid:commentId",
           {{"w16cid:paraId", last}, {"w16cid:durableId", std::format("{:08X}", 0x20000000 + i)}});
    if (!comment.author.empty() && authors.insert(comment.author).second) {
      append(append(peopleRoot, "w15:person", {{"w15:author", comment.author}}), "w15:presenceInfo",
             {{"w15:providerId", "None"}, {"w15:userId", comment.author}});
    }
  }
  const std::string type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const std::string microsoft = "http://schemas.microsoft.com/office/";
  return {{{"word/comments.xml", serialized(comments)},
           type + "comments+xml",
           "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"},
          {{"word/commentsExtended.xml", serialized(extended)},
           type + "commentsExtended+xml",
           microsoft + "2011/relationships/commentsExtended"},
          {{"word/commentsIds.xml", serialized(ids)},
           type + "commentsIds+xml",
           microsoft + "2016/09/relationships/commentsIds"},
          {{"word/people.xml", serialized(people)},
           type + "people+xml",
           microsoft + "2011/relationships/people"}};
}

}  // namespace moxian
