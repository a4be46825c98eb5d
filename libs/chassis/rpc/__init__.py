"""gRPC, made from descriptors: the server of a service, the client of any, and the table of refusals."""

from chassis.rpc.client import BlockingClient, Client, Tls, find_method
from chassis.rpc.status import STATUS, refused, status_of

__all__ = ["STATUS", "BlockingClient", "Client", "Tls", "find_method", "refused", "status_of"]
