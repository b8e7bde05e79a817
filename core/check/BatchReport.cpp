#include "core/check/BatchReport.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "core/base/Names.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

constexpr std::string_view kStyle = R"(
:root{color-scheme:light;--line:#d5d9de;--soft:#f5f6f8;--error:#b3261e;--warning:#8a5a00;--hint:#3b5b7a}
*{box-sizing:border-box}
body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#1d2127;margin:2em auto;max-width:1100px;padding:0 1.2em}
h1{font-size:1.5em;margin:0 0 .2em}h2{font-size:1.15em;margin:2em 0 .3em;border-top:2px solid #1d2127;padding-top:.6em;overflow-wrap:anywhere}
h3{font-size:1em;margin:1.2em 0 .3em}
p{margin:.3em 0}
table{border-collapse:collapse;width:100%;margin:.6em 0;font-size:.93em}
th,td{border:1px solid var(--line);padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:var(--soft);font-weight:600}
td.n,th.n{text-align:right;white-space:nowrap}
td.place{white-space:nowrap}
mark{background:#ffe9a8;color:inherit}
.error{color:var(--error);font-weight:600}.warning{color:var(--warning);font-weight:600}.hint{color:var(--hint)}
.soft{color:#5c6570}
a{color:inherit}
@page{margin:18mm 15mm}
@media print{body{margin:0;max-width:none;padding:0;font-size:10.5pt}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}details>*{display:block}}
)";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return out;
}

std::string escaped(std::u16string_view text) {
  return escaped(toUtf8(text));
}

std::string cell(const std::string& html, std::string_view style = {}) {
  const std::string open = style.empty() ? "<td>" : "<td class=\"" + std::string(style) + "\">";
  return open + html + "</td>";
}

std::string number(std::size_t n) {
  return n == 0 ? std::string("–") : std::to_string(n);
}

/// Writes the page; each function is one part of it.
class Page {
 public:
  Page(const std::vector<CheckedDraft>& drafts, const std::filesystem::path& root,
       const Messages& messages, const std::vector<LeftOut>& leftOut)
      : m_drafts(drafts), m_root(root), m_messages(messages), m_leftOut(leftOut) {}

  std::string write() {
    m_out = "<!DOCTYPE html>\n<html lang=\"" + escaped(say("page.language")) +
            "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n" +
            std::string(kBatchGenerator) + "\n<title>" + escaped(say("page.title")) +
            "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n<h1>" +
            escaped(say("page.title")) + "</h1>\n";
    summary();
    for (std::size_t n = 0; n < m_drafts.size(); ++n) draft(n);
    return m_out + "</body>\n</html>\n";
  }

 private:
  [[nodiscard]] std::string say(std::string_view key,
                                const std::vector<std::string>& arguments = {}) const {
    return m_messages.text(key, arguments);
  }

  void head(std::initializer_list<std::string_view> keys) {
    m_out += "<table>\n<thead><tr>";
    for (const std::string_view key : keys) {
      m_out += "<th>" + escaped(say("page." + std::string(key))) + "</th>";
    }
    m_out += "</tr></thead>\n<tbody>\n";
  }

  void row(std::initializer_list<std::string> cells) {
    m_out += "<tr>";
    for (const std::string& one : cells) m_out += one;
    m_out += "</tr>\n";
  }

  void close() { m_out += "</tbody>\n</table>\n"; }

  [[nodiscard]] std::size_t total(Severity severity) const {
    std::size_t out = 0;
    for (const CheckedDraft& one : m_drafts) out += one.count(severity);
    return out;
  }

  void summary() {
    m_out += "<p class=\"soft\">" +
             escaped(say("page.total",
                         {std::to_string(m_drafts.size()), std::to_string(total(Severity::Error)),
                          std::to_string(total(Severity::Warning)),
                          std::to_string(total(Severity::Hint))})) +
             "</p>\n";
    dismissed(dismissedIn(m_drafts));
    if (!m_leftOut.empty()) {
      m_out +=
          "<p class=\"soft\">" + escaped(leftOutNames(m_leftOut, m_root, m_messages)) + "</p>\n";
    }
    if (m_drafts.size() < 2) return;
    head({"file", "reports", "parts", "errors", "warnings", "hints", "categories"});
    for (std::size_t n = 0; n < m_drafts.size(); ++n) summaryRow(m_drafts[n], n);
    close();
  }

  void summaryRow(const CheckedDraft& one, std::size_t n) {
    const std::string link = "<a href=\"#d" + std::to_string(n + 1) + "\">" +
                             escaped(shownPath(one.file, m_root)) + "</a>";
    if (one.error) {
      m_out += "<tr>" + cell(link) + "<td colspan=\"6\" class=\"error\">" +
               escaped(m_messages.text(*one.error)) + "</td></tr>\n";
      return;
    }
    row({cell(link), cell(titles(one)), cell(parts(one)),
         cell(number(one.count(Severity::Error)), "n"),
         cell(number(one.count(Severity::Warning)), "n"),
         cell(number(one.count(Severity::Hint)), "n"), cell(categories(one))});
  }

  void dismissed(std::size_t n) {
    if (n > 0) m_out += "<p class=\"soft\">" + escaped(dismissedText(n, m_messages)) + "</p>\n";
  }

  [[nodiscard]] std::string titles(const CheckedDraft& one) const {
    std::string out;
    for (const CheckedReport& report : one.reports) {
      if (!out.empty()) out += "<br>";
      out += report.title.empty() ? escaped(say("page.untitled")) : escaped(report.title);
    }
    return out;
  }

  [[nodiscard]] std::string parts(const CheckedDraft& one) const {
    std::string out;
    for (const CheckedReport& report : one.reports) {
      std::string line;
      for (const RequiredPart& part : report.required) {
        const std::string presence(name(part.presence));
        const std::string_view style = part.presence == Presence::Missing ? "error"
                                       : part.presence == Presence::Thin  ? "warning"
                                                                          : "soft";
        if (!line.empty()) line += "　";
        line += "<span class=\"" + std::string(style) + "\">" +
                escaped(say("cli.role." + std::string(name(part.role)))) + " " +
                escaped(say("page." + presence)) + "</span>";
      }
      if (!out.empty()) out += "<br>";
      out += line.empty() ? "–" : line;
    }
    return out;
  }

  [[nodiscard]] std::string categories(const CheckedDraft& one) const {
    std::string out;
    for (const Category category : allCategories()) {
      const std::size_t n = one.count(category);
      if (n == 0) continue;
      if (!out.empty()) out += "　";
      out += escaped(say("category." + std::string(name(category)))) + " " + std::to_string(n);
    }
    return out.empty() ? "–" : out;
  }

  void draft(std::size_t n) {
    const CheckedDraft& one = m_drafts[n];
    m_out += "<h2 id=\"d" + std::to_string(n + 1) + "\">" + escaped(shownPath(one.file, m_root)) +
             "</h2>\n";
    if (one.error) {
      m_out += "<p class=\"error\">" + escaped(m_messages.text(*one.error)) + "</p>\n";
      return;
    }
    m_out += "<p>" + titles(one) + "</p>\n<p>" + parts(one) + "</p>\n";
    if (!one.unknownProfile.empty()) {
      m_out +=
          "<p class=\"warning\">" +
          escaped(unknownProfileText(shownPath(one.file, m_root), one.unknownProfile, m_messages)) +
          "</p>\n";
    }
    likeness(one);
    findings(one);
    if (m_drafts.size() > 1) dismissed(one.dismissed);
    problems(one);
    ledger(one);
  }

  void likeness(const CheckedDraft& one) {
    if (one.likeness.empty()) return;
    m_out +=
        "<p>" + escaped(say("page.likeness", {likenessText(one.likeness, m_messages)})) + "</p>\n";
  }

  void findings(const CheckedDraft& one) {
    if (one.causes.empty()) {
      m_out += "<p>" + escaped(say("page.clean")) + "</p>\n";
      return;
    }
    head({"place", "severity", "finding", "context"});
    for (const PlacedCause& found : one.causes) {
      const Finding& finding = found.cause.finding;
      const std::string severity(name(finding.severity));
      const std::string category = say("category." + std::string(name(finding.category)));
      row({cell(std::to_string(found.at.line) + ":" + std::to_string(found.at.column), "place"),
           cell(escaped(say("severity." + severity)), severity),
           cell(escaped(message(found.cause, m_messages)) + others(found) + fixes(finding) +
                "<br><span class=\"soft\">" + escaped(category) + " · " + escaped(finding.rule) +
                "</span>"),
           cell(escaped(found.before) + "<mark>" + escaped(found.excerpt) + "</mark>" +
                escaped(found.after))});
    }
    close();
  }

  [[nodiscard]] std::string others(const PlacedCause& found) const {
    const std::string told = otherPlacesText(found.others, m_messages);
    return told.empty() ? told : "<br>" + escaped(told);
  }

  [[nodiscard]] std::string fixes(const Finding& finding) const {
    std::string out;
    for (const Fix& fix : finding.fixes) {
      out += "<br>" + escaped(say("page.fix", {title(fix, m_messages)}));
    }
    return out;
  }

  void problems(const CheckedDraft& one) {
    if (one.problems.empty()) return;
    m_out += "<h3>" + escaped(say("page.map")) + "</h3>\n";
    head({"problem", "measures"});
    for (const AnsweredProblem& problem : one.problems) {
      std::string measures;
      for (const std::u16string& measure : problem.measures) {
        measures += (measures.empty() ? "" : "<br>") + escaped(measure);
      }
      if (measures.empty()) {
        measures = "<span class=\"warning\">" + escaped(say("page.unanswered")) + "</span>";
      }
      row({cell(escaped(problem.problem)), cell(measures)});
    }
    for (const std::u16string& measure : one.otherMeasures) {
      row({cell("<span class=\"warning\">" + escaped(say("page.unasked")) + "</span>"),
           cell(escaped(measure))});
    }
    close();
  }

  void ledger(const CheckedDraft& one) {
    if (one.ledger.empty()) return;
    m_out += "<details>\n<summary>" +
             escaped(say("page.ledger", {std::to_string(one.ledger.size())})) + "</summary>\n";
    head({"line", "part", "noun", "figure"});
    for (const LedgerRow& entry : one.ledger) {
      row({cell(std::to_string(entry.line), "n"),
           cell(escaped(say("cli.role." + std::string(name(entry.role))))),
           cell(escaped(entry.noun)), cell(escaped(entry.figure), "n")});
    }
    close();
    m_out += "</details>\n";
  }

  const std::vector<CheckedDraft>& m_drafts;
  const std::filesystem::path& m_root;
  const Messages& m_messages;
  const std::vector<LeftOut>& m_leftOut;
  std::string m_out;
};

/// A cell after RFC 4180, harmless where it is opened as a spreadsheet.
std::string csvCell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t").contains(text.front())) text.insert(0, "'");
  if (text.find_first_of("\",\r\n") == text.npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

void csvRow(std::vector<std::string> cells, std::string& into) {
  for (std::size_t n = 0; n < cells.size(); ++n) {
    into += (n == 0 ? "" : ",") + csvCell(std::move(cells[n]));
  }
  into += "\r\n";
}

/// One word for all reports of a draft: what is missing in one is missing.
std::string partOf(const CheckedDraft& draft, Role role, const Messages& messages) {
  std::optional<Presence> worst;
  for (const CheckedReport& report : draft.reports) {
    for (const RequiredPart& part : report.required) {
      if (part.role == role) worst = worst ? std::min(*worst, part.presence) : part.presence;
    }
  }
  return worst ? messages.text("page." + std::string(name(*worst))) : std::string();
}

template <class F>
std::string joined(const CheckedDraft& draft, F of) {
  std::string out;
  for (const CheckedReport& report : draft.reports) {
    const std::string one = of(report);
    if (!one.empty()) out += (out.empty() ? "" : "; ") + one;
  }
  return out;
}

constexpr Role kParts[] = {Role::WorkDone, Role::Problems, Role::NextSteps};
constexpr Severity kSeverities[] = {Severity::Error, Severity::Warning, Severity::Hint};

std::vector<std::string> tableHead(const Messages& messages) {
  std::vector<std::string> out;
  for (const std::string_view key : {"file", "titleOf", "unit", "year", "kind"}) {
    out.push_back(messages.text("page." + std::string(key)));
  }
  for (const Role role : kParts)
    out.push_back(messages.text("cli.role." + std::string(name(role))));
  for (const Severity one : kSeverities) {
    out.push_back(messages.text("severity." + std::string(name(one))));
  }
  for (const Category one : allCategories()) {
    out.push_back(messages.text("category." + std::string(name(one))));
  }
  out.push_back(messages.text("page.dismissedCount"));
  out.push_back(messages.text("page.unread"));
  return out;
}

std::vector<std::string> tableRow(const CheckedDraft& draft, const std::filesystem::path& root,
                                  const Messages& messages) {
  std::vector<std::string> out{
      shownPath(draft.file, root), joined(draft, [](const auto& r) { return toUtf8(r.title); }),
      joined(draft, [](const auto& r) { return toUtf8(r.unit); }),
      joined(draft, [](const auto& r) { return r.year ? std::to_string(*r.year) : std::string(); }),
      joined(draft, [&](const auto& r) { return named(toUtf8(r.profileLabel), messages); })};
  for (const Role role : kParts) out.push_back(partOf(draft, role, messages));
  // nothing was counted where nothing was read
  const auto count = [&](std::size_t n) {
    out.push_back(draft.error ? std::string() : std::to_string(n));
  };
  for (const Severity one : kSeverities) count(draft.count(one));
  for (const Category one : allCategories()) count(draft.count(one));
  count(draft.dismissed);
  out.push_back(draft.error ? messages.text(*draft.error) : std::string());
  return out;
}

std::vector<std::string> leftOutRow(const LeftOut& one, const std::filesystem::path& root,
                                    const Messages& messages) {
  std::vector<std::string> out(tableHead(messages).size());
  out.front() = shownPath(one.file, root);
  out.back() = messages.text("page.why_" + std::string(name(one.why)));
  return out;
}

/// What was left out by kind; `namesOf` gives what follows the number of a kind.
std::string toldLeftOut(const std::vector<LeftOut>& leftOut, const Messages& messages,
                        const std::function<std::string(NoDraft)>& namesOf) {
  if (leftOut.empty()) return {};
  std::string kinds;
  for (const NoDraft why : {NoDraft::Report, NoDraft::Sheet, NoDraft::Export}) {
    const auto n = std::ranges::count(leftOut, why, &LeftOut::why);
    if (n == 0) continue;
    if (!kinds.empty()) kinds += messages.text("page.left_join");
    kinds += messages.text("page.left_" + std::string(name(why)),
                           std::vector<std::string>{std::to_string(n)}) +
             namesOf(why);
  }
  return messages.text("page.left_out",
                       std::vector<std::string>{std::to_string(leftOut.size()), kinds});
}

}  // namespace

const std::vector<Category>& allCategories() {
  static const std::vector<Category> all = [] {
    std::vector<Category> out;
    for (int n = 0; n <= static_cast<int>(Category::Contradiction); ++n) {
      out.push_back(static_cast<Category>(n));
    }
    return out;
  }();
  return all;
}

std::string shownPath(const std::filesystem::path& file, const std::filesystem::path& root) {
  if (root.empty()) return file.string();
  const std::filesystem::path below = file.lexically_relative(root);
  return below.empty() || below.string().starts_with("..") ? file.string() : below.string();
}

std::string_view name(NoDraft why) {
  constexpr std::array<std::string_view, 3> kNames = {"report", "sheet", "export"};
  return kNames.at(static_cast<std::size_t>(why));
}

std::string leftOutText(const std::vector<LeftOut>& leftOut, const Messages& messages) {
  return toldLeftOut(leftOut, messages, [](NoDraft) { return std::string(); });
}

std::string leftOutNames(const std::vector<LeftOut>& leftOut, const std::filesystem::path& root,
                         const Messages& messages) {
  return toldLeftOut(leftOut, messages, [&](NoDraft why) {
    std::string names;
    for (const LeftOut& one : leftOut) {
      if (one.why != why) continue;
      if (!names.empty()) names += messages.text("page.left_and");
      names += shownPath(one.file, root);
    }
    return messages.text("page.left_names", std::vector<std::string>{names});
  });
}

std::size_t dismissedIn(const std::vector<CheckedDraft>& drafts) {
  std::size_t out = 0;
  for (const CheckedDraft& one : drafts) out += one.dismissed;
  return out;
}

std::string dismissedText(std::size_t dismissed, const Messages& messages) {
  return messages.text("page.dismissed", std::vector<std::string>{std::to_string(dismissed)});
}

std::string unknownProfileText(const std::string& file, const std::string& profile,
                               const Messages& messages) {
  return messages.text("page.unknown_profile", std::vector<std::string>{file, profile});
}

std::string likenessText(const std::map<Role, double>& likeness, const Messages& messages) {
  std::string out;
  for (const auto& [role, share] : likeness) {
    if (!std::ranges::contains(kParts, role)) continue;
    out += (out.empty() ? "" : "，") + messages.text("cli.role." + std::string(name(role))) + " " +
           std::to_string(std::lround(share * 100)) + "%";
  }
  return out;
}

std::string otherPlacesText(const std::vector<Position>& others, const Messages& messages) {
  constexpr std::size_t kMost = 20;
  if (others.empty()) return {};
  std::string lines;
  for (std::size_t n = 0; n < std::min(others.size(), kMost); ++n) {
    if (n > 0 && others[n].line == others[n - 1].line) continue;
    if (n > 0) lines += messages.text("page.left_and");
    lines += std::to_string(others[n].line);
  }
  return messages.text(others.size() > kMost ? "cause.others_more" : "cause.others",
                       std::vector<std::string>{lines});
}

std::string batchPage(const std::vector<CheckedDraft>& drafts, const std::filesystem::path& root,
                      const Messages& messages, const std::vector<LeftOut>& leftOut) {
  return Page(drafts, root, messages, leftOut).write();
}

std::string batchTable(const std::vector<CheckedDraft>& drafts, const std::filesystem::path& root,
                       const Messages& messages, const std::vector<LeftOut>& leftOut) {
  std::string out = "\xEF\xBB\xBF";
  csvRow(tableHead(messages), out);
  for (const CheckedDraft& draft : drafts) csvRow(tableRow(draft, root, messages), out);
  for (const LeftOut& one : leftOut) csvRow(leftOutRow(one, root, messages), out);
  return out;
}

}  // namespace moxian
