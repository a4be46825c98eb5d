"""Facts about persons; everything else refers to them by id."""

from kernel.messages import Event, Personal, Ref


class PersonRegistered(Event):
    """A person is known under a random id."""

    TOPIC = "findings.person.registered.v1"
    STREAM = "person"

    person: Ref
    name: Personal[str]
    contact: Personal[str] = ""
