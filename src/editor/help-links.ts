// The code in a marker's hover as a link that opens the page of help.
import type { editor, IDisposable, Uri } from 'monaco-editor/editor';
import { monaco } from './monaco-core.ts';

const SCHEME = 'sluice-help';

export function helpLink(code: string): Exclude<editor.IMarkerData['code'], string | undefined> {
  return { value: code, target: monaco.Uri.from({ scheme: SCHEME, path: code }) };
}

/** `show` gets the code of a link that is followed. */
export function openHelpLinks(show: (code: string) => void): IDisposable {
  return monaco.editor.registerLinkOpener({
    open(link: Uri) {
      if (link.scheme !== SCHEME) return false;
      show(link.path);
      return true;
    },
  });
}
