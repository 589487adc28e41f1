// Imports YAML and JSON texts: single objects, several documents in a file, lists of `kubectl get -o yaml|json`.
import type { Importer } from './importer.ts';
import { readManifestText } from './read-manifest-text.ts';

export const manifestText: Importer = {
  opens: 'file',
  recognise: (path) => /\.(ya?ml|json)$/i.test(path),
  read: async (entry) => readManifestText(entry.path, await entry.bytes()),
};
