// The ends of asserted flows as they are written: one thing by its name, or what fits a pattern of names and labels.

/** One condition on a label: `app=web`, `app!=web`, `app`, `!app`. In keys and values `*` stands for any letters. */
export interface LabelTest {
  readonly key: string;
  /** Undefined: any value. */
  readonly value: string | undefined;
  /** True where it must not be so. */
  readonly isNot: boolean;
}

/** A part between slashes: `dev-*`, `[app=web]`. All of the tests must hold. */
export type PatternPart = { readonly glob: string } | { readonly labels: readonly LabelTest[] };

export type AssertedEnd =
  /** `ns/name`, `ns/Kind/name`, an address, a CIDR, `set:NAME`, `host:NAME`, `svc:NS/NAME`, `internet`. */
  | { readonly by: 'name'; readonly text: string }
  /** `dev-*\/front*`, `*\/db`, `dev-app/[app=web]`, `[team=a]/Deployment/*`. */
  | {
      readonly by: 'pattern';
      readonly text: string;
      readonly namespace: PatternPart;
      readonly kind: string | undefined;
      readonly name: PatternPart;
    }
  /** `set:vendors-*`, `host:*`. */
  | { readonly by: 'kind'; readonly text: string; readonly type: 'set' | 'host'; readonly glob: string }
  /** `*`: every workload off the host network, every range and set that policies name, and the Internet. */
  | { readonly by: 'everything'; readonly text: string };

/** One side of an assertion. */
export interface AssertedSide {
  /** As written; several ends with commas. */
  readonly text: string;
  /** `others`: everything that no other assertion of the file allows to the other side. */
  readonly isOthers: boolean;
  /** Groups are taken apart. Empty for `others`. */
  readonly ends: readonly AssertedEnd[];
}

/** What is wrong with a text, and what to write. */
export interface EndFault {
  readonly message: string;
  readonly advice: string;
}

const TEST = /^(!?)([^\s=!,[\]]+)\s*(?:(!=|==?)\s*([^\s=!,[\]]*))?$/;

function labelTests(text: string): readonly LabelTest[] | EndFault {
  const tests: LabelTest[] = [];
  for (const word of text.slice(1, -1).split(',')) {
    const [, not, key, operator, value] = TEST.exec(word.trim()) ?? [];
    if (key === undefined || (not && operator)) {
      const advice = 'Write conditions such as `[app=web, tier!=db, canary, !legacy]`.';
      return { message: `\`${word.trim()}\` is no condition on a label`, advice };
    }
    tests.push({ key, value, isNot: not === '!' || operator === '!=' });
  }
  return tests;
}

/** Parts between slashes; those inside brackets belong to names of labels. */
function partsOf(text: string): readonly string[] {
  return text.split(/\/(?![^[]*\])/);
}

const isPattern = (text: string): boolean => /[*[\]]/.test(text);

/** Reads one end. Whether a name means anything is told where it is judged. */
export function readEnd(given: string): AssertedEnd | EndFault {
  const text = given.trim();
  if (!isPattern(text)) return { by: 'name', text };
  if (text === '*') return { by: 'everything', text };
  const [, type, rest = ''] = /^(set|host|svc|cidr|pod|workload):(.*)$/.exec(text) ?? [];
  if ((type === 'set' || type === 'host') && !/[[\]]/.test(rest)) return { by: 'kind', text, type, glob: rest };
  if (type === 'svc') return { message: 'a service is named in full', advice: 'Write `svc:NS/NAME`.' };
  const parts = partsOf(type === undefined || type === 'set' || type === 'host' ? text : rest);
  const [first = '', second = '', third] = parts;
  if (parts.length < 2 || parts.length > 3 || parts.includes('')) {
    const hint = parts.length === 1 ? `, such as \`${first.startsWith('[') ? `*/${first}` : `${first}/*`}\`` : '';
    return { message: `\`${text}\` is no pattern of a namespace and a name`, advice: `Write \`NS/NAME\`${hint}.` };
  }
  const namespace = readPart(first);
  if ('message' in namespace) return namespace;
  const name = readPart(third ?? second);
  if ('message' in name) return name;
  return { by: 'pattern', text, namespace, kind: third === undefined ? undefined : second, name };
}

function readPart(text: string): PatternPart | EndFault {
  if (!/[[\]]/.test(text)) return { glob: text };
  if (!/^\[[^[\]]*\]$/.test(text)) {
    return { message: `\`${text}\` is neither a name nor conditions in brackets`, advice: 'Write `[app=web]`.' };
  }
  const labels = labelTests(text);
  return 'message' in labels ? labels : { labels };
}
