"""The tools of an assistant, asked by the SDK's own client in the environment of a new user."""

import anyio
import pytest
from mcp import Client, StdioServerParameters
from support import entry_named, says
from test_markdown import CHECKED

#: Of a tool and what it is asked: what the answer says, beside the release.
QUESTIONS = [
    ("find", {"question": "add an axis"}, "x.unsqueeze("),
    ("find", {"question": "np.newaxis", "limit": 1}, "unsqueeze"),
    ("find", {"question": "zzzzqqqq"}, "Nothing found"),
    ("show", {"entry": "huber"}, entry_named("losses/regression/huber").code.rstrip()),
    ("explain", {"message": "IndexError: Target 3 is out of bounds."}, "cross_entropy"),
    ("explain", {"message": "the printer is on fire"}, "not known here"),
    ("check", {"entry": "huber"}, "claims hold here, on torch "),
    ("check", {"entry": "losses/regression/mse"}, "claims hold here, on torch "),
]


@pytest.fixture(scope="module")
def session(fresh):
    """Ask all questions of one server, started as an assistant starts it."""
    command = StdioServerParameters(
        command=str(fresh / "venv" / "bin" / "cheatsheet"), args=["mcp"], cwd=fresh / "empty"
    )

    async def talk():
        async with Client(command) as client:
            tools = (await client.list_tools()).tools
            answers = [await client.call_tool(tool, asked) for tool, asked, _ in QUESTIONS]
            wrong = await client.call_tool("show", {"entry": "hubr"})
            return tools, answers, wrong

    return anyio.run(talk)


def words(answer):
    (block,) = answer.content
    return block.text


def test_there_are_four_tools_that_say_what_they_take(session):
    tools, _, _ = session
    assert [tool.name for tool in tools] == ["find", "show", "explain", "check"]
    for tool in tools:
        assert len(tool.description) > 40
        assert tool.input_schema["required"]


@says(
    "README",
    "`cheatsheet mcp` serves find, show, explain and check to an assistant; each answer names the"
    " release that was checked, and when.",
)
@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=lambda n: QUESTIONS[n][0])
def test_each_answer_names_the_release(session, number):
    answer, (_, _, said) = session[1][number], QUESTIONS[number]
    assert not answer.is_error, answer
    assert said in words(answer)
    assert CHECKED.search(words(answer))


def test_a_limit_is_kept(session):
    assert words(session[1][1]).count("- `") == 1


def test_an_unknown_entry_is_an_error_that_names_the_nearest(session):
    wrong = session[2]
    assert wrong.is_error
    assert "losses/regression/huber" in words(wrong)


def test_nothing_is_left_behind(session, fresh):
    assert not [*(fresh / "empty").iterdir()]


def test_without_the_extra_the_command_says_what_to_install(user):
    code = "import sys; sys.modules['mcp'] = None; from cheatsheet.cli import app; app(['mcp'])"
    done = user("python", "-c", code)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'pytorch-cheatsheet[mcp]'" in " ".join(done.stderr.split())
