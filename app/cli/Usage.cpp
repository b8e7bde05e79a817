#include "app/cli/Usage.h"

#include <algorithm>
#include <charconv>
#include <format>

#include "core/base/Resources.h"
#include "core/base/Utf.h"

namespace moxian::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const auto& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

/// The chain of commands that the user gave, for example "moxian-cli corpus import".
std::string given(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return app.get_name() + (chosen.empty() ? "" : " " + given(*chosen.front()));
}

/// The part of a parser's sentence before a mark; all of it where the mark is not there.
std::string before(const std::string& text, std::string_view mark) {
  return text.substr(0, text.find(mark));
}

/// Cells of a terminal that a text takes; Chinese characters and marks take two.
std::size_t cellsOf(const std::string& text) {
  std::size_t cells = 0;
  for (const char16_t unit : toUtf16(text)) cells += unit < 0x1100 ? 1 : 2;
  return cells;
}

/// The library's formatter, which takes a byte for a cell, with columns that stand.
class HelpFormatter final : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool positional) const override {
    return row(make_option_name(option, positional) + make_option_opts(option),
               make_option_desc(option));
  }
  std::string make_subcommand(const CLI::App* sub) const override {
    return row(sub->get_display_name(true), sub->get_description());
  }

 private:
  [[nodiscard]] std::string row(const std::string& name, const std::string& about) const {
    std::string out = "  " + name;
    const std::size_t width = get_column_width();
    if (cellsOf(out) >= width) out += "\n" + std::string(width, ' ');
    else out += std::string(width - cellsOf(out), ' ');
    return out + about + "\n";
  }
};

/// The parser speaks English only; the names in its sentences are kept and put into ours.
std::string usageSentence(const CLI::ParseError& error, const CLI::App& app,
                          const Program& program) {
  const std::string text = error.what();
  if (const auto extra = app.remaining(true); !extra.empty()) {
    return program.say("usage.extra", {joined(extra, " ")});
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const std::string what = before(text, " is required");
    if (what == "A subcommand") return program.say("usage.no_command");
    return program.say("usage.missing", {what});
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return program.say("usage.values", {before(text, ":")});
  }
  constexpr std::string_view kAfterName = ": ";
  if (const auto mark = text.find(kAfterName);
      mark != text.npos && dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
    return program.say("usage.value", {text.substr(0, mark), text.substr(mark + kAfterName.size())});
  }
  return text;
}

}  // namespace

void frame(CLI::App& app, const Program& program) {
  app.description(program.say("about"));
  app.footer(program.say("footer"));
  app.option_defaults()->group(program.say("help.options"));
  app.set_help_flag("-h,--help", program.say("option.help"));
  app.set_version_flag("--version", std::format("moxian-cli {}", version()),
                       program.say("option.version"));
  static std::string ignored;  // read in language() already; named here for help and parser
  Options(app, program).choice("--lang", ignored, "lang", {"zh_CN", "zh_TW", "en"});
  const auto formatter = std::make_shared<HelpFormatter>();
  for (const auto& [label, key] : {std::pair{"Usage", "usage"},
                                   {"Options", "options"},
                                   {"OPTIONS", "options"},
                                   {"Positionals", "positionals"},
                                   {"Subcommands", "commands"},
                                   {"SUBCOMMAND", "command"},
                                   {"SUBCOMMANDS", "command"},
                                   {"REQUIRED", "required"}}) {
    formatter->label(label, program.say(std::string("help.") + key));
  }
  formatter->column_width(34);
  app.formatter(formatter);
  app.require_subcommand(1);
}

CLI::App& command(CLI::App& parent, const std::string& name, const std::string& key,
                  const Program& program) {
  CLI::App& added = *parent.add_subcommand(name, program.say("command." + key));
  added.group(program.say("help.commands"))->footer("");
  added.get_help_ptr()->group(program.say("help.options"));
  added.fallthrough();  // so that --lang may stand anywhere
  return added;
}

CLI::Option* Options::choice(const std::string& name, std::string& value, const std::string& key,
                             const std::vector<std::string>& words) {
  const auto known = [words, &program = m_program](const std::string& word) {
    if (std::ranges::find(words, word) != words.end()) return std::string();
    return program.say("usage.choice", {word, joined(words, "|")});
  };
  return add(name, value, key, joined(words, "|"))->check(CLI::Validator(known, ""));
}

CLI::Option* Options::count(const std::string& name, std::size_t& value, const std::string& key) {
  const auto inRange = [&program = m_program](const std::string& word) {
    int number = 0;
    const char* end = word.data() + word.size();
    const auto [stop, failed] = std::from_chars(word.data(), end, number);
    if (failed == std::errc() && stop == end && number >= 1 && number <= 1000) return std::string();
    return program.say("usage.count", {word});
  };
  return add(name, value, key, "N")->check(CLI::Validator(inRange, ""));
}

CLI::Option* Options::format(std::string& value, const std::vector<std::string>& words) {
  return choice("--format", value, "format", words);
}

CLI::Option* Options::encoding(std::string& value) {
  return add("--encoding", value, "encoding", "NAME");
}

CLI::Option* Options::database(std::string& value) {
  return add("--db", value, "db", "FILE")->required();
}

int answer(const CLI::ParseError& error, const CLI::App& app, const Program& program) {
  const bool help = error.get_name() == "CallForHelp";
  if (help || error.get_name() == "CallForVersion") {
    const auto printed = program.print(help ? app.help() : error.what() + std::string("\n"));
    return printed ? kDone : program.report(printed.error());
  }
  const Error usage{ErrorCode::UsageInvalid, usageSentence(error, app, program), error.what()};
  program.note(program.messages().text(usage) + program.say("usage.hint", {given(app)}));
  return kFailed;
}

}  // namespace moxian::cli
