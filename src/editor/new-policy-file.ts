// A new file from a template, with a path and a policy name that nothing else has.
import type { SourceFile } from '../documents/source-file.ts';
import type { FileSummary } from '../engine/results.ts';
import type { PolicyTemplate, TemplateContext } from './policy-templates.ts';

/** What a new policy must not collide with, and where its file goes. */
export interface Surroundings {
  readonly files: readonly SourceFile[];
  readonly objects: readonly Pick<FileSummary['objects'][number], 'namespace' | 'name'>[];
  /** Path of a file in the folder wanted; the top where it is left out. */
  readonly beside: string | undefined;
}

export function newPolicyFile(template: PolicyTemplate, context: TemplateContext, around: Surroundings): SourceFile {
  const scope = template.scope === 'cluster' ? '' : context.namespace;
  const names = new Set(around.objects.filter(({ namespace }) => namespace === scope).map(({ name }) => name));
  const paths = new Set(around.files.map(({ path }) => path));
  const folder = around.beside?.slice(0, around.beside.lastIndexOf('/') + 1) ?? '';
  const wanted = context.name ?? template.id;
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    const named = { ...context, name };
    const path = folder + template.fileName(named);
    if (!names.has(name) && !paths.has(path)) return { path, text: template.write(named) };
  }
}
