// Names what is not imported: anything that is neither a manifest nor an archive of manifests.
import type { Importer } from './importer.ts';

export const otherFile: Importer = {
  opens: 'nothing',
  recognise: () => true,
  read: async ({ path }) => {
    const what = /\.(tar|tgz|tar\.gz|tar\.bz2|tar\.xz|7z|rar|bz2|xz|zst)$/i.test(path)
      ? ({
          severity: 'error',
          message: 'not an archive that can be opened here, skipped; unpack it, or use .zip',
        } as const)
      : ({ severity: 'info', message: 'not YAML or JSON, skipped' } as const);
    return { notices: [{ path, ...what }] };
  },
};
