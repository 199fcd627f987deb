import { Buffer } from 'node:buffer'
import { type Entry, open, type ZipFile } from 'yauzl'
import { NotUtf8Error } from '../../../model/text.ts'
import { decodeText, NotText } from '../../encoding.ts'
import { Unreadable } from '../files.ts'

/** What may stand in an archive, and how large a file may grow when it is unpacked: what is more is a zip bomb. */
const MOST_ENTRIES = 10_000
const MOST_ENTRY_BYTES = 64_000_000
const MOST_EXPANSION = 200

/** The files of a zip archive, read on demand. Names that lead out of it are refused by the library. */
export class Archive {
  readonly #zip: ZipFile
  /** By name, in lower case: ATLAS.ti and others differ in it. */
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  /** @throws Unreadable if it is not a zip archive, or holds more than is read */
  static async open(path: string): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      open(path, { lazyEntries: true, autoClose: false }, (error, opened) => {
        if (error) reject(new Unreadable('UNREADABLE_FILE', `this is not a zip archive: ${error.message}`))
        else resolve(opened)
      })
    })
    const entries = await new Promise<Map<string, Entry>>((resolve, reject) => {
      const found = new Map<string, Entry>()
      zip.on('error', error => reject(new Unreadable('UNREADABLE_FILE', error.message)))
      zip.on('end', () => resolve(found))
      zip.on('entry', (entry: Entry) => {
        if (found.size >= MOST_ENTRIES) {
          reject(new Unreadable('UNREADABLE_FILE', `it holds more than ${MOST_ENTRIES} files`))
          return
        }
        if (!entry.fileName.endsWith('/')) found.set(entry.fileName.toLowerCase(), entry)
        zip.readEntry()
      })
      zip.readEntry()
    })
    return new Archive(zip, entries)
  }

  /** The first file whose name ends so. */
  nameEnding(ending: string): string | null {
    return [...this.#entries.keys()].find(name => name.endsWith(ending)) ?? null
  }

  /**
   * The text of a file, without a byte order mark; null if there is none of that name.
   *
   * @throws Unreadable
   */
  async text(name: string): Promise<string | null> {
    const entry = this.#entries.get(name.toLowerCase())
    if (!entry) return null
    if (
      entry.uncompressedSize > MOST_ENTRY_BYTES ||
      entry.uncompressedSize > entry.compressedSize * MOST_EXPANSION + 100_000
    ) {
      throw new Unreadable('UNREADABLE_FILE', `${name} would be ${entry.uncompressedSize} bytes when decompressed`)
    }
    const chunks: Buffer[] = []
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, opened) => {
        if (error) reject(new Unreadable('UNREADABLE_FILE', `${name}: ${error.message}`))
        else resolve(opened)
      })
    })
    try {
      for await (const chunk of stream) chunks.push(Buffer.from(chunk))
      return decodeText(Buffer.concat(chunks)).replace(/^\uFEFF/, '')
    } catch (error) {
      if (error instanceof NotText) throw new Unreadable('UNREADABLE_FILE', `${name}: ${error.message}`)
      if (error instanceof NotUtf8Error) throw new Unreadable('NOT_UTF8', `${name}: these bytes are not UTF-8`)
      throw new Unreadable('UNREADABLE_FILE', `${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  close(): void {
    this.#zip.close()
  }
}
