import { dataLayers, SceneDataLayerSet, SceneObjectBase, sceneGraph, type SceneComponentProps } from '@grafana/scenes';
import { InlineSwitch, Stack } from '@grafana/ui';

/** A switch for each annotation query under its own name; scenes' own control names only the set of all. */
export class AnnotationControls extends SceneObjectBase {
  static Component = ({ model }: SceneComponentProps<AnnotationControls>) => {
    const layers = sceneGraph
      .getDataLayers(model)
      .flatMap((layer) => (layer instanceof SceneDataLayerSet ? layer.state.layers : [layer]));
    return (
      <Stack gap={1} wrap="wrap">
        {layers.map((layer) =>
          layer instanceof dataLayers.AnnotationsDataLayer ? (
            <AnnotationSwitch key={layer.state.key} layer={layer} />
          ) : null
        )}
      </Stack>
    );
  };
}

function AnnotationSwitch({ layer }: { layer: dataLayers.AnnotationsDataLayer }) {
  const { name, isEnabled, isHidden } = layer.useState();
  return isHidden ? null : (
    <InlineSwitch
      id={`annotation-${name}`}
      label={name}
      showLabel
      value={isEnabled}
      onChange={() => layer.setState({ isEnabled: !isEnabled })}
    />
  );
}
