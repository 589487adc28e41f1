// Makes a page look the same on every machine: own fonts with measures that do not depend on the system, no motion, no caret.
import type { Page } from '@playwright/test';
import { makeTestFont } from './test-font.ts';

const faces = (['Test UI', 'Test mono'] as const).flatMap((family) =>
  ([400, 600] as const).map((weight) => ({
    family,
    weight: weight === 400 ? '1 500' : '501 1000',
    base64: Buffer.from(
      makeTestFont({ advance: family === 'Test UI' ? 520 : 600, weight: weight === 400 ? 70 : 100 }),
    ).toString('base64'),
  })),
);

/** Monaco asks the token for its font; what it measures and what the canvas draws follow from it. */
const css = `
:root { --font-ui: "Test UI" !important; --font-mono: "Test mono" !important; }
* { text-rendering: geometricPrecision !important; font-synthesis: none !important; scrollbar-width: none !important; }
.monaco-editor .cursor { visibility: hidden !important; }
`;

/** To be called before the page is opened. */
export async function steady(page: Page): Promise<void> {
  await page.addInitScript(
    ({ faces, css }) => {
      for (const { family, weight, base64 } of faces) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        for (const style of ['normal', 'italic']) document.fonts.add(new FontFace(family, bytes, { weight, style }));
      }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    },
    { faces, css },
  );
}
