"""Lets pages written by hand link to records as texts do: /standards/iccpr.md#article-7."""

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from casebook.doors.session import session_in
from casebook.identifiers.link import DossierLink, StandardLink, parse_link
from casebook.reading.site_configuration import missing_hooks

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from casebook.rendering.hyperlinks import Hyperlinks

log = get_plugin_logger("casebook")


class RecordLinks(Treeprocessor, Extension):
    """Turns links to files of records into links to their pages."""

    def __init__(self, config: "MkDocsConfig") -> None:
        Extension.__init__(self)
        self._config = config
        self.page: Page | None = None
        """The page that MkDocs is about to render; it renders one after another."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Run after links were made."""
        md.treeprocessors.register(self, "casebook-records", 1)

    def run(self, root: Element) -> None:
        """Rewrite the links of one page."""
        from casebook.rendering.hyperlinks import Hyperlinks
        from casebook.rendering.shell import root_of

        assert self.page is not None
        session = session_in(self._config.extra)
        watching = session.ready.watching
        hyperlinks = Hyperlinks(watching.catalogue.corpus, root_of(self.page.url))
        with watching.reads.watched() as looks:
            self._rewrite(root, hyperlinks, self.page)
        session.reads.update(looks)

    def _rewrite(self, root: Element, hyperlinks: "Hyperlinks", page: "Page") -> None:
        for element in root.iter("a"):
            link = parse_link(element.get("href", ""))
            if not isinstance(link, StandardLink | DossierLink):
                continue
            address = hyperlinks.address_of(link)
            if address:
                element.set("href", address)
            else:
                log.warning("%s links to a standard that is not here: %s", page.file.src_uri, link)


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Give Python-Markdown the extension, made anew for each build."""
    if wrong := missing_hooks(config.hooks):
        raise Abort(wrong)  # nobody has read anything
    config.markdown_extensions.append(RecordLinks(config))  # type: ignore[arg-type] # not only names
    return config


def on_page_markdown(markdown: str, page: "Page", config: "MkDocsConfig", files: "Files") -> str:
    """Remember which page is rendered next."""
    for extension in config.markdown_extensions:
        if isinstance(extension, RecordLinks):
            extension.page = page
    return markdown
