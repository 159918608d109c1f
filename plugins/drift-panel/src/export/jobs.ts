import type { TimeZone } from '@grafana/data';
import type { AnalysisSettings } from '../analyse/settings.ts';
import { t } from '../i18n/translate.ts';
import type { SideName } from '../read/data-set.ts';
import type { Report } from '../report/report.ts';
import type { Analyst, Waiting } from '../run/analyst.ts';
import { copyText } from './copy-text.ts';
import { fileName } from './file-name.ts';
import { pictureOf } from './picture/picture-of.ts';
import { resultsCsv } from './results-csv.ts';
import { saveFile } from './save-file.ts';

/** What can be taken out of a panel. */
export interface Exportable {
  report: Report;
  settings: AnalysisSettings;
  analyst: Analyst;
  /** Of the panel, for names of files. */
  title: string;
  timeZone: TimeZone;
}

/** Does something that takes its time, and says in one sentence what it did. */
export type Job = (waiting: Waiting) => Promise<string>;

export function csvJob({ report, settings, ...file }: Exportable): Job {
  // A byte-order mark, or Excel reads the file in the system's code page.
  return () =>
    saved(`\uFEFF${resultsCsv(report, settings)}`, 'text/csv;charset=utf-8', { ...file, settings, ending: 'csv' });
}

export function jsonJob({ analyst, settings, ...file }: Exportable): Job {
  return async (waiting) =>
    saved(await analyst.dossier(settings, waiting), 'application/json', { ...file, settings, ending: 'json' });
}

export function pictureJob({ settings, ...file }: Exportable, panel: Element, background: string): Job {
  return async () => saved(await pictureOf(panel, background), 'image/png', { ...file, settings, ending: 'png' });
}

export function sentenceJob({ report }: Exportable): Job {
  return async () => {
    if (!(await copyText(report.headline))) {
      throw new Error(
        t('export.not-copied', 'The browser did not allow copying: select the sentence and copy it by hand.')
      );
    }
    return t('export.copied', 'Copied: {{text}}', { text: report.headline });
  };
}

/** Makes one side of the data the reference from now on, as a profile in the panel's options. */
export function profileJob({ analyst, settings }: Exportable, side: SideName, keep: (json: string) => void): Job {
  return async (waiting) => {
    keep(await analyst.profile(side, settings, waiting));
    return t('export.profile-saved', 'Saved as the reference of this panel: save the dashboard to keep it.');
  };
}

interface File extends Pick<Exportable, 'settings' | 'title' | 'timeZone'> {
  ending: string;
}

async function saved(content: BlobPart, type: string, { title, settings, timeZone, ending }: File): Promise<string> {
  const name = fileName(title, settings.to, timeZone, ending);
  saveFile(new Blob([content], { type }), name);
  return t('export.saved', 'Saved as {{name}}', { name });
}
