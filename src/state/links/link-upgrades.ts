// Brings links of older versions to the newest, one step a version. A step never looks further than the next version, and none changes once released.
import { LINK_VERSION } from './link-content.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Version 0: the demo alone, or texts by path without a baseline; `map` was the view, `from`, `to` and `port` a TCP flow to explain. */
function fromVersion0({ files, map, from, to, port, ...rest }: Fields): Fields {
  const texts = typeof files === 'object' && files !== null ? Object.entries(files) : [];
  const isFlow = typeof from === 'string' && typeof to === 'string';
  return {
    name: typeof rest.name === 'string' ? rest.name : 'demo',
    ...(files === 'demo' ? { base: 'demo', files: [] } : { files: texts }),
    changes: [],
    options: {},
    view: {
      ...(map === undefined ? {} : { mapView: map }),
      ...(isFlow ? { explainQuery: { from, to, protocol: 'TCP', ...(port === undefined ? {} : { port }) } } : {}),
    },
  };
}

const upgrades: readonly ((fields: Fields) => Fields)[] = [fromVersion0];

/** `version` must not be newer than this page's. */
export function upgradeLink(version: number, fields: Fields): Fields {
  return upgrades.slice(version, LINK_VERSION).reduce((older, upgrade) => upgrade(older), fields);
}
