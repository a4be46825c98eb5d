"""What review asks the register of posts."""

from typing import Any

from rectify.findings.v1 import register_pb2

from kernel.context import Act
from review.handlers.organ import PostsHeld
from review.model.reviewer import HeldPost


def ask_own_posts(command: Any, act: Act) -> register_pb2.FindPostsRequest:
    """Which posts does, or did, the person who acts hold?"""
    return register_pb2.FindPostsRequest(person=act.actor)


def ask_posts_of(command: Any, act: Act) -> register_pb2.FindPostsRequest:
    """Who holds, or held, which post in the organisation that the command names?"""
    return register_pb2.FindPostsRequest(org=command.org)


def hear_posts(answer: register_pb2.FindPostsResponse) -> PostsHeld:
    """All of them, with their days."""
    return PostsHeld(
        posts=tuple(
            HeldPost(
                org=post.org,
                person=post.person,
                post=post.post,
                since=post.since or None,
                until=post.until or None,
                acting=post.acting,
            )
            for post in answer.posts
        )
    )
