import MarkdownIt from "markdown-it";
import attributes from "markdown-it-attrs";

// Links to .md files become links to their pages; Eleventy does not look whether these exist.
function pageLinks(markdown) {
  markdown.renderer.rules.link_open = (tokens, index, options, _, self) => {
    const href = tokens[index].attrGet("href");
    if (!/^(https?:|#)/.test(href)) {
      tokens[index].attrSet("href", `../${href.replace(/\.md(#|$)/, "/$1")}`);
    }
    return self.renderToken(tokens, index, options);
  };
}

export default function (configuration) {
  configuration.setLibrary("md", new MarkdownIt({ html: true }).use(attributes).use(pageLinks));
  configuration.setUseGitIgnore(false);
  configuration.addGlobalData("layout", "page.liquid");
  return {
    dir: { input: "pages", includes: "../includes", output: "site-eleventy" },
    markdownTemplateEngine: false,
  };
}
