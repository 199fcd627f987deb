import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { importDossier } from '../../src/ingest/importDossier.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { countEntities } from '../../src/store/counting/stats.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { asNobody, canGiveUp } from '../support/asNobody.ts'
import { dixit, entry, root, start } from '../support/cli.ts'
import { seed, temporaryFolder } from '../support/graph.ts'

// Each test starts programs of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()
const DIXIT_DB = join(folder, 'dixit.db')

describe('help', () => {
  test('teaches: every command, setting and exit code, and how to begin', async () => {
    const { code, out, err } = await dixit(['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const word of ['serve', 'seed', 'import', 'check', 'stats'])
      expect(out).toMatch(new RegExp(`^ {2}${word}`, 'm'))
    for (const word of ['PORT', 'HOST', 'DIXIT_DB']) expect(out).toMatch(new RegExp(`^ {2}${word} .*Default: `, 'm'))
    for (const exit of [0, 1, 2, 3]) expect(out).toMatch(new RegExp(`^ {2}${exit} {2}\\w`, 'm'))
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const commands = Array.from(out.matchAll(/^ {2}([a-z]+)(?: |$)/gm), ([, command]) => command)
    const unlisted = commands
      .filter(command => !['dixit', 'help'].includes(command ?? ''))
      .filter(command => !readme.includes(`\`${command}`))
    expect(unlisted, 'add these to the table of commands in README.md').toEqual([])
  })

  test('of one command', async () => {
    const { code, out } = await dixit(['import', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('Usage: dixit import')
  })
})

describe('bad usage is exit code 2, with what is wrong and where help is', () => {
  test('a command that there is none of', async () => {
    const { code, out, err } = await dixit(['sevre'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain("unknown command 'sevre'\n(Did you mean serve?)\n(dixit --help lists the commands)")
  })

  test.each([
    [['import', 'tabel', 'x.csv'], 'unknown format tabel; did you mean table?'],
    [['import', 'quite-another', 'x.csv'], 'unknown format quite-another; there are polnear, liar, '],
    [['export', 'cvs'], 'Did you mean csv?'],
    [['list', 'peple'], 'Did you mean people?'],
  ])('a word that there is none of: %j', async (args, said) => {
    const { code, out, err } = await dixit(args, { DIXIT_DB })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
  })

  test('a name that nothing has, while a file that is not there is bad input', async () => {
    const database = join(temporaryFolder(), 'dixit.db')
    await dixit(['import', seed], { DIXIT_DB: database })
    for (const command of ['cite', 'show', 'remove'])
      expect(await dixit([command, 'nothing'], { DIXIT_DB: database })).toMatchObject({ code: 2 })
    for (const args of [['import'], ['import', 'table'], ['check'], ['upgrade'], ['restore']])
      expect({ args, ...(await dixit([...args, 'no/such'], { DIXIT_DB: database })) }).toMatchObject({ code: 3 })
  })

  test('an argument that is missing', async () => {
    const { code, out, err } = await dixit(['import'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain("missing required argument 'path'")
  })

  test('an option that is missing, with what it is for', async () => {
    const { code, out, err } = await dixit(['review', 'my-article', '--serve'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(
      "required option '--by <name>' not specified\n  --by <name>  your name: it is recorded with every decision you make\n",
    )
  })

  test('settings, all of them at once', async () => {
    const settings = { PORT: 'http', HOST: 'no host', DIXIT_DB }
    expect(await dixit(['serve'], settings)).toEqual({
      code: 2,
      out: '',
      err:
        'dixit: PORT must be a port: a whole number from 0 to 65535, not "http".\n' +
        'HOST must be a host name or an IP address, not "no host".\n',
    })
  })

  test.each(['65536', '-1', '80.5', 'x'])('PORT=%s', PORT => {
    const message = `PORT must be a port: a whole number from 0 to 65535, not "${PORT}".`
    expect(() => readSettings({ PORT })).toThrow(expect.objectContaining({ code: 'BAD_SETTING', message }))
  })

  test('every setting that takes no free text says what would fit', () => {
    const free = [
      'DIXIT_DB',
      'TOKEN_FILE',
      'USER_HEADER',
      'DIXIT_LLM_MODEL',
      'DIXIT_LLM_KEY',
      'PROXIES',
      'CORS_ORIGIN',
      'ALLOWED_HOSTS',
    ]
    for (const name of Object.keys(readSettings({}))) {
      if (!free.includes(name))
        expect(() => readSettings({ [name]: ' no ' }), name).toThrow(new RegExp(`^${name} must be .*, not " no "`))
    }
  })

  test('a setting left empty is not set', () => {
    expect(readSettings({ PORT: '', HOST: '', DIXIT_DB: '' })).toEqual(readSettings({}))
  })
})

describe('bad input is exit code 3', () => {
  test('a dossier with problems: each with its place, and nothing is written', async () => {
    const copy = join(folder, 'wane-ice-435000')
    mkdirSync(copy)
    cpSync(seed, copy, { recursive: true })
    cpSync(join(seed, '..', 'agents.yaml'), join(folder, 'agents.yaml'))
    const annotations = join(copy, 'annotations.yaml')
    const text = readFileSync(annotations, 'utf8')
    writeFileSync(annotations, text.replace('value: 226847', 'value: 226848').replace('cue: blames', 'cue: blamed'))
    const empty = join(folder, 'empty.db')
    const { code, out, err } = await dixit(['import', copy], { DIXIT_DB: empty })
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toMatch(/annotations\.yaml:\d+:\d+ the parts do not add up/)
    expect(err).toMatch(
      /annotations\.yaml:\d+:\d+ these words are not in the article\n {4}blamed\n {4}did you mean: blames/,
    )
    expect(err).toMatch(/\ndixit: There are 3 problems, and nothing was written\.\n$/)
    const database = openReader(empty)
    expect(Object.values(countEntities(database)).filter(count => count > 0)).toEqual([])
    database.close()
  })

  test.skipIf(!canGiveUp)('a folder that this user may not enter is told from one that is not there', async () => {
    const mine = temporaryFolder()
    chmodSync(mine, 0)
    onTestFinished(() => chmodSync(mine, 0o700))
    const [command = '', ...args] = [...asNobody, process.execPath, entry, 'check', join(mine, 'dossier')]
    const { code, err } = await start(command, args).ended
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('this user may not enter its folder') })
  })

  test('there is no dossier', async () => {
    expect(await dixit(['check', 'nowhere'])).toEqual({
      code: 3,
      out: '',
      err: 'dixit: There is no folder nowhere. Give a dossier folder, or a folder of dossiers.\n',
    })
  })
})

describe('what the machine would not is exit code 1', () => {
  test('no database', async () => {
    const missing = join(folder, 'missing.db')
    expect(await dixit(['stats'], { DIXIT_DB: missing })).toEqual({
      code: 1,
      out: '',
      err: `dixit: There is no database at ${missing}. Make one with: dixit seed\n`,
    })
  })

  test('a disk that takes no more: in a sentence, and the next attempt ends well', async () => {
    const full = join(folder, 'full.db')
    // A limit on the size of files, in blocks of 512 bytes or more: less than the tables take.
    const small = start('sh', ['-c', `ulimit -f 60; exec "${process.execPath}" "${entry}" seed`], { DIXIT_DB: full })
    const { code, out, err } = await small.ended
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(
      /^dixit: The database at \S+ cannot be used: the disk (is full|does not read or write \(\w+\))\.\n$/,
    )
    const writer = openWriter(full)
    expect(importDossier(writer, seed, { replace: false }).outcome).toBe('created')
    writer.close()
  })

  test('a Node that is too old', async () => {
    const asNode18 = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.4" } })'
    const old = start(process.execPath, ['--import', `data:text/javascript,${encodeURI(asNode18)}`, entry, 'stats'])
    expect(await old.ended).toEqual({
      code: 1,
      out: '',
      err:
        'dixit needs Node 24 or newer, and this is Node 18.20.4. ' +
        'Run it through npm in its folder (npm start, npm run dixit -- …): that brings its own Node.\n',
    })
  })
})

test('import, check and stats say what they did', async () => {
  const imported = (outcome: string) => ({ code: 0, out: `press-review: ${outcome}\n`, err: '' })
  expect(await dixit(['import', 'test/fixtures'], { DIXIT_DB })).toEqual(imported('created'))
  expect(await dixit(['import', 'test/fixtures'], { DIXIT_DB })).toEqual(imported('unchanged'))
  const counts = JSON.parse((await dixit(['stats', '--json'], { DIXIT_DB })).out)
  expect(counts).toMatchObject({ documents: 1, statements: 3, figures: 1 })

  const checked = await dixit(['check', 'seed'])
  expect(checked).toMatchObject({ code: 0, err: '' })
  expect(checked.out).toContain('wane-ice-435000: sound')
  expect(checked.out).toContain('every number and every quotation is covered')
  expect(checked.out).toMatch(/^ +1 {2}document$/m)
})

describe('a dossier that is not whole', () => {
  const harbour = join(folder, 'harbour')
  const article =
    'The harbour took in 40 ships, Ann Lund said. Nobody asked why.\nThe pier stayed shut, and that is that.\n'
  const begun = 'dossier: 1\ndocument: { title: null, language: en }\n'
  const write = (annotations: string) => {
    mkdirSync(harbour, { recursive: true })
    writeFileSync(join(harbour, 'article.txt'), article)
    writeFileSync(join(harbour, 'annotations.yaml'), annotations)
  }
  const coded = `${begun}agents:
  ann-lund: { person: Ann Lund }
statements:
  ships: { speaker: ann-lund, source: Ann Lund, cue: said, content: The harbour took in 40 ships, quotation: INDIRECT, speechAct: ASSERTIVE }
`

  test('check counts the stretches of unannotated text, and --words lists them', async () => {
    write(coded)
    const { out } = await dixit(['check', harbour])
    expect(out).toContain(`${harbour}/article.txt:1:21 not covered: 40`)
    expect(out).toContain('2 more stretches of unannotated text, at 1:46, 2:1 (--words lists them)')
    const whole = await dixit(['check', '--words', harbour])
    expect(whole.out).toContain(`${harbour}/article.txt:1:46 no annotation: Nobody asked why`)
    expect(whole.out).toContain(`${harbour}/article.txt:2:1 no annotation: The pier stayed shut, and that is that`)
    expect((await dixit(['check', seed])).out).not.toContain('more stretch')
  })

  test('check says what is wrong, and nothing of writing', async () => {
    write(coded.replace('cue: said', 'cue: sang'))
    const { code, err } = await dixit(['check', harbour])
    expect(code).toBe(3)
    expect(err).toMatch(/\ndixit: There is one problem\.\n$/)
    const imported = await dixit(['import', harbour], { DIXIT_DB: join(folder, 'harbour.db') })
    expect(imported.err).toMatch(/\ndixit: There is one problem, and nothing was written\.\n$/)
  })

  test('import says that nothing is coded, and that a draft waits', async () => {
    write(begun)
    const environment = { DIXIT_DB: join(folder, 'begun.db') }
    expect((await dixit(['import', harbour], environment)).out).toBe(
      'harbour: created, and no statement is coded yet\n',
    )
    writeFileSync(join(harbour, 'draft.yaml'), '')
    const { out } = await dixit(['import', harbour], environment)
    expect(out).toContain('harbour: unchanged, and no statement is coded yet; draft.yaml has proposals to decide on')
    expect((await dixit(['check', harbour])).out).toContain('no statement is coded yet; draft.yaml has proposals')
  })
})

test('npx dixit runs the one in the clone', async () => {
  const { code, out } = await start('npx', ['--no', '--', 'dixit', '--version']).ended
  expect({ code, out }).toEqual({ code: 0, out: `${packageJson.version}\n` })
})
