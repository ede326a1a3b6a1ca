"""The labels of a word as one anchor's attribution sees it: outside, or first, inner, last or only word of a piece of a role."""

ROLES = ["source", "cue", "content"]
LABELS = ["O"] + [f"{role}-{part}" for role in ROLES for part in ("first", "inner", "last", "only")]
FIRST, INNER, LAST, ONLY = range(4)


def label(role: int, part: int) -> int:
    return 1 + role * 4 + part


def role_part(at: int) -> tuple[int, int] | None:
    return None if at == 0 else ((at - 1) // 4, (at - 1) % 4)


def may_follow(before: int, after: int) -> bool:
    """Pieces run first, inner …, last; two pieces of one role never touch, since they would be one."""
    b, a = role_part(before), role_part(after)
    if b is not None and b[1] in (FIRST, INNER):
        return a is not None and a[0] == b[0] and a[1] in (INNER, LAST)
    if a is None:
        return True
    return a[1] in (FIRST, ONLY) and (b is None or b[0] != a[0])


def may_start(at: int) -> bool:
    part = role_part(at)
    return part is None or part[1] in (FIRST, ONLY)


def may_end(at: int) -> bool:
    part = role_part(at)
    return part is None or part[1] in (LAST, ONLY)


def encode(count: int, roles: list[list[int]]) -> list[int]:
    """Labels of `count` words from the word indexes of each role. A word of two roles is cue before source before content."""
    owner = [-1] * count
    for role in (2, 0, 1):
        for word in roles[role]:
            owner[word] = role
    labels = []
    for at, role in enumerate(owner):
        if role == -1:
            labels.append(0)
            continue
        first = at == 0 or owner[at - 1] != role
        last = at == count - 1 or owner[at + 1] != role
        labels.append(label(role, ONLY if first and last else FIRST if first else LAST if last else INNER))
    return labels


def decode(labels: list[int]) -> list[list[int]]:
    """Word indexes of each role."""
    roles: list[list[int]] = [[] for _ in ROLES]
    for at, one in enumerate(labels):
        part = role_part(one)
        if part is not None:
            roles[part[0]].append(at)
    return roles
