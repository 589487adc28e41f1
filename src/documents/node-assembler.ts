// Assembles the values of one document while it is parsed: open collections, anchors and aliases, merges, and what they count.
import { AliasAccount } from './alias-account.ts';
import { type AnchorRecord, Anchors, type ScalarSource } from './anchors.ts';
import type { CollectionFrame, FrameState } from './collection-frame.ts';
import type { DocumentValue, Span } from './document-value.ts';
import { LateProblems } from './late-problems.ts';
import { MapBuilder } from './map-builder.ts';
import type { ReadBudget } from './read-budget.ts';
import { ReadingError } from './reading-error.ts';
import type { ReadingNotes } from './reading-notes.ts';
import { tooDeep } from './scanner-errors.ts';
import { isMergeKey, ValueFactory } from './value-factory.ts';
import type { Token } from './yaml-token.ts';

/** What one file has used of its budget so far. */
export interface NodeCount {
  nodes: number;
}

/** A finished node on its way into its parent. */
interface Delivery {
  readonly value: DocumentValue;
  /** Nested collections, itself included; 0 for a scalar. */
  readonly height: number;
  /** Where it is written: for an alias its own place, not the anchor's. */
  readonly start: number;
  readonly end: number;
  readonly pairs: MapBuilder | undefined;
  /** What a merge may take: the pairs of the maps in a list written out here. */
  readonly itemPairs: readonly (MapBuilder | undefined)[] | undefined;
}

export class NodeAssembler {
  readonly #budget: ReadBudget;
  readonly #used: NodeCount;
  readonly #notes: ReadingNotes | undefined;
  readonly #late = new LateProblems();
  readonly #values: ValueFactory;
  readonly #account: AliasAccount;
  readonly #anchors: Anchors;
  readonly #stack: CollectionFrame[] = [];
  #root: DocumentValue | undefined;

  constructor(budget: ReadBudget, used: NodeCount, notes: ReadingNotes | undefined) {
    this.#budget = budget;
    this.#used = used;
    this.#notes = notes;
    this.#values = new ValueFactory(this.#late, notes);
    this.#account = new AliasAccount(budget.aliasedValues);
    this.#anchors = new Anchors(budget.anchors);
  }

  /** The innermost open collection. */
  get innermost(): CollectionFrame | undefined {
    return this.#stack[this.#stack.length - 1];
  }

  /** @throws ReadingError for what go-yaml finds after parsing */
  finish(): DocumentValue {
    const root = this.#root ?? { kind: 'null', start: 0, end: 0 };
    this.#late.check(root);
    return root;
  }

  anchor({ value: name, start, end }: Token): AnchorRecord {
    return this.#anchors.define(name, start, end);
  }

  open(state: FrameState, start: number, anchor: AnchorRecord | undefined): void {
    if (this.#stack.length >= this.#budget.depth) throw tooDeep(start, this.#budget.depth);
    const isMap = state === 'pair-key' || state === 'flow-mapping-key' || state === 'block-mapping-key';
    const parent = this.innermost;
    const countBefore = this.#account.total;
    this.#count(start);
    this.#stack.push({
      state,
      first: true,
      start,
      end: start,
      items: [],
      itemPairs: parent?.merge !== undefined && parent.awaits === 'value' ? [] : undefined,
      pairs: isMap ? new MapBuilder(this.#notes) : undefined,
      awaits: isMap ? 'key' : 'item',
      key: undefined,
      merge: undefined,
      anchor,
      countBefore,
      height: 1,
    });
  }

  close(frame: CollectionFrame): void {
    this.#stack.pop();
    const { start, end, pairs, items, itemPairs, anchor, height } = frame;
    const value: DocumentValue =
      pairs === undefined ? { kind: 'list', items, start, end } : this.#values.map(pairs, start, end);
    if (anchor !== undefined) {
      anchor.value = value;
      anchor.pairs = pairs;
      anchor.height = height;
      anchor.size = this.#account.total - frame.countBefore;
    }
    this.#deliver({ value, height, start, end, pairs, itemPairs: pairs === undefined ? itemPairs : undefined });
  }

  scalar(source: ScalarSource, anchor: AnchorRecord | undefined): void {
    const { start, end, text } = source;
    const frame = this.innermost;
    const isKey = frame?.awaits === 'key';
    const limit = isKey ? this.#budget.keyLength : this.#budget.scalarLength;
    if (text.length > limit) throw tooLong(isKey ? 'key' : 'value', text.length, limit, source);
    if (anchor !== undefined) {
      anchor.value = this.#values.scalar(source);
      anchor.scalar = source;
    }
    if (frame !== undefined && isKey) {
      frame.end = Math.max(frame.end, end);
      if (isMergeKey(source)) frame.merge = { start, end };
      else this.#key(frame, source);
      return;
    }
    this.#count(start);
    const value = anchor?.value ?? this.#values.scalar(source);
    this.#deliver({ value, height: 0, start, end, pairs: undefined, itemPairs: undefined });
  }

  /** @throws ReadingError if there is no such anchor above, or aliases multiply */
  alias({ value: name, start, end }: Token): void {
    const record = this.#anchors.resolve(name, start, end);
    this.#count(start);
    const frame = this.innermost;
    if (record.value === undefined) {
      this.#late.decoding({
        kind: 'alias',
        message: `\`*${name}\` stands inside the value it refers to, which would never end`,
        advice: 'Refer to a value that is complete above.',
        start,
        end,
      });
    } else {
      this.#account.expand(record.size, start, end);
      if (this.#stack.length + record.height > this.#budget.depth) throw tooDeep(start, this.#budget.depth);
    }
    if (frame?.awaits === 'key' && record.scalar !== undefined) {
      frame.end = Math.max(frame.end, end);
      frame.key = this.#values.key({ ...record.scalar, start, end });
      return;
    }
    const value: DocumentValue = record.value ?? { kind: 'null', start, end };
    this.#deliver({ value, height: record.height, start, end, pairs: record.pairs, itemPairs: undefined });
  }

  #key(frame: CollectionFrame, source: ScalarSource): void {
    this.#count(source.start);
    frame.key = this.#values.key(source);
  }

  #count(at: number): void {
    this.#account.count(at);
    this.#used.nodes++;
    if (this.#used.nodes > this.#budget.nodes) {
      throw new ReadingError({
        kind: 'over-budget',
        message: `This file has more than ${this.#budget.nodes} keys and values`,
        advice: 'Split the file.',
        start: at,
        end: at + 1,
      });
    }
  }

  #deliver(node: Delivery): void {
    const frame = this.innermost;
    if (frame === undefined) {
      this.#root = node.value;
      return;
    }
    frame.end = Math.max(frame.end, node.end);
    frame.height = Math.max(frame.height, node.height + 1);
    if (frame.awaits === 'item') {
      frame.items.push(node.value);
      frame.itemPairs?.push(node.pairs);
    } else if (frame.awaits === 'key') {
      frame.key = undefined;
      this.#refuseKey(node);
    } else if (frame.merge !== undefined) {
      this.#merge(frame, node, frame.merge);
      frame.merge = undefined;
    } else if (frame.key !== undefined) {
      frame.pairs?.set(frame.key, node.value);
      frame.key = undefined;
    }
  }

  /** Sets the pairs of the merged maps at once; of a list, the first map wins, so it is applied last. */
  #merge(frame: CollectionFrame, node: Delivery, at: Span): void {
    if (node.pairs !== undefined) {
      frame.pairs?.merge(node.pairs, at);
      return;
    }
    const sources = node.itemPairs;
    if (sources === undefined || sources.includes(undefined)) {
      this.#late.decoding({
        kind: 'merge',
        message: 'A merge (`<<`) takes a map, an alias of a map, or a list of those',
        advice: 'Quote the key if `<<` is to be its name.',
        start: at.start,
        end: Math.max(node.end, at.end),
      });
      return;
    }
    this.#account.discount();
    for (const source of sources.toReversed()) if (source !== undefined) frame.pairs?.merge(source, at);
  }

  #refuseKey({ start, end }: Span): void {
    this.#late.decoding({
      kind: 'key',
      message: 'A list or map cannot be a key',
      advice: 'If this is a template (`{{ … }}`), render it first; otherwise quote the key.',
      start,
      end,
    });
  }
}

function tooLong(what: 'key' | 'value', length: number, limit: number, { start, end }: Span): ReadingError {
  return new ReadingError({
    kind: 'over-budget',
    message: `This ${what} has ${length} characters; Sluice reads at most ${limit}`,
    advice: 'Remove the document, or shorten the text.',
    start,
    end,
  });
}
