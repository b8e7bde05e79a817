#include "core/review/ReviewSheet.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <format>
#include <utility>

#include "core/base/Utf.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kShown = 60;  // characters of a quotation

using Row = std::vector<std::u16string>;

/// What can stand in a cell: on one line, and without the mark between cells. `paragraphEnd`: what
/// a line end is called.
std::u16string cell(std::u16string_view text, std::u16string_view paragraphEnd) {
  std::u16string out;
  for (const char16_t c : text) c == u'\n' ? out += paragraphEnd : out += c;
  std::ranges::replace(out, u'|', u'｜');
  return out.empty() ? u"—" : out;
}

std::u16string shortened(std::u16string_view text) {
  const std::size_t end = offsetOfCodePoint(text, kShown);
  return std::u16string(text.substr(0, end)) + (end < text.size() ? u"……" : u"");
}

/// With dots, at which no program breaks a line of a narrow column; at hyphens they do.
std::u16string dayOf(Time time) {
  if (time == 0) return u"";
  const std::time_t seconds = time / 1000;
  std::tm parts{};
  if (localtime_r(&seconds, &parts) == nullptr) return u"";
  return toUtf16(std::format("{}.{}.{}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday));
}

class SheetWriter {
 public:
  SheetWriter(const ReviewRecord& record, const Messages& messages)
      : m_record(record), m_messages(messages) {}

  std::u16string write() {
    line(m_record.title.empty() ? say("title") : say("title_of", {toUtf8(m_record.title)}));
    summary();
    asked();
    done();
    dismissed();
    signedOff();
    return std::move(m_out);
  }

 private:
  [[nodiscard]] std::u16string say(const std::string& key,
                                   const std::vector<std::string>& arguments = {}) const {
    return toUtf16(m_messages.text("sheet." + key, arguments));
  }
  void line(std::u16string_view text) { (m_out += text) += u'\n'; }
  void table(const Row& head, const std::vector<Row>& rows) {
    row(head);
    for (const Row& each : rows) row(each);
  }
  void row(const Row& cells) {
    m_out += u'|';
    const std::u16string paragraphEnd = say("paragraph_end");
    for (const std::u16string& each : cells)
      (((m_out += u' ') += cell(each, paragraphEnd)) += u' ') += u'|';
    m_out += u'\n';
  }
  static std::u16string number(std::size_t n) { return toUtf16(std::to_string(n)); }
  [[nodiscard]] std::u16string section(std::size_t place) const {
    return m_record.sections.name(m_record.sections.at(place));
  }

  void summary() {
    const MarkedDraft& draft = m_record.draft;
    line(say("summary", {std::to_string(wordCount(draft.originalText())),
                         std::to_string(wordCount(draft.finalText()))}));
  }

  void asked() {
    std::vector<Comment> all = draft().markup().comments();
    std::vector<Row> rows;
    for (const Comment& comment : all) {
      if (comment.parent != 0) continue;
      std::u16string answer = say(comment.state == CommentState::Resolved ? "resolved" : "open");
      for (const Comment& reply : all) {
        if (reply.parent == comment.id) answer += say("said", {reply.author, toUtf8(reply.text)});
      }
      rows.push_back({number(rows.size() + 1), section(comment.range.begin),
                      shortened(comment.quote), comment.text,
                      toUtf16(comment.author) + u' ' + dayOf(comment.time), answer});
    }
    line(say("asked", {std::to_string(rows.size())}));
    if (rows.empty()) return line(say("nothing_asked"));
    table({say("number"), say("section"), say("quote"), say("request"), say("who"), say("answer")},
          rows);
  }

  void done() {
    const std::vector<SettledChange>& settled = draft().markup().settled();
    const std::vector<PlacedDeed> open = deedsOf(draft().text(), draft().markup().changes());
    line(say("done", {std::to_string(settled.size() + open.size())}));
    if (settled.empty() && open.empty()) return line(say("nothing_done"));
    std::vector<Row> rows;
    const auto add = [&](const Deed& deed, const std::u16string& where, std::u16string result) {
      rows.push_back({number(rows.size() + 1), where, words(deed), toUtf16(deed.author),
                      dayOf(deed.time), std::move(result)});
    };
    for (const SettledChange& each : settled) {
      add(each.deed, each.section,
          say(each.accepted ? "accepted" : "rejected",
              {each.settler, toUtf8(dayOf(each.settled))}));
    }
    for (const PlacedDeed& each : open) add(each.deed, section(each.place), say("pending"));
    table({say("number"), say("section"), say("change"), say("by"), say("day"), say("result")},
          rows);
  }

  [[nodiscard]] std::u16string words(const Deed& deed) const {
    const std::string gone = toUtf8(shortened(deed.gone));
    const std::string come = toUtf8(shortened(deed.come));
    if (deed.move) return say("moved", {gone});
    if (gone.empty()) return say("inserted", {come});
    return come.empty() ? say("deleted", {gone}) : say("replaced", {gone, come});
  }

  void dismissed() {
    const auto& all = m_record.dismissed;
    line(say("dismissed", {std::to_string(all.size())}));
    if (all.empty()) return line(say("nothing_dismissed"));
    std::vector<Row> rows;
    for (const DismissedRow& each : all) {
      rows.push_back({number(rows.size() + 1), toUtf16(each.name), shortened(each.excerpt),
                      each.reason, toUtf16(each.author) + u' ' + dayOf(each.time)});
    }
    table({say("number"), say("rule"), say("quote"), say("reason"), say("who")}, rows);
  }

  void signedOff() {
    line(say("sign_off"));
    std::vector<Row> rows;
    constexpr std::array kLevels = {std::pair(SignLevel::First, "first"),
                                    std::pair(SignLevel::Second, "second"),
                                    std::pair(SignLevel::Final, "final")};
    for (const auto& [level, key] : kLevels) {
      const std::size_t before = rows.size();
      for (const SignOff& each : m_record.signOffs) {
        if (each.level != level) continue;
        rows.push_back({say(key), toUtf16(each.author), each.opinion, dayOf(each.time)});
      }
      if (rows.size() == before) rows.push_back({say(key), say("to_sign"), u" ", u" "});
    }
    table({say("level"), say("name"), say("opinion"), say("day")}, rows);
  }

  [[nodiscard]] const MarkedDraft& draft() const { return m_record.draft; }

  const ReviewRecord& m_record;
  const Messages& m_messages;
  std::u16string m_out;
};

}  // namespace

std::u16string reviewSheet(const ReviewRecord& record, const Messages& messages) {
  return SheetWriter(record, messages).write();
}

Result<SheetTitles> SheetTitles::load() {
  SheetTitles out;
  for (const std::string_view language : Messages::kLanguages) {
    const auto messages = Messages::load(language);
    if (!messages) return std::unexpected(messages.error());
    out.m_patterns.push_back({toUtf16(messages->text("sheet.title")), {}, true});
    const std::vector<std::string> slot = {"\n"};
    const std::u16string titled = toUtf16(messages->text("sheet.title_of", slot));
    const std::size_t at = titled.find(u'\n');
    if (at == titled.npos) {
      return fail(ErrorCode::ResourceInvalid, "messages/" + std::string(language) + ".toml",
                  "sheet.title_of: {0}");
    }
    out.m_patterns.push_back({titled.substr(0, at), titled.substr(at + 1), false});
  }
  return out;
}

bool SheetTitles::head(std::u16string_view text) const {
  text.remove_prefix(trimmedSpan(text).begin);
  const std::u16string_view title = trimmed(text.substr(0, text.find(u'\n')));
  return std::ranges::any_of(m_patterns, [&](const Pattern& one) {
    if (one.whole) return title == one.before;
    return title.size() >= one.before.size() + one.after.size() && title.starts_with(one.before) &&
           title.ends_with(one.after);
  });
}

std::u16string withReviewSheet(std::u16string_view text, std::u16string_view sheet,
                               const Messages& messages) {
  std::u16string out(text);
  if (!out.empty() && out.back() != u'\n') out += u'\n';
  out += toUtf16(messages.text("sheet.attachment"));
  out += u'\n';
  return out += sheet;
}

}  // namespace moxian
