#include "core/exchange/MarkedHtml.h"

#include <algorithm>

#include "core/base/Utf.h"
#include "core/exchange/DocxMarkup.h"
#include "core/exchange/Xml.h"
#include "core/text/Lines.h"

namespace moxian {
namespace {

using pugi::xml_node;

constexpr const char* kStyle =
    "body { max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.8; }"
    " p { margin: 0; text-indent: 2em; min-height: 1.8em; }"
    " ins { color: #0b6e2d; text-decoration: underline; }"
    " del { color: #b3261e; text-decoration: line-through; }"
    " ins.move, del.move { color: #6a3fa0; text-decoration-style: double; }"
    " mark { background: #fff3bf; } li.resolved { color: #777; }"
    " li > q { color: #555; } aside { margin-top: 2em; border-top: 1px solid #ccc; }";

class PageWriter {
 public:
  PageWriter(std::u16string_view text, const Markup& markup)
      : m_text(text), m_markup(markup), m_comments(markup.comments()) {
    for (const Comment& comment : m_comments) {
      m_stops.push_back(comment.range.begin);
      m_stops.push_back(comment.range.end);
    }
    for (const MarkLayer* layer : {&markup.inserted(), &markup.deleted()}) {
      for (const LayerMark& mark : *layer) {
        m_stops.push_back(mark.span.begin);
        m_stops.push_back(mark.span.end);
      }
    }
    std::ranges::sort(m_stops);
  }

  std::string write() {
    pugi::xml_document document;
    document.append_child(pugi::node_doctype).set_value("html");
    xml_node root = append(document, "html", {{"lang", "zh"}});
    xml_node head = append(root, "head");
    append(head, "meta", {{"charset", "utf-8"}});
    const Lines lines(m_text);
    appendText(head, "title", toUtf8(lines.span(0).of(m_text)));
    appendText(head, "style", kStyle);
    xml_node body = append(root, "body");
    for (std::size_t i = 0; i < lines.count(); ++i) addLine(body, lines.span(i));
    addComments(body);
    return serialized(document, pugi::format_no_declaration);
  }

 private:
  void addLine(xml_node body, Span line) {
    xml_node paragraph = append(body, "p");
    std::size_t at = line.begin;
    while (at < line.end) {
      const auto stop = std::ranges::upper_bound(m_stops, at);
      const std::size_t end = stop == m_stops.end() ? line.end : std::min(line.end, *stop);
      addPiece(paragraph, {at, end});
      at = end;
    }
    // the mark of the paragraph itself
    if (marked(line.end)) addPiece(paragraph, {line.end, line.end + 1});
    if (!paragraph.first_child()) paragraph.append_child(pugi::node_pcdata);
  }

  [[nodiscard]] bool marked(std::size_t at) const {
    return at < m_text.size() && (m_markup.inserted().at(at) || m_markup.deleted().at(at));
  }

  xml_node wrap(xml_node parent, const char* element, const LayerMark* mark) {
    if (mark == nullptr) return parent;
    const bool moved = mark->kind == ChangeKind::MovedFrom || mark->kind == ChangeKind::MovedTo;
    xml_node node = append(parent, element);
    if (moved) node.append_attribute("class").set_value("move");
    const std::string when = mark->time == 0 ? std::string() : docxTime(mark->time);
    if (!when.empty()) node.append_attribute("datetime").set_value(when.c_str());
    node.append_attribute("title").set_value(
        (m_markup.author(mark->author) + " " + when.substr(0, 10)).c_str());
    return node;
  }

  void addPiece(xml_node paragraph, Span piece) {
    xml_node node = wrap(paragraph, "ins", m_markup.inserted().at(piece.begin));
    node = wrap(node, "del", m_markup.deleted().at(piece.begin));
    for (const Comment& comment : m_comments) {
      if (!comment.range.contains(piece.begin)) continue;
      node = append(node, "mark");
      break;
    }
    std::u16string words(piece.of(m_text));
    std::erase_if(words, [](char16_t c) { return c < 0x20 && c != u'\t' && c != u'\n'; });
    std::ranges::replace(words, u'\n', u'¶');
    node.append_child(pugi::node_pcdata).set_value(toUtf8(words).c_str());
  }

  void addComments(xml_node body) {
    if (m_comments.empty()) return;
    xml_node list = append(append(body, "aside"), "ol");
    for (const Comment& comment : m_comments) {
      xml_node item = append(list, "li");
      if (comment.state == CommentState::Resolved)
        item.append_attribute("class").set_value("resolved");
      appendText(item, "b", comment.author + "：");
      if (!comment.quote.empty()) appendText(item, "q", toUtf8(comment.quote));
      appendText(item, "span", toUtf8(comment.text));
    }
  }

  std::u16string_view m_text;
  const Markup& m_markup;
  std::vector<Comment> m_comments;
  std::vector<std::size_t> m_stops;
};

}  // namespace

std::string markedHtml(std::u16string_view text, const Markup& markup) {
  return PageWriter(text, markup).write();
}

}  // namespace moxian
