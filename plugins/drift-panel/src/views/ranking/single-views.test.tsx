import React from 'react';
import { render, screen, within } from '@testing-library/react';
import { jukebox } from '../../testing/reports.ts';
import { sceneOf } from '../../testing/scenes.ts';
import { HeatmapView } from '../heatmap/HeatmapView.tsx';
import { Message } from '../Message.tsx';
import { RankingView } from './RankingView.tsx';

it('ranking alone says why, and how important a feature is where that is known', () => {
  const report = jukebox();
  report.features.forEach((feature, at) => Object.assign(feature, { importance: 0.3 / (at + 1) }));
  render(<RankingView scene={sceneOf({ report })} width={1400} height={500} />);
  const tempo = screen.getByRole('option', { name: /^tempo/ });
  expect(tempo).toHaveTextContent('118–124 fell from 21 % to 9 %');
  expect(within(tempo).getByText('0.3')).toBeInTheDocument();
  expect(screen.getByText('Importance')).toBeInTheDocument();
});

it('heatmap alone has names and cells, nothing else', () => {
  render(<HeatmapView scene={sceneOf({ report: jukebox(40) })} width={900} height={400} />);
  expect(screen.getByText('Last 7 days, chunks of 6 h')).toBeInTheDocument();
  expect(screen.queryByText('Effect ÷ limit', { selector: 'button' })).not.toBeInTheDocument();
  expect(screen.getAllByRole('option')[0]).toHaveStyle({ height: '14px' });
});

it('heatmap alone says why there is none', () => {
  const report = { ...jukebox(), heatmap: { absent: 'The rows carry no time.' } };
  render(<HeatmapView scene={sceneOf({ report })} width={900} height={400} />);
  expect(screen.getByText('The rows carry no time.')).toBeInTheDocument();
});

it('a message says what is missing and what to do, all of it', () => {
  const problems = [
    { what: 'None is named "reference"', remedy: 'Name a query so.' },
    { what: 'Query B failed', remedy: 'Try again.' },
  ];
  render(<Message waiting={false} problems={problems} height={300} />);
  expect(screen.getByRole('alert')).toHaveTextContent('None is named "reference"');
  expect(screen.getByRole('alert')).toHaveTextContent('Name a query so.');
  expect(screen.getByRole('alert')).toHaveTextContent('Query B failed. Try again.');
});

it('without data and without a reason it still says what to do', () => {
  render(<Message waiting={false} problems={[]} height={300} />);
  expect(screen.getByRole('alert')).toHaveTextContent(/No data in this time range.*Widen the time range/);
});
