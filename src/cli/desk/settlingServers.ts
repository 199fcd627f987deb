import type { DeskOptions } from '../../draft/desk/deskOptions.ts'
import { Settling } from '../../draft/desk/settling.ts'
import { type DeskServer, type DeskServerOptions, startDeskServer } from './deskServer.ts'
import { settled } from './settled.ts'

/** The pages on which differences are settled, each served from its first request on. */
export class SettlingServers {
  readonly #folder: string
  readonly #options: DeskOptions
  readonly #server: Omit<DeskServerOptions, 'port'>
  readonly #servers = new Map<string, Promise<DeskServer>>()

  constructor(folder: string, options: DeskOptions, server: Omit<DeskServerOptions, 'port'>) {
    this.#folder = folder
    this.#options = options
    this.#server = server
  }

  /**
   * The address for the differences with a coder.
   *
   * @throws Failure where they have coded nothing
   */
  async with(coder: string): Promise<string> {
    const server =
      this.#servers.get(coder) ??
      startDeskServer(settled(new Settling(this.#folder, this.#options, coder)), { ...this.#server, port: 0 })
    this.#servers.set(coder, server)
    return (await server).address
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#servers.values(), async server => (await server).close()))
  }
}
