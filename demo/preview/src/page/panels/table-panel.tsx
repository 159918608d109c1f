import { PanelPlugin, type PanelProps } from '@grafana/data';
import { Select, Stack, Table, type TableSortByFieldState } from '@grafana/ui';
import { useState } from 'react';
import { NoEditor } from '../edit/no-editor.tsx';
import { NoData } from './no-data.tsx';
import { standInMeta } from './stand-in-meta.ts';

const PICKER_HEIGHT = 40;

interface TableOptions {
  /** Columns by their display names. */
  sortBy?: TableSortByFieldState[];
}

function TablePanel({ data, width, height, timeRange, options, fieldConfig }: PanelProps<TableOptions>) {
  const [chosen, choose] = useState(0);
  const frame = data.series[Math.min(chosen, data.series.length - 1)];
  if (!frame || data.series.every(({ length }) => length === 0)) {
    return <NoData data={data} fieldConfig={fieldConfig} />;
  }
  const several = data.series.length > 1;
  const choices = data.series.map((one, value) => ({ value, label: one.name ?? one.refId ?? `Frame ${value + 1}` }));
  return (
    <Stack direction="column" gap={1}>
      <Table
        data={frame}
        width={width}
        height={several ? height - PICKER_HEIGHT : height}
        timeRange={timeRange}
        initialSortBy={options.sortBy}
      />
      {several && (
        <Select aria-label="Frame" options={choices} value={chosen} onChange={({ value }) => choose(value ?? 0)} />
      )}
    </Stack>
  );
}

export const tablePanel = new PanelPlugin<TableOptions>(TablePanel).useFieldConfig({
  useCustomConfig: (builder) =>
    builder
      .addNumberInput({ path: 'width', name: 'Column width' })
      .addNumberInput({ path: 'minWidth', name: 'Minimum column width' })
      .addTextInput({ path: 'align', name: 'Column alignment', defaultValue: 'auto' })
      .addGenericEditor({ path: 'cellOptions', name: 'Cell type', defaultValue: { type: 'auto' } }, NoEditor)
      .addBooleanSwitch({ path: 'filterable', name: 'Column filter' })
      .addBooleanSwitch({ path: 'hidden', name: 'Hide in table', defaultValue: false }),
});
tablePanel.meta = standInMeta('table', 'Table');
