#include "core/exchange/HtmlTokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <sstream>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

using namespace std::string_view_literals;

// WHATWG HTML, 13.2.5.80: numbers 80 to 9F mean what Windows-1252 has there
constexpr std::u16string_view kWindows =
    u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
    u"\u008F"
    u"\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E"
    u"\u0178";

constexpr std::array kRawElements = {"script"sv,  "style"sv,    "xmp"sv,      "iframe"sv,
                                     "noembed"sv, "noframes"sv, "textarea"sv, "title"sv};

constexpr std::size_t kLongestName = 8;    // of an entity in the table
constexpr std::size_t kLongestNumber = 8;  // digits; more is no code point

bool isLetter(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
bool isDigit(char16_t c) {
  return c >= u'0' && c <= u'9';
}
bool isBlankCharacter(char16_t c) {
  return c == u' ' || c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r';
}

/// Tag and attribute names; what is not ASCII in them never matters.
std::string lowerName(std::u16string_view name) {
  std::string lower;
  for (const char16_t c : name) {
    if (c >= u'A' && c <= u'Z')
      lower += static_cast<char>(c - u'A' + u'a');
    else
      lower += c < 0x80 ? static_cast<char>(c) : '?';
  }
  return lower;
}

void appendCodePoint(std::uint32_t code, std::u16string& out) {
  if (code >= 0x80 && code <= 0x9F) code = kWindows[code - 0x80];
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  if (code < 0x10000) {
    out += static_cast<char16_t>(code);
    return;
  }
  out += static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10U));
  out += static_cast<char16_t>(0xDC00 + ((code - 0x10000) & 0x3FFU));
}

}  // namespace

Result<HtmlEntities> HtmlEntities::load() {
  const auto path = resourceRoot() / "import" / "entities.tsv";
  const auto bytes = readFile(path);
  if (!bytes) return fail(ErrorCode::ResourceMissing, path.string(), bytes.error().detail);
  HtmlEntities entities;
  std::istringstream lines(*bytes);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = std::min(line.find('\t'), line.size());
    std::uint16_t code = 0;
    const auto read = std::from_chars(line.data() + std::min(tab + 1, line.size()),
                                      line.data() + line.size(), code, 16);
    if (tab == 0 || tab > kLongestName || code == 0 || read.ptr != line.data() + line.size()) {
      return fail(ErrorCode::ResourceInvalid, path.string(), "line " + std::to_string(number));
    }
    entities.m_names.emplace(toUtf16(line.substr(0, tab)), static_cast<char16_t>(code));
  }
  return entities;
}

std::u16string HtmlEntities::decoded(std::u16string_view text) const {
  std::u16string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = text[i] == u'&' ? reference(text.substr(i), out) : 0;
    if (length == 0) out += text[i];
    i += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::size_t HtmlEntities::reference(std::u16string_view text, std::u16string& out) const {
  const bool numeric = text.size() > 1 && text[1] == u'#';
  const bool hexadecimal = numeric && text.size() > 2 && (text[2] == u'x' || text[2] == u'X');
  const std::size_t from = hexadecimal ? 3 : numeric ? 2 : 1;
  const std::size_t most = numeric ? kLongestNumber : kLongestName;
  std::size_t to = from;
  while (to < text.size() && to - from < most && (isLetter(text[to]) || isDigit(text[to]))) ++to;
  const std::u16string_view word = text.substr(from, to - from);
  const std::size_t length = to < text.size() && text[to] == u';' ? to + 1 : to;
  if (!numeric) return named(word, length > to, out);
  const std::string digits = lowerName(word);
  std::uint32_t code = 0;
  const auto read =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  if (digits.empty() || read.ptr != digits.data() + digits.size()) return 0;
  appendCodePoint(code, out);
  return length;
}

/// A name with its ';' stands as it is; without one it may run into the text, and only names of
/// Latin-1 count (WHATWG HTML, 13.2.5.73).
std::size_t HtmlEntities::named(std::u16string_view word, bool closed, std::u16string& out) const {
  for (std::size_t length = word.size(); length > 0; --length) {
    const auto found = m_names.find(word.substr(0, length));
    if (found != m_names.end() && (closed || found->second < 0x100)) {
      out += found->second;
      return 1 + length + (closed ? 1 : 0);
    }
    if (closed) return 0;
  }
  return 0;
}

const std::u16string* HtmlToken::attribute(std::string_view wanted) const {
  const auto found =
      std::ranges::find(attributes, wanted, [](auto& a) -> std::string_view { return a.first; });
  return found == attributes.end() ? nullptr : &found->second;
}

bool HtmlTokens::next(HtmlToken& token) {
  token = {};
  while (m_at < m_page.size()) {
    if (!m_raw.empty()) {
      rawText(token);
      if (!token.text.empty()) return true;
      continue;
    }
    if (at(m_at) != u'<') {
      text(token);
      return true;
    }
    if (markup(token)) return true;
  }
  return false;
}

/// Takes what a '<' opens; false if it was nothing to hand on.
bool HtmlTokens::markup(HtmlToken& token) {
  const char16_t second = at(m_at + 1);
  if (isLetter(second)) return tag(token, HtmlToken::Kind::Start, m_at + 1);
  if (second == u'/' && isLetter(at(m_at + 2))) return tag(token, HtmlToken::Kind::End, m_at + 2);
  if (second == u'!' || second == u'?' || second == u'/') {
    passComment();
    return false;
  }
  text(token);
  return true;
}

void HtmlTokens::text(HtmlToken& token) {
  const std::size_t end = std::min(m_page.find(u'<', m_at + 1), m_page.size());
  token.text = m_entities.decoded(m_page.substr(m_at, end - m_at));
  m_at = end;
}

void HtmlTokens::passComment() {
  const bool comment = m_page.substr(m_at).starts_with(u"<!--");
  // "<!-->" is a whole comment
  const std::size_t end = comment ? m_page.find(u"-->", m_at + 2) : m_page.find(u'>', m_at);
  m_at = end == m_page.npos ? m_page.size() : end + (comment ? 3 : 1);
}

/// Everything up to the end tag of the raw element, or to the end of the page.
void HtmlTokens::rawText(HtmlToken& token) {
  std::size_t end = m_at;
  while ((end = m_page.find(u"</", end)) != m_page.npos) {
    const char16_t after = at(end + 2 + m_raw.size());
    if (lowerName(m_page.substr(end + 2, m_raw.size())) == m_raw &&
        (isBlankCharacter(after) || after == u'>' || after == u'/')) {
      break;
    }
    end += 2;
  }
  end = std::min(end, m_page.size());
  token.text = m_page.substr(m_at, end - m_at);
  m_at = end;
  m_raw.clear();
}

bool HtmlTokens::tag(HtmlToken& token, HtmlToken::Kind kind, std::size_t from) {
  m_at = from;
  while (m_at < m_page.size() && !isBlankCharacter(at(m_at)) && at(m_at) != u'/' &&
         at(m_at) != u'>') {
    ++m_at;
  }
  token.kind = kind;
  token.name = lowerName(m_page.substr(from, m_at - from));
  while (m_at < m_page.size() && at(m_at) != u'>') {
    skipSpaces();
    if (at(m_at) == u'/')
      ++m_at;
    else if (m_at < m_page.size() && at(m_at) != u'>')
      attribute(token);
  }
  if (m_at >= m_page.size()) return false;  // a tag that the end of the page cuts is dropped
  ++m_at;
  const bool raw = std::ranges::find(kRawElements, token.name) != kRawElements.end();
  if (kind == HtmlToken::Kind::Start && raw) m_raw = token.name;
  return true;
}

void HtmlTokens::skipSpaces() {
  while (isBlankCharacter(at(m_at))) ++m_at;
}

void HtmlTokens::attribute(HtmlToken& token) {
  const std::size_t from = m_at++;  // a '=' in front belongs to the name
  const auto endsName = [](char16_t c) {
    return isBlankCharacter(c) || c == u'/' || c == u'>' || c == u'=';
  };
  while (m_at < m_page.size() && !endsName(at(m_at))) ++m_at;
  std::string name = lowerName(m_page.substr(from, m_at - from));
  skipSpaces();
  std::u16string value;
  if (at(m_at) == u'=') {
    ++m_at;
    skipSpaces();
    const char16_t quote = at(m_at) == u'"' || at(m_at) == u'\'' ? at(m_at++) : u'\0';
    const std::size_t start = m_at;
    const auto endsValue = [&](char16_t c) {
      return quote != 0 ? c == quote : isBlankCharacter(c) || c == u'>';
    };
    while (m_at < m_page.size() && !endsValue(at(m_at))) ++m_at;
    value = m_entities.decoded(m_page.substr(start, m_at - start));
    if (quote != 0 && m_at < m_page.size()) ++m_at;
  }
  token.attributes.emplace_back(std::move(name), std::move(value));
}

}  // namespace moxian
