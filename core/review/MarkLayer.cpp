#include "core/review/MarkLayer.h"

#include <iterator>

namespace moxian {
namespace {

bool together(const LayerMark& a, const LayerMark& b) {
  return a.span.end == b.span.begin && a.author == b.author && a.kind == b.kind && a.partner == 0 &&
         b.partner == 0;
}

}  // namespace

MarkLayer::const_iterator MarkLayer::from(std::size_t at) const {
  return std::ranges::upper_bound(m_marks, at, {},
                                  [](const LayerMark& mark) { return mark.span.end; });
}

const LayerMark* MarkLayer::at(std::size_t place) const {
  const auto found = from(place);
  return found != m_marks.end() && found->span.contains(place) ? &*found : nullptr;
}

void MarkLayer::makeRoom(const std::vector<Room>& rooms, const NewId& newId) {
  std::vector<LayerMark> out;
  out.reserve(m_marks.size() + rooms.size());
  auto room = rooms.begin();
  std::size_t added = 0;
  for (LayerMark mark : m_marks) {
    for (; room != rooms.end() && room->at < mark.span.end; ++room) {
      if (room->at > mark.span.begin) {
        out.push_back(mark);
        out.back().span = Span{mark.span.begin, room->at}.shifted(added);
        mark.id = newId();
        mark.span.begin = room->at;
      }
      added += room->length;
    }
    out.push_back(mark);
    out.back().span = mark.span.shifted(added);
  }
  m_marks = std::move(out);
}

void MarkLayer::takeOut(Span span) {
  if (span.empty()) return;
  const auto first = m_marks.begin() + (from(span.begin) - m_marks.begin());
  for (auto mark = first; mark != m_marks.end(); ++mark) {
    for (std::size_t* end : {&mark->span.begin, &mark->span.end}) {
      *end -= std::min(*end, span.end) - std::min(*end, span.begin);
    }
  }
  m_marks.erase(
      std::remove_if(first, m_marks.end(), [](const LayerMark& m) { return m.span.empty(); }),
      m_marks.end());
}

void MarkLayer::takeOut(const std::vector<Span>& spans) {
  const TakenOut taken(spans);
  for (LayerMark& mark : m_marks) mark.span = taken.moved(mark.span);
  std::erase_if(m_marks, [](const LayerMark& mark) { return mark.span.empty(); });
}

void MarkLayer::clear(Span span, const NewId& newId) {
  if (span.empty()) return;
  auto mark = m_marks.begin() + (from(span.begin) - m_marks.begin());
  while (mark != m_marks.end() && mark->span.begin < span.end) {
    const Span whole = mark->span;
    if (whole.begin < span.begin) {
      mark->span.end = span.begin;
      if (whole.end > span.end) {
        LayerMark second = *mark;
        second.id = newId();
        second.span = {span.end, whole.end};
        m_marks.insert(mark + 1, second);
        return;
      }
      ++mark;
    } else if (whole.end > span.end) {
      mark->span.begin = span.end;
      return;
    } else {
      mark = m_marks.erase(mark);
    }
  }
}

void MarkLayer::put(const LayerMark& mark, const NewId& newId) {
  if (mark.span.empty()) return;
  clear(mark.span, newId);
  m_marks.insert(from(mark.span.begin), mark);
}

void MarkLayer::join(const std::vector<LayerMark>& more) {
  std::vector<LayerMark> out;
  out.reserve(m_marks.size() + more.size());
  bool fresh = false;  // the last one has ended with one of the new ones
  bool known = false;  // and has the id of an old one
  const auto add = [&](const LayerMark& mark, bool isNew) {
    if (out.empty() || !(fresh || isNew) || !together(out.back(), mark)) {
      out.push_back(mark);
      known = !isNew;
    } else {
      out.back().span.end = mark.span.end;
      if (isNew) out.back().time = mark.time;
      if (!isNew && !known) out.back().id = mark.id;
      known = known || !isNew;
    }
    fresh = isNew;
  };
  auto mark = m_marks.begin();
  for (const LayerMark& each : more) {
    for (; mark != m_marks.end() && mark->span.begin < each.span.begin; ++mark) add(*mark, false);
    add(each, true);
  }
  for (; mark != m_marks.end(); ++mark) add(*mark, false);
  m_marks = std::move(out);
}

void MarkLayer::setPartner(std::int64_t id, std::int64_t partner) {
  for (LayerMark& mark : m_marks) {
    if (mark.id == id) mark.partner = partner;
  }
}

void MarkLayer::drop(const std::function<bool(const LayerMark&)>& gone) {
  std::erase_if(m_marks, gone);
}

TakenOut::TakenOut(const std::vector<Span>& spans) : m_spans(spans) {
  std::size_t sum = 0;
  for (const Span span : spans) {
    m_before.push_back(sum);
    sum += span.length();
  }
}

std::size_t TakenOut::moved(std::size_t place) const {
  const auto next = std::ranges::lower_bound(m_spans, place, {}, &Span::begin);
  if (next == m_spans.begin()) return place;
  const Span last = *std::prev(next);
  const auto index = static_cast<std::size_t>(next - m_spans.begin()) - 1;
  return place - m_before[index] - (std::min(place, last.end) - last.begin);
}

}  // namespace moxian
