// Every mistake that Sluice is documented to warn of is found, under its code and as grave as it is said to be.
import { describe, expect, it } from 'vitest';
import { calicoMistakes, type DocumentedMistake, kubernetesMistakes } from '../testing/documented-lints.ts';
import { problemsIn } from '../testing/lint-manifests.ts';
import { allLints } from './all-lints.ts';

const lints = new Map(allLints.map((lint) => [lint.code, lint]));

async function found({ code, text, options }: DocumentedMistake): Promise<readonly string[]> {
  const docs = lints.get(code)?.docs;
  const semantics = docs?.semantics ? { semantics: docs.semantics } : {};
  const problems = await problemsIn(text ?? docs?.bad ?? '', options ?? semantics);
  return problems.map((one) => `${one.severity} ${one.code}`);
}

describe.each([
  ['Calico', calicoMistakes],
  ['Kubernetes', kubernetesMistakes],
] as const)('%s', (_, mistakes) => {
  it.each(mistakes.map((one) => [one.what, one.because ?? '', one] as const))('%s %s', async (_what, _because, one) =>
    expect(await found(one)).toContain(`${one.severity} ${one.code}`),
  );
});
