// A page of help as data.
import { expect, it } from 'vitest';
import { findingHelpJson, findingListJson } from './finding-help-json.ts';

const page = { code: 'a', severity: 'warning', title: 'An a', why: 'It is.', fix: 'Mend it.' } as const;
const { code: rule, ...rest } = page;

it('names the rule and has the rest as it is', () => {
  const help = JSON.parse(findingHelpJson.export({ ...page, quickFix: 'safe' }));
  expect(help).toEqual({ schema: 'sluice/finding/v1', rule, ...rest, quickFix: 'safe' });
  const list = JSON.parse(findingListJson.export([page]));
  expect(list).toEqual({ schema: 'sluice/findings/v1', findings: [{ rule, ...rest }] });
});
