import type { AnnotationQuery } from '@grafana/data';
import { dataLayers, SceneDataLayerSet } from '@grafana/scenes';

/** The dashboard's annotation queries; each has a switch beside the variables. */
export function annotationLayers(list: AnnotationQuery[]): SceneDataLayerSet {
  const layers = list
    // What people write into a dashboard lives in Grafana's database, which the preview has not.
    .filter(({ builtIn }) => !builtIn)
    .map(
      (query) =>
        new dataLayers.AnnotationsDataLayer({
          name: query.name,
          query,
          isEnabled: query.enable,
          isHidden: query.hide === true,
        })
    );
  return new SceneDataLayerSet({ layers });
}
