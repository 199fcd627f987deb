import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fixture } from './corpora.ts'
import { writeDna } from './dnaFile.ts'
import { zipOf } from './zip.ts'

/** Writes a small sound corpus of a format into an empty folder; returns the paths that an import is given. */
export const smallCorpora: Readonly<Record<string, (folder: string) => readonly string[]>> = {
  polnear: copyOf('polnear'),
  liar: copyOf('liar'),
  legislators: copyOf('legislators'),
  popolo: copyOf('popolo'),
  parlamint: copyOf('parlamint'),
  checkthat: copyOf('checkthat'),
  quotebank: copyOf('quotebank'),
  jsonl: copyOf('everything'),
  dna: folder => [writeDna(join(folder, 'town.dna'))],
  elecdeb: folder =>
    write(folder, {
      'town.ann': 'T1\tClaim 0 17\tThe bridge is old\nT2\tPremise 19 33\tIt was closed.\nR1\tSupport Arg1:T2 Arg2:T1\n',
      'town.txt': 'The bridge is old. It was closed.',
      'speeches.csv':
        'date,speaker,concatenated_speech\n07/10/1960,ADA REYES,"The bridge is old, and 12 million use it."\n',
    }),
  table: folder =>
    write(folder, {
      'town.csv': 'Who;Quote;Article\nAda Reyes;The bridge is old.;a1\nBo Lind;12 million use it.;a1\n',
      'town.csv.mapping.yaml':
        'mapping: 1\nstatement: Quote\nspeaker: Who\nspeakerKind: PERSON\ndocument: Article\nlanguage: en\n',
    }),
  qdpx(folder) {
    const archive = zipOf({ 'project.qde': project, [`sources/${guid(6)}.txt`]: 'No. It was them.' })
    return write(folder, { 'town.qdpx': archive })
  },
}

const guid = (number: number) => `00000000-0000-0000-0000-00000000000${number}`

const project = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Town" origin="QualCoder 3.5" creatingUserGUID="${guid(1)}">
  <Users><User guid="${guid(1)}" name="Joan Lind"/></Users>
  <CodeBook><Codes><Code guid="${guid(3)}" name="Blame" isCodable="true"/></Codes></CodeBook>
  <Cases><Case guid="${guid(4)}" name="Ada Reyes"><SourceRef targetGUID="${guid(6)}"/></Case></Cases>
  <Sources>
    <TextSource guid="${guid(6)}" name="Interview" plainTextPath="internal://${guid(6)}.txt">
      <PlainTextSelection guid="${guid(7)}" name="" startPosition="4" endPosition="16" creatingUser="${guid(1)}">
        <Coding guid="${guid(8)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(3)}"/></Coding>
      </PlainTextSelection>
    </TextSource>
  </Sources>
</Project>`

function copyOf(name: string): (folder: string) => readonly string[] {
  return folder => {
    cpSync(fixture(name), folder, { recursive: true })
    return [folder]
  }
}

function write(folder: string, files: Readonly<Record<string, string | Buffer>>): readonly string[] {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return [folder]
}
