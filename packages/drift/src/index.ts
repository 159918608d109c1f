export type * from './types.ts';
export { isDriftError } from './errors.ts';
export type { NumericInput, Sample } from './samples/sample.ts';
export { sortedSample } from './samples/sorted-sample.ts';
export type { SortedSample } from './samples/sorted-sample.ts';
export { describeSample } from './samples/describe-sample.ts';
export type { SampleDescription } from './samples/describe-sample.ts';
export { chiSquarePValue, chiSquareCritical } from './tests/chi-square-p-value.ts';
export { tPValue, tCritical } from './tests/t-p-value.ts';
export { adjust } from './multiplicity/adjust.ts';
export type { Adjustment } from './multiplicity/adjust.ts';
export { quantile } from './bins/quantile.ts';
export { equalWidthBins } from './bins/equal-width-bins.ts';
export { referenceBins } from './bins/reference-bins.ts';
export type { ReferenceBinsOptions } from './bins/reference-bins.ts';
export { histogram } from './bins/histogram.ts';
export type { Histogram } from './bins/histogram.ts';
export { compare } from './compare.ts';
export type { TestName, TestOptions } from './compare.ts';
export type { ChiSquareOptions } from './tests/chi-square.ts';
export type { KsOptions } from './tests/kolmogorov-smirnov.ts';
export { ksPValue } from './tests/ks-p-value.ts';
export type { KsMethod } from './tests/ks-p-value.ts';
export { ksCritical } from './tests/ks-critical.ts';
export type { JensenShannonOptions } from './distances/jensen-shannon.ts';
export { psiLimit, psiPValue } from './distances/psi-limit.ts';
export type { EmptyBins, PsiOptions } from './distances/psi.ts';
export { commonCells } from './bins/common-cells.ts';
export type { BinOptions, CommonCells } from './bins/common-cells.ts';
export { judge, defaultAlpha, defaultMinimumRows } from './verdict/judge.ts';
export type { Evidence, Judgement } from './verdict/judge.ts';
export { effectOverLimit, isPastLimit, significanceOverAlpha } from './verdict/effect-over-limit.ts';
export { assess } from './verdict/assess.ts';
export type { Assessment, AssessOptions } from './verdict/assess.ts';
export { assessMany } from './verdict/assess-many.ts';
export type { AssessManyOptions, Feature, ManyAssessments } from './verdict/assess-many.ts';
export { binLabel, moveInWords } from './verdict/cell-moves.ts';
export type { CellMove } from './verdict/cell-moves.ts';
export { isTestName, listTests } from './list-tests.ts';
export type { TestDescription } from './list-tests.ts';
export type { Description, OptionDescription } from './description.ts';
export type { CramerVonMisesOptions } from './tests/cramer-von-mises.ts';
export type { LInfinityOptions } from './distances/l-infinity.ts';
export type { MannWhitneyOptions } from './tests/mann-whitney.ts';
export type { WassersteinOptions, WassersteinScale } from './distances/wasserstein.ts';
export { persists } from './verdict/persistence.ts';
export type { Persistence } from './verdict/persistence.ts';
export type { ChangeDetector, DetectorState } from './change-points/change-detector.ts';
export type { ChangeMode } from './change-points/detector-options.ts';
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
export { changePoints } from './change-points/change-points.ts';
export type { ChangePoint, ChangePoints } from './change-points/change-points.ts';
export { dataSetVerdict } from './data-set/data-set-verdict.ts';
export type { DataSetVerdict, FeatureVerdict } from './data-set/data-set-verdict.ts';
export { assessQuality } from './quality/assess-quality.ts';
export type { QualityCheck, QualityFinding, QualityOptions } from './quality/finding.ts';
