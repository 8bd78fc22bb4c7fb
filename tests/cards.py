"""Cards of the page of the ontology, read back."""

from selectolax.lexbor import LexborNode as Node


def text_of(node: Node) -> str:
    return " ".join(node.text().split())


def name_of(node: Node) -> str:
    """Return what the place is called: the first name on it."""
    found = node.css_first(".name")
    assert found is not None
    return text_of(found)
