// What goes in and out
export type * from './types.ts';
export { isDriftError } from './errors.ts';
export type { Side } from './errors.ts';
export type { NumericInput, Sample } from './samples/sample.ts';
export { sortedSample } from './samples/sorted-sample.ts';
export type { SortedSample } from './samples/sorted-sample.ts';
export { describeSample } from './samples/describe-sample.ts';
export type { SampleDescription } from './samples/describe-sample.ts';

// One test by name
export { compare } from './compare.ts';
export type { TestName, TestOptions } from './compare.ts';
export { isTestName, listTests } from './list-tests.ts';
export type { TestDescription } from './list-tests.ts';
export { binRules } from './description.ts';
export type { Description, OptionDescription } from './description.ts';

// From numbers to verdicts
export { assess } from './verdict/assess.ts';
export type { Assessment, AssessOptions } from './verdict/assess.ts';
export type { Measurement } from './verdict/measure.ts';
export { assessMany, assessMeasured, measureFeature } from './verdict/assess-many.ts';
export type { AssessManyOptions, Feature, ManyAssessments, MeasuredFeature } from './verdict/assess-many.ts';
export { explain } from './verdict/explain.ts';
export type { Explanation, GreatestGap, MassMove } from './verdict/explain.ts';
export { judge, defaultAlpha, defaultMinimumRows } from './verdict/judge.ts';
export type { Evidence, Judgement } from './verdict/judge.ts';
export { effectOverLimit, isPastLimit, significanceOverAlpha } from './verdict/effect-over-limit.ts';
export type { EffectSize } from './verdict/effect-size.ts';
export { persists } from './verdict/persistence.ts';
export type { Persistence } from './verdict/persistence.ts';
export { binLabel, moveInWords } from './verdict/cell-moves.ts';
export type { CellMove } from './verdict/cell-moves.ts';
export { adjust } from './multiplicity/adjust.ts';
export type { Adjustment } from './multiplicity/adjust.ts';
export { rejections } from './multiplicity/rejections.ts';
export type { RejectionOptions } from './multiplicity/rejections.ts';
export { dataSetVerdict } from './data-set/data-set-verdict.ts';
export type { DataSetVerdict, FeatureVerdict } from './data-set/data-set-verdict.ts';

// A saved reference
export { decodeProfile, encodeProfile } from './profile/profile.ts';
export type { Profile, ProfileCells, ProfileFeature } from './profile/profile.ts';
export { profileFeature } from './profile/profile-feature.ts';

// What a distance is without drift
export { nullScale } from './null-scale/null-scale.ts';
export type { NullScaleOptions } from './null-scale/null-scale.ts';
export type { NullScale } from './null-scale/laws.ts';

// The choices of other tools
export { isPresetName, listPresets, presets } from './presets/presets.ts';
export type { PresetName } from './presets/presets.ts';
export { runPreset } from './presets/run-preset.ts';
export { runPresetOnFeatures } from './presets/run-preset-on-features.ts';
export type { PresetFeature, PresetFeatureResult, PresetResults } from './presets/run-preset-on-features.ts';
export type {
  Aggregate,
  Chosen,
  ChosenTest,
  DataSetRule,
  DriftRule,
  FeatureFacts,
  Preset,
  PresetChoice,
  PresetResult,
  Sides,
} from './presets/preset.ts';
export { featureFacts } from './presets/feature-facts.ts';
export { alibiDetectPreset } from './presets/alibi-detect.ts';
export type { AlibiDetectOptions } from './presets/alibi-detect.ts';
export { deepchecksPreset } from './presets/deepchecks.ts';
export type { DeepchecksOptions } from './presets/deepchecks.ts';
export { evidentlyPreset } from './presets/evidently.ts';
export type { EvidentlyOptions } from './presets/evidently.ts';
export type { EvidentlyCategoricalTest, EvidentlyNumericTest } from './presets/evidently-tests.ts';
export { nannymlChunks } from './presets/nannyml-chunks.ts';
export type { NannymlChunk, NannymlOptions, NannymlResult } from './presets/nannyml-chunks.ts';
export type { NannymlMethod } from './presets/nannyml-method.ts';
export type { OrderedRows } from './presets/split-rows.ts';
export { trustyAiPythonPreset } from './presets/trustyai.ts';
export type { TrustyAiMetric } from './presets/trustyai.ts';

// Chunks over time, limits from chunks, changes of a level
export { rowsOfChunk } from './chunks/chunk.ts';
export type { Chunk, ChunkRows } from './chunks/chunk.ts';
export { chunksByCount, chunksBySize } from './chunks/chunks-by-rows.ts';
export type { Remainder } from './chunks/chunks-by-rows.ts';
export { chunksByBounds, chunksByTime } from './chunks/chunks-by-time.ts';
export type { ChunkRange, ChunksByTimeOptions, PeriodAround } from './chunks/chunks-by-time.ts';
export type { CalendarPeriod } from './chunks/calendar-period.ts';
export type { TimedChunks, Times } from './chunks/time-rows.ts';
export { compareOverChunks } from './chunks/compare-over-chunks.ts';
export { persistsOverTime } from './chunks/persists-over-time.ts';
export type { PersistenceStep, TimedPersistence, TimedPoint } from './chunks/persists-over-time.ts';
export { constantLimit } from './limits/constant-limit.ts';
export { meanAndDeviationLimit } from './limits/mean-and-deviation-limit.ts';
export type { MeanAndDeviationOptions } from './limits/mean-and-deviation-limit.ts';
export { quantileLimit } from './limits/quantile-limit.ts';
export type { QuantileLimitOptions } from './limits/quantile-limit.ts';
export { defaultMinimumChunks } from './limits/reference-series.ts';
export type { ChunkLimits } from './limits/reference-series.ts';
export type { ChangeDetector, DetectorState } from './change-points/change-detector.ts';
export { changePoints } from './change-points/change-points.ts';
export type { ChangePoint, ChangePoints } from './change-points/change-points.ts';
export type { ChangeMode } from './change-points/change-mode.ts';
export type { SumForm } from './change-points/one-sided-sum.ts';
export { adwin } from './change-points/adwin.ts';
export type { AdwinOptions } from './change-points/adwin.ts';
export { cusum } from './change-points/cusum.ts';
export type { CusumOptions } from './change-points/cusum.ts';
export {
  pageHinkley,
  frourosCusum,
  frourosPageHinkley,
  river011PageHinkley,
  riverPageHinkley,
} from './change-points/page-hinkley.ts';
export type { PageHinkleyOptions } from './change-points/page-hinkley.ts';
export { compareChunks } from './distances/compare-chunks.ts';
export type { ChunkComparisons, ChunkCounts, ChunkTest } from './distances/compare-chunks.ts';

// Quality, slices, performance
export { assessQuality } from './quality/assess-quality.ts';
export type { QualityCheck, QualityFinding, QualityOptions } from './quality/finding.ts';
export { sliceDrift } from './slices/slice-drift.ts';
export type { Slice, SliceDrift, SliceOptions } from './slices/slice-drift.ts';
export { kitagawa } from './slices/kitagawa.ts';
export type { SliceMeans, SliceParts } from './slices/kitagawa.ts';
export { estimatePerformance } from './performance/estimated-performance.ts';
export type { EstimatedPerformance, EstimateOptions } from './performance/estimated-performance.ts';
export { realisedPerformance } from './performance/realised-performance.ts';
export type { RealisedPerformance } from './performance/realised-performance.ts';
export { expectedCalibrationError } from './performance/calibration.ts';
export type { Calibration, CalibrationOptions } from './performance/calibration.ts';
export type { BinaryColumns } from './performance/binary-rows.ts';
export type { Confusion, MetricName, PerformanceMetrics } from './performance/confusion.ts';
export { rocAuc } from './performance/roc-auc.ts';
export type { ClassWeights } from './performance/roc-auc.ts';
export { driftImpact } from './performance/drift-impact.ts';
export type { DriftImpact } from './performance/drift-impact.ts';
export { driftAgainstPerformance } from './performance/drift-against-performance.ts';
export type { Correlation, DriftAgainstPerformance } from './performance/drift-against-performance.ts';

// Several columns at once
export { mmdOfRows } from './distances/mmd.ts';
export type { MmdOptions } from './distances/mmd.ts';
export { domainClassifierAuc } from './tests/domain-classifier.ts';
export type { DomainClassifierOptions, FeatureSides } from './tests/domain-classifier.ts';

// Options of the tests
export type { ChiSquareOptions } from './tests/chi-square.ts';
export type { KsOptions } from './tests/kolmogorov-smirnov.ts';
export type { JensenShannonOptions } from './distances/jensen-shannon.ts';
export type { EmptyBins, PsiOptions } from './distances/psi.ts';
export type { CramerVonMisesOptions } from './tests/cramer-von-mises.ts';
export type { LInfinityOptions } from './distances/l-infinity.ts';
export type { MannWhitneyOptions } from './tests/mann-whitney.ts';
export type { WassersteinOptions, WassersteinScale } from './distances/wasserstein.ts';
export type { BhattacharyyaOptions } from './distances/bhattacharyya.ts';
export type { EmptyBinOptions } from './distances/empty-bins.ts';
export type { HistogramIntersectionOptions } from './distances/histogram-intersection.ts';
export type { KullbackLeiblerOptions } from './distances/kullback-leibler.ts';
export type { CramersVOptions } from './tests/cramers-v.ts';
export type { FisherExactOptions } from './tests/fisher-exact.ts';
export type { GTestOptions } from './tests/g-test.ts';
export type { ZProportionsOptions } from './tests/z-proportions.ts';
export type { EnergyOptions } from './distances/energy.ts';
export type { InsideBin } from './distances/binned-gap.ts';
export type { AndersonDarlingOptions } from './tests/anderson-darling.ts';
export type { EppsSingletonOptions } from './tests/epps-singleton.ts';

// Bins, laws and random numbers, for those who build on them
export { chiSquarePValue, chiSquareCritical } from './tests/chi-square-p-value.ts';
export { tPValue, tCritical } from './tests/t-p-value.ts';
export { quantile } from './bins/quantile.ts';
export { equalWidthBins } from './bins/equal-width-bins.ts';
export { referenceBins } from './bins/reference-bins.ts';
export type { ReferenceBinsOptions } from './bins/reference-bins.ts';
export { histogram } from './bins/histogram.ts';
export type { Histogram } from './bins/histogram.ts';
export { ksPValue } from './tests/ks-p-value.ts';
export type { KsMethod } from './tests/ks-p-value.ts';
export { ksCritical } from './tests/ks-critical.ts';
export { rowsBelow } from './bins/rows-below.ts';
export { ksCriticalBy } from './tests/ks-critical-law.ts';
export { psiLimit, psiPValue } from './distances/psi-limit.ts';
export { commonCells } from './bins/common-cells.ts';
export type { BinOptions, CommonCells } from './bins/common-cells.ts';
export { randomFromState, seededRandom } from './random/seeded-random.ts';
export type { Random, RandomState } from './random/seeded-random.ts';
export { normalNumbers } from './random/normal.ts';
export { shuffle } from './random/shuffle.ts';
export { binEdges } from './bins/bin-edges.ts';
export type { BinRule, EqualWidthRule } from './bins/bin-options.ts';
export { massMoved } from './distances/mass-moved.ts';
export type { MassMoved } from './distances/mass-moved.ts';
