"""What the service page says, topic by topic."""

from chassis.service import Handler
from kernel.messages import News

# A neighbour's message by its full name: review's own word for it, and the policies that react.
Heard = dict[str, tuple[type[News], list[Handler]]]
