/** What is wrong in the project's documents: links to nothing, headings that are gone, commands that do not exist. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../places.mjs';

const skipped = new Set(['node_modules', 'dist', '.git', 'coverage', 'tmp']);

/** Every Markdown file of the project, relative to its root. */
export function documents(place = root) {
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const full = path.join(place, entry.name);
    if (entry.isDirectory()) return documents(full);
    return entry.name.endsWith('.md') ? [path.relative(root, full)] : [];
  });
}

const withoutCode = (text) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** As GitHub makes anchors of headings. */
const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const anchors = (text) =>
  new Set([...text.matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, heading]) => anchorOf(heading.replace(/[`*]/g, ''))));

function linkFaults(file, text) {
  const links = [...withoutCode(text).matchAll(/!?\[[^\]]*\]\(([^()\s]+)(?:\s+"[^"]*")?\)/g)].map(([, link]) => link);
  return links.flatMap((link) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return [];
    const [to, anchor] = decodeURI(link).split('#');
    const target = to ? path.resolve(root, path.dirname(file), to) : path.join(root, file);
    if (!target.startsWith(root) || !existsSync(target)) return [`${file}: the link ${link} leads nowhere`];
    if (anchor && statSync(target).isFile() && !anchors(readFileSync(target, 'utf8')).has(anchor))
      return [`${file}: there is no heading for the link ${link}`];
    return [];
  });
}

function commandFaults(file, text, scripts) {
  const named = [...text.matchAll(/\bnpm (?:(run)(?: --?[\w-]+)* ([a-z][\w:-]*)|(start|test)\b)/g)];
  return named
    .map(([, ran, name, short]) => (ran ? name : short))
    .filter((name) => !(name in scripts))
    .map((name) => `${file}: there is no command npm run ${name}`);
}

/** Files that a command or a document names in code, like `docs/operations.md` or `scripts/start.mjs`. */
function pathFaults(file, text) {
  const named = [
    ...text.matchAll(/`((?:apps|bench|config|docker|docs|libs|migrations|scripts|test)\/[\w./-]+\.[a-z]+)`/g),
  ];
  return named
    .filter(([, name]) => !existsSync(path.join(root, name)))
    .map(([, name]) => `${file}: there is no file ${name}`);
}

/** Every fault as a line with its file. */
export function documentFaults() {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return documents().flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const own = path.join(root, path.dirname(file), 'package.json');
    const known = existsSync(own) ? { ...scripts, ...JSON.parse(readFileSync(own, 'utf8')).scripts } : scripts;
    return [...linkFaults(file, text), ...commandFaults(file, text, known), ...pathFaults(file, text)];
  });
}
