"""What designers of organisations ask: list, find, why."""

from __future__ import annotations

from pathlib import Path

import click

from .front import AS_JSON, PATH, cli, example, folder_at, show_json, split

__all__ = ["find", "list_nodes", "why"]


@cli.command("list", epilog=example("dottedline list out --posts"))
@click.argument("folder", metavar="[DIR]", required=False, type=PATH)
@click.option("--kind", help="Only one kind: role, body, unit, organization, system ...")
@click.option("--posts", is_flag=True, help="Only positions that a notice advertises.")
@AS_JSON
def list_nodes(folder: Path | None, kind: str | None, posts: bool, as_json: bool) -> None:
    """List posts and all they are tied to."""
    from ..answers.console import show_entries
    from ..answers.listing import entries, selected
    from ..answers.naming import UnknownName
    from ..ontology.vocabulary import vocabulary
    from ..store.contents import graph_of

    if kind is not None and kind not in vocabulary().kinds:
        raise UnknownName("kind", kind, vocabulary().kinds)
    listed = selected(entries(graph_of(folder_at(folder))), kind=kind, posts=posts)
    show_json([entry.as_json() for entry in listed]) if as_json else show_entries(listed)


@cli.command(epilog=example("dottedline find out fso chad"))
@click.argument("words", metavar="[DIR] WORDS...", nargs=-1, required=True)
@AS_JSON
def find(words: tuple[str, ...], as_json: bool) -> None:
    """Find posts and entities by label, alias, acronym or place."""
    from ..answers.console import show_matches
    from ..answers.listing import entries
    from ..answers.search import search
    from ..store.contents import graph_of

    folder, rest = split(words)
    if not rest:
        raise click.UsageError("say what to find: dottedline find DIR WORDS")
    matches = search(entries(graph_of(folder)), " ".join(rest))
    if as_json:
        show_json([match.as_json() for match in matches])
    elif matches:
        show_matches(matches)
    else:
        click.echo("Nothing by that name; `dottedline list` shows all there is.")


@cli.command(epilog=example("dottedline why out 'fso djamena' 'chief of mission'"))
@click.argument("words", metavar="[DIR] A B", nargs=-1, required=True)
@AS_JSON
def why(words: tuple[str, ...], as_json: bool) -> None:
    """Show the sentences, cues and rules behind each edge between A and B.

    A and B are numbers of `dottedline list`, IRIs, labels, aliases or acronyms. The name of a role
    means all its posts.
    """
    from ..answers.explanation import show_reasons
    from ..answers.identify import identified
    from ..answers.listing import entries
    from ..answers.reasons import reasons
    from ..store.contents import documents_of, graph_of

    folder, rest = split(words)
    if len(rest) != 2:
        raise click.UsageError("name two: dottedline why DIR A B; quote names of several words")
    graph = graph_of(folder)
    listed = entries(graph)
    ones, others = (
        identified(listed, name, lambda entry: graph.nodes[entry.iri]["role"]) for name in rest
    )
    found = reasons(
        graph,
        [one.iri for one in ones],
        [one.iri for one in others],
        lambda hashes: documents_of(folder, frozenset(hashes)),
    )
    show_json(found.as_json()) if as_json else show_reasons(found, ones, others)
