import { Argument, InvalidArgumentError } from '@commander-js/extra-typings'
import { sayAllowed } from '../model/nearest.ts'
import { kinds } from './listing/kinds.ts'
import { listingCommand, writeListing } from './listing/listing.ts'
import { statementFilter, withScope } from './statementOptions.ts'
import { withReader } from './withReader.ts'

/** `dixit list`: the things that the graph holds, with how many statements each has. */
export function listCommand() {
  return withScope(
    listingCommand('list', 'list people, figures, documents and so on, each with its number of statements'),
  )
    .addArgument(new Argument('<kind>', 'of what').choices(Object.keys(kinds)).argParser(kindNamed))
    .action((kind, options) =>
      withReader(async read => {
        const listing = await kinds[kind]?.(read, options.first, await statementFilter(read, options))
        if (listing !== undefined) await writeListing(listing, options, read)
      }),
    )
}

/** @throws InvalidArgumentError for what is no kind, with the kinds, and the one that may be meant */
function kindNamed(typed: string): string {
  if (Object.hasOwn(kinds, typed)) return typed
  throw new InvalidArgumentError(sayAllowed(typed, Object.keys(kinds)))
}
