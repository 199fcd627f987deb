/** Words that organizations have in their names, and people do not. */
const ofOrganizations = new Set(
  `agency and association board bureau center centre commission committee company council department desk editorial editors
  foundation group inc institute magazine media ministry network news newsroom newspaper office press radio review service
  services society staff team the times today tribune university wire`.split(/\s+/),
)

const part = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const particle = 'de|del|della|den|der|des|di|da|dos|du|la|le|van|von|zu|zur|bin|ibn|al|el|y|af|av|ten|ter'
const wholeName = new RegExp(`^${part}(?: (?:${part}|${particle})){0,3} ${part}$`, 'u')

/**
 * Whether a text has the shape of a person's whole name, as far as that can be told without knowing the name: two to five words
 * that begin with capitals, none of which organizations have in theirs.
 */
export function isNameShaped(text: string): boolean {
  return wholeName.test(text) && !text.split(' ').some(word => ofOrganizations.has(word.toLowerCase()))
}
