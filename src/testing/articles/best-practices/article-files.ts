// The first article's cluster, its policies as it gives them, and policies that do what it wanted.
import type { SourceFile } from '../../../documents/source-file.ts';
import { manifestFolder } from '../manifest-folder.ts';

export const clusterFiles = manifestFolder('best-practices/cluster');
const asWritten = manifestFolder('best-practices/as-written');
export const correctedFiles = manifestFolder('best-practices/corrected');

type Article = 'default-deny' | 'allow-dns' | 'backend-egress' | 'block-threat-feeds' | 'namespace-isolation';

/** The cluster with some of the article's policies; with all of them where none is named. */
export function article(...names: readonly Article[]): readonly SourceFile[] {
  const chosen = asWritten.filter(({ path }) => names.length === 0 || names.some((name) => path.includes(name)));
  return [...clusterFiles, ...chosen];
}

/** One more manifest: `kind` of Calico, its name (`ns/name` for namespaced ones) and its spec in flow style. */
export function calico(kind: string, name: string, spec: string): SourceFile {
  const [namespace, own] = name.includes('/') ? name.split('/') : [undefined, name];
  const metadata = `{name: ${own}${namespace ? `, namespace: ${namespace}` : ''}}`;
  const text = `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec}\n`;
  return { path: `${kind}-${own}.yaml`, text };
}
