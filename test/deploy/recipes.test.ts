import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readSettings } from '../../src/settings/settings.ts'
import { root, start } from '../support/cli.ts'
import { testServer } from '../support/server.ts'

const recipe = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8')

test('the Containerfile is one, and runs as nobody of importance', () => {
  const text = recipe('Containerfile')
  expect(validate(text)).toEqual([])
  const lines = text.split('\n')
  expect(lines.filter(line => line.startsWith('FROM '))).toEqual([
    expect.stringMatching(/^FROM docker\.io\/library\/node:24-\S+ AS build$/),
    expect.stringMatching(/^FROM docker\.io\/library\/node:24-\S+$/),
  ])
  expect(lines.lastIndexOf('USER node')).toBeGreaterThan(lines.findLastIndex(line => line.startsWith('RUN ')))
  expect(text).not.toMatch(/\b(curl|wget|ADD|latest|sudo)\b/)
})

const systemd = await start('systemd-analyze', ['--version']).ended.catch(() => ({ code: 'absent' }))

test.skipIf(systemd.code !== 0)('systemd takes its units, and finds them safe', async () => {
  for (const unit of ['dixit.service', 'dixit-backup.service', 'dixit-backup.timer']) {
    const { out, err } = await start('systemd-analyze', ['verify', join(root, 'deploy', unit)]).ended
    const faults = `${out}${err}`
      .split('\n')
      .filter(line => line.includes('dixit') && !line.includes('is not executable'))
    expect(faults).toEqual([])
  }
  const { out } = await start('systemd-analyze', ['security', '--offline=true', join(root, 'deploy/dixit.service')])
    .ended
  expect(Number(/Overall exposure level for \S+: ([\d.]+)/.exec(out)?.[1])).toBeLessThan(2.5)
})

test('what the recipes set are settings', () => {
  const named = ['dixit.service', 'Containerfile', 'dixit-backup.service']
    .flatMap(name => [...recipe(name).matchAll(/^(?:ENV|Environment=)(.*)$/gm)])
    .flatMap(([, assignments = '']) => assignments.trim().split(/\s+/))
    .map(assignment => assignment.split('=') as [string, string])
    .filter(([name]) => !name.startsWith('NODE_'))
  expect(named.length).toBeGreaterThan(3)
  const settings = readSettings(Object.fromEntries(named))
  expect(Object.keys(settings)).toEqual(expect.arrayContaining(named.map(([name]) => name)))
})

describe('the rules for Prometheus', async () => {
  const server = await testServer()
  const { groups }: { groups: { rules: { alert: string; expr: string }[] }[] } = parse(recipe('alerts.yml'))
  const rules = groups.flatMap(group => group.rules)

  test.each(rules.map(({ alert, expr }) => [alert, expr]))('%s asks for what there is', async (_, expr) => {
    const text = await (await fetch(`${server.address}/metrics`)).text()
    const names = [...expr.matchAll(/\b((?:dixit|process|nodejs)_\w+)/g)].map(([name]) => name)
    for (const name of names) expect(text).toMatch(new RegExp(`^# TYPE ${name.replace(/_bucket$/, '')} `, 'm'))
  })
})
