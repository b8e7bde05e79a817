#include <csignal>
#include <cstdio>
#include <exception>

#include "app/cli/Commands.h"
#include "app/cli/Language.h"
#include "app/cli/Program.h"
#include "app/cli/Usage.h"

namespace moxian::cli {
namespace {

int runProgram(int argc, const char* const* argv) {
  auto messages = Messages::load(language(argc, argv));
  if (!messages) {
    // the only sentence that cannot come from the message files
    std::fprintf(stderr, "缺少程序自带的数据文件“%s”（%s）。请重新安装。\n",
                 messages.error().subject.c_str(), messages.error().detail.c_str());
    return kFailed;
  }
  Program program(std::move(*messages));
  CLI::App app("", "moxian-cli");
  frame(app, program);
  addOutline(app, program);
  addCheck(app, program);
  addListRules(app, program);
  addCorpus(app, program);
  addSuggest(app, program);
  addComplete(app, program);
  addSlots(app, program);
  addExport(app, program);
  addReview(app, program);
  addCompare(app, program);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return answer(error, app, program);
  }
  return program.exitCode;
}

}  // namespace
}  // namespace moxian::cli

int main(int argc, char** argv) {
  // a limit on file sizes is to be an error that is told, not the end of the program
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return moxian::cli::runProgram(argc, argv);
  } catch (const std::exception& broken) {
    std::fprintf(stderr, "moxian-cli: %s\n", broken.what());
    return moxian::cli::kFailed;
  }
}
