// Recognises Kustomize overlays: the manifests they name are read as they lie, what an overlay changes in them is not.
import { decodeText } from './decode-text.ts';
import { folderOf } from './entry-path.ts';
import type { Importer } from './importer.ts';

/** Fields that only say which manifests belong to it. Every other field changes or makes manifests. */
const collecting = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'resources',
  'bases',
  'crds',
  'openapi',
  'buildMetadata',
]);

export const kustomization: Importer = {
  opens: 'file',
  recognise: (path) => /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(path),
  read: async (entry) => {
    const decoded = decodeText(await entry.bytes());
    const changing = decoded.ok ? topLevelFields(decoded.value.text).filter((field) => !collecting.has(field)) : [];
    if (changing.length === 0) {
      const message = 'a Kustomize file; the manifests beside it are read as they are, this file itself is skipped';
      return { notices: [{ path: entry.path, severity: 'info', message }] };
    }
    const folder = folderOf(entry.path) || './';
    const message = `a Kustomize file whose ${changing.join(', ')} are not applied here; skipped: run \`kubectl kustomize ${folder}\` and open what it prints`;
    return { notices: [{ path: entry.path, severity: 'error', message }] };
  },
};

/** Enough of YAML for this: words at the beginning of a line, before a colon. */
function topLevelFields(text: string): string[] {
  return [...text.matchAll(/^([A-Za-z]+):/gm)].map((match) => match[1] ?? '');
}
