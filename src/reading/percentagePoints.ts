/** Percentage points in languages besides English: "3,7 Prozentpunkte", "2 points de pourcentage", "5 %-Punkte", 2.5个百分点. */

import { baseLanguage } from './language.ts'
import { follows, nextWord, type Token, touches } from './tokens.ts'
import { POINT, type UnitAt } from './unit.ts'

const WORDS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries({
    de: 'Prozentpunkt, Prozentpunkte, Prozentpunkten, Prozentpunktes',
    fr: 'point de pourcentage, points de pourcentage',
    es: 'punto porcentual, puntos porcentuales, punto de porcentaje, puntos de porcentaje',
    it: 'punto percentuale, punti percentuali',
    pt: 'ponto percentual, pontos percentuais, ponto porcentual, pontos porcentuais',
    nl: 'procentpunt, procentpunten, percentagepunt, percentagepunten',
    sv: 'procentenhet, procentenheter, procentenheten',
    da: 'procentpoint, procentpoints',
    nb: 'prosentpoeng, prosentenheter',
    no: 'prosentpoeng, prosentenheter',
    fi: 'prosenttiyksikkö, prosenttiyksikköä',
    pl: 'punkt procentowy, punkty procentowe, punktu procentowego, punktów procentowych',
    ru: 'процентный пункт, процентных пункта, процентных пунктов, процентного пункта',
    uk: 'відсотковий пункт, відсоткові пункти, відсоткових пунктів, відсоткового пункту',
    zh: '百 分 点, 百 分 點, 个 百 分 点, 個 百 分 點',
    ko: '퍼센트포인트, 퍼센트 포인트',
  }).map(([language, phrases]) => [language, phrases.split(', ').map(phrase => phrase.toLowerCase().split(' '))]),
)

/** The words for percentage points that begin at the index. */
export function pointsInWords(tokens: readonly Token[], index: number, language: string): UnitAt | null {
  const words = WORDS.get(baseLanguage(language))?.find(phrase =>
    phrase.every((word, at) => tokens[index + at]?.text === word && follows(tokens[index + at])),
  )
  return words === undefined ? null : { unit: POINT, start: index, next: index + words.length }
}

const AFTER_SIGN = /^(?:points?|punkte?n?|punten|пункт(?:а|ов)?|ポイント|포인트\p{L}{0,2})$/u

/** The index after the word that makes points of the percent before it: "5% points", "5 %-Punkte", 5%포인트. */
export function afterPoints(tokens: readonly Token[], index: number): number | null {
  const at = touches(tokens[index]) && tokens[index]?.kind === 'WORD' ? index : nextWord(tokens, index)
  return at !== null && AFTER_SIGN.test(tokens[at]?.text ?? '') ? at + 1 : null
}
