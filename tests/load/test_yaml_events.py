"""The parser alone reads as the whole package does, and leaves everybody the package that they expect."""

from __future__ import annotations

import json
import subprocess
import sys

BROKEN = (
    "a: [1, 2",
    "a: 'b",
    "a:\n\tb: c",
    "a: @b",
    "{a: 1",
    "%YAML 99999999999\n---\na: 1",
    'a: "\\Uffffffff"',
)
_READ = """
import json, sys
{first}
from compliance.load.yaml_reader import parse_yaml
from compliance.errors import InputError
told = []
for text in json.loads(sys.argv[1]):
    try:
        told.append(parse_yaml(text, "m.yaml").data)
    except InputError as error:
        told.append(str(error))
print(json.dumps([told, "yaml.resolver" in sys.modules]))
"""


def _read(first: str) -> list[object]:
    texts = json.dumps(["a: [1, {b: c}]\n", *BROKEN])
    done = subprocess.run(
        [sys.executable, "-c", _READ.format(first=first), texts], check=True, capture_output=True, text=True
    )
    told: list[object] = json.loads(done.stdout)
    return told


def _said(code: str) -> str:
    head = "import compliance.load.yaml_reader\n"
    done = subprocess.run([sys.executable, "-c", head + code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_the_parser_alone_reads_what_the_whole_package_reads() -> None:
    alone, whole = _read(""), _read("import yaml; yaml.safe_load('a: 1')")
    assert (alone[1], whole[1]) == (False, True)
    assert alone[0] == whole[0]


def test_who_asks_for_more_has_the_whole_package() -> None:
    assert _said("import yaml; print(yaml.safe_load('a: 1'), yaml.__version__[:1])") == "{'a': 1} 6"
    assert _said("from yaml import SafeDumper; print(SafeDumper.__module__)") == "yaml.dumper"
    assert _said("import yaml.resolver; print(yaml.resolver.Resolver.__name__)") == "Resolver"


def test_errors_of_the_parser_are_those_of_the_package_once_it_is_whole() -> None:
    code = """
import yaml
try:
    yaml.load('a: [1', yaml.CSafeLoader)
except yaml.parser.ParserError as error:
    print(type(error).__module__)
"""
    assert _said(code) == "yaml.parser"


def test_what_the_package_does_not_have_is_still_missing() -> None:
    assert _said("import yaml; print(hasattr(yaml, 'no_such_thing'))") == "False"


def test_without_libyaml_the_package_is_loaded_as_ever() -> None:
    code = """
import sys
sys.modules['yaml._yaml'] = None
from compliance.load.yaml_reader import parse_yaml
print(parse_yaml('a: [1]', 'm.yaml').data)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "{'a': [1]}"
