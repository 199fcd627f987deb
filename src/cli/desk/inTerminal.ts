import { Failure } from '../../model/failure.ts'
import { KeyInput } from '../keyInput.ts'

/** A desk in the terminal: what it shows, and what comes of a key. */
interface TerminalDesk<State> {
  readonly state: () => State
  readonly shown: (state: State) => string
  /** @throws Failure where it cannot be done (yet) */
  readonly press: (key: string, state: State, input: KeyInput) => Promise<string | null> | string
  readonly importNow: () => string
}

/** Reads keys until the person leaves. */
export async function inTerminal<State>({ state, shown, press, importNow }: TerminalDesk<State>): Promise<void> {
  const input = new KeyInput(process.stdin)
  try {
    for (;;) {
      const now = state()
      console.log(shown(now))
      const key = await input.key()
      if (key === null || key === 'q') return
      try {
        const said = key === 'i' ? importNow() : await press(key, now, input)
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
