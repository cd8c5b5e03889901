// In place of js-yaml, which gray-matter loads for the frontmatter and is never asked, since ours is read by the package yaml.
// js-yaml in turn looks for a parser of JavaScript, which takes longer than reading all sources of a small project.
const refuse = () => {
  throw new Error("Frontmatter is read by the package yaml.");
};

module.exports = { safeLoad: refuse, safeDump: refuse };
