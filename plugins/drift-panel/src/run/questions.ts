import type { AnalysisSettings } from '../analyse/settings.ts';
import { reportOf } from '../analyse/report-of.ts';
import { dossierOf } from '../analyse/dossier/dossier-of.ts';
import { detailOf } from '../analyse/detail/detail-of.ts';
import { historiesOf } from '../analyse/detail/histories-of.ts';
import { profileOf } from '../analyse/profile-of.ts';
import type { DataSet, SideName } from '../read/data-set.ts';
import type { DetailRequest, FeatureDetail } from '../report/detail.ts';
import type { OverTime } from '../report/history.ts';
import type { Report } from '../report/report.ts';
import type { Work } from './analyst.ts';

/** What can be asked about a data set; plain data, it goes to a worker. */
export type Question = { settings: AnalysisSettings } & (
  | { kind: 'report' }
  | { kind: 'detail'; request: DetailRequest }
  | { kind: 'histories'; features: readonly string[] }
  | { kind: 'dossier' }
  | { kind: 'profile'; side: SideName }
);

export type Answer =
  | { kind: 'report'; value: Report }
  | { kind: 'detail'; value: FeatureDetail }
  | { kind: 'histories'; value: OverTime[] }
  | { kind: 'dossier'; value: string }
  | { kind: 'profile'; value: string };

/** The work that answers a question. */
export function* workOf(data: DataSet, question: Question): Work<Answer> {
  const { kind, settings } = question;
  switch (kind) {
    case 'report':
      return { kind, value: yield* reportOf(data, settings) };
    case 'detail':
      return { kind, value: yield* detailOf(data, question.request, settings) };
    case 'histories':
      return { kind, value: yield* historiesOf(data, question.features, settings) };
    case 'dossier':
      return { kind, value: yield* dossierOf(data, settings) };
    case 'profile':
      return { kind, value: yield* profileOf(data, question.side) };
  }
}
