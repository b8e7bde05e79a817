#include "core/exchange/DocxReaderComments.h"

#include <map>
#include <string>

#include "core/base/Utf.h"
#include "core/exchange/DocxReaderBody.h"

namespace moxian {
namespace {

/// What commentsExtended says about one comment, which it names by the w14:paraId of its last
/// paragraph.
struct Extended {
  std::string parent;
  bool resolved = false;
};
using ExtendedByParagraph = std::map<std::string, Extended, std::less<>>;

ExtendedByParagraph readExtended(const pugi::xml_document* part) {
  ExtendedByParagraph extended;
  if (part == nullptr) return extended;
  for (const pugi::xml_node node : part->child("w15:commentsEx").children("w15:commentEx")) {
    const std::string_view done = attribute(node, "w15:done");
    extended.emplace(attribute(node, "w15:paraId"),
                     Extended{std::string(attribute(node, "w15:paraIdParent")),
                              done == "1" || done == "true" || done == "on"});
  }
  return extended;
}

std::u16string textOf(pugi::xml_node comment, const DocxContext& context) {
  DocxText text;
  DocxReaderFlow flow(text);
  DocxReaderBody(context, flow).story(comment);
  std::u16string shown = finalText(text);
  if (shown.ends_with(u'\n')) shown.pop_back();
  return shown;
}

DocxComment commentOf(pugi::xml_node node, const DocxContext& context, const DocxReaderFlow& flow) {
  DocxComment comment{.id = std::string(attribute(node, "w:id")),
                      .author = toUtf16(attribute(node, "w:author")),
                      .initials = toUtf16(attribute(node, "w:initials")),
                      .date = std::string(attribute(node, "w:date")),
                      .text = textOf(node, context)};
  comment.range = flow.commentRange(comment.id);
  if (!comment.range) context.losses.add(Loss::DetachedComments);
  return comment;
}

std::string lastParagraphId(pugi::xml_node comment) {
  std::string id;
  for (const pugi::xml_node paragraph : comment.children("w:p")) {
    id = attribute(paragraph, "w14:paraId");
  }
  return id;
}

}  // namespace

std::vector<DocxComment> readComments(const DocxParts& parts, const DocxContext& context,
                                      const DocxReaderFlow& flow) {
  std::vector<DocxComment> comments;
  if (!parts.comments) return comments;
  std::vector<std::string> paragraphs;
  std::map<std::string, std::size_t> byParagraph;
  for (const pugi::xml_node node : parts.comments->child("w:comments").children("w:comment")) {
    paragraphs.push_back(lastParagraphId(node));
    if (!paragraphs.back().empty()) byParagraph.emplace(paragraphs.back(), comments.size());
    comments.push_back(commentOf(node, context, flow));
  }
  const ExtendedByParagraph extended = readExtended(parts.commentsExtended.get());
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const auto known = extended.find(paragraphs[i]);
    if (paragraphs[i].empty() || known == extended.end()) continue;
    comments[i].resolved = known->second.resolved;
    // a reply follows what it answers, so a circle cannot arise
    const auto parent = byParagraph.find(known->second.parent);
    if (parent != byParagraph.end() && parent->second < i) comments[i].parent = parent->second;
  }
  return comments;
}

}  // namespace moxian
