// XML that any reader takes.
import { expect, it } from 'vitest';
import { drawAssertion, drawCheck } from '../testing/draw-check.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { checkJunit } from './check-junit.ts';

it('is a case each, and a failure with its trace', () =>
  expect(checkJunit.export(drawCheck(drawAssertion('a', true), drawAssertion('b<', false, 7)))).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sluice" tests="2" failures="1" errors="0">
  <testsuite name="shop.flows.yaml" tests="2" failures="1" errors="0">
    <testcase classname="shop.flows.yaml" name="a" file="shop.flows.yaml" line="4"/>
    <testcase classname="shop.flows.yaml" name="b&lt;" file="shop.flows.yaml" line="7">
      <failure message="must be allowed, is denied">shop/web → shop/db TCP/80
shop/web → shop/db TCP/80: denied
b&lt;-policy allows nothing.
egress: no policy → allowed
ingress: default: b&lt;-policy → denied</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
  ));

it.each(hostileNames)('holds %j as text', (name) => {
  const text = checkJunit.export(drawCheck(drawAssertion(name, false, 7, name)));
  expect(text.match(/<[^>]*>/g)?.map((tag) => /^<[?/]?(\w+)/.exec(tag)?.[1])).toEqual([
    ...['xml', 'testsuites', 'testsuite', 'testcase', 'failure', 'failure', 'testcase', 'testsuite', 'testsuites'],
  ]);
});
