#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Json.h"
#include "app/cli/Usage.h"
#include "core/corpus/Slots.h"
#include "core/report/PlainText.h"

namespace moxian::cli {
namespace {

struct SlotsOptions {
  std::string file;
  std::string encoding;
  std::string format = "text";
};

/// Slots of a whole draft, in the draft. They are looked for in its plain text, so that pinyin
/// notes, traditional characters and spaces beside figures hide none.
Result<std::vector<SlotMark>> slotsOf(const Draft& draft) {
  const auto finder = SlotFinder::load();
  if (!finder) return std::unexpected(finder.error());
  const auto maker = PlainMaker::load();
  if (!maker) return std::unexpected(maker.error());
  const PlainText plain = maker->make(draft.text());
  std::vector<SlotMark> slots;
  for (std::size_t line = 0; line < plain.lineCount(); ++line) {
    const std::size_t start = plain.lineSpan(line).begin;
    for (const SlotMark& mark : finder->find(plain.line(line))) {
      const Span found{start + mark.span.begin, start + mark.span.end};
      slots.push_back({plain.original(found), mark.kind});
    }
  }
  return slots;
}

std::string asJson(const std::vector<SlotMark>& slots, const Draft& draft) {
  Json list = Json::array();
  for (const SlotMark& slot : slots) {
    const Position at = draft.position(slot.span.begin);
    list.push_back({{"line", at.line},
                    {"begin", at.column - 1},
                    {"end", at.column - 1 + draft.characters(slot.span)},
                    {"kind", slot.kind}});
  }
  return lineOf({{"slots", std::move(list)}});
}

std::string asText(const std::vector<SlotMark>& slots, const Draft& draft, const Program& program) {
  std::string out = headline(draft, program);
  for (const SlotMark& slot : slots) {
    const Position at = draft.position(slot.span.begin);
    out += program.say("text.slot", {std::to_string(at.line), std::to_string(at.column),
                                     program.say("slot." + slot.kind),
                                     toUtf8(slot.span.of(draft.text()))}) +
           "\n";
  }
  return out;
}

Result<int> run(const SlotsOptions& options, const Program& program) {
  const auto draft = readDraft(options.file, options.encoding, program);
  if (!draft) return std::unexpected(draft.error());
  const auto slots = slotsOf(*draft);
  if (!slots) return std::unexpected(slots.error());
  const auto printed = program.print(options.format == "json" ? asJson(*slots, *draft)
                                                              : asText(*slots, *draft, program));
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

}  // namespace

void addSlots(CLI::App& app, Program& program) {
  const auto options = std::make_shared<SlotsOptions>();
  CLI::App& sub = command(app, "slots", "slots", program);
  Options add(sub, program);
  add.add("FILE", options->file, "file")->required();
  add.format(options->format, {"text", "json"});
  add.encoding(options->encoding);
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

}  // namespace moxian::cli
