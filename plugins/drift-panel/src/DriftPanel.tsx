import React, { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { LoadingState, type PanelProps } from '@grafana/data';
import { ChosenView } from './ChosenView.tsx';
import { ExportMenu } from './export/ExportMenu.tsx';
import { t } from './i18n/translate.ts';
import { withDefaults, type DriftOptions } from './options/options.ts';
import { Busy } from './run/Busy.tsx';
import { Failure } from './run/Failure.tsx';
import { ViewBoundary } from './run/ViewBoundary.tsx';
import { useScene, type Stage } from './use-scene.ts';
import { preloadDetail } from './views/detail/LazyDetailPane.tsx';
import { Message } from './views/Message.tsx';
import type { Scene } from './views/scene.ts';

/** Frames → what they mean → numbers → report → views. Here only what is drawn of it, and Escape. */
export function DriftPanel(props: PanelProps<DriftOptions>) {
  const { width, height, data } = props;
  const stage = useScene(props);
  const panel = useRef<HTMLDivElement>(null);
  const scene = useSceneWithMenu(stage, props, panel);
  const { view, running, problems, opened, back } = stage;
  const busy = running.find(({ progress }) => progress);
  useEffect(preloadDetail, []);
  const goBack = (event: KeyboardEvent) => {
    // Once there is nothing left to take back, Escape is Grafana's again.
    if (event.key === 'Escape' && !event.defaultPrevented && back()) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <div ref={panel} style={{ position: 'relative', width, height, overflow: 'hidden' }} onKeyDown={goBack}>
      {busy?.progress && <Busy progress={busy.progress} onCancel={busy.cancel} />}
      <ViewBoundary drawn={scene?.report ?? view}>
        {scene ? (
          <ChosenView view={view} scene={scene} width={width} height={height} />
        ) : (
          (opened?.empty !== false || busy) && (
            <Message waiting={isWaiting(data.state, stage)} problems={problems} height={height} />
          )
        )}
      </ViewBoundary>
      <Trouble stage={stage} />
    </div>
  );
}

function useSceneWithMenu(
  { scene, opened, settings }: Stage,
  { title, timeZone, transparent, options, onOptionsChange }: PanelProps<DriftOptions>,
  panel: React.RefObject<HTMLDivElement | null>
): Scene | undefined {
  return useMemo(() => {
    if (!scene || !opened) {
      return scene;
    }
    const { report } = scene;
    const onProfile = (profile: string) => {
      const saved = withDefaults(options);
      onOptionsChange({ ...saved, reference: { ...saved.reference, from: 'profile', profile } });
    };
    const exportable = { report, settings, analyst: opened.analyst, title, timeZone };
    return { ...scene, menu: <ExportMenu {...{ exportable, panel, transparent, onProfile }} /> };
  }, [scene, opened, settings, title, timeZone, transparent, options, onOptionsChange, panel]);
}

function isWaiting(state: LoadingState, { running, opened }: Stage): boolean {
  const loading = state === LoadingState.Loading || state === LoadingState.NotStarted;
  return loading || !opened || running.some(({ progress }) => progress !== undefined);
}

/** What went wrong on the way, above what was drawn before. */
function Trouble({ stage: { running, retry } }: { stage: Stage }) {
  const failure = running.find((one) => one.failure !== undefined)?.failure;
  const stopped = running.some((one) => one.stopped);
  if (failure === undefined && !stopped) {
    return null;
  }
  return (
    <div style={{ position: 'absolute', left: 8, right: 8, bottom: 8, zIndex: 2 }}>
      {failure === undefined ? (
        <Failure
          severity="info"
          title={t('failure.stopped-title', 'Analysis cancelled')}
          sentence={t('failure.stopped-text', 'What is shown may be from before.')}
          onRetry={retry}
        />
      ) : (
        <Failure title={t('failure.title', 'The analysis failed')} sentence={failure} onRetry={retry} />
      )}
    </div>
  );
}
