/**
 * The modules that plugins leave out of their bundles (create-plugin's externals) and share with their host.
 * Each gives the same instance that the page itself uses.
 */
export const sharedModules: Record<string, () => Promise<Record<string, unknown>>> = {
  '@emotion/css': () => import('@emotion/css'),
  '@grafana/data': () => import('@grafana/data'),
  '@grafana/runtime': () => import('@grafana/runtime'),
  '@grafana/runtime/unstable': () => import('@grafana/runtime/unstable'),
  '@grafana/ui': () => import('@grafana/ui'),
  d3: () => import('d3'),
  i18next: () => import('i18next'),
  lodash: () => import('lodash').then(callable),
  moment: () => import('moment').then(callable),
  react: () => import('react').then(callable),
  'react-dom': () => import('react-dom').then(callable),
  'react/jsx-runtime': () => import('react/jsx-runtime').then(callable),
  rxjs: () => import('rxjs'),
};

/** CommonJS packages: a plugin expects what `module.exports` was, not a namespace around it. */
function callable(namespace: object): Record<string, unknown> {
  return { __useDefault: true, default: 'default' in namespace ? namespace.default : namespace };
}
