import { useCallback, useEffect, useState } from 'react';
import { DataHoverClearEvent, DataHoverEvent, type EventBus } from '@grafana/data';

/** The cursor that panels of a dashboard share, where the dashboard lets them: its time, and what moves it. */
export function useCursor(bus: EventBus): [cursor: number | undefined, hover: (time: number | undefined) => void] {
  const [cursor, setCursor] = useState<number>();
  useEffect(() => {
    let frame = 0;
    // Mice move more often than the screen is drawn.
    const move = (time: number | undefined) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setCursor(time));
    };
    const moved = bus.subscribe(DataHoverEvent, ({ payload }) => move(payload.point['time'] ?? undefined));
    const left = bus.subscribe(DataHoverClearEvent, () => move(undefined));
    return () => {
      moved.unsubscribe();
      left.unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [bus]);
  const hover = useCallback(
    (time: number | undefined) =>
      bus.publish(time === undefined ? new DataHoverClearEvent() : new DataHoverEvent({ point: { time } })),
    [bus]
  );
  return [cursor, hover];
}
