// Fuzzes the HTML reader.

#include <cstdlib>
#include <string_view>

#include "core/exchange/HtmlReader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto html =
      moxian::readHtml({reinterpret_cast<const char*>(data), size}, "fuzz.html", moxian::Encoding::Utf8);
  if (html && !html->text.empty() && html->text.back() != u'\n') std::abort();
  return 0;
}
