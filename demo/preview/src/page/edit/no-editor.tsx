import { Text } from '@grafana/ui';

/** In place of an option's control that the preview does not have. The option itself applies. */
export function NoEditor() {
  return (
    <Text color="secondary" variant="bodySmall">
      Not editable in the preview; it applies as the dashboard says.
    </Text>
  );
}
