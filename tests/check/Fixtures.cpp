#include "Fixtures.h"

#include <cstdlib>
#include <iostream>
#include <sstream>

#include "core/base/Files.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

constexpr char16_t kBegin = u'⟦';
constexpr char16_t kEnd = u'⟧';

template <class T>
T loaded(Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << result.error().subject << ": " << result.error().detail << '\n';
  std::abort();
}

/// Takes the marks out of a text and keeps what they enclose.
void takeMarks(Case& out) {
  std::u16string clean;
  for (const char16_t c : out.text) {
    if (c == kBegin) {
      out.expected.push_back({clean.size(), clean.size()});
    } else if (c == kEnd) {
      out.expected.back().end = clean.size();
    } else {
      clean += c;
    }
  }
  out.text = std::move(clean);
}

Case caseOf(std::u16string text) {
  Case out;
  const auto head = [&text](std::u16string_view word) {
    if (!text.starts_with(word)) return std::u16string();
    const std::size_t end = text.find(u'\n');
    std::u16string value = text.substr(word.size(), end - word.size());
    text.erase(0, end + 1);
    return value;
  };
  if (const auto profile = head(u"profile "); !profile.empty()) {
    out.options.profile = toUtf8(profile);
  }
  out.options.unit = head(u"unit ");
  constexpr std::u16string_view kPrevious = u"\n<==\n";
  if (const std::size_t at = text.find(kPrevious); at != text.npos) {
    out.options.previous = previousReport(text.substr(0, at), reader(), rules());
    text.erase(0, at + kPrevious.size());
  }
  constexpr std::u16string_view kFixed = u"\n==>\n";
  if (const std::size_t at = text.find(kFixed); at != text.npos) {
    out.fixed = text.substr(at + kFixed.size());
    text.erase(at);
  }
  out.text = std::move(text);
  takeMarks(out);
  return out;
}

std::vector<Finding> checkText(std::u16string_view text, const CheckOptions& options) {
  const Lines lines(text);
  return checkText(text, lines, reader().read(text, lines, options.profile), reader(), rules(),
                   options);
}

}  // namespace

const RuleSet& rules() {
  static const RuleSet set = loaded(RuleSet::load());
  return set;
}

const ReportReader& reader() {
  static const ReportReader one = loaded(ReportReader::load());
  return one;
}

std::vector<Finding> check(std::u16string_view text, const std::string& profile) {
  return checkText(text, {.profile = profile});
}

std::vector<Finding> check(std::u16string_view text, std::string_view rule,
                           const std::string& profile) {
  return check(text, rule, CheckOptions{.profile = profile});
}

std::vector<Finding> check(std::u16string_view text, std::string_view rule,
                           const CheckOptions& options) {
  std::vector<Finding> all = checkText(text, options);
  std::erase_if(all, [&](const Finding& finding) { return finding.rule != rule; });
  return all;
}

std::vector<Case> casesOf(const std::filesystem::path& file) {
  std::vector<Case> out;
  const auto bytes = readFile(file);
  if (!bytes) return out;
  std::stringstream stream(*bytes);
  std::string text;
  const auto take = [&] {
    if (text.ends_with('\n')) text.pop_back();
    if (!text.empty()) out.push_back(caseOf(toUtf16(text)));
    text.clear();
  };
  for (std::string line; std::getline(stream, line);) {
    if (line == "====") {
      take();
    } else {
      text += line + "\n";
    }
  }
  take();
  return out;
}

std::string described(std::u16string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span& span : spans) {
    out += std::to_string(span.begin) + "-" + std::to_string(span.end) + " " +
           toUtf8(span.of(text)) + "\n";
  }
  return out;
}

std::vector<Span> spansOf(const std::vector<Finding>& findings) {
  std::vector<Span> out;
  for (const Finding& finding : findings) out.push_back(finding.span);
  return out;
}

}  // namespace moxian
