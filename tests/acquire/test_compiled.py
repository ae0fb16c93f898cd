"""Code of other languages: which models it asks through the usual clients."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.acquire.operated.compiled import read_compiled
from compliance.model.shapes.location import Location

GO = """\
package main
import openai "github.com/sashabaranov/go-openai"
const fallback = "quill-2"
func main() {
    model := os.Getenv("WRITER")
    if model == "" { model = fallback }
    r := openai.ChatCompletionRequest{Model: model}
    _ = openai.ChatCompletionRequest{Model: openai.GPT4oMini}
    os.WriteFile("rows.txt", r, 0o644)
}
"""
RUST = """\
use async_openai::Client;
const JUDGE: &str = "critic-2";
fn main() {
    let r = CreateChatCompletionRequestArgs::default().model(JUDGE).build();
    std::fs::write("kept.txt", r);
}
"""
JAVA = """\
import dev.langchain4j.model.mistralai.MistralAiChatModel;
class Captions {
    static final String MODEL = System.getenv().getOrDefault("CAPTION_MODEL", "see-4");
    void run() {
        var m = MistralAiChatModel.builder().modelName(MODEL).build();
        Files.write(path, m.chat("x"));
    }
}
"""
CSHARP = """\
using OpenAI.Chat;
class Program { static void Main() {
    ChatClient client = new ChatClient("quill-3");
    File.WriteAllText("rows.txt", client.CompleteChat("x"));
} }
"""
RUBY = """\
client = OpenAI::Client.new
reply = client.chat(parameters: { model: "quill-4", messages: [] })
File.write("rows.txt", reply)
"""


def names(
    text: str, file: str, variables: dict[str, list[tuple[str, Location, str]]] | None = None
) -> set[tuple[str, str]]:
    """Names with their relations."""
    return {(one.name, one.relation) for one in read_compiled(text, file, variables or {}).sightings}


@pytest.mark.parametrize(
    ("text", "file", "expected"),
    [
        (GO, "make/main.go", {("quill-2", "generated-by"), ("gpt-4o-mini", "generated-by")}),
        (RUST, "src/main.rs", {("critic-2", "judged-by")}),
        (JAVA, "src/main/java/Captions.java", {("see-4", "generated-by")}),
        (CSHARP, "Program.cs", {("quill-3", "generated-by")}),
        (RUBY, "write.rb", {("quill-4", "generated-by")}),
    ],
)
def test_a_client_is_asked_for_a_model(text: str, file: str, expected: set[tuple[str, str]]) -> None:
    assert names(text, file) == expected


def test_the_environment_gives_a_model_beside_its_default() -> None:
    given = {"WRITER": [("quill-9", Location("compose.yaml", 4, 1), "WRITER: quill-9")]}
    assert ("quill-9", "generated-by") in names(GO, "make/main.go", given)


def test_what_writes_nothing_is_asked_about() -> None:
    assert names(GO.replace("os.WriteFile", "show"), "make/main.go") == {
        ("quill-2", "unknown-use"),
        ("gpt-4o-mini", "unknown-use"),
    }


def test_code_without_a_client_names_none() -> None:
    assert names('var m = Car{Model: "quill-2"}', "cars/main.go") == set()


def test_a_comment_names_none() -> None:
    assert names(RUST.replace("    let r", "    // let r"), "src/main.rs") == set()


def test_weights_that_a_hub_hands_out_are_seen() -> None:
    text = 'let repo = api.model("heron/reed-1b".into());\nlet rows = api.dataset("heron/rows".into());\n'
    assert names(text, "src/main.rs") == {("heron/reed-1b", "unknown-use"), ("heron/rows", "data")}
    assert names(text, "filter/main.rs") == {("heron/reed-1b", "filtered-by"), ("heron/rows", "data")}


@pytest.mark.parametrize("text", ["", "\0", "const X = ", '"' * 500, "Model: " * 400])
def test_broken_code_breaks_nothing(text: str, tmp_path: Path) -> None:
    assert names(f"import openai_api_rust\n{text}", "a.rs") == set()


def test_a_model_is_given_through_a_class_of_names_or_with_a_sign() -> None:
    kotlin = (
        "import com.aallam.openai.client.OpenAI\n"
        'val fix = System.getenv("FIX_MODEL") ?: "hear-4"\n'
        'val r = request { model = ModelId(fix) }\nFile("a.txt").writeText(r)\n'
    )
    php = (
        "<?php\n$client = OpenAI::client('x');\n$model = getenv('CHECK_MODEL') ?: 'critic-2';\n"
        "$r = $client->chat()->create(['model' => $model]);\nfile_put_contents('a.txt', $r);\n"
    )
    assert names(kotlin, "a.kt") == {("hear-4", "generated-by")}
    assert names(php, "b.php") == {("critic-2", "generated-by")}
