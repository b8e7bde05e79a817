// Random edits, tracking, accepting, rejecting, undo and redo against a plain list of characters.
#include "core/review/MarkedDraft.h"

#include "core/review/Deeds.h"

#include <gtest/gtest.h>
#include <random>

namespace moxian {
namespace {

struct Cell {
  char16_t c = 0;
  int inserted = 0;  ///< number of the author; 0 if not
  int deleted = 0;
  friend bool operator==(const Cell&, const Cell&) = default;
};
using Model = std::vector<Cell>;

std::string authorNamed(int number) {
  return "审稿人" + std::to_string(number);
}

int numberOf(const std::string& author) {
  return author.back() - '0';
}

Model modelOf(const MarkedDraft& draft) {
  Model model;
  for (std::size_t i = 0; i < draft.text().size(); ++i) {
    const LayerMark* in = draft.markup().inserted().at(i);
    const LayerMark* out = draft.markup().deleted().at(i);
    model.push_back({draft.text()[i],
                     in == nullptr ? 0 : numberOf(draft.markup().author(in->author)),
                     out == nullptr ? 0 : numberOf(draft.markup().author(out->author))});
  }
  return model;
}

void place(Model& model, std::size_t at, const std::u16string& with, int author) {
  Model cells;
  for (const char16_t c : with) cells.push_back({c, author, 0});
  model.insert(model.begin() + static_cast<std::ptrdiff_t>(at), cells.begin(), cells.end());
}

void replace(Model& model, Span span, const std::u16string& with) {
  model.erase(model.begin() + static_cast<std::ptrdiff_t>(span.begin),
              model.begin() + static_cast<std::ptrdiff_t>(span.end));
  place(model, span.begin, with, 0);
}

void track(Model& model, Span span, const std::u16string& with, int author) {
  place(model, span.end, with, author);
  for (std::size_t i = span.end; i-- > span.begin;) {
    if (model[i].deleted != 0) continue;
    if (model[i].inserted == author) {
      model.erase(model.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      model[i].deleted = author;
    }
  }
}

void resolve(Model& model, Span within, int author, bool accept) {
  Model out;
  for (std::size_t i = 0; i < model.size(); ++i) {
    Cell cell = model[i];
    const bool here = within.contains(i);
    const bool in = here && cell.inserted != 0 && (author == 0 || cell.inserted == author);
    const bool gone = here && cell.deleted != 0 && (author == 0 || cell.deleted == author);
    if ((in && !accept) || (gone && accept)) continue;
    if (in) cell.inserted = 0;
    if (gone) cell.deleted = 0;
    out.push_back(cell);
  }
  model = out;
}

std::u16string textOf(const Model& model, bool final) {
  std::u16string text;
  for (const Cell& cell : model) {
    if ((final ? cell.deleted : cell.inserted) == 0) text += cell.c;
  }
  return text;
}

class Editor {
 public:
  explicit Editor(unsigned seed) : m_random(seed) {
    for (std::size_t i = 0; i < 60; ++i) m_start += letter();
    m_draft = MarkedDraft(m_start);
    m_model = modelOf(m_draft);
    m_history = {m_model};
  }

  void step() {
    const int what = pick(20);
    if (what < 2 && m_done > 0) return undo();
    if (what < 4 && m_done + 1 < m_history.size()) return redo();
    const Span span = range();
    const int author = 1 + pick(3);
    const bool accept = pick(2) == 0;
    if (what < 6) {
      const std::u16string with = words();
      m_draft.replace(span, with);
      replace(m_model, span, with);
    } else if (what < 16) {
      const std::u16string with = words();
      m_draft.trackedReplace(span, with, {authorNamed(author), m_time++});
      track(m_model, span, with, author);
    } else if (what < 18) {
      m_draft.resolve({.within = span}, accept);
      resolve(m_model, span, 0, accept);
    } else if (what == 18) {
      m_draft.resolve({.author = authorNamed(author)}, accept);
      resolve(m_model, {0, m_model.size()}, author, accept);
    } else {
      m_draft.addComment({.range = span, .author = authorNamed(author), .text = u"请核实",
                          .quote = std::u16string(span.of(m_draft.text()))});
    }
    m_history.resize(++m_done);
    m_history.push_back(m_model);
  }

  void check() {
    ASSERT_EQ(modelOf(m_draft), m_model);
    ASSERT_EQ(m_draft.finalText(), textOf(m_model, true));
    ASSERT_EQ(m_draft.originalText(), textOf(m_model, false));
    for (const CommentPlace& place : m_draft.markup().commentPlaces()) {
      ASSERT_LE(place.span.begin, place.span.end);
      ASSERT_LE(place.span.end, m_draft.text().size());
    }
  }

  void undoAll() {
    while (m_draft.undo()) {}
    EXPECT_EQ(m_draft.text(), m_start);
    EXPECT_TRUE(m_draft.markup().empty());
  }
  void redoAll() {
    const MarkedDraft before = m_draft;
    while (m_draft.undo()) {}
    for (std::size_t i = 0; i < m_done; ++i) ASSERT_TRUE(m_draft.redo());
    EXPECT_EQ(m_draft.text(), before.text());
    EXPECT_EQ(m_draft.markup(), before.markup());
  }

 private:
  int pick(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
  char16_t letter() { return pick(12) == 0 ? u'\n' : static_cast<char16_t>(u'一' + pick(200)); }
  std::u16string words() {
    std::u16string out;
    for (int i = pick(5); i > 0; --i) out += letter();
    return out;
  }
  Span range() {
    const auto size = static_cast<int>(m_draft.text().size());
    const int from = pick(size + 1);
    return {static_cast<std::size_t>(from),
            static_cast<std::size_t>(from + pick(std::min(8, size - from) + 1))};
  }
  void undo() {
    ASSERT_TRUE(m_draft.undo());
    m_model = m_history[--m_done];
  }
  void redo() {
    ASSERT_TRUE(m_draft.redo());
    m_model = m_history[++m_done];
  }

  std::mt19937 m_random;
  std::u16string m_start;
  MarkedDraft m_draft;
  Model m_model;
  std::vector<Model> m_history;
  std::size_t m_done = 0;
  Time m_time = 1;
};

TEST(MarkedDraft, DoesWhatAPlainModelDoes) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    Editor editor(seed);
    for (int i = 0; i < 200; ++i) {
      editor.step();
      editor.check();
      if (::testing::Test::HasFatalFailure()) return;
    }
    editor.redoAll();
    editor.undoAll();
  }
}

TEST(Deeds, TheMarkOfAParagraphGoesWithItsWords) {
  const std::u16string text = u"甲段。\n乙段。\n丙段。\n";
  const std::vector<TrackedChange> changes{
      {.id = 1, .kind = ChangeKind::Deletion, .range = {4, 7}, .author = "李审", .time = 60'000},
      {.id = 2, .kind = ChangeKind::Deletion, .range = {7, 8}, .author = "李审", .time = 60'000},
      {.id = 3, .kind = ChangeKind::Deletion, .range = {9, 10}, .author = "李审", .time = 60'000},
  };
  const Markup markup(changes, {}, text.size());
  const std::unordered_set<std::int64_t> both{1, 2};
  EXPECT_EQ(paragraphOf(1, markup, text), both);
  EXPECT_EQ(paragraphOf(2, markup, text), both);
  EXPECT_EQ(paragraphOf(3, markup, text).size(), 1U);
}

}  // namespace
}  // namespace moxian
