import { existsSync } from 'node:fs'
import { getuid } from 'node:process'

/** What a command begins with so that permissions hold for it: whoever may do anything runs it as somebody who may not. */
const isRoot = getuid?.() === 0
export const asNobody: readonly string[] = isRoot ? ['setpriv', '--reuid=65534', '--clear-groups'] : []
export const canGiveUp = !isRoot || existsSync('/usr/bin/setpriv')
