// Scalars and collections of YAML to document values and keys, noting what kubectl would refuse or read unexpectedly.
import type { ScalarSource } from './anchors.ts';
import type { DocumentValue, MapValue } from './document-value.ts';
import type { LateProblems } from './late-problems.ts';
import { type MapBuilder, type MapKey, spellingOf } from './map-builder.ts';
import type { ReadingNotes } from './reading-notes.ts';
import { compactInteger, integerOfFloat, isPlainString, type ResolvedScalar, resolveScalar } from './resolve-scalar.ts';

const MERGE_TAG = 'tag:yaml.org,2002:merge';

/** Whether the scalar is the merge key `<<`: plain, or tagged `!` or `!!merge`. */
export function isMergeKey({ text, plain, tag }: ScalarSource): boolean {
  return text === '<<' && (tag === '' ? plain : tag === '!' || tag === MERGE_TAG);
}

export class ValueFactory {
  readonly #late: LateProblems;
  readonly #notes: ReadingNotes | undefined;

  constructor(late: LateProblems, notes: ReadingNotes | undefined) {
    this.#late = late;
    this.#notes = notes;
  }

  scalar(source: ScalarSource): DocumentValue {
    const { text, plain, tag, start, end } = source;
    if (tag === '' && (!plain || isPlainString(text))) return { kind: 'string', value: text, start, end };
    return this.#valueOf(this.#resolve(source), source);
  }

  key(source: ScalarSource): MapKey {
    const { text, start, end } = source;
    const resolved = this.#resolve(source);
    const isText = resolved.type === 'string' && resolved.value === text;
    const key: MapKey = { text, resolved: isText ? undefined : resolved, start, end };
    const spelling = spellingOf(key);
    if (spelling !== undefined && spelling !== text) this.#notes?.keyReadsDifferently(text, spelling, key);
    return key;
  }

  map(builder: MapBuilder, start: number, end: number): MapValue {
    const { entries, refused, ambiguous } = builder.finish();
    const value: MapValue = { kind: 'map', entries, start, end };
    if (refused !== undefined) {
      this.#late.suspect(value, {
        kind: 'key',
        message: refused.text === '' ? 'A key is missing here' : `\`${refused.text}\` cannot be a key`,
        advice: 'Write a name before the colon, in quotes if it is to be text.',
        start: refused.start,
        end: Math.max(refused.end, refused.start + 1),
      });
    } else if (ambiguous !== undefined) {
      const [first, second] = ambiguous;
      this.#late.suspect(value, {
        kind: 'ambiguous-key',
        message: `Two keys of this map become \`${spellingOf(second)}\` in JSON, and kubectl keeps either at random`,
        advice: 'Remove one of the two.',
        start: second.start,
        end: second.end,
        related: [{ message: 'The other key', start: first.start, end: first.end }],
      });
    }
    return value;
  }

  #resolve(source: ScalarSource): ResolvedScalar {
    const { text, plain, tag, start, end } = source;
    if (tag === '' && (!plain || isPlainString(text))) return { type: 'string', value: text };
    const resolved = resolveScalar(text, tag);
    if (resolved !== undefined) return resolved;
    this.#late.decoding({
      kind: 'tag',
      message: `\`${text.slice(0, 60)}\` is not a value of the type ${tag.replace('tag:yaml.org,2002:', '!!')}`,
      advice: 'Remove the tag, or correct the value.',
      start,
      end,
    });
    return { type: 'string', value: text };
  }

  #valueOf(resolved: ResolvedScalar, { text, start, end }: ScalarSource): DocumentValue {
    switch (resolved.type) {
      case 'string':
        return { kind: 'string', value: resolved.value, start, end };
      case 'bool':
        return { kind: 'bool', value: resolved.value, text, start, end };
      case 'null':
        return { kind: 'null', start, end };
      case 'int':
        if (String(resolved.value) !== text) this.#notes?.numberReadsDifferently(text, resolved.value, { start, end });
        return { kind: 'int', value: resolved.value, text, start, end };
      case 'uint':
        return { kind: 'float', value: Number(resolved.value), text, start, end };
      case 'float':
        return this.#floatOf(resolved.value, text, start, end);
    }
  }

  /** JSON has no floats apart from integers: kubectl prints the number and reads it again. */
  #floatOf(number: number, text: string, start: number, end: number): DocumentValue {
    const integer = integerOfFloat(number);
    const value: DocumentValue =
      integer === undefined
        ? { kind: 'float', value: number, text, start, end }
        : { kind: 'int', value: typeof integer === 'bigint' ? compactInteger(integer) : integer, text, start, end };
    if (!Number.isFinite(number)) {
      this.#late.suspect(value, {
        kind: 'not-finite',
        message: `\`${text}\` is no number that JSON could carry, so kubectl refuses the document`,
        advice: 'Quote it if it shall be text.',
        start,
        end,
      });
    } else if (integer !== undefined || Number(text) !== number) {
      this.#notes?.numberReadsDifferently(text, integer ?? number, { start, end });
    }
    return value;
  }
}
