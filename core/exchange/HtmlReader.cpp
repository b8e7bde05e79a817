#include "core/exchange/HtmlReader.h"

#include <algorithm>

#include "core/exchange/HtmlPage.h"
#include "core/exchange/HtmlTokens.h"

namespace moxian {
namespace {

constexpr std::size_t kHead = 4096;  // bytes in which a page declares its encoding

std::string lowerHead(std::string_view bytes) {
  std::string head(bytes.substr(0, kHead));
  std::ranges::transform(head, head.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return head;
}

/// The encoding in <meta charset=…> or <meta content="…; charset=…">.
std::optional<Encoding> declaredEncoding(std::string_view bytes) {
  const std::string head = lowerHead(bytes);
  for (std::size_t at = head.find("charset"); at != head.npos; at = head.find("charset", at + 1)) {
    const std::size_t from = head.find_first_not_of(" =\"'", at + 7);
    if (from == head.npos || head.find('=', at) >= from) continue;
    const std::size_t to = std::min(head.find_first_of(" \"';/>", from), head.size());
    if (const auto known = encodingNamed(head.substr(from, to - from))) return known;
  }
  return std::nullopt;
}

/// Pages declare encodings they do not have, so that what the bytes say for sure comes first.
Result<DecodedText> decodePage(std::string_view bytes, const std::string& subject,
                               std::optional<Encoding> forced) {
  auto guessed = decode(bytes, forced, subject);
  if (!guessed || forced || guessed->byteOrderMark || guessed->encoding == Encoding::Utf8) {
    return guessed;
  }
  const auto declared = declaredEncoding(bytes);
  if (!declared || *declared == guessed->encoding) return guessed;
  auto decoded = decode(bytes, declared, subject);
  return decoded && decoded->invalid.empty() ? decoded : guessed;
}

struct Page {
  std::u16string text;
  std::vector<ImportLoss> losses;
  bool whole = false;
};

Page readPage(std::u16string_view source, const HtmlEntities& entities, HtmlPage::Skip skip) {
  ImportLosses losses;
  HtmlPage page(skip, losses);
  HtmlTokens tokens(source, entities);
  for (HtmlToken token; tokens.next(token);) page.take(token);
  const bool whole = page.finish();
  return {page.text(), losses.list(), whole};
}

}  // namespace

Result<HtmlText> readHtml(std::string_view bytes, const std::string& subject,
                          std::optional<Encoding> forced) {
  const auto decoded = decodePage(bytes, subject, forced);
  if (!decoded) return std::unexpected(decoded.error());
  const auto entities = HtmlEntities::load();
  if (!entities) return std::unexpected(entities.error());
  Page page = readPage(decoded->text, *entities, HtmlPage::Skip::Invisible);
  // an element that should be passed over and never ends would take the rest of the page with it
  if (!page.whole) page = readPage(decoded->text, *entities, HtmlPage::Skip::CodeOnly);
  return HtmlText{std::move(page.text), std::move(page.losses), decoded->encoding};
}

bool looksLikeHtml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string head = lowerHead(bytes);
  const std::string_view start =
      std::string_view(head).substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  return start.starts_with("<!doctype html") || start.starts_with("<html") ||
         start.starts_with("<head") || start.starts_with("<body");
}

}  // namespace moxian
