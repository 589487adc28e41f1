// Reads what a zip file says it holds (APPNOTE.TXT 4.3), and checks that it says so twice: in its directory and before each member.
import { fail, ok, type Result } from '../base/result.ts';

/** One member as the central directory describes it. */
export interface ZipMember {
  /** As written, `\` turned into `/`; folders end in `/`. */
  readonly name: string;
  readonly encrypted: boolean;
  readonly symlink: boolean;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  readonly storedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const MEMBER_SIGNATURE = 0x02014b50;
const MEMBER_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;
const UTF8_NAME = 0x800;
const UNIX = 3;
const TYPE_MASK = 0xf000;
const TYPE_SYMLINK = 0xa000;

export function readZipDirectory(data: Uint8Array, maxMembers: number): Result<readonly ZipMember[]> {
  const view = viewOf(data);
  const end = findEnd(view);
  if (end === undefined) return fail('is not a zip file, or is cut off');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) return fail('is a ZIP64 file, which is not read here');
  if (count > maxMembers) return fail(`has ${count} members, more than ${maxMembers}`);
  const members: ZipMember[] = [];
  let at = start;
  for (let number = 0; number < count; number++) {
    if (at + MEMBER_SIZE > end || view.getUint32(at, true) !== MEMBER_SIGNATURE) return fail('has a damaged directory');
    members.push(readMember(data, view, at));
    at += MEMBER_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(members);
}

/** The stored bytes of a member; fails where its local header contradicts the directory or it reaches beyond the file. */
export function storedBytes(data: Uint8Array, member: ZipMember): Result<Uint8Array> {
  const view = viewOf(data);
  const at = member.offset;
  if (at + LOCAL_SIZE > data.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) return fail('is damaged');
  const flags = view.getUint16(at + 6, true);
  const nameLength = view.getUint16(at + 26, true);
  const name = decodeName(data.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength), flags);
  const sameSizes =
    (flags & SIZES_FOLLOW) !== 0 ||
    (view.getUint32(at + 18, true) === member.storedSize && view.getUint32(at + 22, true) === member.size);
  if (name !== member.name || view.getUint16(at + 8, true) !== member.method || !sameSizes) {
    return fail('is described in two ways by the archive, so readers would disagree about it');
  }
  const start = at + LOCAL_SIZE + nameLength + view.getUint16(at + 28, true);
  if (start + member.storedSize > data.length) return fail('is cut off');
  return ok(data.subarray(start, start + member.storedSize));
}

function readMember(data: Uint8Array, view: DataView, at: number): ZipMember {
  const flags = view.getUint16(at + 8, true);
  const madeOn = view.getUint8(at + 5);
  const mode = view.getUint32(at + 38, true) >>> 16;
  const nameStart = at + MEMBER_SIZE;
  return {
    name: decodeName(data.subarray(nameStart, nameStart + view.getUint16(at + 28, true)), flags),
    encrypted: (flags & ENCRYPTED) !== 0,
    symlink: madeOn === UNIX && (mode & TYPE_MASK) === TYPE_SYMLINK,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    storedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** The last end-of-directory record whose comment reaches exactly to the end of the file. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (
      view.getUint32(at, true) === END_SIGNATURE &&
      at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength
    ) {
      return at;
    }
  }
  return undefined;
}

/** Names without the UTF-8 flag are in a code page of 1981 or, in practice, UTF-8 all the same. */
function decodeName(bytes: Uint8Array, flags: number): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const name = (flags & UTF8_NAME) !== 0 || !utf8.includes('\ufffd') ? utf8 : new TextDecoder('latin1').decode(bytes);
  return name.replaceAll('\\', '/');
}

function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}
