#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "core/exchange/PdfModules.h"
#include "core/exchange/PdfReader.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr double kSpace = 0.6;  // gap in letters that parts two words where one is Chinese
constexpr double kCell = 1.5;   // gap in letters that parts two cells of a table

/// A word as it is printed.
struct Word {
  std::u16string text;
  poppler::rectf box;
  double size = 0;
  bool spaceAfter = false;
};

bool isWide(char16_t c) {
  return isHan(c) || isFullWidthMark(c) || c >= 0x2E80;
}

std::vector<Word> wordsOf(const poppler::page& page) {
  std::vector<Word> words;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    const poppler::ustring text = box.text();
    if (text.empty()) continue;
    const poppler::rectf place = box.bbox();
    const double size = box.has_font_info() ? box.get_font_size() : place.height();
    words.push_back({{text.begin(), text.end()},
                     place,
                     size > 0 ? size : place.height(),
                     box.has_space_after()});
  }
  return words;
}

double middle(const Word& word) {
  return (word.box.top() + word.box.bottom()) / 2;
}

/// Adds a word to its line, with what stands between it and the one before.
void append(PdfLine& line, const Word& word, bool spaceBefore) {
  const double gap = word.box.left() - line.right;
  const double size = std::max(line.size, word.size);
  const bool wide = isWide(line.text.back()) || isWide(word.text.front());
  if (gap > kCell * size)
    line.text += u'\t';
  else if (wide ? gap > kSpace * size : spaceBefore)
    line.text += u' ';
  line.text += word.text;
  line.right = std::max(line.right, word.box.right());
  line.top = std::min(line.top, word.box.top());
  line.bottom = std::max(line.bottom, word.box.bottom());
  line.size = size;
}

PdfLine lineOf(std::vector<Word>& words) {
  std::ranges::stable_sort(words, {}, [](const Word& word) { return word.box.left(); });
  const Word& first = words.front();
  PdfLine line{first.text,      first.box.left(),   first.box.right(),
               first.box.top(), first.box.bottom(), first.size};
  for (std::size_t i = 1; i < words.size(); ++i) append(line, words[i], words[i - 1].spaceAfter);
  return line;
}

/// Words at the same height are one line: the rows of a table, too.
PdfPage linesOf(std::vector<Word> words) {
  std::ranges::stable_sort(words, {}, middle);
  PdfPage lines;
  std::vector<Word> row;
  for (Word& word : words) {
    const bool same = !row.empty() && middle(word) - middle(row.front()) <
                                          std::min(word.box.height(), row.front().box.height()) / 2;
    if (!row.empty() && !same) {
      lines.push_back(lineOf(row));
      row.clear();
    }
    row.push_back(std::move(word));
  }
  if (!row.empty()) lines.push_back(lineOf(row));
  return lines;
}

/// poppler tells of every oddity on stderr unless somebody listens.
void silencePoppler() {
  static const bool kDone = [] {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    return true;
  }();
  static_cast<void>(kDone);
}

Result<std::vector<PdfPage>> pagesOf(std::string_view bytes, const std::string& subject) {
  silencePoppler();
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(
      bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), INT32_MAX))));
  if (!document) return fail(ErrorCode::DamagedFile, subject, "not readable as PDF");
  if (document->is_locked()) return fail(ErrorCode::EncryptedFile, subject);
  if (document->pages() > kMostPdfPages) return fail(ErrorCode::FileTooLarge, subject);
  std::vector<PdfPage> pages;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) return fail(ErrorCode::DamagedFile, subject, "page " + std::to_string(i + 1));
    pages.push_back(linesOf(wordsOf(*page)));
  }
  return pages;
}

}  // namespace
}  // namespace moxian

extern "C" __attribute__((visibility("default"))) const moxian::PdfPageReader moxianModule;
const moxian::PdfPageReader moxianModule{&moxian::pagesOf};
