#include "core/check/Batch.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <mutex>
#include <ranges>
#include <thread>

#include "core/check/BatchReport.h"
#include "core/check/Previous.h"
#include "core/text/Characters.h"
#include "core/text/WordStarts.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kEndings = {".moxian", ".txt", ".md", ".docx",
                                                      ".html",   ".htm", ".pdf"};
constexpr std::size_t kContext = 24;   // UTF-16 units on each side
constexpr std::size_t kLongest = 120;  // of an excerpt

std::string endingOf(const fs::path& file) {
  std::string ending = file.extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  });
  return ending;
}

bool isDraft(const fs::directory_entry& entry) {
  std::error_code failed;
  if (entry.is_symlink(failed) || !entry.is_regular_file(failed)) return false;
  const std::string name = entry.path().filename().string();
  const std::string ending = endingOf(entry.path());
  return !name.starts_with(".") && !name.starts_with("~$") &&
         std::ranges::contains(kEndings, ending);
}

/// How near a form of file is to what people write in; the nearest is 0.
int formOf(const fs::path& file) {
  const std::string ending = endingOf(file);
  if (ending == ".moxian") return 0;
  if (ending == ".txt" || ending == ".md") return 1;
  return ending == ".docx" ? 2 : 3;
}

/// A page of BatchReport says so in its head.
bool isCheckReport(const fs::path& file) {
  if (!endingOf(file).starts_with(".htm")) return false;
  std::string head(1024, '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  return head.contains(kBatchGenerator);
}

/// The files of one name that are nearer to what people write in than `file` is.
std::vector<fs::path> nearerForms(const fs::path& file, const std::vector<fs::path>& files) {
  std::vector<fs::path> out;
  for (const fs::path& other : files) {
    if (other.stem() == file.stem() && other.parent_path() == file.parent_path() &&
        formOf(other) < formOf(file)) {
      out.push_back(other);
    }
  }
  return out;
}

std::u16string inkOf(std::u16string_view text) {
  std::u16string out(text);
  std::erase_if(out, [](char16_t c) { return isSpace(c) || c == u'\n' || c == u'\r'; });
  return out;
}

/// One of the files, as far as they can be read, has the same text.
bool isExported(std::u16string_view text, const std::vector<fs::path>& nearer,
                const DraftReader& read) {
  const std::u16string ink = inkOf(text);
  return std::ranges::any_of(nearer, [&](const fs::path& other) {
    const Result<DraftContent> its = read(other);
    return its && inkOf(its->text) == ink;
  });
}

bool isHigh(char16_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

/// A range that ends inside no pair of surrogates.
Span whole(std::u16string_view text, Span span) {
  if (span.begin > 0 && span.begin < text.size() && isHigh(text[span.begin - 1])) ++span.begin;
  if (span.end > span.begin && isHigh(text[span.end - 1])) --span.end;
  return span;
}

std::size_t charactersIn(std::u16string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, isHigh));
}

Position positionOf(std::size_t place, std::u16string_view text, const Lines& lines) {
  const std::size_t n = lines.lineAt(std::min(place, text.size()));
  return {n + 1, charactersIn(Span{lines.span(n).begin, place}.of(text)) + 1};
}

PlacedCause placed(Cause cause, std::u16string_view text, const Lines& lines) {
  const Span span = cause.finding.span;
  const Span line = lines.span(lines.lineAt(std::min(span.begin, text.size())));
  const Span shown =
      whole(text, {span.begin, std::min({span.end, line.end, span.begin + kLongest})});
  std::size_t from = span.begin - std::min(span.begin - line.begin, kContext);
  std::size_t to = std::min(line.end, shown.end + kContext);
  if (from > line.begin) from = std::min(wordStartFrom(text, from), span.begin);
  if (to < line.end) to = std::max(wordStartUpTo(text, to), shown.end);
  PlacedCause out;
  out.at = positionOf(span.begin, text, lines);
  for (const Span other : cause.places | std::views::drop(1)) {
    out.others.push_back(positionOf(other.begin, text, lines));
  }
  out.length = charactersIn(span.of(text));
  out.before = whole(text, {from, span.begin}).of(text);
  out.excerpt = shown.of(text);
  out.after = whole(text, {shown.end, std::max(to, shown.end)}).of(text);
  out.cause = std::move(cause);
  return out;
}

std::vector<LedgerRow> ledgerRows(const CheckedText& text, const Measures& measures) {
  std::vector<LedgerRow> out;
  for (const LedgerEntry& entry : ledgerOf(text, measures)) {
    Span figure = entry.figure.whole();
    if (entry.figure.percent && entry.figure.unit.empty()) ++figure.end;
    out.push_back({entry.line + 1, entry.role, std::u16string(entry.noun.of(text.text)),
                   std::u16string(figure.of(text.text)), entry.figure.approximate});
  }
  return out;
}

void addProblems(const CheckedText& text, const Report& report, CheckedDraft& into) {
  const ProblemMap map = problemMapOf(text, report);
  for (const MapItem& item : map.measures) {
    if (item.answers.empty() && !map.problems.empty()) {
      into.otherMeasures.emplace_back(item.head.of(text.text));
    }
  }
  for (const MapItem& item : map.problems) {
    AnsweredProblem problem{std::u16string(item.head.of(text.text)), {}};
    for (const std::size_t n : item.answers) {
      problem.measures.emplace_back(map.measures[n].head.of(text.text));
    }
    into.problems.push_back(std::move(problem));
  }
}

CheckedDraft readAndCheck(const fs::path& file, const std::vector<fs::path>& nearer,
                          const DraftReader& read, const BatchTools& tools) {
  const Result<DraftContent> content = read(file);
  CheckedDraft out;
  out.file = file;
  if (!content) {
    out.error = content.error();
  } else if (content->sheet) {
    out.noDraft = NoDraft::Sheet;
  } else if (isExported(content->text, nearer, read)) {
    out.noDraft = NoDraft::Export;
  } else {
    return checkedDraft(file, content->text, tools, content->dismissals, content->profile);
  }
  return out;
}

}  // namespace

std::size_t CheckedDraft::count(Severity severity) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      causes, [&](const PlacedCause& one) { return one.cause.finding.severity == severity; }));
}

std::size_t CheckedDraft::count(Category category) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      causes, [&](const PlacedCause& one) { return one.cause.finding.category == category; }));
}

Result<FolderFiles> draftsIn(const fs::path& folder) {
  FolderFiles out;
  std::error_code failed;
  fs::recursive_directory_iterator entries(folder, fs::directory_options::skip_permission_denied,
                                           failed);
  if (failed) return fail(ErrorCode::FileUnreadable, folder.string(), failed.message());
  for (const fs::recursive_directory_iterator end; entries != end; entries.increment(failed)) {
    const bool hidden = entries->path().filename().string().starts_with(".");
    if (hidden && entries->is_directory(failed)) entries.disable_recursion_pending();
    if (!isDraft(*entries)) continue;
    if (isCheckReport(entries->path())) {
      out.leftOut.push_back({entries->path(), NoDraft::Report});
    } else {
      out.drafts.push_back(entries->path());
    }
  }
  std::ranges::sort(out.drafts);
  std::ranges::sort(out.leftOut, {}, &LeftOut::file);
  return out;
}

void takeLeftOut(std::vector<CheckedDraft>& drafts, std::vector<LeftOut>& into) {
  for (const CheckedDraft& draft : drafts) {
    if (draft.noDraft) into.push_back({draft.file, *draft.noDraft});
  }
  std::erase_if(drafts, [](const CheckedDraft& draft) { return draft.noDraft.has_value(); });
}

CheckedDraft checkedDraft(const fs::path& file, std::u16string_view text, const BatchTools& tools,
                          const Dismissals& dismissals, const std::string& profile) {
  const Profiles& profiles = tools.reader.profiles();
  CheckOptions options = tools.options;
  options.profile = profiles.choose(options.profile, profile);
  const Lines lines(text);
  const Outline outline = tools.reader.read(text, lines, options.profile);
  const std::u16string folded = tools.rules.folded(text);
  const CheckedText checked{text, folded, lines, outline, profiles};
  CheckedDraft out;
  out.file = file;
  if (tools.options.profile == "auto" && !profiles.knows(profile)) out.unknownProfile = profile;
  for (const Report& report : outline.reports) {
    const Profile* its = profiles.find(report.profile);
    out.reports.push_back({report.title, report.unit, report.year, report.profile,
                           its == nullptr ? std::u16string() : its->label, report.required});
    addProblems(checked, report, out);
  }
  if (const PreviousReport* previous = options.previous.get()) {
    out.likeness = compareWith(*previous, checked, tools.measures).likeness;
  }
  out.ledger = ledgerRows(checked, tools.measures);
  OpenFindings open =
      dismissals.sift(checkText(text, lines, outline, tools.reader, tools.rules, options), text);
  out.dismissed = open.dismissed;
  for (Cause& one : causesOf(open.findings)) {
    out.causes.push_back(placed(std::move(one), text, lines));
  }
  return out;
}

std::vector<CheckedDraft> checkDrafts(const std::vector<fs::path>& files, const DraftReader& read,
                                      const BatchTools& tools, const DraftProgress& progress,
                                      std::stop_token stop) {
  std::vector<std::optional<CheckedDraft>> done(files.size());
  std::atomic<std::size_t> next{0};
  std::size_t count = 0;
  std::mutex telling;
  const auto work = [&] {
    for (std::size_t n = next++; n < files.size() && !stop.stop_requested(); n = next++) {
      done[n] = readAndCheck(files[n], nearerForms(files[n], files), read, tools);
      const std::scoped_lock lock(telling);
      if (progress) progress(++count, files.size());
    }
  };
  {
    std::vector<std::jthread> workers;
    const std::size_t most = std::max<std::size_t>(1, std::thread::hardware_concurrency());
    for (std::size_t n = 0; n < std::min(most, files.size()); ++n) workers.emplace_back(work);
  }
  std::vector<CheckedDraft> out;
  for (auto& one : done) {
    if (one) out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace moxian
