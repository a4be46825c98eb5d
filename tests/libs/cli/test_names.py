import pytest

from cli.names import Names, NotAPost, Post
from kernel.context import named

ID = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    ("kind", "text", "id"),
    [
        ("finding", "2026-1-CGJ-07", named("finding", "2026-1-CGJ-07")),
        ("finding", "with/slash", named("finding", "with/slash")),
        ("org", "CGJ", named("org", "CGJ")),
        ("round", "2026-1", named("round", "2026-1")),
        ("case", "2026-1/CGJ", named("case", "2026-1", "CGJ")),
        ("feedback", " 2026-1/CGJ ", named("feedback", "2026-1", "CGJ")),
        ("finding", ID, ID),
        ("finding", "case:2026-1/CGJ", named("case", "2026-1", "CGJ")),
        ("org", "org:CGJ", named("org", "CGJ")),
    ],
)
def test_numbers_become_ids(kind: str, text: str, id: str) -> None:
    assert Names().id(kind, text) == id


def test_persons_are_looked_up() -> None:
    asked: list[str] = []

    def person(text: str) -> str:
        asked.append(text)
        return ID

    names = Names(person=person)
    assert names.id("person", "principal@CGJ") == ID
    assert names.id("finding", "person:member@CGJ#2") == ID
    assert asked == ["principal@CGJ", "member@CGJ#2"]
    with pytest.raises(NotAPost):
        Names().id("person", "principal@CGJ")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("office", Post("office")),
        ("handler@CGJ", Post("handler", "CGJ")),
        ("member@CGJ#2", Post("member", "CGJ", 2)),
        ("team_leader#3", Post("team_leader", "", 3)),
        ("service:audit", Post("service:audit")),
    ],
)
def test_posts_are_read_and_written(text: str, post: Post) -> None:
    assert Post.parse(text) == post
    assert str(post) == text


@pytest.mark.parametrize("text", ["", "Handler", "@CGJ", "handler@", "handler#0", "handler@CGJ#x", "handler CGJ"])
def test_what_is_no_post_is_refused(text: str) -> None:
    with pytest.raises(NotAPost, match="ROLE"):
        Post.parse(text)
