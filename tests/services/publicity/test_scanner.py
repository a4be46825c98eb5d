"""What must not be published is found however it is written, and what may be is left alone."""

import pytest

from publicity.events.guarded import Guard
from publicity.model.scanner import Passage, Secret, is_identity, scan, told

KNOWN = {
    "线索2026-0017": Guard.LEAD,
    "纪立〔2026〕12号": Guard.CASE,
    "2026-1-底稿7": Guard.PAPER,
    "17": Guard.LEAD,
}


def found(text: str, *channels: str) -> list[Secret]:
    return [hit.secret for hit in scan([Passage("text", text)], KNOWN, channels)]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("详见线索2026-0017。", Secret.LEAD),
        ("详见 线 索 ２０２６－００１７ 号", Secret.LEAD),
        ("详见线索2026\u200b-0017", Secret.LEAD),
        ("已按纪立[2026]12号处理", Secret.CASE),
        ("已按纪立（2026）12号处理", Secret.CASE),
        ("底稿2026-1-底稿7所列", Secret.PAPER),
        ("第17号线索", None),
        ("问题线索第17号", Secret.LEAD),
        ("身份证号11010519491231002X", Secret.IDENTITY),
        ("身份证号 110105 19491231 002x", Secret.IDENTITY),
        ("身份证号１１０１０５１９４９１２３１００２Ｘ", Secret.IDENTITY),
        ("旧证110105491231002", Secret.IDENTITY),
        ("请拨13800138000", Secret.MOBILE),
        ("请拨+86 138-0013-8000", Secret.MOBILE),
        ("举报人：某甲", Secret.INFORMANT),
        ("经信访人王某某反映", Secret.INFORMANT),
    ],
)
def test_it_is_found_however_it_is_written(text: str, secret: Secret | None) -> None:
    assert found(text) == ([] if secret is None else [secret])


@pytest.mark.parametrize(
    "text",
    [
        "线索2026-00171",  # another number that begins the same
        "XS线索2026-0018",
        "文件号110105194912310020",  # the check character is wrong
        "编号11010519491331002X",  # there is no thirteenth month
        "总金额13800138000123元",
        "电话0770-1234567",
        "问题17个，措施17项",
        "畅通群众反映渠道，保护举报人合法权益",
    ],
)
def test_what_may_be_said_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_declared_channel_may_be_named() -> None:
    assert found("请拨 138-0013-8000", "13800138000") == []
    assert found("请拨 139-0013-8000", "13800138000") == [Secret.MOBILE]


def test_what_and_where_are_told_and_never_the_thing_itself() -> None:
    hits = scan([Passage("results.2026-1-CGJ-01.account", "已移交线索2026-0017，联系13800138000")], KNOWN)
    assert [(hit.where, hit.at) for hit in hits] == [("results.2026-1-CGJ-01.account", 4), ("results.2026-1-CGJ-01.account", 18)]
    said = told(hits)
    assert "results.2026-1-CGJ-01.account" in said
    assert "0017" not in said
    assert "13800138000" not in said
    chinese, english = said.split(" / ")
    assert not chinese.isascii()
    assert english.isascii()


def test_the_check_character_of_an_identity_number() -> None:
    digits = "11010519491231002"
    assert [character for character in "0123456789X" if is_identity(digits + character)] == ["X"]
