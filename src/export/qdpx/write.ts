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
  const written = pipeline(archive.outputStream, createWriteStream(path))
  archive.addReadStreamLazy('project.qde', { mtime }, give => give(null, Readable.from(projectXml(project))))
  for (const document of sourcesOf(project)) {
    // The folder in small letters: ATLAS.ti knows no other.
    archive.addReadStreamLazy(`sources/${sourceGuid(document)}.txt`, { mtime }, give =>
      give(null, Readable.from([Buffer.from(new WrittenText(textOfMarked(database, document), ends).text)])),
    )
  }
  archive.end()
  await written
}
