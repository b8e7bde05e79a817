// Prints what the DOCX reader read of a file, as JSON on one line:
//   {"text","final","original","changes":[{"act","target","author","date","text"}],
//    "comments":[{"id","author","date","text","parent","resolved","about"}],"losses":{},"micros":0}
// or {"error","detail"} if it was refused.
// usage: moxian_docx_text FILE

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/Files.h"
#include "core/base/Messages.h"
#include "core/base/Utf.h"
#include "core/exchange/DocxReader.h"

namespace {

using namespace moxian;
using nlohmann::json;

const char* nameOf(DocxChange::Act act) {
  constexpr const char* kNames[] = {"insert", "delete", "moveFrom", "moveTo"};
  return kNames[static_cast<int>(act)];
}

const char* nameOf(DocxChange::Target target) {
  constexpr const char* kNames[] = {"text", "mark", "row"};
  return kNames[static_cast<int>(target)];
}

json changes(const DocxText& docx) {
  json list = json::array();
  for (const DocxChange& change : docx.changes) {
    list.push_back({{"act", nameOf(change.act)},
                    {"target", nameOf(change.target)},
                    {"author", toUtf8(change.author)},
                    {"date", change.date},
                    {"begin", change.span.begin},
                    {"end", change.span.end},
                    {"text", toUtf8(change.span.of(docx.text))}});
  }
  return list;
}

json comments(const DocxText& docx) {
  json list = json::array();
  for (const DocxComment& comment : docx.comments) {
    json entry = {{"id", comment.id},
                  {"author", toUtf8(comment.author)},
                  {"date", comment.date},
                  {"text", toUtf8(comment.text)},
                  {"resolved", comment.resolved}};
    if (comment.parent) entry["parent"] = *comment.parent;
    if (comment.range) entry["about"] = toUtf8(comment.range->of(docx.text));
    list.push_back(entry);
  }
  return list;
}

json read(const char* path) {
  const auto bytes = readFile(path);
  if (!bytes) return {{"error", name(bytes.error().code)}, {"detail", bytes.error().detail}};
  const auto start = std::chrono::steady_clock::now();
  const auto docx = readDocx(*bytes, path);
  const auto took = std::chrono::steady_clock::now() - start;
  if (!docx) return {{"error", name(docx.error().code)}, {"detail", docx.error().detail}};
  json losses = json::object();
  for (const ImportLoss& loss : docx->losses) losses[loss.key] = loss.count;
  return {{"text", toUtf8(docx->text)},
          {"final", toUtf8(finalText(*docx))},
          {"original", toUtf8(originalText(*docx))},
          {"changes", changes(*docx)},
          {"comments", comments(*docx)},
          {"losses", losses},
          {"micros", std::chrono::duration_cast<std::chrono::microseconds>(took).count()}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::puts(read(argv[1]).dump(-1, ' ', false, json::error_handler_t::replace).c_str());
  return 0;
}
