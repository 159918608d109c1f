import React from 'react';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

interface Props {
  /** What the picture is called. */
  caption: string;
  columns: string[];
  /** The first cell of a row is its head. */
  rows: string[][];
}

/** The picture as a table for screen readers; nothing of it is seen, and it takes no room. */
export function HiddenTable({ caption, columns, rows }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.hidden}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function getStyles() {
  return {
    // Fixed at its place: an absolute box of a long table would lengthen the panel's scroll range.
    hidden: css({
      position: 'absolute',
      top: 0,
      left: 0,
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
      pointerEvents: 'none',
    }),
  };
}
