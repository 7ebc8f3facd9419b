"""Arguments to the window or to the terminal."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or do the command that was named. The exit status: 2 when there is no display."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--read-apart"]:  # this program as the reader of foreign files: signing/apart
        from ocop_desktop.signing.apart import child

        return child.serve()
    if arguments and not arguments[0].startswith("-"):
        from ocop_desktop import cli

        return cli.main(arguments)
    if arguments and arguments[0] in {"--version", "-h", "--help"}:
        from ocop_desktop import cli

        return cli.main(arguments)
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="ocop-desktop", add_help=False)
    parser.add_argument("--db", type=Path, help="mở cơ sở dữ liệu này thay cho cơ sở dữ liệu của tài khoản")
    parser.add_argument("--lang", choices=("vi", "en"), help="ngôn ngữ của cửa sổ")
    parser.add_argument("--scale", type=float, default=1.0, help="cỡ hiển thị khi chụp màn hình, ví dụ 1.5")
    parser.add_argument(
        "--screenshots", type=Path, metavar="DIR", help="vẽ mọi màn hình vào thư mục, không cần màn hình"
    )
    parser.add_argument("--self-test", action="store_true", help="tự kiểm tra: cơ sở dữ liệu, biểu mẫu, cửa sổ")
    options = parser.parse_args(arguments)
    if options.screenshots:
        from ocop_desktop.ui import screenshots

        return screenshots.draw_all(options.screenshots, options.lang or "vi", f"{options.scale:g}")
    if options.self_test:
        from ocop_desktop.ui import self_test

        return self_test.run()
    from ocop_desktop.ui import app

    return app.start(language=options.lang or "", database=options.db)


if __name__ == "__main__":
    sys.exit(main())
