import { describe, expect, it } from 'vitest';
import { applyUnifiedPatch } from './unified-patch.ts';

const web = { path: 'manifests/web.yaml', text: 'kind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\n' };
const db = { path: 'manifests/db.yaml', text: 'kind: Pod\nmetadata:\n  name: db\n' };
const label = `diff --git a/manifests/web.yaml b/manifests/web.yaml
index 1111111..2222222 100644
--- a/manifests/web.yaml
+++ b/manifests/web.yaml
@@ -2,4 +2,4 @@ kind: Pod
 metadata:
   name: web
   labels:
-    app: web
+    app: webb
`;
const added = `diff --git a/manifests/new.yaml b/manifests/new.yaml
new file mode 100644
index 0000000..3333333
--- /dev/null
+++ b/manifests/new.yaml
@@ -0,0 +1,2 @@
+kind: Namespace
+metadata: {name: x}
`;
const removed = `diff --git a/manifests/db.yaml b/manifests/db.yaml
deleted file mode 100644
--- a/manifests/db.yaml
+++ /dev/null
@@ -1,3 +0,0 @@
-kind: Pod
-metadata:
-  name: db
`;
const renamed = `diff --git a/manifests/db.yaml b/manifests/store.yaml
similarity index 100%
rename from manifests/db.yaml
rename to manifests/store.yaml
`;

const texts = (files: readonly { path: string; text: string }[]) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

describe('a unified diff', () => {
  it('changes, adds, removes and moves files', () => {
    const changed = applyUnifiedPatch([web, db], label + added + removed);
    expect(changed.notices).toEqual([]);
    expect(changed.changed).toBe(3);
    expect(texts(changed.files)).toEqual({
      'manifests/new.yaml': 'kind: Namespace\nmetadata: {name: x}\n',
      'manifests/web.yaml': web.text.replace('app: web', 'app: webb'),
    });
    expect(texts(applyUnifiedPatch([web, db], renamed).files)).toEqual({
      'manifests/store.yaml': db.text,
      'manifests/web.yaml': web.text,
    });
  });

  it('finds the file in another folder where only one can be meant', () => {
    const own = { ...web, path: 'web.yaml' };
    expect(texts(applyUnifiedPatch([own, db], label).files)['web.yaml']).toContain('app: webb');
    const twice = [
      { ...web, path: 'x/manifests/web.yaml' },
      { ...web, path: 'y/manifests/web.yaml' },
    ];
    expect(applyUnifiedPatch(twice, label).notices[0]?.message).toContain('not among the files');
  });

  it('says what does not fit, and leaves that file as it is', () => {
    const other = { ...web, text: web.text.replace('app: web', 'app: shop') };
    const result = applyUnifiedPatch([other, db], label + removed);
    expect(result.notices).toEqual([
      {
        path: 'manifests/web.yaml',
        severity: 'error',
        message: 'the patch does not fit at line 2: it was made from another version of this file',
      },
    ]);
    expect(texts(result.files)).toEqual({ 'manifests/web.yaml': other.text });
  });

  it('takes no manifest for none of its business, and refuses what is no patch', () => {
    const readme = label.replaceAll('web.yaml', 'README.md');
    expect(applyUnifiedPatch([web], readme)).toMatchObject({ changed: 0, notices: [] });
    expect(applyUnifiedPatch([web], 'kind: Pod\n').notices[0]?.message).toContain('no unified diff');
    expect(applyUnifiedPatch([web], '@@ nonsense\n--- a\n').notices[0]?.severity).toBe('error');
  });
});
