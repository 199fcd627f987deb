/** The marks of a view, explained where they are used. */
export function Marks({ kinds }: { readonly kinds: readonly (keyof typeof legends)[] }) {
  return (
    <details class="help">
      <summary>How to read the marks</summary>
      <Legend kinds={kinds} />
    </details>
  )
}

/** All marks at the end of a printed page, which has nothing to unfold or to point at. */
export function MarksOnPaper() {
  return (
    <section class="on-paper">
      <h2>How to read the marks</h2>
      <Legend kinds={['voices', 'wording', 'basis', 'text', 'line']} />
    </section>
  )
}

function Legend({ kinds }: { readonly kinds: readonly (keyof typeof legends)[] }) {
  return (
    <ul class="legend">
      {kinds.flatMap(kind =>
        legends[kind].map(({ mark, name }) => (
          <li key={name}>
            {mark} {name}
          </li>
        )),
      )}
    </ul>
  )
}

const legends = {
  voices: [
    { mark: <span class="who v-agent">solid line</span>, name: 'a named speaker' },
    { mark: <span class="who v-document">dotted line</span>, name: 'the document itself' },
    { mark: <span class="who v-channel">dashed line</span>, name: 'a text: a letter, data' },
    { mark: <span class="who v-unidentified">wavy line</span>, name: 'somebody not identified' },
    { mark: <span class="who v-unlinked">double line</span>, name: 'named, and linked to nobody in the graph' },
  ],
  wording: [
    {
      mark: (
        <span class="said v-agent">
          <q class="own">“upright, in marks, tinted”</q>
        </span>
      ),
      name: 'the speaker’s own words',
    },
    {
      mark: (
        <span class="said">
          <span class="para">slanted, without marks</span>
        </span>
      ),
      name: 'the words of whoever reports it: no evidence of what the speaker calls a thing',
    },
    {
      mark: (
        <span class="said v-agent">
          <span class="doubtful">“underlined, in marks”</span>
        </span>
      ),
      name: 'may be scare quotes: words set apart, perhaps by the reporter',
    },
  ],
  basis: [
    { mark: <span class="basis stated" />, name: 'the document says so in words' },
    { mark: <span class="basis inferred" />, name: 'a curator concluded it; the reason stands beside it' },
    { mark: <span class="basis automatic" />, name: 'read by a rule' },
    { mark: <span class="basis unresolved" />, name: 'left open by the text, and not guessed' },
    { mark: <span class="nil" />, name: 'nothing coded: no finding that nothing was said' },
  ],
  text: [
    { mark: <span class="fig">1,498</span>, name: 'a number' },
    { mark: <span class="time stated">July 21</span>, name: 'a time' },
    { mark: <span class="time unresolved">Friday</span>, name: 'a time that the text leaves open' },
    { mark: <span class="uncovered">hatched</span>, name: 'unannotated text' },
  ],
  line: [
    { mark: <span class="dot v-agent" />, name: 'a number in the speaker’s own words' },
    { mark: <span class="dot hollow v-agent" />, name: 'a number in the reporter’s words' },
    {
      mark: <span class="bar v-agent" />,
      name: 'an interval: a crossbar is a bound that belongs to it, a ring one that does not',
    },
    { mark: <span class="bar fades v-agent" />, name: 'fading: the words leave this bound open' },
  ],
} as const
