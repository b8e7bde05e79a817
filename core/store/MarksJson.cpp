#include "core/store/MarksJson.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "core/store/WholeNumber.h"

namespace moxian {
namespace {

using Json = nlohmann::json;

/// Writes rows of values. By hand, since this runs while somebody types and a tree of JSON values
/// for ten thousand changes takes ten times as long.
class RowWriter {
 public:
  /// A list under a name, whose rows follow.
  RowWriter& list(std::string_view name) {
    if (m_out.size() > 1) m_out += "],";
    ((m_out += '"') += name) += "\":[";
    m_first = true;
    return *this;
  }
  template <class... Values>
  void row(const Values&... values) {
    if (!std::exchange(m_first, false)) m_out += ',';
    m_out += '[';
    (value(values), ...);
    m_out.back() = ']';
  }
  std::string finish(bool tracking) {
    m_out += tracking ? "],\"tracking\":true}" : "],\"tracking\":false}";
    return std::move(m_out);
  }

 private:
  void value(const std::string& words) {
    auto known = m_quoted.find(words);
    if (known == m_quoted.end()) {
      const std::string quoted = Json(words).dump(-1, ' ', false, Json::error_handler_t::replace);
      known = m_quoted.emplace(words, quoted).first;
    }
    (m_out += known->second) += ',';
  }
  /// Numbers, since JSON text cannot hold halves of surrogate pairs.
  void value(const std::u16string& text) {
    m_out += '[';
    for (const char16_t unit : text) number(static_cast<unsigned>(unit));
    if (text.empty()) {
      m_out += "],";
    } else {
      m_out.back() = ']';
      m_out += ',';
    }
  }
  void value(bool flag) { m_out += flag ? "true," : "false,"; }
  template <std::integral Number>
  void value(Number n) {
    number(n);
  }
  template <std::integral Number>
  void number(Number n) {
    std::array<char, 24> digits{};
    m_out.append(digits.data(), std::to_chars(digits.begin(), digits.end(), n).ptr);
    m_out += ',';
  }

  std::string m_out = "{";
  bool m_first = true;
  std::unordered_map<std::string, std::string> m_quoted;  ///< names that were written already
};

std::u16string text(const Json& json) {
  std::u16string out;
  for (const Json& unit : json) out += static_cast<char16_t>(wholeNumber<std::uint16_t>(unit));
  return out;
}

Span span(const Json& row, std::size_t at) {
  const auto begin = wholeNumber<std::size_t>(row.at(at));
  return {begin, std::max(begin, wholeNumber<std::size_t>(row.at(at + 1)))};
}

StoredChange change(const Json& row) {
  return {wholeNumber<std::int64_t>(row.at(0)),
          static_cast<ChangeKind>(std::clamp(wholeNumber<int>(row.at(1)), 1, 4)),
          span(row, 2),
          row.at(4).get<std::string>(),
          wholeNumber<Time>(row.at(5)),
          wholeNumber<std::int64_t>(row.at(6))};
}

StoredComment comment(const Json& row) {
  return {wholeNumber<std::int64_t>(row.at(0)),
          wholeNumber<std::int64_t>(row.at(1)),
          span(row, 2),
          row.at(4).get<std::string>(),
          wholeNumber<Time>(row.at(5)),
          text(row.at(6)),
          text(row.at(7)),
          row.at(8).get<bool>() ? CommentState::Resolved : CommentState::Open};
}

Dismissal dismissal(const Json& row) {
  return {
      row.at(0).get<std::string>(), text(row.at(1)), text(row.at(2)), row.at(3).get<std::string>(),
      wholeNumber<Time>(row.at(4)), text(row.at(5))};
}

StoredSignOff signOff(const Json& row) {
  return {static_cast<SignLevel>(std::clamp(wholeNumber<int>(row.at(0)), 1, 3)),
          row.at(1).get<std::string>(), wholeNumber<Time>(row.at(2)), text(row.at(3))};
}

StoredSettled settledChange(const Json& row) {
  return {{text(row.at(0)), text(row.at(1)), row.at(2).get<bool>(), row.at(3).get<std::string>(),
           wholeNumber<Time>(row.at(4))},
          text(row.at(5)),
          row.at(6).get<bool>(),
          row.at(7).get<std::string>(),
          wholeNumber<Time>(row.at(8))};
}

}  // namespace

std::string marksToJson(const Marks& marks) {
  RowWriter out;
  out.list("changes");
  for (const StoredChange& c : marks.changes) {
    out.row(c.id, static_cast<int>(c.kind), c.range.begin, c.range.end, c.author, c.time,
            c.partner);
  }
  out.list("comments");
  for (const StoredComment& c : marks.comments) {
    out.row(c.id, c.parent, c.range.begin, c.range.end, c.author, c.time, c.text, c.quote,
            c.state == CommentState::Resolved);
  }
  out.list("dismissals");
  for (const Dismissal& d : marks.dismissals) {
    out.row(d.rule, d.excerpt, d.context, d.author, d.time, d.reason);
  }
  out.list("signOffs");
  for (const StoredSignOff& s : marks.signOffs) {
    out.row(static_cast<int>(s.level), s.author, s.time, s.opinion);
  }
  out.list("settled");
  for (const StoredSettled& s : marks.settled) {
    out.row(s.deed.gone, s.deed.come, s.deed.move, s.deed.author, s.deed.time, s.section,
            s.accepted, s.settler, s.settled);
  }
  return out.finish(marks.tracking);
}

std::optional<Marks> marksFromJson(std::string_view json) {
  try {
    const Json all = Json::parse(json);
    Marks marks;
    for (const Json& row : all.at("changes")) marks.changes.push_back(change(row));
    for (const Json& row : all.at("comments")) marks.comments.push_back(comment(row));
    for (const Json& row : all.at("dismissals")) marks.dismissals.push_back(dismissal(row));
    // a journal of an earlier version has none of these
    for (const Json& row : all.value("signOffs", Json::array())) {
      marks.signOffs.push_back(signOff(row));
    }
    marks.tracking = all.value("tracking", false);
    for (const Json& row : all.value("settled", Json::array())) {
      marks.settled.push_back(settledChange(row));
    }
    return marks;
  } catch (const Json::exception&) {
    return {};
  }
}

}  // namespace moxian
