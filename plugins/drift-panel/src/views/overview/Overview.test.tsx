import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { VIEWS, type ViewName } from '../../options/options.ts';
import { jukebox, recordedActions } from '../../testing/reports.ts';
import { sceneOf } from '../../testing/scenes.ts';
import type { Scene } from '../scene.ts';
import { ChosenView } from '../../ChosenView.tsx';
import { tabsFor, viewLabels } from './view-tabs.ts';

function overview(width: number, height: number, more: Partial<Scene> = {}, report = jukebox()) {
  const { calls, actions } = recordedActions();
  const scene = sceneOf({ report, selection: { feature: 'tempo' }, actions, ...more });
  return { calls, report, ...render(<ChosenView view="overview" scene={scene} width={width} height={height} />) };
}

const tabs = () => within(screen.getByRole('radiogroup', { name: 'View' })).getAllByRole('radio');

it('says the verdict, how far to trust it, and how the data was understood', async () => {
  const { report } = overview(1400, 800);
  expect(screen.getByRole('status')).toHaveTextContent(report.headline);
  expect(screen.getByRole('status')).toHaveTextContent(report.trust);
  expect(screen.getByText(report.understood)).toBeInTheDocument();
  expect(await screen.findByRole('region', { name: 'Detail of tempo' }, { timeout: 20_000 })).toBeInTheDocument();
});

it('announces nothing but the verdict and the cell that the keyboard is at', () => {
  const { container } = overview(1400, 800);
  const live = [
    ...container.querySelectorAll('[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]'),
  ];
  expect(live.filter(({ textContent }) => textContent !== '')).toEqual([screen.getByRole('status')]);
});

it('leaves sentence and features in a narrow panel', () => {
  const { report } = overview(300, 600);
  expect(screen.getByRole('status')).toHaveTextContent(report.headline);
  expect(screen.getByRole('status')).not.toHaveTextContent(report.trust);
  expect(screen.getAllByRole('option')).toHaveLength(13);
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
  expect(screen.queryByText('adj. p')).not.toBeInTheDocument();
});

it('switches the view, with a menu for tabs that do not fit', async () => {
  const { calls } = overview(700, 800);
  expect(tabs()[0]).toBeChecked();
  fireEvent.click(screen.getByLabelText('Over time'));
  expect(calls).toEqual([['show', 'over-time']]);
  fireEvent.click(screen.getByRole('button', { name: 'More views' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Scatter' }));
  expect(calls[1]).toEqual(['show', 'scatter']);
});

it('has no tabs where the options say so', () => {
  overview(1400, 800, { options: { ...sceneOf().options, showSwitch: false } });
  expect(screen.queryByRole('radiogroup', { name: 'View' })).not.toBeInTheDocument();
});

it('hides the detail where the options say so', () => {
  overview(1400, 800, { options: { ...sceneOf().options, showDetail: false } });
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
});

it('switches between metrics', () => {
  const choices = ['KS', 'JS'].map((label) => ({ key: label.toLowerCase(), label, description: label }));
  const { calls } = overview(1400, 800, {}, { ...jukebox(), choices, chosen: 'ks' });
  fireEvent.click(screen.getByLabelText('JS'));
  expect(calls).toEqual([['metric', 'js']]);
});

it('shows every view once, the current one always as a tab, within the width', () => {
  const labels = viewLabels();
  const cases = VIEWS.flatMap((view) => [200, 320, 500, 900, 2000].map((width): [ViewName, number] => [view, width]));
  for (const [view, width] of cases) {
    const { shown, rest, width: taken } = tabsFor(view, width, labels);
    expect(shown).toContain(view);
    expect([...shown, ...rest].sort()).toEqual([...VIEWS].sort());
    expect(taken).toBeLessThanOrEqual(width);
  }
});

it('says why there is no history', () => {
  overview(1400, 800, {}, { ...jukebox(), heatmap: { absent: 'The rows carry no time.' } });
  expect(screen.getByText(/5,000 v 500 · The rows carry no time\./)).toBeInTheDocument();
});
