// Reads the ports of a Calico rule: numbers, ranges `"8000:9000"` and names of endpoints' ports.
import { type DocumentValue, entryOf, type MapValue } from '../documents/document-value.ts';
import type { CalicoPort } from './calico-resource.ts';
import { type Field, readList, rejectAt, rejectType, rejectValue } from './field.ts';
import { portNameErrors } from './name-syntax.ts';
import { fixOf, insertEdit, nodeEdit, replaceValue } from './quick-fixes.ts';
import { quoteText } from './value-words.ts';

const OUT_OF_RANGE = 'port range invalid, port number must be between 1 and 65535';
const WHAT_TO_WRITE =
  'Write a number from 1 to 65535, a range such as `"8000:9000"`, or the name of a port as its container declares it.';
const MAX_PORT = 65535;
/** Longer lists are no rule that somebody writes by hand. */
const MAX_TRANSLATED = 50;
const RANGE = /^(\d+):(\d+)$/;

/** `ports` or `notPorts`; what is no port is reported and left out. */
export function readCalicoPorts(field: Field | undefined): readonly CalicoPort[] {
  return readList(field).flatMap((item) => readPort(item) ?? []);
}

function readPort(item: Field): CalicoPort | undefined {
  const { value } = item;
  switch (value.kind) {
    case 'int':
      return readNumber(item, Number(value.value), value.text);
    case 'null':
      return readNumber(item, 0, '0');
    case 'string':
      return readText(item, value.value);
    case 'map':
      rejectPortMap(item, value);
      return undefined;
    default:
      rejectType(item, 'a port', WHAT_TO_WRITE);
      return undefined;
  }
}

function readNumber(item: Field, port: number, text: string): CalicoPort | undefined {
  if (port >= 1 && port <= MAX_PORT) return { from: port, to: port };
  if (port === 0) rejectValue(item, 0, OUT_OF_RANGE, 'Leave the list out to mean every port.');
  else rejectAt(item, `Invalid value: ${text}: ${OUT_OF_RANGE} (uint16)`, { advice: WHAT_TO_WRITE });
  return undefined;
}

function readText(item: Field, text: string): CalicoPort | undefined {
  if (/^\d+$/.test(text)) return readNumber(item, Number(text), text);
  const range = RANGE.exec(text);
  if (range) return readRange(item, text, Number(range[1]), Number(range[2]));
  const [why] = /^[a-zA-Z0-9_.-]{1,128}$/.test(text) ? portNameErrors(text) : ['invalid name for named port'];
  if (why === undefined) return { name: text };
  rejectPortName(item, text, why);
  return undefined;
}

function readRange(item: Field, text: string, from: number, to: number): CalicoPort | undefined {
  if (from < 1 || to < 1 || from > MAX_PORT || to > MAX_PORT) {
    rejectValue(item, text, OUT_OF_RANGE, WHAT_TO_WRITE);
    return undefined;
  }
  if (from <= to) return { from, to };
  const why = `minimum port number (${from}) is greater than maximum port number (${to}) in port range`;
  const fixes = [replaceValue(item, `${to}:${from}`)];
  rejectAt(item, `Invalid value: ${quoteText(text)}: ${why}`, { advice: 'Write the lower number first.', fixes });
  return undefined;
}

/** A hyphen, dots or a comma where a colon is meant; letters that a port's name cannot have. */
function rejectPortName(item: Field, text: string, why: string): void {
  const [, first, last] = /^\s*(\d+)\s*(?:-|\.\.|–|:)\s*(\d+)\s*$/.exec(text) ?? [];
  if (first !== undefined && last !== undefined) {
    const range = `${Math.min(Number(first), Number(last))}:${Math.max(Number(first), Number(last))}`;
    const message = `Invalid value: ${quoteText(text)}: a range is written with a colon; this is read as the name of a port (portName), which ${why}`;
    rejectAt(item, message, { advice: `Write \`"${range}"\`.`, fixes: [replaceValue(item, range)] });
    return;
  }
  const numbers = text.split(',').map((part) => part.trim());
  if (numbers.length > 1 && numbers.every((part) => /^\d+$/.test(part))) {
    rejectValue(
      item,
      text,
      `a port's name (portName) ${why}`,
      `Write each port as an item of the list: [${numbers.join(', ')}].`,
    );
    return;
  }
  const lower = text.toLowerCase();
  const fixes = lower !== text && portNameErrors(lower).length === 0 ? [replaceValue(item, lower)] : [];
  rejectAt(item, `Invalid value: ${quoteText(text)}: a port's name (portName) ${why}`, {
    advice: WHAT_TO_WRITE,
    fixes,
  });
}

/** Kubernetes writes ports as `{port: 80, protocol: TCP}`. */
function rejectPortMap(item: Field, map: MapValue): void {
  const port = portOfMap(map);
  const advice = `Write ${port === undefined ? 'the port alone' : `\`${typeof port === 'string' ? quoteText(port) : port}\``}, and \`protocol\` beside \`action\` in the rule.`;
  const message =
    'must be a number, a range such as `"8000:9000"` or a name, but it is a map, as Kubernetes writes ports';
  rejectAt(item, message, { code: 'wrong-type', advice, fixes: item.context.full ? [] : portMapFixes(item) });
}

function portOfMap(map: MapValue): string | number | undefined {
  const port = entryOf(map, 'port')?.value;
  const end = entryOf(map, 'endPort')?.value;
  if (port?.kind === 'int') {
    return end?.kind === 'int' ? `${Number(port.value)}:${Number(end.value)}` : Number(port.value);
  }
  return port?.kind === 'string' ? port.value : undefined;
}

const protocolOf = (value: DocumentValue): string | undefined => {
  const protocol = value.kind === 'map' ? entryOf(value, 'protocol')?.value : undefined;
  return protocol?.kind === 'string' ? protocol.value : undefined;
};

/** All items of the list at once; the protocol goes to the rule if all have the same. */
function portMapFixes({ parent: list }: Field): ReturnType<typeof fixOf> {
  const rule = list?.parent?.parent;
  if (!list || !rule || list.value.kind !== 'list' || list.value.items.length > MAX_TRANSLATED) return [];
  const maps = readList(list).filter((item) => item.value.kind === 'map');
  const edits = maps.map((item) => {
    const port = item.value.kind === 'map' ? portOfMap(item.value) : undefined;
    return port === undefined ? undefined : nodeEdit(item, port);
  });
  const protocols = new Set(maps.map((item) => protocolOf(item.value) ?? 'TCP'));
  const [protocol] = protocols;
  if (protocols.size !== 1 || protocol === undefined || rule.value.kind !== 'map') return [];
  const written = entryOf(rule.value, 'protocol')?.value;
  if (written) {
    const same = written.kind === 'string' && written.value === protocol;
    return same ? fixOf('Write the ports as Calico does', ...edits) : [];
  }
  return fixOf('Write the ports as Calico does', ...edits, insertEdit(rule, 'protocol', protocol, 'action'));
}
