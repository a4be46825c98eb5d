"""One run of a command: settings, who acts, where the system is, how names become ids."""

import json
import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from chassis.auth import Issuer
from chassis.credentials import issuer_directory
from cli.contexts import Context
from cli.contracts import Verb, verbs
from cli.directory import Directory
from cli.failure import Exit, Failure
from cli.names import Names, Post
from cli.remote import Remote
from cli.request import Builder
from cli.words import Language
from kernel.context import SYSTEM, named

# The verb that looks people up.
REGISTER = "post list"

# Organ of people whose role belongs to no organisation in the register.
NO_ORG = ""


@dataclass
class Session:
    """What a command needs.

    Attributes:
        context: settings.
        timeout: seconds to wait for an answer.
    """

    context: Context
    timeout: float = 30.0

    @property
    def lang(self) -> Language:
        """Language of messages."""
        return self.context.lang

    @cached_property
    def zone(self) -> ZoneInfo:
        """Zone of times that are shown, or written without an offset."""
        return ZoneInfo(self.context.zone)

    @cached_property
    def endpoints(self) -> Mapping[str, str]:
        """`host:port` by service: from the context, or as the running system left them in its folder.

        Raises:
            Failure: neither says.
        """
        if self.context.endpoints:
            return self.context.endpoints
        found = endpoints_of(self.context.data) if self.context.data is not None else {}
        if not found:
            raise Failure("no-system", "no_system", self.lang, next_key="no_system_next", config=self.context.config)
        return found

    @cached_property
    def remote(self) -> Remote:
        """The running system."""
        said = self.builder.names.said
        return Remote(self.endpoints, lambda: self.token, self.lang, self.context.ca_file, self.timeout, said)

    def close(self) -> None:
        """Give up connections, if any were made."""
        if "remote" in self.__dict__:
            self.remote.close()

    @cached_property
    def token(self) -> str:
        """Who acts: a token given by the environment or a file, else one that this machine's system accepts for `--as`.

        Raises:
            Failure: nobody says who acts, or no key is here to vouch for it.
        """
        if self.context.as_:
            return self.issue(Post.parse(self.context.as_))
        if self.context.token:
            return self.context.token
        if self.context.token_file:
            return Path(self.context.token_file).expanduser().read_text(encoding="utf-8").strip()
        raise Failure("no-identity", "no_identity", self.lang, next_key="no_identity_next")

    @cached_property
    def builder(self) -> Builder:
        """Reads what people write."""
        return Builder(Names(person=self.person), self.zone)

    @cached_property
    def directory(self) -> Directory:
        """Names of ids, for showing."""
        return Directory(self.remote.call)

    def issue(self, post: Post) -> str:
        """A token for the holder of a post."""
        org = named("org", post.org) if post.org else NO_ORG
        return self.issuer.issue(self._holder(post), post.role, org)

    def person(self, text: str) -> str:
        """The id of a person written `ROLE@ORG#n`."""
        return self._holder(Post.parse(text))

    @property
    def has_issuer(self) -> bool:
        """Whether this machine can vouch for whoever acts: a development system's folder is here."""
        return self.context.data is not None and issuer_directory(self.context.data).is_dir()

    @cached_property
    def issuer(self) -> Issuer:
        """The key of this machine's development tokens.

        Raises:
            Failure: there is none here.
        """
        if self.context.data is None or not self.has_issuer:
            raise Failure("no-development-key", "no_dev_key", self.lang, next_key="no_dev_key_next", exit=Exit.DENIED)
        return Issuer.open(issuer_directory(self.context.data))

    def _holder(self, post: Post) -> str:
        """Who holds the post: the register's answer, else somebody invented once and kept."""
        find = verbs()[REGISTER]
        asked = self.issuer.issue(SYSTEM, "operator")
        held = holders(self.remote.call(find.service, find.method, post_question(find, post), token=asked))
        if len(held) >= post.n:
            return held[post.n - 1]
        return invented(people_file(self.context.data or Path()), post)


def post_question(find: Verb, post: Post, day: str = "") -> Message:
    """The register's question for the holders of a post, on a day or ever."""
    question: Message = GetMessageClass(find.method.input_type)(
        post=post.role, org=named("org", post.org) if post.org else "", day=day
    )
    return question


def holders(answer: Message) -> list[str]:
    """Persons who hold the post now, in the register's order, each once."""
    return list(dict.fromkeys(held.person for held in answer.posts if not held.until))  # type: ignore[attr-defined]


def invented(file: Path, post: Post) -> str:
    """A person who is in no register yet: a random id, the same for the same post on this system ever after."""
    people: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    key = str(post)
    if key not in people:
        people[key] = uuid.uuid4().hex
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(people, indent=1) + "\n", encoding="utf-8")
        fresh.replace(file)
    return people[key]


def endpoints_of(data: Path) -> dict[str, str]:
    """Addresses that a running system left in its folder; empty when none runs."""
    file = data / "run" / "endpoints.json"
    if not file.exists():
        return {}
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found


def people_file(data: Path) -> Path:
    """Where invented persons are kept."""
    return data / "dev" / "people.json"
