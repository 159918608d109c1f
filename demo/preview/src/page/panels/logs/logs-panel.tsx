import { css } from '@emotion/css';
import { PanelPlugin, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { ScrollContainer, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { NoData } from '../no-data.tsx';
import { standInMeta } from '../stand-in-meta.ts';
import { LogLine } from './log-line.tsx';
import { logRows } from './log-rows.ts';

interface LogsOptions {
  showTime: boolean;
  wrapLogMessage: boolean;
  enableLogDetails: boolean;
  sortOrder: 'Descending' | 'Ascending';
}

function LogsPanel({ data, timeZone, options, title }: PanelProps<LogsOptions>) {
  const styles = useStyles2(getStyles);
  const rows = useMemo(() => logRows(data.series, options.sortOrder), [data.series, options.sortOrder]);
  if (rows.length === 0) {
    return (
      <NoData
        data={data}
        lacks={data.series.length > 0 ? 'Data is missing a time field and a text field' : undefined}
      />
    );
  }
  return (
    <ScrollContainer>
      <ol className={styles} aria-label={title}>
        {rows.map((row) => (
          <LogLine
            key={row.key}
            row={row}
            timeZone={timeZone}
            showTime={options.showTime}
            wrap={options.wrapLogMessage}
            details={options.enableLogDetails}
          />
        ))}
      </ol>
    </ScrollContainer>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    margin: 0,
    padding: 0,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: theme.typography.bodySmall.lineHeight,
  });

export const logsPanel = new PanelPlugin<LogsOptions>(LogsPanel).useFieldConfig().setPanelOptions((builder) =>
  builder
    .addBooleanSwitch({ path: 'showTime', name: 'Time', defaultValue: false })
    .addBooleanSwitch({ path: 'wrapLogMessage', name: 'Wrap lines', defaultValue: false })
    .addBooleanSwitch({ path: 'enableLogDetails', name: 'Enable log details', defaultValue: true })
    .addRadio({
      path: 'sortOrder',
      name: 'Order',
      defaultValue: 'Descending',
      settings: {
        options: [
          { value: 'Descending', label: 'Newest first' },
          { value: 'Ascending', label: 'Oldest first' },
        ],
      },
    })
);
logsPanel.meta = standInMeta('logs', 'Logs');
