import { fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { isComplete } from '../query/describe.ts';
import { type TrustyDataQuery } from '../query/types.ts';
import { makeDataSource } from '../testing/service.ts';
import { QueryHelp } from './QueryHelp.tsx';

it('every example is taken over by a button, with the model that is chosen', () => {
  const taken: TrustyDataQuery[] = [];
  const query: TrustyDataQuery = { refId: 'B', queryType: 'scores', metric: 'ks', model: 'credit' };
  render(
    // The props' type of the data source cannot be met by any data source with a query of its own.
    React.createElement(QueryHelp, {
      ...Object.assign(Object.create(null), { datasource: makeDataSource() }),
      query,
      onClickExample: (example: unknown) => taken.push(Object.assign({ ...query }, example)),
    })
  );
  const buttons = screen.getAllByRole('button');
  buttons.forEach((button) => fireEvent.click(button));
  expect(taken).toHaveLength(buttons.length);
  expect(taken.map(({ queryType }) => queryType)).toContain('latest');
  for (const example of taken) {
    expect(example).toMatchObject({ refId: 'B', model: 'credit', version: 2 });
    expect(isComplete(example)).toBe(true);
  }
});
