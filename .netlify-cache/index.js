// Keeps what pip and pavgen may use again from one build to the next. Both check what they find,
// so a build with nothing kept gives the same bytes.
const FOLDERS = ['.pip-cache', '.pavgen-cache'];

module.exports = {
  onPreBuild: ({ utils }) => utils.cache.restore(FOLDERS),
  onPostBuild: ({ utils }) => utils.cache.save(FOLDERS),
};
