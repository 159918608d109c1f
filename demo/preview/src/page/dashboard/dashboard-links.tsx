import { textUtil } from '@grafana/data';
import { SceneObjectBase, sceneGraph, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { LinkButton, Stack } from '@grafana/ui';
import type { DashboardJson } from './dashboard-json.ts';

interface LinksState extends SceneObjectState {
  links: DashboardJson['links'];
}

/** The dashboard's links, with its variables and its time where they ask for them. */
export class DashboardLinks extends SceneObjectBase<LinksState> {
  static Component = ({ model }: SceneComponentProps<DashboardLinks>) => {
    const { links } = model.useState();
    // What a link carries changes with time and variables.
    sceneGraph.getTimeRange(model).useState();
    sceneGraph.getVariables(model).useState();
    return (
      <Stack gap={1} wrap="wrap">
        {links.map((link) => (
          <LinkButton
            key={link.url}
            href={addressOf(model, link)}
            target={link.targetBlank ? '_blank' : undefined}
            tooltip={link.tooltip || undefined}
            variant="secondary"
            fill="outline"
            size="sm"
          >
            {link.title}
          </LinkButton>
        ))}
      </Stack>
    );
  };
}

function addressOf(model: DashboardLinks, { url, keepTime, includeVars }: DashboardJson['links'][number]): string {
  const carried = [includeVars && '${__all_variables}', keepTime && '${__url_time_range}'].filter(Boolean);
  const whole = carried.length > 0 ? `${url}${url.includes('?') ? '&' : '?'}${carried.join('&')}` : url;
  return textUtil.sanitizeUrl(sceneGraph.interpolate(model, whole));
}
