import { ALERTMANAGER_SECRET } from '../alertmanager/alertmanager-config.ts';
import { alertmanagerSecrets } from '../alertmanager/secrets.ts';
import { neededVariables } from '../alertmanager/variables.ts';
import type { NamespacePlan, Plan } from '../contract.ts';
import { RECONCILE } from './reconcile-job.ts';

interface Literal {
  key: string;
  template: string;
}

/** A POSIX shell word that fills in ${VARIABLES} and nothing else. */
function shellWord(text: string): string {
  const parts = text.split(/(\$\{[A-Za-z_][A-Za-z0-9_]*\})/);
  return parts
    .map((part, index) => (index % 2 === 1 ? `"${part}"` : part === '' ? '' : `'${part.replaceAll("'", "'\\''")}'`))
    .join('');
}

function command(name: string, namespace: string, literals: readonly Literal[]): string[] {
  return [
    `kubectl create secret generic ${name} --namespace ${namespace} \\`,
    ...literals.map(({ key, template }) => `  --from-literal=${key}=${shellWord(template)} \\`),
    '  --dry-run=client --output yaml | kubectl apply --filename -',
  ];
}

/** Comment lines that say how to make what the objects of a namespace need and what is never written to a file. */
export function secretCommands(namespace: NamespacePlan, plan: Plan): string[] {
  const { name, trustyai } = namespace;
  const webhooks = alertmanagerSecrets(plan.notify);
  const reconcile = (neededVariables(plan).reconcile[name] ?? []).map((key) => ({ key, template: `\${${key}}` }));
  const file = trustyai.caFile?.split('/').at(-1);
  return [
    'No secret is written to files, and this one holds no object. With the variables in the environment:',
    "sed '1,/^#$/d; s/^# *//' secret.yaml | sh",
    'Or let an operator of secrets make the same names and keys.',
    ...(webhooks.length > 0 ? ['', ...command(ALERTMANAGER_SECRET, name, webhooks)] : []),
    ...(reconcile.length > 0 ? ['', ...command(RECONCILE, name, reconcile)] : []),
    ...(file === undefined
      ? []
      : ['', `kubectl create configmap soundcheck-ca --namespace ${name} --from-file=${file}=PATH_OF_THE_AUTHORITY`]),
  ];
}
