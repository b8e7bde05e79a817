// Fuzzes the DOCX reader. Input that begins with PK is a package; any other holds the parts of one,
// apart by NUL, since changes inside compressed bytes rarely reach the reader.

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/exchange/DocxReader.h"
#include "core/exchange/Package.h"

namespace {

using namespace moxian;

constexpr std::array kNames = {"word/document.xml", "word/numbering.xml", "word/styles.xml",
                               "word/comments.xml", "word/commentsExtended.xml",
                               "word/footnotes.xml", "word/endnotes.xml", "word/_rels/document.xml.rels"};

std::string packageOf(std::string_view input) {
  std::vector<PackagePart> parts;
  for (const char* name : kNames) {
    const std::size_t end = std::min(input.find('\0'), input.size());
    if (end > 0) parts.push_back({name, std::string(input.substr(0, end))});
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  return packed(parts).value_or("");
}

void expect(bool holds) {
  if (!holds) std::abort();
}

void expectInside(Span span, const DocxText& docx) {
  expect(span.begin <= span.end && span.end <= docx.text.size());
}

void check(const DocxText& docx) {
  for (const DocxChange& change : docx.changes) expectInside(change.span, docx);
  for (std::size_t i = 0; i < docx.comments.size(); ++i) {
    if (docx.comments[i].range) expectInside(*docx.comments[i].range, docx);
    expect(docx.comments[i].parent.value_or(i) <= i);
  }
  expect(finalText(docx).size() <= docx.text.size());
  expect(originalText(docx).size() <= docx.text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string package = input.starts_with("PK") ? std::string(input) : packageOf(input);
  if (const auto docx = readDocx(package, "fuzz.docx")) check(*docx);
  return 0;
}
