"""What the service page says, topic by topic."""

from chassis.service import Handler
from kernel.messages import Event

# Own events to the policies that react to them.
Reactions = dict[type[Event], list[Handler]]
