// The checks in a lesson: what facts rest on, and what mistakes are known by.
import { nearestName } from '../base/nearest-name.ts';
import { type DocumentValue, entryOf, type MapValue } from '../documents/document-value.ts';
import type { FlowQuery } from '../engine/explanation.ts';
import type { Check, FlowCheck } from '../engine/grading/check.ts';
import { type AssertedSide, readEnd } from '../resources/asserted-end.ts';
import { readPort } from '../resources/asserted-port.ts';
import type { Assertion } from '../resources/assertion.ts';
import { readAssertionItems } from '../resources/assertion.ts';
import type { LessonFields } from './lesson-fields.ts';
import { lessonLimits } from './lesson-limits.ts';
import { readPath } from './read-files.ts';

const FLOW_FIELDS = ['from', 'to', 'port', 'expect', 'end', 'by', 'pending'] as const;
const KINDS = ['from', 'finding', 'noFinding', 'policy', 'rejected'] as const;
const CHECK_ADVICE =
  'A check is a flow (`from`, `to`, `port`, `expect`), `finding: CODE`, `noFinding: CODE`, `policy: NAME` with `pods`, or `rejected: PATH`.';
const MOST_PODS = 100_000;

/** Flows as the assertions format has them; `others` only among goals. */
export function readFlows(
  fields: LessonFields,
  items: readonly DocumentValue[],
  mayOthers: boolean,
): readonly Assertion[] {
  const { assertions, diagnostics } = readAssertionItems(items, fields.file);
  fields.take(diagnostics);
  for (const { from, to, range } of mayOthers ? [] : assertions) {
    if (!from.isOthers && !to.isOthers) continue;
    fields.fault(range, 'invalid-value', '`others` has a meaning among goals only', 'Name the ends.');
  }
  return assertions;
}

/** What names one thing. */
function plainName({ isOthers, ends, text }: AssertedSide): string | undefined {
  const [end] = ends;
  return !isOthers && ends.length === 1 && end?.by === 'name' ? text : undefined;
}

/** The one flow that an assertion speaks of, if it is one. */
function queryOf({ from, to, ports }: Assertion): FlowQuery | undefined {
  const ends = { from: plainName(from), to: plainName(to) };
  const [port] = ports === 'all' || ports?.length !== 1 ? [] : ports;
  if (ends.from === undefined || ends.to === undefined || !port) return undefined;
  if (port.ports && port.ports.from !== port.ports.to) return undefined;
  const named = { from: ends.from, to: ends.to, protocol: port.protocol };
  return port.ports ? { ...named, port: port.ports.from } : named;
}

function readFlowCheck(fields: LessonFields, map: MapValue): FlowCheck | undefined {
  fields.known(map, [...FLOW_FIELDS, 'name'], 'a check');
  const own = ['name', 'from', 'to', 'port', 'expect'];
  const flow: MapValue = { ...map, entries: map.entries.filter(({ key }) => own.includes(key)) };
  const [assertion] = readFlows(fields, [flow], false);
  const end = fields.present(map, 'end');
  const direction = end && fields.word(end.value, 'end', ['egress', 'ingress']);
  const by = fields.optionalText(map, 'by', lessonLimits.title * 2);
  const pending = fields.truth(map, 'pending');
  if (!assertion) return undefined;
  const query = queryOf(assertion);
  if (!query && (end || by !== undefined)) {
    const advice = 'Name one thing at each end and one port, such as `TCP/8080`.';
    return fields.fault(map, 'invalid-value', '`end` and `by` go by the explanation of one flow', advice);
  }
  return {
    type: 'flow',
    assertion,
    range: fields.rangeOf(map),
    ...(direction ? { end: direction } : {}),
    ...(by === undefined ? {} : { by }),
    ...(pending ? { pending } : {}),
    ...(query ? { query } : {}),
  };
}

function readFinding(fields: LessonFields, map: MapValue, name: 'finding' | 'noFinding'): Check | undefined {
  fields.known(map, [name], 'such a check');
  const entry = entryOf(map, name);
  const code = entry && fields.text(entry.value, name, lessonLimits.title);
  return code === undefined
    ? undefined
    : { type: 'finding', code, isThere: name === 'finding', range: fields.rangeOf(map) };
}

function readPolicy(fields: LessonFields, map: MapValue): Check | undefined {
  fields.known(map, ['policy', 'pods'], 'such a check');
  const name = fields.requiredText(map, 'policy', 'a check', lessonLimits.path);
  const entry = fields.required(map, 'pods', 'a check of a policy', 'Write how many pods it applies to.');
  const pods = entry && fields.whole(entry.value, 'pods', 0, MOST_PODS);
  return name === undefined || pods === undefined
    ? undefined
    : { type: 'policy', name, pods, range: fields.rangeOf(map) };
}

function readCheck(fields: LessonFields, value: DocumentValue): Check | undefined {
  const map = fields.map(value, 'A check', CHECK_ADVICE);
  if (!map) return undefined;
  const has = (name: string): boolean => entryOf(map, name) !== undefined;
  if (has('finding')) return readFinding(fields, map, 'finding');
  if (has('noFinding')) return readFinding(fields, map, 'noFinding');
  if (has('policy')) return readPolicy(fields, map);
  if (has('rejected')) {
    fields.known(map, ['rejected'], 'such a check');
    const path = readPath(fields, entryOf(map, 'rejected')?.value ?? map, 'rejected', true);
    return path === undefined ? undefined : { type: 'rejected', path, range: fields.rangeOf(map) };
  }
  if (FLOW_FIELDS.some(has)) return readFlowCheck(fields, map);
  const near = map.entries
    .map(({ key }) => nearestName(key, [...KINDS, ...FLOW_FIELDS]))
    .find((one) => one !== undefined);
  const advice = near === undefined ? CHECK_ADVICE : `Did you mean \`${near}\`? ${CHECK_ADVICE}`;
  return fields.fault(map, 'unknown-field', 'This is no check', advice);
}

/** At least one. */
export function readChecks(fields: LessonFields, map: MapValue, name: 'holds' | 'when'): readonly Check[] {
  const items = fields.list(map, name, { least: 1, most: lessonLimits.checks }, CHECK_ADVICE);
  return items.flatMap((item) => readCheck(fields, item) ?? []);
}

const LOOK_ADVICE = 'Write `{ from: dev-app/frontend, to: dev-app/backend, port: TCP/8080 }`.';

/** The flow that a step explains at first. */
export function readLook(fields: LessonFields, value: DocumentValue): FlowQuery | undefined {
  const map = fields.map(value, '`look`', LOOK_ADVICE);
  if (!map) return undefined;
  fields.known(map, ['from', 'to', 'port'], '`look`');
  const [from, to] = (['from', 'to'] as const).map((name) => {
    const text = fields.requiredText(map, name, '`look`', lessonLimits.path);
    const end = text === undefined ? undefined : readEnd(text);
    if (!end) return undefined;
    if ('by' in end && end.by === 'name' && text !== 'others' && !text?.startsWith('group:')) return text;
    return fields.fault(map, 'invalid-value', `\`${name}\` of \`look\` must name one thing`, LOOK_ADVICE);
  });
  const text = fields.requiredText(map, 'port', '`look`', lessonLimits.title);
  const port = text === undefined ? undefined : readPort(text);
  const isOne = port && (!port.ports || port.ports.from === port.ports.to);
  if (text !== undefined && !isOne)
    fields.fault(map, 'invalid-value', '`port` of `look` must be one port', LOOK_ADVICE);
  if (from === undefined || to === undefined || !port || !isOne) return undefined;
  return { from, to, protocol: port.protocol, ...(port.ports ? { port: port.ports.from } : {}) };
}
