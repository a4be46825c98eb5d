"""What the service page says, topic by topic."""

from chassis.service import Handler
from kernel.messages import News

# A neighbour's news, in publicity's own words, to the policies that react to it.
Heard = dict[type[News], list[Handler]]
