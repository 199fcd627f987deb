import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { textOfMarked } from '../../store/query/documentMarks.ts'
import { WrittenText } from './lineEnds.ts'
import { type ExportedProject, projectXml, sourceGuid, sourcesOf } from './project.ts'

/** The same graph gives the same bytes: no file of an archive says when it was written. */
const mtime = new Date(2000, 0, 1)

/**
 * Writes a project of REFI-QDA. Its parts are made when the archive comes to them, so that no more than a text is in memory.
 */
export async function writeQdpx(project: ExportedProject, path: string): Promise<void> {
  const { database, ends } = project
  const archive = new ZipFile()
  const file = createWriteStream(path)
  const written = pipeline(archive.outputStream, file)
  // What goes wrong in the midst of a part ends the whole: the archive does not hear of it.
  const part = (texts: Iterable<string | Buffer>) => Readable.from(texts).once('error', error => file.destroy(error))
  archive.addReadStreamLazy('project.qde', { mtime }, give => give(null, part(projectXml(project))))
  for (const { id, slug } of sourcesOf(project)) {
    // The folder in small letters: ATLAS.ti knows no other.
    archive.addReadStreamLazy(`sources/${sourceGuid({ slug })}.txt`, { mtime }, give => give(null, part(textOf(id))))
  }
  archive.end()
  await written

  function* textOf(id: number): Generator<Buffer> {
    yield Buffer.from(new WrittenText(textOfMarked(database, { id }), ends).text)
  }
}
