import { useState } from 'react';
import { LoadingState, type DataFrame, type PanelData } from '@grafana/data';

const NOTHING: DataFrame[] = [];

/**
 * The last answer that is whole. While a panel's queries come in one by one, half of them would give a verdict that the
 * next moment takes back; a refresh keeps the old verdict until the new one is there.
 */
export function useWholeAnswer(data: PanelData): PanelData {
  const [whole, setWhole] = useState(data);
  const current = data.state === LoadingState.Loading ? whole : data;
  if (current !== whole) {
    setWhole(current);
  }
  return current.state === LoadingState.Loading ? { ...data, series: NOTHING } : current;
}
