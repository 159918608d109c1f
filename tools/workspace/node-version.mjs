/** The oldest Node that everything here runs on; package.json's `engines` says the same. */
const oldest = [20, 19];

/**
 * @param {string} version e.g. "20.19.1"
 * @returns {string | undefined} a sentence with the remedy where this Node is too old
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) {
    return undefined;
  }
  return `Node ${version} is too old: this needs ${oldest.join('.')} or newer. Install a current Node and run the command again.`;
}
