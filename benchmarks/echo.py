"""A bare grpc.aio server that answers what it gets; prints its port."""

import asyncio
from typing import Any

import grpc.aio


class Echo(grpc.GenericRpcHandler):  # type: ignore[misc]  # the library has no types
    def service(self, handler_call_details: Any) -> Any:
        async def echo(request: bytes, context: Any) -> bytes:
            return request

        return grpc.unary_unary_rpc_method_handler(echo)


async def serve() -> None:
    server = grpc.aio.server()
    server.add_generic_rpc_handlers((Echo(),))
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    print(port, flush=True)
    await server.wait_for_termination()


def main() -> None:
    asyncio.run(serve())
