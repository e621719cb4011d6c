/** Every Markdown file of the project, relative to its root. */
export function documents(place?: string): string[];

/** Every fault as a line with its file. */
export function documentFaults(): string[];
