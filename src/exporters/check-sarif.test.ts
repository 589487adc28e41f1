// What services that read SARIF ask for.
import { expect, it } from 'vitest';
import { drawAssertion, drawCheck } from '../testing/draw-check.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { sarifErrors } from '../testing/sarif-schema.ts';
import { checkSarif } from './check-sarif.ts';

it('has a result for each broken one, at its line, and fits the official schema', () => {
  const text = checkSarif.export(
    drawCheck(drawAssertion('a', true), ...hostileNames.map((name) => drawAssertion(name, false, 7))),
  );
  expect(sarifErrors(text)).toEqual([]);
  const [run] = JSON.parse(text).runs;
  expect(run.results).toHaveLength(hostileNames.length);
  expect(run.results[0]).toMatchObject({
    ruleId: 'assertion-broken',
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'shop.flows.yaml' }, region: { startLine: 7 } } }],
  });
  expect(run.tool.driver.rules[0]).toMatchObject({ id: 'assertion-broken', defaultConfiguration: { level: 'error' } });
});
