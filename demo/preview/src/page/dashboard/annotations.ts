import type { AnnotationQuery } from '@grafana/data';
import { dataLayers, SceneDataLayerSet } from '@grafana/scenes';

/** Grafana's own annotations live in its database, which the preview has not. */
const BUILT_IN = '-- Grafana --';

/** The dashboard's annotation queries; each has a switch beside the variables. */
export function annotationLayers(list: AnnotationQuery[]): SceneDataLayerSet {
  const layers = list
    .filter(({ datasource }) => datasource?.uid !== BUILT_IN)
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
