import type { ScopedVars, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv, VariableInterpolation } from '@grafana/runtime';
import { isSceneObject, sceneGraph, type SceneObject } from '@grafana/scenes';

const TEMPLATE = /\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\]/;

/** Interpolates by the scene that a query comes from (scopedVars), else by the scene on screen. */
export const templateSrv: TemplateSrv = {
  getVariables: () => {
    const scene = sceneOnScreen();
    return scene
      ? sceneGraph.getVariables(scene).state.variables.map(({ state, getValue }, index, all) => {
          const value = getValue.call(all[index]);
          return { ...state, current: { value, text: value } } as TypedVariableModel;
        })
      : [];
  },
  replace: (target = '', scopedVars = {}, format?: Format, interpolations?: VariableInterpolation[]) => {
    const scene = sceneOf(scopedVars) ?? sceneOnScreen();
    return scene ? sceneGraph.interpolate(scene, target, scopedVars, format, interpolations) : target;
  },
  containsTemplate: (target = '') => TEMPLATE.test(target),
  updateTimeRange: () => {},
};

type Format = Parameters<typeof sceneGraph.interpolate>[3];

function sceneOf(scopedVars: ScopedVars): SceneObject | undefined {
  const scene: unknown = scopedVars['__sceneObject']?.value?.valueOf();
  return isScene(scene) ? scene : undefined;
}

/** @grafana/scenes keeps the active scene here, as it does in Grafana. */
function sceneOnScreen(): SceneObject | undefined {
  const scene: unknown = Reflect.get(window, '__grafanaSceneContext');
  return isScene(scene) ? scene : undefined;
}

function isScene(value: unknown): value is SceneObject {
  return typeof value === 'object' && value !== null && isSceneObject(value);
}
