/** Mail addresses and names in social media; a function's own mailbox points at nobody. */
import { finding, type Finding } from './finding.js';

const MAIL = /(?<![\p{L}\d])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const FUNCTIONS =
  /^(?:info|kontakt|kontaktcenter|registrator|kommun|kommunen|reception|kundtjanst|kundservice|bokning|fritid|skola|rektor|socialjour|socialtjanst|mottagning|press|support|kansli|expedition|felanmalan|trygghet|registratur)(?:[._-]?[\p{L}\d]+)?@/iu;
const AT_NAME = /(?<![\p{L}\d._%+@/-])@[\p{L}\d_][\p{L}\d._]{1,29}/gu;
const LINK =
  /(?<![\p{L}\d])(?:https?:\/\/)?(?:www\.)?(?:instagram|tiktok|snapchat|facebook|twitter|x|youtube|t|discord|threads|twitch)\.(?:com|me|gg|tv|net)\/[@\p{L}\d./_?=-]+/giu;
const NAMED =
  /(?<![\p{L}])(?:snap|snapchat|insta|instagram|tiktok|discord|telegram|kik|facebook|fb|signal|twitch|steam)(?:-?(?:konto|kontot|namn))?(?:\s(?:konto|kontot|namn|namnet|heter|är))?\s?(?::|=|\sheter\s|\s)\s?["”“']?(?<name>[\p{L}\d][\p{L}\d._#-]{2,29})/giu;

export const findHandles = (text: string): readonly Finding[] => {
  const at = (match: RegExpExecArray, written: string) => ({
    index: match.index + match[0].lastIndexOf(written),
    text: written,
  });
  return [
    ...[...text.matchAll(MAIL)]
      .filter(([written]) => !FUNCTIONS.test(written))
      .map((match) => finding({ index: match.index, text: match[0] }, 'email', 'email', 'points')),
    ...[...text.matchAll(AT_NAME)].map((match) =>
      finding({ index: match.index, text: match[0].replace(/\.$/, '') }, 'handle', 'handle', 'points'),
    ),
    ...[...text.matchAll(LINK)].map((match) =>
      finding({ index: match.index, text: match[0].replace(/[.]$/, '') }, 'handle', 'handle', 'points'),
    ),
    ...[...text.matchAll(NAMED)].flatMap((match) => {
      const name = (match.groups?.['name'] ?? '').replace(/[.]$/, '');
      return isHandle(name, match[0]) ? [finding(at(match, name), 'handle', 'handle', 'points')] : [];
    }),
  ];
};

/** A plain word after "Snapchat" is a sentence going on; a sign of naming, a figure or a low line makes it a name. */
const isHandle = (name: string, whole: string): boolean =>
  /[\d_#]|\p{L}\.\p{L}/u.test(name) || /[:=]|\b(?:heter|konto|kontot|namn|namnet)\b/iu.test(whole);
