"""libyaml's parser of events without the rest of PyYAML, whose other modules take longer to load than most manifests.

A check reads one small file and needs no loader, dumper or resolver. So the package is entered without running all of
it: what is asked of it later, by whomever, completes it, and is then what everybody else has. Where the parser cannot
be had alone (it is another version, or has no libyaml), the whole package is loaded as ever.
"""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

__all__ = ["parser", "yaml"]

_MARKED = (
    "scanner.ScannerError",
    "parser.ParserError",
    "composer.ComposerError",
    "constructor.ConstructorError",
)
_PLAIN = (
    "reader.ReaderError",
    "emitter.EmitterError",
    "serializer.SerializerError",
    "representer.RepresenterError",
)
"""Errors that the extension looks up when it is loaded, in modules that reading events needs nothing else of."""


def parser() -> Any:
    """What is made of a text and gives its events one by one: `check_event`, `get_event`."""
    extension = sys.modules.get("yaml._yaml")
    return extension.CParser if extension is not None else getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _enter() -> None:
    """Load the parser, its events and its errors, and leave the rest of the package for later."""
    spec = next((found for finder in sys.meta_path if (found := finder.find_spec("yaml", None))), None)
    if spec is None or spec.loader is None or spec.submodule_search_locations is None:
        return
    package = ModuleType("yaml")
    package.__spec__, package.__loader__, package.__file__ = spec, spec.loader, spec.origin
    package.__path__ = list(spec.submodule_search_locations)
    package.__package__ = "yaml"
    sys.modules["yaml"] = package
    try:
        from yaml import error, events, nodes, tokens

        for module in (error, tokens, events, nodes):
            given = {name: value for name, value in vars(module).items() if not name.startswith("_")}
            vars(package).update(given)
        for base, names in ((error.MarkedYAMLError, _MARKED), (error.YAMLError, _PLAIN)):
            for name in names:
                home, _, word = name.partition(".")
                if f"yaml.{home}" not in sys.modules:
                    setattr(package, home, SimpleNamespace(**{word: type(word, (base,), {})}))
        __import__("yaml._yaml")
        package.__getattr__ = lambda name: _completed(package, name)  # type: ignore[method-assign]
    except (ImportError, AttributeError):
        sys.modules.pop("yaml._yaml", None)
        _complete(package)


def _completed(package: ModuleType, name: str) -> Any:
    """What the whole package calls so."""
    # How a module tells that it is none of what an import looks for.
    if name.startswith("__") and name != "__version__":
        raise AttributeError(f"module 'yaml' has no attribute {name!r}")
    if "__getattr__" in vars(package):
        _complete(package)
    return getattr(package, name)


def _complete(package: ModuleType) -> None:
    """Run the package as if nothing of it had been there; its parser raises its own errors from here on."""
    vars(package).pop("__getattr__", None)
    for name in (*_MARKED, *_PLAIN):
        home = name.partition(".")[0]
        if isinstance(vars(package).get(home), SimpleNamespace):
            delattr(package, home)
    assert package.__spec__ is not None
    assert package.__spec__.loader is not None
    package.__spec__.loader.exec_module(package)
    extension = sys.modules.get("yaml._yaml")
    for name in (*_MARKED, *_PLAIN) if extension is not None else ():
        home, _, word = name.partition(".")
        setattr(extension, word, getattr(sys.modules[f"yaml.{home}"], word))


if "yaml" not in sys.modules:
    _enter()

import yaml  # noqa: E402 - entered, or whole
