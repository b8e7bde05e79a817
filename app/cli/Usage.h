#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/cli/Program.h"

namespace moxian::cli {

/// The frame of the command line in the user's language: help, version, exit codes.
void frame(CLI::App& app, const Program& program);

/// A command; its help is the sentence "cli.command.<key>".
CLI::App& command(CLI::App& parent, const std::string& name, const std::string& key,
                  const Program& program);

/// Help texts and checks of options, in the user's language.
class Options {
 public:
  Options(CLI::App& command, const Program& program) : m_command(command), m_program(program) {}

  /// An option or argument with the help "cli.option.<key>". `type` stands for an option's value.
  template <class T>
  CLI::Option* add(const std::string& name, T& value, const std::string& key,
                   const std::string& type = {}) {
    return m_command.add_option(name, value, m_program.say("option." + key))->type_name(type);
  }
  /// One of the given words.
  CLI::Option* choice(const std::string& name, std::string& value, const std::string& key,
                      const std::vector<std::string>& words);
  /// A whole number from 1 to 1,000.
  CLI::Option* count(const std::string& name, std::size_t& value, const std::string& key);
  /// --format with the given words, --encoding, --db, as several commands have them.
  CLI::Option* format(std::string& value, const std::vector<std::string>& words);
  CLI::Option* encoding(std::string& value);
  CLI::Option* database(std::string& value);

 private:
  CLI::App& m_command;
  const Program& m_program;
};

/// Answers what stopped the parser: help and version go to stdout, a usage error becomes one
/// sentence on stderr. Result: the exit code.
int answer(const CLI::ParseError& error, const CLI::App& app, const Program& program);

}  // namespace moxian::cli
