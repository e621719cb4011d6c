/** The rules' own tests alone, in whatever folder Stryker has put them. */
import config from '../../jest.config.mjs';

const [domain] = config.projects.filter(({ displayName }) => displayName === 'domain');

export default { ...domain, rootDir: '../..', testTimeout: config.testTimeout };
