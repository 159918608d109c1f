import type { EmbeddedScene } from '@grafana/scenes';
import { Stack } from '@grafana/ui';
import { useEffect } from 'react';

/** Keeps a scene active that a page draws in parts, and draws its row of variables, time and refresh. */
export function SceneControls({ scene }: { scene: EmbeddedScene }) {
  const { controls = [] } = scene.useState();
  useEffect(() => scene.activate(), [scene]);
  return (
    <Stack gap={2} wrap="wrap" alignItems="flex-end">
      {controls.map((control) => (
        <control.Component key={control.state.key} model={control} />
      ))}
    </Stack>
  );
}
