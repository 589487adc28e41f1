// The tokens between the YAML scanner and the composer.

export type TokenType =
  | 'stream-end'
  | 'version-directive'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

/** One shape for all, so that the engine keeps the hot path monomorphic. */
export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  /** Scalar: its text. Alias and anchor: the name. Tag and tag directive: the handle. Version directive: `1.1`. */
  readonly value: string;
  /** Scalar: `plain` if it is. Tag: the suffix. Tag directive: the prefix. Otherwise empty. */
  readonly detail: string;
}

export function token(type: TokenType, start: number, end: number, value = '', detail = ''): Token {
  return { type, start, end, value, detail };
}
