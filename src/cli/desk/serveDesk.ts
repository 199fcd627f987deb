import { type DeskServerOptions, type OnServer, startDeskServer } from './deskServer.ts'

/** Serves a page of the desk until Ctrl-C. */
export async function serveDesk<Action>(
  desk: OnServer<Action>,
  title: string,
  options: DeskServerOptions,
): Promise<void> {
  const { address, close } = await startDeskServer(desk, options)
  const stopped = new Promise<void>(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  console.log(`${title}:`)
  console.log(`  ${address}`)
  console.log('Anyone with this address can decide in that name. Press Ctrl-C to stop; decisions are already saved.')
  await stopped
  await close()
}
