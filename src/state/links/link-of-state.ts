// What a link to the state on show holds, and what a person should know before it is passed on.
import { compareText } from '../../base/compare-text.ts';
import { defaultOptions, type EngineOptions } from '../../engine/engine-options.ts';
import { changesBetween, type Files } from '../file-list.ts';
import { initialMap } from '../map-slice.ts';
import { initialView } from '../view-slice.ts';
import type { WorkbenchState } from '../workbench-state.ts';
import { type LinkContent, type LinkView, linkViewKeys } from './link-content.ts';
import { withoutSecrets } from './strip-secrets.ts';

export interface LinkParts {
  readonly content: LinkContent;
  /** Files whose texts are in it. */
  readonly files: readonly string[];
  /** Files of which something was left out: Secrets' data and the like. */
  readonly stripped: readonly string[];
}

const sameTexts = (a: Files, b: Files): boolean => changesBetween(a, b).length === 0;

/** `demo`: the files of the demo, of which a link says the name only. `keepSecrets`: everything as it stands. */
export function linkOfState(state: WorkbenchState, demo: Files, keepSecrets: boolean): LinkParts {
  const stripped: string[] = [];
  const cleaned = (files: Files): Files =>
    files.map((file) => {
      const clean = keepSecrets ? file : withoutSecrets(file);
      if (clean !== file && !stripped.includes(file.path)) stripped.push(file.path);
      return clean;
    });
  const isDemo = sameTexts(state.baseline, demo);
  const baseline = isDemo ? state.baseline : cleaned(state.baseline);
  const changes = changesBetween(baseline, cleaned(state.files));
  const { activeFile, editorLine } = state;
  const content: LinkContent = {
    name: state.name,
    ...(isDemo && { base: 'demo' }),
    files: isDemo ? [] : baseline.map(({ path, text }) => [path, text]),
    changes: changes.map(({ path, text }) => [path, text]),
    options: optionsOf(state.options),
    view: viewOf(state),
    ...(activeFile !== undefined && { activeFile }),
    ...(editorLine > 1 && { line: editorLine }),
  };
  const paths = new Set([...content.files, ...content.changes].map(([path]) => path));
  return { content, files: [...paths].sort(compareText), stripped };
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

function optionsOf(options: EngineOptions): LinkContent['options'] {
  const defaults = new Map<string, unknown>(Object.entries(defaultOptions));
  return Object.fromEntries(Object.entries(options).filter(([key, value]) => differs(value, defaults.get(key))));
}

function viewOf(state: WorkbenchState): LinkView {
  const initial = new Map<string, unknown>(Object.entries({ ...initialView, ...initialMap }));
  return Object.fromEntries(
    linkViewKeys.flatMap((key) =>
      state[key] === undefined || !differs(state[key], initial.get(key)) ? [] : [[key, state[key]] as const],
    ),
  );
}
