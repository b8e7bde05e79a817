#include "core/store/MarksJson.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace moxian {
namespace {

using Json = nlohmann::json;

/// Numbers, since JSON text cannot hold halves of surrogate pairs.
Json units(const std::u16string& text) {
  Json out = Json::array();
  for (const char16_t unit : text) out.push_back(static_cast<unsigned>(unit));
  return out;
}

std::u16string text(const Json& json) {
  std::u16string out;
  for (const Json& unit : json) out += static_cast<char16_t>(unit.get<unsigned>());
  return out;
}

Span span(const Json& row, std::size_t at) {
  const auto begin = row.at(at).get<std::size_t>();
  return {begin, std::max(begin, row.at(at + 1).get<std::size_t>())};
}

StoredChange change(const Json& row) {
  return {row.at(0).get<std::int64_t>(),
          static_cast<ChangeKind>(std::clamp(row.at(1).get<int>(), 1, 4)),
          span(row, 2),
          row.at(4).get<std::string>(),
          row.at(5).get<Time>(),
          row.at(6).get<std::int64_t>()};
}

StoredComment comment(const Json& row) {
  return {row.at(0).get<std::int64_t>(),
          row.at(1).get<std::int64_t>(),
          span(row, 2),
          row.at(4).get<std::string>(),
          row.at(5).get<Time>(),
          text(row.at(6)),
          text(row.at(7)),
          row.at(8).get<bool>() ? CommentState::Resolved : CommentState::Open};
}

Dismissal dismissal(const Json& row) {
  return {row.at(0).get<std::string>(), text(row.at(1)),       text(row.at(2)),
          row.at(3).get<std::string>(), row.at(4).get<Time>(), text(row.at(5))};
}

StoredSignOff signOff(const Json& row) {
  return {static_cast<SignLevel>(std::clamp(row.at(0).get<int>(), 1, 3)),
          row.at(1).get<std::string>(), row.at(2).get<Time>(), text(row.at(3))};
}

}  // namespace

std::string marksToJson(const Marks& marks) {
  Json out = {{"changes", Json::array()},
              {"comments", Json::array()},
              {"dismissals", Json::array()},
              {"signOffs", Json::array()},
              {"tracking", marks.tracking}};
  for (const StoredChange& c : marks.changes) {
    out["changes"].push_back(
        {c.id, static_cast<int>(c.kind), c.range.begin, c.range.end, c.author, c.time, c.partner});
  }
  for (const StoredComment& c : marks.comments) {
    out["comments"].push_back({c.id, c.parent, c.range.begin, c.range.end, c.author, c.time,
                               units(c.text), units(c.quote), c.state == CommentState::Resolved});
  }
  for (const Dismissal& d : marks.dismissals) {
    out["dismissals"].push_back(
        {d.rule, units(d.excerpt), units(d.context), d.author, d.time, units(d.reason)});
  }
  for (const StoredSignOff& s : marks.signOffs) {
    out["signOffs"].push_back({static_cast<int>(s.level), s.author, s.time, units(s.opinion)});
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Marks> marksFromJson(std::string_view json) {
  try {
    const Json all = Json::parse(json);
    Marks marks;
    for (const Json& row : all.at("changes")) marks.changes.push_back(change(row));
    for (const Json& row : all.at("comments")) marks.comments.push_back(comment(row));
    for (const Json& row : all.at("dismissals")) marks.dismissals.push_back(dismissal(row));
    // a journal of an earlier version has neither
    for (const Json& row : all.value("signOffs", Json::array())) {
      marks.signOffs.push_back(signOff(row));
    }
    marks.tracking = all.value("tracking", false);
    return marks;
  } catch (const Json::exception&) {
    return {};
  }
}

}  // namespace moxian
