/** As in plugin.json: also the namespace of our translations. */
export const PLUGIN_ID = 'soundcheck-drift-panel';
