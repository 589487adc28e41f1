// The fields of a link, of any version, to what it holds; never throws.
import { fields, flag, listOf, number, oneOf, type Shape, text, whole } from '../../base/value-shape.ts';
import { initialMap, MAX_HOPS, type SavedView } from '../map-slice.ts';
import { optionsShape } from '../options-shape.ts';
import { initialView } from '../view-slice.ts';
import { LINK_VERSION, type LinkContent, type LinkFile } from './link-content.ts';
import { upgradeLink } from './link-upgrades.ts';

const MOST_FILES = 5000;
const MOST_TEXT = 8 * 1024 * 1024;
const MOST_NAMES = 20_000;
const name = text(1000);

const path: Shape<string> = (value) => {
  const read = name(value);
  return read === undefined || read === '' || /\p{Cc}/u.test(read) ? undefined : read;
};

const file: Shape<LinkFile> = (value) => {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [at, body] = [path(value[0]), value[1] === null ? null : text(MOST_TEXT)(value[1])];
  return at === undefined || body === undefined ? undefined : [at, body];
};

/** Each path once. */
const files: Shape<readonly LinkFile[]> = (value) => {
  const list = listOf(file, MOST_FILES)(value);
  return list && new Set(list.map(([at]) => at)).size === list.length ? list : undefined;
};

const selection: Shape<NonNullable<LinkContent['view']['selection']>> = (value) =>
  fields({ type: oneOf('node'), id: name }, {})(value) ??
  fields({ type: oneOf('edge'), source: name, target: name }, {})(value);

const onlyTrue: Shape<true> = (value) => (value === true ? true : undefined);

const query = fields(
  { from: name, to: name, protocol: name },
  { port: whole(1, 65535), isProtocolOpen: onlyTrue, icmpType: whole(0, 255), icmpCode: whole(0, 255) },
);

/** What graph and saved views have in common. */
const picture = {
  ports: oneOf('declared', 'all'),
  onlyChanges: flag,
  showUngoverned: flag,
  hideUnrelated: flag,
  hideSystem: flag,
  hideHosts: flag,
  hideExternal: flag,
  bundles: flag,
  selection,
  collapsedNamespaces: listOf(name, MOST_NAMES),
  expandedWorkloads: listOf(name, MOST_NAMES),
  reachChoice: fields({ direction: oneOf('from', 'to'), hops: whole(1, MAX_HOPS) }, {}),
  arranged: fields({ id: name, depth: whole(1, MAX_HOPS) }, {}),
} as const;

const mapWindow = fields({ x: number, y: number, zoom: number }, {});
/** What a link does not say of a saved view is as at first. */
const unsaid = {
  ports: initialView.ports,
  onlyChanges: initialView.onlyChanges,
  showUngoverned: initialView.showUngoverned,
  hideUnrelated: initialView.hideUnrelated,
  hideSystem: initialView.hideSystem,
  hideHosts: initialView.hideHosts,
  hideExternal: initialMap.hideExternal,
  bundles: initialMap.bundles,
  selection: undefined,
  collapsedNamespaces: [],
  expandedWorkloads: [],
  reachChoice: undefined,
  arranged: undefined,
  window: undefined,
} as const;
const savedView: Shape<SavedView> = (value) => {
  const read = fields({ name }, { ...picture, window: mapWindow })(value);
  return read && { ...unsaid, ...read };
};

const view = fields(
  {},
  {
    ...picture,
    mapView: oneOf('graph', 'matrix', 'table', 'tiers', 'posture'),
    explainQuery: query,
    flowSort: fields({ key: oneOf('src', 'dst', 'protocol', 'ports', 'verdict'), descending: flag }, {}),
    flowFilter: name,
    matrixOrder: oneOf('name', 'openness'),
    savedViews: listOf(savedView, 100),
  },
);

const content: Shape<LinkContent> = fields(
  { name, files, changes: files, options: optionsShape, view },
  { base: oneOf('demo'), activeFile: path, line: whole(1, 10_000_000) },
);

/** Undefined where a field is not as it should be. `version` must not be newer than this page's. */
export function readContent(version: number, value: unknown): LinkContent | undefined {
  if (version > LINK_VERSION || typeof value !== 'object' || value === null) return undefined;
  return content(upgradeLink(version, { ...value }));
}
