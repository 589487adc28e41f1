// Clusters drawn as text for tests: ``cluster`shop{team=red}: web{app=web}:80 db{app=db}:5432*2` `` gives manifests.
//
// One namespace a line; `#` starts a comment:
//   namespace := ['~'] NAME [labels] ':' endpoint*      `~`: the namespace has no manifest
//   endpoint  := [KIND '/'] NAME [labels] [':' port (',' port)*] ['@' address (',' address)*] ['^' NODE] ['*' REPLICAS] flag*
//   labels    := '{' [KEY '=' [VALUE] (',' KEY '=' [VALUE])*] '}'
//   port      := [NAME '='] NUMBER ['/' PROTOCOL]
//   flag      := '!host' (host network) | '!done' (terminated)
// Without a KIND an endpoint is a Pod, or a Deployment where REPLICAS are given. Only pods have addresses (`@`) and terminate.
//   node NAME address*                                  a Node with its InternalIPs
import type { SourceFile } from '../documents/source-file.ts';
import { type YamlValue, yamlDocuments } from './yaml-text.ts';

type YamlMap = { readonly [key: string]: YamlValue };

const namespaceLine = /^(?<implicit>~?)(?<name>[\w.-]+)(?:\{(?<labels>[^}]*)\})?:(?<rest>(?:\s.*)?)$/;
const endpointWord =
  /^(?:(?<kind>\w+)\/)?(?<name>[\w.-]+)(?:\{(?<labels>[^}]*)\})?(?::(?<ports>[\w=,/-]+))?(?:@(?<addresses>[\da-fA-F.:,]+))?(?:\^(?<node>[\w.-]+))?(?:\*(?<replicas>\d+))?(?<flags>(?:!\w+)*)$/;
const portWord = /^(?:(?<name>[a-z0-9-]+)=)?(?<number>\d+)(?:\/(?<protocol>TCP|UDP|SCTP))?$/;

function groupsOf(pattern: RegExp, text: string, what: string): Partial<Record<string, string>> {
  const groups = pattern.exec(text)?.groups;
  if (!groups) throw new Error(`cluster text: \`${text}\` is no ${what}`);
  return groups;
}

function labelsOf(text: string | undefined): YamlMap {
  const pairs = (text ?? '').split(',').filter((pair) => pair !== '');
  return Object.fromEntries(pairs.map((pair) => pair.split('=')).map(([key = '', value = '']) => [key, value]));
}

function portOf(text: string): YamlValue {
  const { name, number, protocol } = groupsOf(portWord, text, 'port');
  return { ...(name ? { name } : {}), containerPort: Number(number), ...(protocol ? { protocol } : {}) };
}

function podSpecOf(endpoint: Partial<Record<string, string>>): YamlMap {
  const ports = endpoint.ports?.split(',').map(portOf);
  return {
    ...(endpoint.flags?.includes('!host') ? { hostNetwork: true } : {}),
    ...(endpoint.node ? { nodeName: endpoint.node } : {}),
    containers: [{ name: 'main', image: 'img', ...(ports ? { ports } : {}) }],
  };
}

function podOf(endpoint: Partial<Record<string, string>>, metadata: YamlMap): YamlValue {
  const podIPs = endpoint.addresses?.split(',').map((ip) => ({ ip }));
  const phase = endpoint.flags?.includes('!done') ? 'Succeeded' : 'Running';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata, labels: labelsOf(endpoint.labels) },
    spec: podSpecOf(endpoint),
    ...(podIPs || phase !== 'Running'
      ? { status: { phase, ...(podIPs?.[0] ? { podIP: podIPs[0].ip, podIPs } : {}) } }
      : {}),
  };
}

function workloadOf(kind: string, endpoint: Partial<Record<string, string>>, metadata: YamlMap): YamlValue {
  const labels = labelsOf(endpoint.labels);
  const template = { metadata: { labels }, spec: podSpecOf(endpoint) };
  if (kind === 'CronJob') {
    const spec = { schedule: '0 0 * * *', jobTemplate: { spec: { template } } };
    return { apiVersion: 'batch/v1', kind, metadata, spec };
  }
  if (kind === 'Job') return { apiVersion: 'batch/v1', kind, metadata, spec: { template } };
  const replicas = kind === 'DaemonSet' ? {} : { replicas: Number(endpoint.replicas ?? 1) };
  const apiVersion = kind === 'ReplicationController' ? 'v1' : 'apps/v1';
  const selector = kind === 'ReplicationController' ? labels : { matchLabels: labels };
  return { apiVersion, kind, metadata, spec: { ...replicas, selector, template } };
}

function endpointOf(text: string, namespace: string): YamlValue {
  const endpoint = groupsOf(endpointWord, text, 'endpoint');
  const metadata = { name: endpoint.name ?? '', namespace };
  const kind = endpoint.kind ?? (endpoint.replicas ? 'Deployment' : 'Pod');
  return kind === 'Pod' ? podOf(endpoint, metadata) : workloadOf(kind, endpoint, metadata);
}

function nodeOf(words: readonly string[]): YamlValue {
  const [name = '', ...addresses] = words;
  const status = { addresses: addresses.map((address) => ({ type: 'InternalIP', address })) };
  return { apiVersion: 'v1', kind: 'Node', metadata: { name }, status };
}

function objectsOfLine(line: string): YamlValue[] {
  if (line.startsWith('node ')) return [nodeOf(line.split(/\s+/).slice(1))];
  const { implicit, name = '', labels, rest = '' } = groupsOf(namespaceLine, line, 'namespace line');
  const endpoints = rest.split(/\s+/).filter((word) => word !== '');
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: labelsOf(labels) } };
  return [...(implicit ? [] : [namespace]), ...endpoints.map((word) => endpointOf(word, name))];
}

/** The manifests of a drawn cluster, as the one file `cluster.yaml`. Throws on a text that the grammar above does not have. */
export function cluster(texts: TemplateStringsArray, ...values: readonly (string | number)[]): SourceFile[] {
  const lines = String.raw({ raw: texts }, ...values).split('\n');
  const drawn = lines.map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== '');
  return [{ path: 'cluster.yaml', text: yamlDocuments(drawn.flatMap(objectsOfLine)) }];
}

/** The text without its common indentation and without blank lines at its ends. */
function dedent(text: string): string {
  const lines = text.replace(/^\s*\n|\s+$/g, '').split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths);
  return lines.map((line) => line.slice(depth)).join('\n');
}

/** A NetworkPolicy as a file of its own, `policies/NS/NAME.yaml`: ``policy('shop/allow-web')`podSelector: {}` ``, the YAML of its spec. */
export function policy(
  name: string,
): (texts: TemplateStringsArray, ...values: readonly (string | number)[]) => SourceFile {
  const [namespace = '', ownName = ''] = name.split('/');
  return (texts, ...values) => {
    const spec = dedent(String.raw({ raw: texts }, ...values));
    const text = [
      'apiVersion: networking.k8s.io/v1',
      'kind: NetworkPolicy',
      'metadata:',
      `  name: ${ownName}`,
      `  namespace: ${namespace}`,
      'spec:',
      ...spec.split('\n').map((line) => `  ${line}`),
      '',
    ].join('\n');
    return { path: `policies/${name}.yaml`, text };
  };
}
