import type { DeskOptions } from '../../draft/desk/desk.ts'
import { Settling } from '../../draft/desk/settling.ts'
import { type DeskServer, startDeskServer } from './deskServer.ts'
import { settled } from './settled.ts'

/** The pages on which differences are settled, each served from when it is first asked for. */
export class SettlingServers {
  readonly #folder: string
  readonly #options: DeskOptions
  readonly #importNow: () => string
  readonly #servers = new Map<string, Promise<DeskServer>>()

  constructor(folder: string, options: DeskOptions, importNow: () => string) {
    this.#folder = folder
    this.#options = options
    this.#importNow = importNow
  }

  /**
   * The address for the differences with a coder.
   *
   * @throws Failure where they have coded nothing
   */
  async with(coder: string, pages?: string): Promise<string> {
    const settling = new Settling(this.#folder, this.#options, coder)
    const server =
      this.#servers.get(coder) ??
      startDeskServer(settled(settling), { port: 0, importNow: this.#importNow, ...(pages !== undefined && { pages }) })
    this.#servers.set(coder, server)
    return (await server).address
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#servers.values(), async server => (await server).close()))
  }
}
