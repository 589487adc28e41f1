// Imports a zip archive of manifests. Everything it claims is checked against the limits before a byte is inflated.
import { crc32 } from './crc32.ts';
import type { ImportEntry, Imported, Importer, ImportLimits, ImportNotice } from './importer.ts';
import { inflateCapped } from './inflate-capped.ts';
import { readZipDirectory, storedBytes, type ZipMember } from './zip-directory.ts';

export const zipArchive: Importer = {
  opens: 'archive',
  recognise: (path) => /\.zip$/i.test(path),
  read: async (entry, limits) => readZip(entry.path, await entry.bytes(), limits),
};

const MiB = 1024 * 1024;

function readZip(path: string, data: Uint8Array, limits: ImportLimits): Imported {
  const refused = (message: string): Imported => ({
    notices: [{ path, severity: 'error', message: `${message}; skipped` }],
  });
  const directory = readZipDirectory(data, limits.members);
  if (!directory.ok) return refused(directory.error);
  const files = directory.value.filter((member) => !member.name.endsWith('/'));
  const total = files.reduce((sum, member) => sum + member.size, 0);
  if (total > limits.inflated) return refused(`would inflate to ${total} bytes, more than ${limits.inflated}`);
  if (overlap(files)) return refused('has members that share bytes, as archive bombs do');
  const timesNamed = new Map<string, number>();
  for (const { name } of files) timesNamed.set(name, (timesNamed.get(name) ?? 0) + 1);
  const members: ImportEntry[] = [];
  const notices: ImportNotice[] = [];
  for (const member of files) {
    const problem = (timesNamed.get(member.name) ?? 0) > 1 ? 'is in the archive twice' : memberProblem(member, limits);
    if (problem === undefined) members.push(memberEntry(data, member));
    else notices.push({ path: `${path}: ${member.name}`, severity: 'error', message: `${problem}; skipped` });
  }
  return { members, notices };
}

function memberProblem(member: ZipMember, limits: ImportLimits): string | undefined {
  const { name } = member;
  if (name === '' || name.includes('\0')) return 'has a name that is no name';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')) {
    return 'has a name that leads out of the archive';
  }
  if (member.symlink) return 'is a symbolic link, which is not followed';
  if (member.encrypted) return 'is encrypted';
  if (member.method !== 0 && member.method !== 8)
    return `is compressed in a way that is not read here (method ${member.method})`;
  if (member.size > limits.file) return `would inflate to ${member.size} bytes, more than ${limits.file}`;
  if (member.size > MiB && member.size > member.storedSize * limits.ratio) {
    return `would inflate to more than ${limits.ratio} times its size, as archive bombs do`;
  }
  return undefined;
}

function memberEntry(data: Uint8Array, member: ZipMember): ImportEntry {
  return {
    path: member.name,
    size: member.size,
    bytes: async () => {
      const stored = storedBytes(data, member);
      if (!stored.ok) throw new Error(stored.error);
      const content = member.method === 0 ? stored : inflateCapped(stored.value, member.size);
      if (!content.ok) throw new Error(content.error);
      if (content.value.length !== member.size || crc32(content.value) !== member.crc) throw new Error('is damaged');
      return content.value;
    },
  };
}

/** Honest members lie one behind the other; a member needs at least its 30 bytes of header and its stored bytes. */
function overlap(members: readonly ZipMember[]): boolean {
  const ordered = [...members].sort((a, b) => a.offset - b.offset);
  return ordered.some((member, at) => {
    const next = ordered[at + 1];
    return next !== undefined && member.offset + 30 + member.storedSize > next.offset;
  });
}
