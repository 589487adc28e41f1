// Recognises Helm charts: their templates are programs that make manifests, and are not rendered here.
import { decodeText } from './decode-text.ts';
import { folderOf } from './entry-path.ts';
import type { Importer, ImportNotice } from './importer.ts';
import { readManifestText } from './read-manifest-text.ts';

export const helmChart: Importer = {
  opens: 'file',
  recognise: (path, paths) => chartFolder(path, paths) !== undefined,
  read: async (entry) => {
    if (!inTemplates(entry.path))
      return { notices: [about(entry.path, 'info', 'part of a Helm chart, not a manifest; skipped')] };
    const bytes = await entry.bytes();
    const decoded = decodeText(bytes);
    if (!decoded.ok || !decoded.value.text.includes('{{')) return readManifestText(entry.path, bytes);
    const command = 'run `helm template` on the chart and open what it prints';
    return {
      notices: [about(entry.path, 'error', `a Helm template, which is not rendered here; skipped: ${command}`)],
    };
  },
};

/** The chart that the path belongs to as a template or as one of the chart's own files; subcharts and `crds` are read as they are. */
function chartFolder(path: string, paths: ReadonlySet<string>): string | undefined {
  const name = path.slice(folderOf(path).length);
  if (/^(Chart\.(yaml|lock)|values([-.].*)?\.ya?ml|values\.schema\.json)$/.test(name)) {
    return paths.has(`${folderOf(path)}Chart.yaml`) ? folderOf(path) : undefined;
  }
  if (!/\.(ya?ml|json)$/i.test(name)) return undefined;
  const at = path.lastIndexOf('/templates/');
  const folder = at >= 0 ? path.slice(0, at + 1) : path.startsWith('templates/') ? '' : undefined;
  return folder !== undefined && paths.has(`${folder}Chart.yaml`) ? folder : undefined;
}

function inTemplates(path: string): boolean {
  return /(^|\/)templates\//.test(path);
}

function about(path: string, severity: ImportNotice['severity'], message: string): ImportNotice {
  return { path, severity, message };
}
