// An independent reader as oracle: on ordinary manifests, npm `yaml` and ours agree, in every layout.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { plainValue } from './plain-value.ts';
import { readDocuments } from './read-documents.ts';

vi.setConfig({ testTimeout: 30_000 });

const name = fc
  .stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/)
  .filter((word) => !/^(y|n|on|no|yes|off|true|false|null)$/.test(word));
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(name, fc.integer({ min: -1000, max: 70_000 }), fc.boolean(), fc.constant(null), fc.lorem()),
    fc.array(tie('data'), { maxLength: 5 }),
    fc.dictionary(name, tie('data'), { maxKeys: 5 }),
  ),
}));
const layout = fc.record({
  indent: fc.integer({ min: 1, max: 6 }),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_SINGLE' as const,
    'QUOTE_DOUBLE' as const,
    'BLOCK_LITERAL' as const,
    'BLOCK_FOLDED' as const,
  ),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_SINGLE' as const, 'QUOTE_DOUBLE' as const),
});

describe('ordinary manifests', () => {
  it('read as npm `yaml` reads them', () => {
    fc.assert(
      fc.property(fc.dictionary(name, data, { minKeys: 1 }), layout, fc.boolean(), (value, options, crlf) => {
        const written = stringify(value, { ...options, lineWidth: 0, version: '1.1', aliasDuplicateObjects: false });
        const text = crlf ? written.replaceAll('\n', '\r\n') : written;
        const oracle = parseDocument(text, { version: '1.1' });
        expect(oracle.errors).toEqual([]);
        const { documents, diagnostics } = readDocuments({ path: 'a', text: `---\n${text}` });
        expect(diagnostics).toEqual([]);
        expect(documents.map(({ root }) => plainValue(root))).toEqual([oracle.toJS()]);
      }),
      { numRuns: 150 },
    );
  });
});
