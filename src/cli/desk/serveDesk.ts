import type { Desk } from '../../draft/desk/desk.ts'
import { stateOf } from '../../draft/desk/stateOf.ts'
import { type DeskServerOptions, startDeskServer } from './deskServer.ts'
import { summaryOf } from './text.ts'

/** Serves the desk until Ctrl-C. */
export async function serveDesk(desk: Desk, options: DeskServerOptions): Promise<void> {
  const { address, close } = await startDeskServer(desk, options)
  const stopped = new Promise<void>(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  console.log(`The review desk of ${desk.folder}, for ${desk.options.by}:`)
  console.log(`  ${address}`)
  console.log('Whoever has this address decides in that name. Ctrl-C stops; what was decided is on the disk.')
  await stopped
  await close()
  console.log(summaryOf(stateOf(desk)))
}
