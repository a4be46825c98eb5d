"""The public site: what it shows, what it never shows, and that its files are the recorded ones."""

import html
import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import segno

from chassis.site import render
from publicity.events.parts import Scope
from publicity.model.typical import TypicalCase, typical_id
from publicity.queries.site import pages
from publicity.service import SERVICE

from .conftest import World, approved

assert SERVICE.site is not None
SITE = SERVICE.site


def made(world: World) -> dict[str, bytes]:
    return render(SITE, world.rows)


def page(files: dict[str, bytes], name: str) -> str:
    (found,) = [content.decode() for path, content in files.items() if re.fullmatch(name, path)]
    return found


def typical(world: World, number: str = "典型2026-1", text: str = "通报内容", scope: Scope = Scope.PUBLIC) -> TypicalCase:
    found = world.find(TypicalCase, typical_id(number))
    words: dict[str, Any] = {"number": number, "scope": scope, "title": "一起敷衍整改", "text": text}
    world.apply(found.propose(world.file, {}, **words, act=world.by("office")))
    world.apply(world.find(TypicalCase, typical_id(number)).approve(world.file, "10号", world.by("leading_group")))
    world.apply(world.find(TypicalCase, typical_id(number)).publish(world.file, {}, world.by("publicity")))
    return world.find(TypicalCase, typical_id(number))


def test_an_empty_site_says_so(world: World) -> None:
    files = made(world)
    assert set(files) == {"index.html", "typical-cases.html", "surveys.html", "verify.html", "style.css"}
    assert "暂无已公开的通报" in files["index.html"].decode()


def test_only_what_is_published_to_the_public_is_there(world: World) -> None:
    world.draft(approved(), Scope.PARTY)
    world.pass_all(approved(), Scope.PARTY)
    world.draft(approved())
    assert not [path for path in made(world) if path.startswith("notices/")]
    world.pass_all(approved())
    assert sorted(path.rpartition(".")[2] for path in made(world) if path.startswith("notices/")) == ["html", "json"]


def test_the_json_is_the_recorded_document(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    (version,) = world.notice().versions
    files = made(world)
    content = files[f"notices/{world.notice().id}-v1.json"]
    assert sha256(content).hexdigest() == version.sha256
    assert sha256(content.replace(b'"signed_off":1', b'"signed_off":2')).hexdigest() != version.sha256
    assert version.sha256 in page(files, r"notices/.*\.html")
    assert json.loads(content)["number"] == "2026-1/CGJ"


def test_pages_are_in_chinese_for_small_screens_without_script_or_anything_from_elsewhere(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    typical(world)
    for path, content in made(world).items():
        text = content.decode()
        if path.endswith(".html"):
            assert text.startswith("<!DOCTYPE html>")
            assert '<html lang="zh-CN">' in text
            assert 'name="viewport" content="width=device-width, initial-scale=1"' in text
        if path.endswith((".html", ".css")) and path != "verify.html":
            assert not re.search(r"<script|javascript:|\son\w+=|https?://|//[a-z]|url\(|@import|<iframe|<form|style=", text), path
    css = made(world)["style.css"].decode()
    assert "prefers-color-scheme: dark" in css
    assert not re.search(r"(?<!max-)width:\s*\d{3,}px", css), "nothing is wider than a telephone"
    links = re.findall(r'href="([^"]+)"', page(made(world), r"notices/.*\.html"))
    targets = [link.removeprefix("../") if link.startswith("../") else f"notices/{link}" for link in links]
    assert not set(targets) - set(made(world)), "every link leads somewhere"


PROOF, POLICY = '{"format":"a proof"}', "log <key>\nquorum none\n"


def proved(world: World) -> None:
    world.apply(world.notice().prove(world.notice().newest.version, PROOF, POLICY))


def test_a_proved_notice_has_its_proof_a_page_to_verify_it_and_a_code_of_its_hash(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    assert "待见证后生成" in page(made(world), r"notices/.*\.html")
    proved(world)
    files = render(SITE, world.rows, address="http://site.example/")
    name = f"notices/{world.notice().id}-v1.proof.json"
    assert files[name] == PROOF.encode()
    text = page(files, r"notices/.*\.html")
    code = segno.make_qr(f"http://site.example/verify.html#{sha256(PROOF.encode()).hexdigest()}", error="m")
    assert code.svg_inline(dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=True) in text
    assert all(part in text for part in (name.removeprefix("notices/"), "../verify.html", sha256(PROOF.encode()).hexdigest()))
    (inside,) = re.findall(r'<code id="document" hidden>(.*?)</code>', text)
    assert html.unescape(inside) == world.notice().newest.document


def test_a_proof_is_kept_once_and_outlives_its_notice(world: World) -> None:
    world.draft(approved())
    assert world.notice().prove(1, PROOF, POLICY) == [], "what is not published is not proved"
    world.pass_all(approved())
    proved(world)
    assert world.notice().prove(1, "another", POLICY) == []
    world.apply(world.notice().withdraw(world.file, "附件有误", "12号", world.by("publicity")))
    files = made(world)
    assert [path for path in files if path.endswith(".json")] == [f"notices/{world.notice().id}-v1.proof.json"]
    assert "仍可证明" in page(files, r"notices/.*\.html")


def test_the_page_that_verifies_runs_its_own_script_alone_and_loads_nothing(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    proved(world)
    content = made(world)["verify.html"].decode()
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', content)
    (script,) = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", content, re.DOTALL)
    for named, text in (("script-src", script), ("style-src", style)):
        assert f"{named} 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "connect-src" not in policy
    assert not re.search(r"fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|eval\(|innerHTML|https?://|url\(|@import", content)
    assert POLICY.strip() in html.unescape(content)


def test_words_are_escaped(world: World) -> None:
    record = approved(account='<script>alert("1")</script>')
    world.draft(record, text="<b onclick=x>&")
    world.pass_all(record)
    text = page(made(world), r"notices/.*\.html")
    assert "<script" not in text
    assert "&lt;b onclick=x&gt;&amp;" in text


def test_what_was_taken_back_leaves_a_mark_with_its_hash_and_nothing_else(world: World) -> None:
    world.draft(approved(account="独有的整改表述"))
    world.pass_all(approved(account="独有的整改表述"))
    shown = typical(world, text="独有的案情")
    digest = world.notice().newest.sha256
    assert "独有的整改表述" in page(made(world), r"notices/.*\.html")
    world.apply(world.notice().withdraw(world.file, "附件有误", "12号", world.by("publicity")))
    world.apply(shown.withdraw(world.file, "已过时", "", world.by("publicity")))
    files = made(world)
    tombstone = page(files, r"notices/.*\.html")
    assert all(part in tombstone for part in ("本通报已撤回", "附件有误", digest, "2026-03-02"))
    assert not [path for path in files if path.endswith(".json")]
    assert not [path for path, content in files.items() if "独有" in content.decode()]
    assert shown.sha256 in files["typical-cases.html"].decode()


def test_a_difference_is_shown_before_and_after_its_correction(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    later = approved(2, signed_off=2, continuing=0, rate_permille=1000)
    world.apply(world.notice().corrected("progress", 2, later.figures))
    text = page(made(world), r"notices/.*\.html")
    assert "记录已更新" in text
    assert "通报为 50%，记录为 100%" in text
    world.draft(later)
    world.pass_all(later)
    text = page(made(world), r"notices/.*\.html")
    assert "记录已更新" not in text
    assert "<del>50%</del>，现为 <ins>100%</ins>" in text
    assert world.notice().versions[0].sha256 in text
    assert len([path for path in made(world) if path.startswith("notices/") and path.endswith(".json")]) == 2


def test_equal_read_models_give_equal_pages(world: World) -> None:
    world.draft(approved())
    world.pass_all(approved())
    assert pages(world.rows) == pages(world.rows)
    assert made(world) == made(world)


def test_a_typical_case_within_the_party_is_not_on_the_site(world: World) -> None:
    typical(world, "典型2026-2", "内部通报", Scope.PARTY)
    assert not [content for content in made(world).values() if "内部通报" in content.decode()]
