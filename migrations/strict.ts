// Drizzle cannot say STRICT, so that `npm run migration` adds it to the tables of what drizzle-kit generated.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

for (const name of readdirSync(import.meta.dirname)) {
  if (!name.endsWith('.sql')) continue
  const path = `${import.meta.dirname}/${name}`
  const generated = readFileSync(path, 'utf8')
  writeFileSync(path, generated.replaceAll(/^\);$/gm, ') STRICT;'))
}
