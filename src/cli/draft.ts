import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { Failure } from '../model/failure.ts'
import { graphLists } from './desk/graphLists.ts'
import { writeWhole } from './wholeFile.ts'

/** `dixit draft FOLDER`: a machine's proposals for a dossier, in a file of their own. */
export function draftCommand() {
  return new Command('draft')
    .description('propose statements, figures, times and names for a dossier, for a person to read one by one')
    .argument('<folder>', "a dossier's folder, as dixit new makes it")
    .option('--model <file>', 'what dixit train has learned; the rules alone, if not given')
    .option('--force', 'make a draft that stands anew', false)
    .addHelpText(
      'after',
      `
Writes draft.yaml beside annotations.yaml. No import reads it. Each proposal has its words, a confidence with the share of
right ones that was measured for it, and why it was made. A pronoun gets candidates and never a speaker; nothing is
proposed of speech acts, frames or claims.`,
    )
    .action(async (folder, { model: modelFile, force }) => {
      const { DRAFT_FILE, writeDraft } = await import('../draft/draftFile.ts')
      const file = join(folder, DRAFT_FILE)
      if (existsSync(file) && !force) {
        throw new Failure('BAD_USAGE', `${file} stands already. --force makes it anew; what was decided stays decided.`)
      }
      const { draftFolder } = await import('../draft/draftFolder.ts')
      const { unpackModel } = await import('../draft/modelFile.ts')
      const model = modelFile === undefined ? null : unpackModel(readModel(modelFile), modelFile)
      const draft = draftFolder(folder, { graphNames: graphLists().agents, model })
      writeWhole(file, writeDraft(draft))
      const counts = Map.groupBy(draft.proposals, ({ kind }) => kind)
      for (const [kind, proposals] of counts) console.log(`${String(proposals.length).padStart(6)}  ${kind}`)
      console.log(`${file}: made by ${draft.madeBy}; read it at the desk: dixit review ${folder}`)
    })
}

function readModel(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure('BAD_INPUT', `${file} cannot be read: ${why}. Train a model: dixit train --out ${file}`)
  }
}
