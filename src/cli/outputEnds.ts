import { diskFault } from '../model/diskFault.ts'
import { Exit } from './exit.ts'

/** Whether the program that reads what is written has ended, as `head` does when it has read enough: that is not an error. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

/** Ends the program once what it says has nowhere to go: quietly where its reader has left, else with a sentence. */
export function endWithOutput(): void {
  process.stdout.once('error', error => {
    if (isClosedPipe(error)) process.exit(Exit.DONE)
    console.error(`dixit: ${(diskFault('Standard output', error) ?? error).message}`)
    process.exit(Exit.FAILED)
  })
  // Whoever does not listen to what goes wrong has the exit code.
  process.stderr.on('error', () => undefined)
}
