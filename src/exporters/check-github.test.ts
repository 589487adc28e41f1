// Commands that a runner reads.
import { expect, it } from 'vitest';
import { drawAssertion, drawCheck } from '../testing/draw-check.ts';
import { checkGithub } from './check-github.ts';

it('is one command for each that is broken', () =>
  expect(checkGithub.export(drawCheck(drawAssertion('a', true), drawAssertion('b\n::error::', false, 7)))).toBe(
    '::error file=shop.flows.yaml,line=7,endLine=7,col=5,title=assertion-broken::`b\\u{a}::error::` is broken\n',
  ));
