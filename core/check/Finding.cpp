#include "core/check/Finding.h"

#include <algorithm>
#include <tuple>

#include "core/base/Names.h"

namespace moxian {

std::string message(const Finding& finding, const Messages& messages) {
  const std::string variant = finding.variant.empty() ? "message" : finding.variant;
  std::vector<std::string> arguments = finding.arguments;
  if (finding.category == Category::Structure) {
    for (std::string& argument : arguments) argument = named(argument, messages);
  }
  return messages.text("rules." + finding.rule + "." + variant, arguments);
}

std::string title(const Fix& fix, const Messages& messages) {
  return messages.text("fixes." + fix.title, fix.arguments);
}

std::u16string applied(std::u16string_view text, const Fix& fix) {
  std::u16string out;
  std::size_t done = 0;
  for (const Edit& edit : fix.edits) {
    const std::size_t begin = std::min(std::max(edit.span.begin, done), text.size());
    out += text.substr(done, begin - done);
    out += edit.with;
    done = std::min(std::max(edit.span.end, begin), text.size());
  }
  out += text.substr(done);
  return out;
}

void shift(Finding& finding, std::size_t by) {
  finding.span = finding.span.shifted(by);
  for (Span& span : finding.related) span = span.shifted(by);
  for (Fix& fix : finding.fixes) {
    for (Edit& edit : fix.edits) edit.span = edit.span.shifted(by);
  }
}

bool comesBefore(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tuple(f.span.begin, -static_cast<int>(f.severity), f.span.end,
                      std::string_view(f.rule));
  };
  return key(a) < key(b);
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::Hint:
      return "hint";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return {};
}

Severity severityNamed(std::string_view name_) {
  for (const Severity one : {Severity::Hint, Severity::Error}) {
    if (name(one) == name_) return one;
  }
  return Severity::Warning;
}

std::string_view name(Category category) {
  switch (category) {
    case Category::Structure:
      return "structure";
    case Category::Numbering:
      return "numbering";
    case Category::Punctuation:
      return "punctuation";
    case Category::Placeholder:
      return "placeholder";
    case Category::Stray:
      return "stray";
    case Category::Ad:
      return "ad";
    case Category::Truncated:
      return "truncated";
    case Category::Arithmetic:
      return "arithmetic";
    case Category::Date:
      return "date";
    case Category::Unit:
      return "unit";
    case Category::Script:
      return "script";
    case Category::Typo:
      return "typo";
    case Category::Dropped:
      return "dropped";
    case Category::Redundant:
      return "redundant";
    case Category::Repetition:
      return "repetition";
    case Category::Terminology:
      return "terminology";
    case Category::Grammar:
      return "grammar";
    case Category::Style:
      return "style";
    case Category::Contradiction:
      return "contradiction";
  }
  return {};
}

}  // namespace moxian
