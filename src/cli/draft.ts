import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import type { LlmSettings } from '../draft/llm/askLlm.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { whyRefused } from '../model/diskFault.ts'
import { Failure } from '../model/failure.ts'
import { nameOfCount } from '../model/things.ts'
import { readSettings } from '../settings/settings.ts'
import { graphLists } from './desk/graphLists.ts'

/** `dixit draft FOLDER`: a machine's proposals for a dossier, in a file of their own. */
export function draftCommand() {
  return new Command('draft')
    .description('propose statements, figures, times and names for a dossier, for a person to review one by one')
    .argument('<folder>', 'a dossier folder made by dixit new')
    .option('--model <file>', 'a model from dixit train (default: rules only)')
    .option('--llm', 'ask the language model at DIXIT_LLM_URL for the statements; this sends the article there', false)
    .option('--force', 'replace an existing draft', false)
    .addHelpText(
      'after',
      `
Writes draft.yaml beside annotations.yaml; dixit import never reads it. Each proposal has its words, the reason for it, and
a confidence with its measured share of correct proposals. A pronoun gets candidates, never a speaker. Speech acts, frames
and claims are left to people.`,
    )
    .action(async (folder, { model: modelFile, force, llm }) => {
      const { DRAFT_FILE, writeDraft } = await import('../draft/draftFile.ts')
      const file = join(folder, DRAFT_FILE)
      if (existsSync(file) && !force) {
        throw new Failure('BAD_USAGE', `${file} already exists. --force replaces it and keeps the decisions.`)
      }
      const { draftByLlm, draftFolder } = await import('../draft/draftFolder.ts')
      const { unpackModel } = await import('../draft/modelFile.ts')
      const model = modelFile === undefined ? null : unpackModel(readModel(modelFile), modelFile)
      const graphNames = graphLists().agents
      const draft = llm ? await byLlm() : draftFolder(folder, { graphNames, model })
      writeWhole(file, writeDraft(draft))
      const counts = Map.groupBy(draft.proposals, ({ kind }) => kind)
      for (const [kind, proposals] of counts) {
        console.log(`${String(proposals.length).padStart(6)}  ${nameOfCount(proposals.length, kind)}`)
      }
      console.log(`${file}: made by ${draft.madeBy}; review it: dixit review ${folder} --by NAME`)

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
    throw new Failure(
      'BAD_INPUT',
      `${file} cannot be read: ${whyRefused(error) ?? error}. To train a model: dixit train --out ${file}`,
    )
  }
}
