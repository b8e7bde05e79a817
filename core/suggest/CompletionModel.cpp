#include "core/suggest/CompletionModel.h"

#include <algorithm>
#include <limits>

#include "core/suggest/GateTraining.h"
#include "core/suggest/ModelFile.h"
#include "core/suggest/StarterProse.h"

namespace moxian {
namespace {

/// From so much more text on, what was learnt of the old is learnt anew.
constexpr std::size_t kShareOfNew = 8;

/// From so many reports on, those of the starter corpus need not teach.
constexpr std::size_t kFewReports = 3;

constexpr std::u16string_view kStarter = u"starter:";  ///< see CorpusSource::name

using Model = CompletionModel;

/// The reports that follow `after`, joined for a ContextArray.
struct Joined {
  std::u16string text{symbol::kEnd};
  std::vector<Model::Origin> origins;
  std::vector<ContextArray::Interval> written;  ///< the reports that are none of the starter corpus
};

Result<Joined> joined(const Corpus& corpus, std::int64_t after, std::size_t offset) {
  Joined all;
  const auto read = corpus.forEachReport(
      [&](const CorpusReport& report) {
        all.origins.push_back({report.key, static_cast<std::uint32_t>(offset + all.text.size()),
                               report.title});
        const bool starter = report.source.starts_with(kStarter);
        all.text += starter ? starterProse(report.text) : report.text;
        if (!all.text.ends_with(u'\n')) all.text += u'\n';
        const auto end = static_cast<std::uint32_t>(offset + all.text.size());
        if (!starter) all.written.push_back({all.origins.back().begin, end});
        all.text += symbol::kEnd;
      },
      after);
  if (!read) return std::unexpected(read.error());
  if (offset + all.text.size() > std::numeric_limits<std::uint32_t>::max()) {
    return fail(ErrorCode::FileTooLarge, {}, "more text than positions of 32 bits reach");
  }
  return all;
}

/// Beliefs are learnt from real reports, which drafts resemble, where there are enough of them.
Gates learnt(const Mixture& mixture, const Joined& all) {
  if (all.written.size() >= kFewReports) return trainedGates(mixture, all.written);
  std::vector<ContextArray::Interval> reports;
  const auto end = static_cast<std::uint32_t>(mixture.contexts().text().size());
  for (std::size_t i = 0; i < all.origins.size(); ++i) {
    const std::uint32_t next = i + 1 < all.origins.size() ? all.origins[i + 1].begin : end;
    reports.push_back({all.origins[i].begin, next - 1});
  }
  return trainedGates(mixture, reports);
}

Result<Model> built(const Corpus& corpus) {
  auto all = joined(corpus, 0, 0);
  if (!all) return std::unexpected(all.error());
  Mixture mixture{ContextArray(std::move(all->text))};
  mixture.setGates(learnt(mixture, *all));
  return Model(std::move(mixture), std::move(all->origins));
}

/// `base` with the reports that were added since.
Result<Model> extended(const Model& base, const Corpus& corpus) {
  const std::u16string_view old = base.mixture().contexts().text();
  const std::int64_t last = base.origins().empty() ? 0 : base.origins().back().key.id;
  auto more = joined(corpus, last, old.size() - 1);
  if (!more) return std::unexpected(more.error());
  if (more->text.size() > old.size() / kShareOfNew) return built(corpus);
  Mixture mixture(ContextArray(base.mixture().contexts(), more->text));
  mixture.setGates(base.mixture().gates());
  std::vector<Model::Origin> origins = base.origins();
  std::ranges::move(more->origins, std::back_inserter(origins));
  return Model(std::move(mixture), std::move(origins));
}

enum class Fit { Current, Older, Foreign };

/// How a model stands to the reports of a corpus, which have ascending ids.
Fit fitOf(const Model& model, const std::vector<CorpusReportKey>& keys) {
  const auto& origins = model.origins();
  if (origins.size() > keys.size()) return Fit::Foreign;
  if (!std::ranges::equal(origins, std::span(keys).first(origins.size()), {}, &Model::Origin::key)) {
    return Fit::Foreign;
  }
  return origins.size() == keys.size() ? Fit::Current : Fit::Older;
}

struct Found {
  std::shared_ptr<const Model> model;
  bool current = false;  ///< the file needs no change
};

Result<Found> find(const Corpus& corpus, const std::filesystem::path& file) {
  if (!file.empty()) {
    const auto keys = corpus.reportKeys();
    if (!keys) return std::unexpected(keys.error());
    // A file that is missing or damaged is as good as none: the corpus has everything.
    if (auto kept = loadModel(file)) {
      const Fit fit = fitOf(*kept, *keys);
      if (fit == Fit::Current) return Found{std::make_shared<const Model>(std::move(*kept)), true};
      if (fit == Fit::Older) {
        auto model = extended(*kept, corpus);
        if (!model) return std::unexpected(model.error());
        return Found{std::make_shared<const Model>(std::move(*model)), false};
      }
    }
  }
  auto model = built(corpus);
  if (!model) return std::unexpected(model.error());
  return Found{std::make_shared<const Model>(std::move(*model)), false};
}

}  // namespace

Result<std::shared_ptr<const CompletionModel>> CompletionModel::of(
    const Corpus& corpus, const std::filesystem::path& file) {
  auto found = find(corpus, file);
  if (!found) return std::unexpected(found.error());
  return std::move(found->model);
}

std::u16string CompletionModel::sourceOf(std::u16string_view tail, std::u16string_view text) const {
  const ContextArray& contexts = m_mixture.contexts();
  const std::u16string whole = std::u16string(tail).append(text);
  auto interval = contexts.all();
  std::size_t length = 0;
  for (; length < std::min(ContextArray::kDepth, whole.size()); ++length) {
    const auto next = contexts.narrowed(interval, length, keyOf(whole, whole.size() - 1 - length));
    if (next.empty()) break;
    interval = next;
  }
  if (length < std::min(ContextArray::kDepth, text.size())) return {};
  const std::uint32_t position = contexts.position(interval.begin);
  const auto after = std::ranges::upper_bound(m_origins, position == 0 ? 0 : position - 1, {},
                                              &Origin::begin);
  return after == m_origins.begin() ? std::u16string() : std::prev(after)->title;
}

Result<void> updateModelFile(const Corpus& corpus, const std::filesystem::path& file) {
  auto found = find(corpus, file);
  if (!found) return std::unexpected(found.error());
  if (found->current) return {};
  return saveModel(*found->model, file);
}

std::filesystem::path modelFileOf(const std::filesystem::path& corpus) {
  std::filesystem::path file = corpus;
  file += ".model";
  return file;
}

}  // namespace moxian
