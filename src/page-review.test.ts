// A page brings a review along as data: written safely, read field by field, and the browser's own workspace stays as it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageWithReview, reviewPlace } from './exporters/review-page.ts';
import { createPageStorage, readPageReview } from './state/page-review.ts';
import { hostileNames } from './testing/hostile-names.ts';
import { runs } from './testing/property-runs.ts';

const template = `<!doctype html><div id="root"></div>${reviewPlace}<p>after</p>`;
const hostile = [...hostileNames, '<!--<script>', ']]>', '\u2028\u2029', '\ud800', '\u0000\u0085', '$&$1$`'];

/** What an HTML parser takes for the text of the element, and what it takes for the rest: raw text ends at the first end tag. */
function parsed(page: string): { readonly data: string; readonly rest: string } {
  const from = page.indexOf('id="sluice-review">') + 'id="sluice-review">'.length;
  const end = page.toLowerCase().indexOf('</script', from);
  return { data: page.slice(from, end), rest: page.slice(end) };
}

const roundTrip = (review: Parameters<typeof pageWithReview>[1]) => {
  const { data, rest } = parsed(pageWithReview(template, review) ?? '');
  expect(rest).toBe('</script><p>after</p>');
  expect(data).not.toMatch(/[<>&\u2028\u2029]/);
  return readPageReview(data);
};

describe('a review in a page', () => {
  it('brings hostile names and texts through as they are', () => {
    const files = hostile.map((text, at) => ({ path: `${at}${text}`, text }));
    const review = {
      name: hostile.join(' '),
      base: files,
      head: [...files.slice(1), { path: 'new', text: '' }],
      options: { semantics: 'kubernetes', podCIDRs: ['10.0.0.0/8'] },
      tenantLabel: '<!-- tenant',
      notices: [{ path: '</script>', severity: 'error', message: '<!--' }],
    } as const;
    expect(roundTrip(review)).toEqual(review);
  });

  it('brings any texts through', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile));
    fc.assert(
      fc.property(fc.array(text), fc.array(text), text, (before, after, name) => {
        const side = (texts: readonly string[]) => texts.map((one, at) => ({ path: `${at}.yaml`, text: one }));
        const review = { name: name.slice(0, 1000), base: side(before), head: side(after) };
        expect(roundTrip(review)).toEqual(review);
      }),
      runs(100),
    );
  });

  it('has texts that did not change once', () => {
    const file = { path: 'a', text: 'only once' };
    expect(pageWithReview(template, { name: '', base: [file], head: [file] })?.match(/only once/g)).toHaveLength(1);
  });

  it('is none in another page, and none where nothing was put', () => {
    expect(pageWithReview('<p>', { name: '', base: [], head: [] })).toBeUndefined();
    expect(readPageReview(parsed(template).data)).toBeUndefined();
    expect(readPageReview(undefined)).toBeUndefined();
  });

  const good = { schema: 'sluice/review-input/v1', name: 'n', base: [{ path: 'a', text: 'b' }], head: [{ path: 'a' }] };
  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another schema', { ...good, schema: 'sluice/review-input/v2' }],
    ['no path', { ...good, base: [{ path: '', text: '' }] }],
    ['a path twice', { ...good, base: [...good.base, ...good.base] }],
    ['a text that is no text', { ...good, base: [{ path: 'a', text: 1 }] }],
    ['a text that base has not', { ...good, head: [{ path: 'c' }] }],
    ['unknown options', { ...good, options: { semantics: 'mine' } }],
    ['notices of no severity', { ...good, notices: [{ path: 'a', message: 'b' }] }],
  ])('with %s cannot be read', (_, data) => {
    expect(readPageReview(JSON.stringify(good))).toMatchObject({ head: good.base });
    expect(readPageReview(typeof data === 'string' ? data : JSON.stringify(data))).toBe('unreadable');
  });

  it('never makes reading throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readPageReview(JSON.stringify(value));
        readPageReview(JSON.stringify({ ...good, base: value, options: value, notices: value }));
      }),
      runs(100),
    );
  });
});

it('work in such a page is kept nowhere, which it says once there is some', async () => {
  const head = [{ path: 'a', text: 'b' }];
  const storage = createPageStorage(head);
  const workspace = { name: '', baseline: [], activeFile: undefined, options: {}, view: {} } as never;
  const save = (files: typeof head) => storage.save(Object.assign({}, workspace, { files }));
  expect([await save(head), await save([{ path: 'a', text: 'c' }])]).toEqual(['saved', 'blocked']);
  expect(await storage.restore()).toEqual({ workspace: undefined, keptAside: [], notice: undefined });
});
