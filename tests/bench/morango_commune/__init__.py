"""The Django application that ``tests.bench.peer_morango`` synchronises; it runs where ``morango`` is installed."""
