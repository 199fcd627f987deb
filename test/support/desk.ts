import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from '../../src/draft/desk/desk.ts'
import { writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { seed, temporaryFolder } from './graph.ts'

/** The annotations with which a review of the seed's article begins. */
export const blank = '# by hand\ndossier: 1\nuse: [../agents.yaml] # the register\ndocument: { language: en }\n'

/** The seed's article with a draft, in a folder of its own, beside its register. */
export function draftedSeed(): string {
  const above = temporaryFolder()
  const folder = join(above, 'wane')
  cpSync(join(seed, '../agents.yaml'), join(above, 'agents.yaml'))
  cpSync(join(seed, 'article.txt'), join(folder, 'article.txt'))
  writeFileSync(join(folder, 'annotations.yaml'), blank)
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
  return folder
}

/** The desk of a folder, in the name of Ada Moss. */
export function deskOf(folder: string): Desk {
  return new Desk(folder, { by: 'Ada Moss', now: () => new Date(0), write: writeFileSync })
}
