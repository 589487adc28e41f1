// What the built pages may do, as the headers they are served with; the build also writes the policies into the pages, for hosts that send no headers.

/** `connect-src 'none'`: manifests cannot leave the tab. */
const workbenchPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "manifest-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // Texts never become markup or code: a sink takes only what these policies made. Ours make worker addresses, the others are Monaco's.
  "require-trusted-types-for 'script'",
  `trusted-types ${[
    'engine-worker',
    'editor-worker',
    'layout-worker',
    'defaultWorkerFactory',
    'diffEditorWidget',
    'diffReview',
    'domLineBreaksComputer',
    // What Markdown in hovers is cleaned by.
    'dompurify',
    'editorGhostText',
    'editorViewLayer',
    'richScreenReaderContent',
    'standaloneColorizer',
    'stickyScrollViewLayer',
    'tokenizeToString',
  ].join(' ')}`,
].join('; ');

/** The page that fetches a change from a forge: it may connect, and nothing of the person's is in it. Forges on this machine speak HTTP. */
const fetchingPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https: http://127.0.0.1:* http://localhost:*',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** For the `<meta>` element of the page at `path`, which cannot speak of frames around it. */
export function pagePolicy(path: string): string {
  return path.endsWith('/fetch.html') ? fetchingPolicy : workbenchPolicy;
}

/** For every file that is served: a worker's script is held to the policy it comes with, not to that of its page. */
export function pageHeaders(path: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `${pagePolicy(path)}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}
