#pragma once

namespace moxian::bench {

/// A benchmark "rule/<id>" for each rule, so that none takes more of a check than its share unseen:
/// --benchmark_filter=rule/ prints the time by rule.
void registerRules();

}  // namespace moxian::bench
