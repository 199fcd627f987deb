import { Failure } from '../../model/failure.ts'
import { KeyInput } from '../keyInput.ts'

/** A desk in the terminal: what it shows, and what each key does. */
interface TerminalDesk<State> {
  readonly state: () => State
  readonly shown: (state: State) => string
  /** @throws Failure where it cannot be done (yet) */
  readonly press: (key: string, state: State, input: KeyInput) => Promise<string | null> | string
  readonly importNow: () => string
  /** What is asked before an import; null where nothing is. */
  readonly asks: (state: State) => string | null
}

/** Reads keys until the person leaves. */
export async function inTerminal<State>(desk: TerminalDesk<State>): Promise<void> {
  const { state, shown, press } = desk
  const input = new KeyInput(process.stdin)
  try {
    for (;;) {
      const now = state()
      console.log(shown(now))
      const key = await input.key()
      if (key === null || key === 'q') return
      try {
        const said = key === 'i' ? await imported(desk, now, input) : await press(key, now, input)
        if (said) console.log(said)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        console.log(error.message)
      }
    }
  } finally {
    input.close()
  }
}

async function imported<State>(
  { asks, importNow }: TerminalDesk<State>,
  state: State,
  input: KeyInput,
): Promise<string> {
  const question = asks(state)
  if (question === null) return importNow()
  const answer = await input.line(`${question} (yes or no):`)
  return /^y(?:es)?$/i.test(answer ?? '') ? importNow() : 'Nothing was imported.'
}
