import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { seed, temporaryFolder } from '../support/graph.ts'

const folder = temporaryFolder()
const database = join(folder, 'dixit.db')
const writer = openWriter(database)
importDossier(writer, seed, { replace: false })
writer.close()

/** Runs `dixit compare` on the seed. */
const compare = (...args: string[]) => dixit(['compare', ...args], { DIXIT_DB: database })

const three = ['patrick-lechleitner', 'tony-gonzales', 'mark-green']
const about = ['--about-document', 'wane-ice-435000', '--about-referent', 'people-counted']

describe('dixit compare', () => {
  test('prints a table for each part, with what is left out', async () => {
    const { out } = await compare(...three, '--first', '14', '--wording', 'speaker', 'reporter', 'doubtful')
    expect(out).toContain('Patrick Lechleitner: 14 statements are compared\n')
    expect(out).toContain('what things are called (14 of 45 lines)\n')
    expect(out).toMatch(/\n +0 +0 +1 {2}(tens of thousands|ORDER_OF_MAGNITUDE) {2}people with a criminal record said/)
    expect(out).toMatch(
      /\n +0 +(?:◇\d of |◇ )?3 +(?:◇ )?1 {2}– +Biden-Harris administration +TREATMENT_RECOMMENDATION\n/,
    )
    expect(out).toMatch(/\n1\.0017 +people with criminal convictions said to be released.* ROUNDS +INFERRED +people/)
    expect(out.match(/^-+ /gm)).toHaveLength(14)
  })

  test('says whose words a table of numbers is in, names options in notes, and explains its marks', async () => {
    const own = (await compare(...three)).out
    expect(own).toContain('\nfigures, in their words')
    expect(own).toContain('--wording any.')
    expect(own).not.toMatch(/wording: \[|: nested\./)
    const any = (await compare(...three, '--wording', 'any')).out
    expect(any).toContain('\nfigures, whoever’s words give them')
    expect(any).not.toContain('figures, in their words')
    expect(any).toMatch(/\n◇ was concluded by a coder/)
  })

  test('writes the whole as JSON, with slugs', async () => {
    const { out } = await compare(...three, ...about, '--format', 'json')
    const { speakers, parts } = JSON.parse(out)
    expect(speakers[2]).toEqual({ slug: 'mark-green', name: 'Mark Green', statements: 2 })
    const [figures] = parts
    expect(figures.part).toBe('figures')
    expect(figures.lines).toContainEqual({
      keys: [
        {
          dimension: 'FIGURE',
          value: 'wane-ice-435000/green-tens-of-thousands',
          label: 'people with a criminal record said to be released by the administration',
        },
        { dimension: 'WORDING', value: 'tens of thousands', label: 'tens of thousands' },
      ],
      counts: [0, 0, 1],
      concluded: [0, 0, 0],
    })
  })

  test('says how a stance is held: who reports that others hold a claim does not support it', async () => {
    const { out } = await compare(...three, '--about-claim', 'cooperation-may-erode-trust')
    expect(out).toMatch(/^ +◇ 1 +0 +0 {2}reports that others hold {2}Cooperating with/m)
    const { out: csv } = await compare(...three, '--about-claim', 'cooperation-may-erode-trust', '--format', 'csv')
    expect(csv).toMatch(
      /^claims,cooperation-may-erode-trust,.*,SUPPORTS,SUPPORTS,REPORTED,REPORTED,patrick-lechleitner,1,1\r$/m,
    )
  })

  test('marks what a coder concluded, in the tables and the notes', async () => {
    const { out } = await compare('mark-green', 'tony-gonzales', '--first', '100')
    expect(out).toMatch(/^ *◇ 1 +0 {2}criminal illegal aliens /m)
    expect(out).toMatch(/^ *1 +1 {2}americans /m)
    expect(out).toMatch(
      /^Concluded by a coder or read by a rule, not stated .*: \d+ of \d+ terms, \d+ of \d+ frames, /m,
    )
    const { out: csv } = await compare('mark-green', 'tony-gonzales', '--first', '100', '--format', 'csv')
    expect(csv).toMatch(/^terms,people-counted,.*,criminal illegal aliens,,,mark-green,1,1\r$/m)
  })

  test('says of each factor on what ground the two numbers are set side by side', async () => {
    const { out } = await compare(...three)
    expect(out).toMatch(/^factor +figure +relation +basis +to figure$/m)
    // 435,719 is 4.35719 times the 100,000 that “tens of thousands” are below: no answer says that it is 4.3572 times.
    expect(out).toMatch(/^at least 4\.3571 .* IN_TENSION_WITH +INFERRED /m)
    const { out: json } = await compare(...three, '--format', 'json')
    expect(JSON.parse(json).derivations).toContainEqual(
      expect.objectContaining({ kind: 'IN_TENSION_WITH', basis: 'INFERRED' }),
    )
  })

  test('writes CSV, a line a cell', async () => {
    const { out } = await compare('mark-green', 'tony-gonzales', '--format', 'csv')
    const [header, ...lines] = out.trim().split('\r\n')
    expect(header).toBe('part,key,label,key2,label2,key3,label3,speaker,statements,concluded')
    expect(lines).toContain('speechActs,QUESTION,QUESTION,,,,,mark-green,1,0')
    expect(lines).toContain('speechActs,QUESTION,QUESTION,,,,,tony-gonzales,0,0')
  })

  test('draws the numbers on a line', async () => {
    const path = join(folder, 'numbers.svg')
    expect(await compare(...three, '--wording', 'speaker', 'reporter', '--out', path)).toEqual({
      code: 0,
      out: '',
      err: `wrote ${path}\n`,
    })
    const svg = readFileSync(path, 'utf8')
    // Whom the text does not state stands apart from what it does.
    for (const words of [
      'Mark Green',
      'Patrick Lechleitner (concluded)',
      'tens of thousands',
      'nearly 900,000',
      '435,719',
    ])
      expect(svg).toContain(words)
  })

  test('says that nothing is compared', async () => {
    const { code, out } = await compare(...three, '--about-time', '1999')
    expect(code).toBe(0)
    expect(out).toContain('Mark Green: 0 statements are compared\n')
    expect(out).toContain('None of them has a matching statement: there is nothing to compare.')
  })

  test.each([
    [['mark-green'], 2, 'from 2 to 12'],
    [[...three, '--about-dataset', 'nothing'], 2, '--about-dataset: nothing has the slug or name “nothing”'],
    [[...three, '--about-time', 'last year'], 2, '“last year” is not an EDTF'],
    [[...three, '--out', 'picture.gif'], 2, 'can be .json, .csv, .svg, .png'],
  ])('%j ends with %i', async (args, code, words) => {
    const result = await compare(...args)
    expect(result.err).toContain(words)
    expect(result).toMatchObject({ code, out: '' })
  })
})
