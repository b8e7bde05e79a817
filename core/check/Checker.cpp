#include "core/check/Checker.h"

#include <algorithm>

#include "core/check/Checks.h"

namespace moxian {
namespace {

/// A line with its findings, whose spans count from its start.
struct LineFindings {
  std::size_t length = 0;
  std::vector<Finding> findings;
};

/// What an edit does to a range outside it.
struct Move {
  Span edited;
  std::size_t inserted = 0;

  /// False if the edit touched the range; else moves it. A range that only borders on the edit
  /// stays as it is.
  [[nodiscard]] bool apply(Span& span) const {
    if (span.end <= edited.begin) return true;
    if (span.begin < edited.end) return false;
    span.begin = span.begin - edited.length() + inserted;
    span.end = span.end - edited.length() + inserted;
    return true;
  }

  /// The same for an area that edits grow and shrink.
  void stretch(Span& span) const {
    const auto moved = [&](std::size_t at) {
      if (at <= edited.begin) return at;
      return std::max(at, edited.end) - edited.length() + inserted;
    };
    span = {moved(span.begin), moved(span.end)};
  }
};

bool move(Finding& finding, const Move& by) {
  if (!by.apply(finding.span)) return false;
  std::erase_if(finding.related, [&](Span& span) { return !by.apply(span); });
  // A fix that has lost one of its edits would mend by half.
  std::erase_if(finding.fixes, [&](Fix& fix) {
    return !std::ranges::all_of(fix.edits, [&](Edit& edit) { return by.apply(edit.span); });
  });
  return true;
}

}  // namespace

struct Checker::State {
  ReportReader reader;
  RuleSet rules;
  CheckOptions options;
  std::u16string text;
  std::uint64_t revision = 0;
  std::vector<LineFindings> lines;
  std::vector<Finding> document;
  std::vector<ProfileArea> areas;
  Outline outline;
  std::uint64_t outlined = 0;  ///< the revision of the outline

  State(ReportReader reader_, RuleSet rules_, CheckOptions options_)
      : reader(std::move(reader_)), rules(std::move(rules_)), options(std::move(options_)) {}

  /// The checked lines of a range that begins and ends with whole lines.
  [[nodiscard]] std::vector<LineFindings> checked(std::u16string_view range) const {
    std::vector<LineFindings> out;
    for (std::size_t begin = 0; begin <= range.size();) {
      const std::size_t end = std::min(range.find(u'\n', begin), range.size());
      LineFindings line{end - begin, {}};
      if (line.length <= kLongestInstantLine) {
        const std::u16string_view words = range.substr(begin, line.length);
        const std::u16string folded = rules.folded(words);
        checkLine({words, folded}, rules, options, line.findings);
      }
      out.push_back(std::move(line));
      begin = end + 1;
    }
    return out;
  }

  /// Calls `with` for every line: its index and where it begins.
  template <class F>
  void eachLine(F with) const {
    std::size_t begin = 0;
    for (std::size_t n = 0; n < lines.size(); ++n) {
      with(n, begin);
      begin += lines[n].length + 1;
    }
  }

  void replaceLines(Span edited, std::u16string_view with);
  void collect(Span range, std::vector<Finding>& into) const;
};

void Checker::State::replaceLines(Span edited, std::u16string_view with) {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  eachLine([&](std::size_t n, std::size_t at) {
    if (at <= edited.begin) {
      first = n;
      begin = at;
    }
    if (at <= edited.end) {
      last = n;
      end = at + lines[n].length;
    }
  });
  text.replace(edited.begin, edited.length(), with);
  end = end - edited.length() + with.size();
  auto fresh = checked(std::u16string_view(text).substr(begin, end - begin));
  const auto from = lines.begin() + static_cast<std::ptrdiff_t>(first);
  const auto past = lines.begin() + static_cast<std::ptrdiff_t>(last) + 1;
  const auto at = lines.erase(from, past);
  lines.insert(at, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
}

void Checker::State::collect(Span range, std::vector<Finding>& into) const {
  eachLine([&](std::size_t n, std::size_t begin) {
    const LineFindings& line = lines[n];
    if (line.findings.empty() || begin > range.end || begin + line.length < range.begin) return;
    for (const Finding& finding : line.findings) {
      into.push_back(finding);
      shift(into.back(), begin);
    }
  });
  into.insert(into.end(), document.begin(), document.end());
}

Checker::Checker(ReportReader reader, RuleSet rules, CheckOptions options)
    : m_state(std::make_unique<State>(std::move(reader), std::move(rules), std::move(options))) {
  m_state->lines = m_state->checked({});
}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

void Checker::setText(std::u16string text) {
  State& state = *m_state;
  state.text = std::move(text);
  state.lines = state.checked(state.text);
  state.document.clear();
  state.areas.clear();
  state.outline = {};
  ++state.revision;
}

void Checker::edit(Span span, std::u16string_view with) {
  State& state = *m_state;
  span.end = std::min(span.end, state.text.size());
  span.begin = std::min(span.begin, span.end);
  const Move by{span, with.size()};
  std::erase_if(state.document, [&](Finding& finding) { return !move(finding, by); });
  for (ProfileArea& area : state.areas) by.stretch(area.span);
  state.replaceLines(span, with);
  ++state.revision;
}

void Checker::setOptions(CheckOptions options) {
  State& state = *m_state;
  state.options = std::move(options);
  state.lines = state.checked(state.text);
  ++state.revision;
}

const std::u16string& Checker::text() const {
  return m_state->text;
}

std::uint64_t Checker::revision() const {
  return m_state->revision;
}

std::function<DocumentCheck()> Checker::documentJob(std::stop_token stop) const {
  const State& state = *m_state;
  return [text = state.text, revision = state.revision, reader = state.reader,
          rules = state.rules, options = state.options, stop = std::move(stop)] {
    DocumentCheck out{revision, {}, {}};
    if (stop.stop_requested()) return out;
    const Lines lines(text);
    const std::u16string folded = rules.folded(text);
    out.outline = reader.read(text, lines, options.profile);
    checkDocument({text, folded, lines, out.outline, reader.profiles(), options.previous.get(),
                   options.unit},
                  rules, options, kLongestInstantLine, out.findings, stop);
    return out;
  };
}

bool Checker::adopt(DocumentCheck result) {
  State& state = *m_state;
  if (result.revision != state.revision) return false;
  state.document = std::move(result.findings);
  state.outline = std::move(result.outline);
  state.outlined = result.revision;
  state.areas = profileAreas(Lines(state.text), state.outline, state.reader.profiles());
  return true;
}

std::vector<Finding> Checker::findings() const {
  return findingsIn({0, m_state->text.size()});
}

std::vector<Finding> Checker::findingsIn(Span range) const {
  std::vector<Finding> out;
  m_state->collect(range, out);
  std::erase_if(out, [&](const Finding& finding) {
    return finding.span.begin > range.end || finding.span.end < range.begin;
  });
  settle(out, m_state->areas);
  return out;
}

const Outline& Checker::outline() const {
  return m_state->outline;
}

bool Checker::look(const std::function<void(const CheckedText& text)>& with) const {
  const State& state = *m_state;
  if (state.outlined != state.revision) return false;
  const Lines lines(state.text);
  const std::u16string folded = state.rules.folded(state.text);
  with({state.text, folded, lines, state.outline, state.reader.profiles(),
        state.options.previous.get(), state.options.unit});
  return true;
}

const RuleSet& Checker::rules() const {
  return m_state->rules;
}

const ReportReader& Checker::reader() const {
  return m_state->reader;
}

const CheckOptions& Checker::options() const {
  return m_state->options;
}

}  // namespace moxian
