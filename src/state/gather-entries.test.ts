// Dropped folders become entries with their paths.
import { expect, it } from 'vitest';
import { entriesOfDrop, entryOfText } from './gather-entries.ts';

type Tree = { readonly [name: string]: string | Tree };

/** A dropped tree as the browser hands it over: folders yield their children two at a time. */
function drawDrop(tree: Tree): DataTransfer {
  const entry = (path: string, content: string | Tree): object => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (typeof content === 'string')
      return {
        isFile: true,
        name,
        fullPath: path,
        file: (done: (file: File) => void) => done(new File([content], name)),
      };
    const children = Object.entries(content).map(([child, inside]) => entry(`${path}/${child}`, inside));
    const readEntries = (done: (some: object[]) => void) => done(children.splice(0, 2));
    return { isDirectory: true, name, fullPath: path, createReader: () => ({ readEntries }) };
  };
  const items = Object.entries(tree).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry(`/${name}`, content),
  }));
  return { items, getData: () => '' } as unknown as DataTransfer;
}

it('walks folders, and leaves out version control and packages', async () => {
  const entries = await entriesOfDrop(
    drawDrop({
      app: { 'a.yaml': '1', sub: { 'b.yaml': '2', 'c.yaml': '3', 'd.yaml': '4' }, '.git': { x: '5' } },
      'e.zip': '6',
    }),
  );
  expect(entries.map((entry) => entry.path)).toEqual([
    'app/a.yaml',
    'app/sub/b.yaml',
    'app/sub/c.yaml',
    'app/sub/d.yaml',
    'e.zip',
  ]);
  expect(new TextDecoder().decode(await entries[1]?.bytes())).toBe('2');
});

it('keeps a file that cannot be read as an entry that says so', async () => {
  const drop = drawDrop({ 'a.yaml': '1', 'b.yaml': '2' });
  const [first] = drop.items;
  const broken = {
    isFile: true,
    name: 'a.yaml',
    fullPath: '/a.yaml',
    file: (_: unknown, no: (e: Error) => void) => no(new Error('gone')),
  };
  if (first) first.webkitGetAsEntry = () => broken as unknown as FileSystemEntry;
  const entries = await entriesOfDrop(drop);
  expect(entries.map((entry) => entry.path)).toEqual(['a.yaml', 'b.yaml']);
  await expect(entries[0]?.bytes()).rejects.toThrow('gone');
});

it('names pasted text by what it looks like', () =>
  expect([entryOfText('{"a": 1}').path, entryOfText('a: 1').path]).toEqual(['pasted.json', 'pasted.yaml']));
