// Reads fields of a lesson strictly: what is not understood is told with its place and what to write instead.
import { nearestName } from '../base/nearest-name.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { type DocumentValue, entryOf, type MapEntry, type MapValue, type Span } from '../documents/document-value.ts';
import type { SourceRange } from '../documents/source-file.ts';
import { entrySpan, textOf } from '../documents/value-parts.ts';
import { LESSON } from './lesson.ts';

/** A text and where it is written. */
export interface PlacedText {
  readonly text: string;
  readonly value: DocumentValue;
}

/** How many of something there may be. */
export interface Extent {
  readonly least?: number;
  readonly most: number;
}

const LIST_ADVICE = 'Put `- ` before each item.';

export class LessonFields {
  readonly diagnostics: Diagnostic[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  rangeOf({ start, end }: Span): SourceRange {
    return { file: this.file, start, end: Math.max(end, start + 1) };
  }

  fault(span: Span, code: string, message: string, advice: string): undefined {
    const range = this.rangeOf(span);
    this.diagnostics.push({ code, severity: 'error', message, advice, range, object: LESSON.kind });
    return undefined;
  }

  /** What another reader had to say. */
  take(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics.push(...diagnostics.map((one) => ({ ...one, object: LESSON.kind })));
  }

  known(map: MapValue, fields: readonly string[], whose: string): void {
    for (const { key, keySpan } of map.entries) {
      if (fields.includes(key)) continue;
      const near = nearestName(key, fields);
      const advice = near
        ? `Did you mean \`${near}\`?`
        : `The fields of ${whose} are ${fields.map((one) => `\`${one}\``).join(', ')}.`;
      this.fault(keySpan, 'unknown-field', `Unknown field \`${key}\` in ${whose}`, advice);
    }
  }

  /** The entry that is there and not null. */
  present(map: MapValue, name: string): MapEntry | undefined {
    const entry = entryOf(map, name);
    return entry && entry.value.kind !== 'null' ? entry : undefined;
  }

  required(map: MapValue, name: string, whose: string, advice: string): MapEntry | undefined {
    const entry = this.present(map, name);
    if (entry) return entry;
    const span = entryOf(map, name)?.keySpan ?? { start: map.start, end: map.start + 1 };
    return this.fault(span, 'required-field', `\`${name}\` is missing in ${whose}`, advice);
  }

  /** A text of at most so many characters, without blanks around it. */
  text(value: DocumentValue, name: string, most: number): string | undefined {
    const text = textOf(value)?.trim();
    if (text === undefined) {
      const advice = 'Write it in quotes, or as a block of text after `|`.';
      return this.fault(value, 'wrong-type', `\`${name}\` must be a text`, advice);
    }
    if (text === '')
      return this.fault(value, 'invalid-value', `\`${name}\` is empty`, 'Write something, or leave it out.');
    if (text.length <= most) return text;
    const message = `\`${name}\` has ${text.length} characters; there may be ${most}`;
    return this.fault(value, 'too-long', message, 'Say it shorter, or in two places.');
  }

  requiredText(map: MapValue, name: string, whose: string, most: number): string | undefined {
    const entry = this.required(map, name, whose, `Write \`${name}: …\`.`);
    return entry && this.text(entry.value, name, most);
  }

  optionalText(map: MapValue, name: string, most: number): string | undefined {
    const entry = this.present(map, name);
    return entry && this.text(entry.value, name, most);
  }

  word<Word extends string>(value: DocumentValue, name: string, words: readonly Word[]): Word | undefined {
    const text = textOf(value);
    const found = words.find((one) => one === text);
    if (found !== undefined) return found;
    const near = nearestName(text ?? '', words);
    const advice = near ? `Did you mean \`${near}\`?` : `Write one of ${words.map((one) => `\`${one}\``).join(', ')}.`;
    return this.fault(value, 'invalid-value', `\`${name}\` cannot be \`${(text ?? 'that').slice(0, 80)}\``, advice);
  }

  whole(value: DocumentValue, name: string, least: number, most: number): number | undefined {
    const number = value.kind === 'int' ? Number(value.value) : Number.NaN;
    if (number >= least && number <= most) return number;
    const message = `\`${name}\` must be a whole number from ${least} to ${most}`;
    return this.fault(value, 'invalid-value', message, 'Write it without quotes.');
  }

  truth(map: MapValue, name: string): boolean {
    const value = this.present(map, name)?.value;
    if (!value || value.kind === 'bool') return value?.value === true;
    this.fault(value, 'wrong-type', `\`${name}\` must be \`true\` or \`false\``, 'Write it without quotes.');
    return false;
  }

  map(value: DocumentValue, what: string, advice: string): MapValue | undefined {
    return value.kind === 'map' ? value : this.fault(value, 'wrong-type', `${what} must be a map`, advice);
  }

  /** The items under a name; none where it is missing. The first of too many. */
  list(map: MapValue, name: string, { least = 0, most }: Extent, advice = LIST_ADVICE): readonly DocumentValue[] {
    const entry = least > 0 ? this.required(map, name, 'this part', advice) : this.present(map, name);
    if (!entry) return [];
    const { value } = entry;
    if (value.kind !== 'list') {
      this.fault(value, 'wrong-type', `\`${name}\` must be a list`, LIST_ADVICE);
      return [];
    }
    const { length } = value.items;
    const wanted = least === most ? `exactly ${least}` : length < least ? `at least ${least}` : `at most ${most}`;
    if (length < least || length > most) {
      this.fault(entrySpan(entry), 'wrong-count', `\`${name}\` has ${length} items; there must be ${wanted}`, advice);
    }
    return value.items.slice(0, most);
  }
}
