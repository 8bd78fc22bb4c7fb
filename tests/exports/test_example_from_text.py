"""The example of the modelling notes, held against the notice itself as it is read."""

from __future__ import annotations

import example
import pytest
from dottedline.exports.dataset import quads
from dottedline.graph.document import Document
from dottedline.graph.identity import BASE
from dottedline.vacancies.extract import extract
from dottedline.vacancies.readers import read
from places import SHARED

NOTICE = SHARED / "notices" / "003_2b19b7eec473ac13.txt"


@pytest.mark.skipif(not NOTICE.exists(), reason=f"needs the shared notice {NOTICE.name}")
def test_the_notice_read_says_all_that_the_example_says() -> None:
    """Every triple of the example is built from the text, its optional ones among them."""
    extraction = extract(read(NOTICE, NOTICE.name))
    document = Document.of(extraction, NOTICE.read_bytes())
    assert not example.missing(quads([document], BASE), without=frozenset())
