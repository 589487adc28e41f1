// Holds what an article claims to what its manifests do: as they stand, and after the fixes that findings offer.
import { expect } from 'vitest';
import type { SourceFile } from '../../documents/source-file.ts';
import { applyEdits } from '../../documents/text-edit.ts';
import type { EngineOptions } from '../../engine/engine-options.ts';
import type { Problem } from '../../engine/results.ts';
import { problemsIn } from '../lint-manifests.ts';
import { judgeManifests } from './judged-manifests.ts';

/** A finding that says so: its code, and the file it points into, by the beginning of its name. */
export type Told = readonly [code: string, file: string];

/** A fix that is taken: the code it belongs to, and how its title begins where there are several. */
export type Taken = readonly [code: string, title?: string];

export interface Claim {
  /** In our words. */
  readonly claim: string;
  readonly files: readonly SourceFile[];
  readonly options?: Partial<EngineOptions>;
  /** What the manifests do as they stand: truth tables. */
  readonly does: readonly string[];
  /** Where that is not what was claimed: the findings that say so. */
  readonly told?: readonly Told[];
  /** The fixes to take, in turn. */
  readonly fixes?: readonly Taken[];
  /** What only a person can write. */
  readonly byHand?: (text: string) => string;
  /** What was claimed, which holds afterwards. */
  readonly meant?: readonly string[];
}

const matches = ({ code, location }: Problem, [wanted, file]: Told): boolean =>
  code === wanted && (location.file.split('/').at(-1) ?? '').startsWith(file);

/** The files after one fix of the first finding that offers it. Throws where none does. */
export async function takeFix(
  files: readonly SourceFile[],
  [code, title = '']: Taken,
  options: Partial<EngineOptions> = {},
): Promise<readonly SourceFile[]> {
  const problems = await problemsIn(files, options);
  const all = problems.flatMap((problem) => (problem.code === code ? (problem.fixes ?? []) : []));
  const fix = all.find((one) => one.title.startsWith(title));
  if (!fix) throw new Error(`no fix ${code} ${title} among ${problems.map((one) => one.code).join(', ')}`);
  return files.map((file) => {
    const edits = fix.edits.filter((edit) => edit.file === file.path);
    return edits.length > 0 ? { path: file.path, text: applyEdits(file.text, edits) } : file;
  });
}

/** Fails where the manifests do something else, where nothing tells so, or where the fixes do not make the claim true. */
export async function proveClaim({ files, options = {}, does, told = [], fixes = [], byHand, meant }: Claim) {
  const judged = judgeManifests(files, options);
  for (const table of does) judged.expectFlows(table);
  const problems = await problemsIn(files, options);
  for (const one of told) {
    expect(problems.filter((problem) => matches(problem, one)).map(({ code }) => code)).toContain(one[0]);
  }
  let now = files;
  for (const fix of fixes) now = await takeFix(now, fix, options);
  if (byHand) now = now.map(({ path, text }) => ({ path, text: byHand(text) }));
  const after = judgeManifests(now, options);
  for (const table of meant ?? []) after.expectFlows(table);
}
