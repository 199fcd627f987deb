import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import type { LlmSettings } from '../draft/llm/askLlm.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { Failure } from '../model/failure.ts'
import { readSettings } from '../settings/settings.ts'
import { graphLists } from './desk/graphLists.ts'

/** `dixit draft FOLDER`: a machine's proposals for a dossier, in a file of their own. */
export function draftCommand() {
  return new Command('draft')
    .description('propose statements, figures, times and names for a dossier, for a person to read one by one')
    .argument('<folder>', "a dossier's folder, as dixit new makes it")
    .option('--model <file>', 'what dixit train has learned; the rules alone, if not given')
    .option('--llm', 'ask the language model at DIXIT_LLM_URL for the statements: the article is sent there', false)
    .option('--force', 'make a draft that stands anew', false)
    .addHelpText(
      'after',
      `
Writes draft.yaml beside annotations.yaml. No import reads it. Each proposal has its words, a confidence with the share of
right ones that was measured for it, and why it was made. A pronoun gets candidates and never a speaker; nothing is
proposed of speech acts, frames or claims.`,
    )
    .action(async (folder, { model: modelFile, force, llm }) => {
      const { DRAFT_FILE, writeDraft } = await import('../draft/draftFile.ts')
      const file = join(folder, DRAFT_FILE)
      if (existsSync(file) && !force) {
        throw new Failure('BAD_USAGE', `${file} stands already. --force makes it anew; what was decided stays decided.`)
      }
      const { draftByLlm, draftFolder } = await import('../draft/draftFolder.ts')
      const { unpackModel } = await import('../draft/modelFile.ts')
      const model = modelFile === undefined ? null : unpackModel(readModel(modelFile), modelFile)
      const graphNames = graphLists().agents
      const draft = llm ? await byLlm() : draftFolder(folder, { graphNames, model })
      writeWhole(file, writeDraft(draft))
      const counts = Map.groupBy(draft.proposals, ({ kind }) => kind)
      for (const [kind, proposals] of counts) console.log(`${String(proposals.length).padStart(6)}  ${kind}`)
      console.log(`${file}: made by ${draft.madeBy}; read it at the desk: dixit review ${folder}`)

      async function byLlm() {
        const settings = llmSettings()
        const { draft, asked, dropped } = await draftByLlm(folder, { graphNames }, settings)
        console.log(`${dropped.length} of ${asked} statements of ${settings.model} dropped`)
        const reasons = Map.groupBy(dropped, why => why)
        for (const [why, each] of reasons) console.log(`${String(each.length).padStart(6)}  ${why}`)
        return draft
      }
    })
}

/** @throws Failure BAD_USAGE unless somebody has said where the article may be sent */
function llmSettings(): LlmSettings {
  const { DIXIT_LLM_URL: url, DIXIT_LLM_MODEL: model, DIXIT_LLM_KEY: key } = readSettings(process.env)
  if (url === undefined || model === undefined) {
    throw new Failure(
      'BAD_USAGE',
      '--llm sends the article to a language model: set DIXIT_LLM_URL and DIXIT_LLM_MODEL.',
    )
  }
  return { url, model, key: key ?? null }
}

function readModel(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure('BAD_INPUT', `${file} cannot be read: ${why}. Train a model: dixit train --out ${file}`)
  }
}
