// Links to a state in the page's address: followed when the page is opened with one, asked about where work would make room for it.
import { fail, ok, type Result } from '../../base/result.ts';
import { changesBetween, type Files, inPathOrder } from '../file-list.ts';
import type { WorkbenchState } from '../workbench-state.ts';
import { LONGEST_FRAGMENT, readLink, writeLink } from './link-codec.ts';
import type { LinkContent, LinkFile } from './link-content.ts';
import { linkOfState } from './link-of-state.ts';

export interface MadeLink {
  readonly fragment: string;
  /** Paths of the files whose texts are in it. */
  readonly files: readonly string[];
  /** Characters of those texts. */
  readonly characters: number;
  /** Files of which something was left out. */
  readonly stripped: readonly string[];
  /** Set where the link says "the demo" in place of its files. */
  readonly isDemo: boolean;
}

export interface LinkSlice {
  /** What a link wants to open while there is unsaved work. */
  readonly linkOffer: LinkContent | undefined;
  /** Why a link was not followed, a sentence. */
  readonly linkProblem: string | undefined;
  /** True while the address follows what is on show. */
  readonly liveLink: boolean;
  /** `fragment` without its `#`; opens what it holds, or asks first. False where it is no link to a state. */
  followLink(fragment: string, demo: Files): Promise<boolean>;
  acceptLink(demo: Files): Promise<void>;
  declineLink(): void;
  /** A link to what is on show; fails with a sentence. */
  makeLink(demo: Files, keepSecrets: boolean): Promise<Result<MadeLink, string>>;
  setLiveLink(on: boolean): void;
}

export function createLinkSlice(set: (change: Partial<WorkbenchState>) => void, get: () => WorkbenchState): LinkSlice {
  const open = async (content: LinkContent, demo: Files) => {
    set({ linkOffer: undefined });
    const baseline = content.base === 'demo' ? demo : withChanges([], content.files);
    const files = withChanges(baseline, content.changes);
    const { name, options, view, activeFile, line = 1 } = content;
    const opened = get().openWorkspace({ name, files, baseline, options, view, activeFile });
    if (activeFile !== undefined && line > 1 && get().activeFile === activeFile) {
      const at = { line, column: 1, endLine: line, endColumn: 1, start: 0, end: 0 };
      get().revealLocation({ file: activeFile, ...at });
    }
    await opened;
  };

  return {
    linkOffer: undefined,
    linkProblem: undefined,
    liveLink: false,
    async followLink(fragment, demo) {
      const read = await readLink(fragment);
      if (!read) return false;
      if (!read.ok) set({ linkProblem: read.error });
      else if (hasWork(get())) set({ linkOffer: read.value, linkProblem: undefined });
      else await open(read.value, demo);
      return true;
    },
    async acceptLink(demo) {
      const { linkOffer } = get();
      if (linkOffer) await open(linkOffer, demo);
    },
    declineLink: () => set({ linkOffer: undefined, linkProblem: undefined }),
    async makeLink(demo, keepSecrets) {
      const state = get();
      const large = state.files.find((file) => file.large);
      if (large) return fail(`${large.path} is too large for a link: pass the file on instead.`);
      const { content, files, stripped } = linkOfState(state, demo, keepSecrets);
      const fragment = await writeLink(content);
      if (fragment.length > LONGEST_FRAGMENT) {
        const size = Math.ceil(fragment.length / 1024);
        return fail(
          `The manifests make a link of ${size} KiB; ${LONGEST_FRAGMENT / 1024} KiB is the most that is passed on safely.`,
        );
      }
      const characters = [...content.files, ...content.changes].reduce((sum, [, text]) => sum + (text?.length ?? 0), 0);
      return ok({ fragment, files, characters, stripped, isDemo: content.base === 'demo' });
    },
    setLiveLink: (liveLink) => set({ liveLink }),
  };
}

const hasWork = ({ files, baseline }: WorkbenchState): boolean => changesBetween(baseline, files).length > 0;

function withChanges(baseline: Files, changes: readonly LinkFile[]): Files {
  const changed = new Map(changes);
  const kept = baseline.filter(({ path }) => !changed.has(path));
  return inPathOrder([...kept, ...changes.flatMap(([path, text]) => (text === null ? [] : [{ path, text }]))]);
}
