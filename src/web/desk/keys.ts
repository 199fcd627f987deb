import type { Action } from '../../draft/desk/actions.ts'

/** What a key does by itself; the other keys lead to a field. The same as in the terminal. */
export const simpleActions: Readonly<Record<string, Action>> = {
  a: { do: 'ACCEPT' },
  '?': { do: 'UNSURE' },
  s: { do: 'SKIP' },
  u: { do: 'UNDO' },
  p: { do: 'SHOW' },
  '{': { do: 'MOVE', edge: 'START', by: -1 },
  '}': { do: 'MOVE', edge: 'START', by: 1 },
  '[': { do: 'MOVE', edge: 'END', by: -1 },
  ']': { do: 'MOVE', edge: 'END', by: 1 },
}

/** Whether what is pressed is meant for a field; a choice among buttons takes only its arrows and figures. */
export function isForField({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLInputElement && target.type === 'radio') return /^(\d|Arrow)/.test(key)
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
