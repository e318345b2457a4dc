"""Groups from links: who hangs together when each link joins two."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def group(
    nodes: Iterable[Node], links: Iterable[tuple[Node, Node]]
) -> tuple[tuple[Node, ...], ...]:
    """The connected groups of `nodes`; the order of groups and members is that of `nodes`.

    Links to unknown nodes are ignored. The order of the links changes nothing.

    >>> group("abcd", [("d", "a"), ("b", "x")])
    (('a', 'd'), ('b',), ('c',))
    """
    parents = {node: node for node in nodes}
    for first, second in links:
        if first in parents and second in parents:
            parents[_root(parents, first)] = _root(parents, second)
    groups: dict[Node, list[Node]] = {}
    for node in parents:
        groups.setdefault(_root(parents, node), []).append(node)
    return tuple(tuple(members) for members in groups.values())


def _root(parents: dict[Node, Node], node: Node) -> Node:
    """The representative of a node's group; paths are halved on the way."""
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node
