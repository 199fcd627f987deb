/** Whether what is pressed is meant for a field; a choice among buttons takes only its arrows and figures. */
export function isForField({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLInputElement && target.type === 'radio') return /^(\d|Arrow)/.test(key)
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
