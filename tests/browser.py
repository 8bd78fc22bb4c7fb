"""A real Chromium for the tests of pages."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)

if not CHROMIUM and not os.environ.get("CI"):
    pytest.skip("Chromium is not installed: apt-get install chromium", allow_module_level=True)

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

Visit = Callable[..., Any]


@contextmanager
def launched() -> Iterator[Any]:
    """Run a browser."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Any, file: Path) -> Iterator[Visit]:
    """Open a page from disk; any request for another, any warning or error fails the visit."""
    asked: list[str] = []
    complaints: list[str] = []
    contexts = []

    def opened(hash_: str = "", *, size: tuple[int, int] = (1366, 768), **more: Any) -> Any:
        width, height = size
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(file.as_uri() + hash_)
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert {url.partition("#")[0] for url in asked} <= {file.as_uri()}
    assert complaints == []
