import React from 'react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { defaultOptions } from '../options/options.ts';
import { decodeProfile } from '@soundcheck/drift';
import { readAll, table } from '../read/testing/frames.ts';
import { finish } from '../run/finish.ts';
import { settingsOf } from '../run/settings-of.ts';
import { slicedChannel } from '../run/sliced.ts';
import { analystOver } from '../run/start-analyst.ts';
import { reportOf } from '../analyse/report-of.ts';
import { ExportMenu } from './ExportMenu.tsx';

const settings = settingsOf(defaultOptions, {
  ...{ from: 0, to: Date.UTC(2026, 10, 9, 12), mostChunks: 10, timeZone: 'UTC', locale: 'en-US', thresholds: {} },
});
const side = (shift: number) => ({ tempo: Array.from({ length: 100 }, (_, at) => at / 100 + shift) });
const { data } = readAll([table(side(0), { refId: 'reference' }), table(side(0.5), { refId: 'B' })]);
const report = finish(reportOf(data, settings));

function menu() {
  const analyst = analystOver(Promise.resolve(slicedChannel()));
  analyst.open(data);
  const onProfile = jest.fn<void, [string]>();
  const exportable = { report, settings, analyst, title: 'Drift', timeZone: 'utc' };
  render(<ExportMenu exportable={exportable} panel={{ current: null }} transparent={false} onProfile={onProfile} />);
  return onProfile;
}

async function choose(name: string) {
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

// jsdom has no downloads.
const saved: Array<{ name: string; content: Blob }> = [];
beforeEach(() => {
  saved.length = 0;
  let last = new Blob();
  URL.createObjectURL = (content: Blob) => {
    last = content;
    return 'blob:test';
  };
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, content: last });
  });
});
afterEach(() => jest.restoreAllMocks());

it('saves the results as CSV under the panel’s name, and says so', async () => {
  menu();
  await choose('Results as CSV');
  expect(await screen.findByText('Saved as Drift 2026-11-09 12.00.csv')).toBeInTheDocument();
  expect(saved.map(({ name, content }) => [name, content.type])).toEqual([
    ['Drift 2026-11-09 12.00.csv', 'text/csv;charset=utf-8'],
  ]);
});

it('copies the verdict, or says how to where the browser forbids it', async () => {
  menu();
  const writeText = jest.fn().mockResolvedValue(undefined);
  Object.assign(navigator, { clipboard: { writeText } });
  await choose('Copy the verdict');
  await waitFor(() => expect(writeText).toHaveBeenCalledWith(report.headline));
  writeText.mockRejectedValue(new Error('NotAllowedError'));
  await choose('Copy the verdict');
  expect(await screen.findByText(/select the sentence and copy it by hand/)).toBeInTheDocument();
});

it('makes a side the reference only after asking', async () => {
  const onProfile = menu();
  await choose('Make the current rows the reference');
  expect(await screen.findByText(/No raw value is kept/)).toBeInTheDocument();
  expect(onProfile).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Save as the reference' }));
  await waitFor(() => expect(onProfile).toHaveBeenCalledTimes(1));
  const profile = decodeProfile(onProfile.mock.calls[0]?.[0] ?? '');
  expect(profile).toMatchObject({ features: [{ feature: 'tempo', missing: 0 }] });
});
